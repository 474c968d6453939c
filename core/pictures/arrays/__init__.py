"""Files of arrays (`.npy`, `.npz`) as pictures: read without running what is in them, unpacked into a folder, and
written. Light."""
