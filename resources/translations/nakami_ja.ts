<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  {name}: taken for {answers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch in {time}, and kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 % of each class are for training. 15 % are for validation, 15 % are kept for a test that comes once, at the very end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .keras or .h5 file: look inside it and classify with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check after every epoch on pictures that are not learned from. The epoch with the lowest validation loss is the best one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice holds at once and is remembered. A training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice holds at once. A training that runs goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution has a small picture for each of its kernels. Bright is where the kernel found what it looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder “animals” with the subfolders dogs, cats and birds, each with pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small square of numbers, 3 × 3 here, that slides over the picture. At each place it is multiplied with what lies under it and summed: how alike the two are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nakami</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As measured in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the folders name them: train, validation, test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch {best} of {epochs}: validation loss {loss}, accuracy {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that Nakami made, or a .keras file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture. While a training runs, what you see moves with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds a subfolder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds one subfolder for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the whole message for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path and open it in a file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a run to look inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one photo or many on the window, choose them, or paste one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the folder on the window, or choose it. To try first, take the sample creatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the one folder that holds a subfolder for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} was not saved. Epoch {saved} is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file is a picture that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is stretched to this square before the network sees it. The tutorial uses 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training keeps a folder under “Runs”; delete the ones that you no longer need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the page in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the page (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairly sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that you open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the epochs measured so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the training (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the network learns, and you watch loss and accuracy move while it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the network names what is on photos that it has never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you choose language and appearance, and see where the program keeps its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you choose what the network learns from: a folder with one subfolder for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you see what every layer makes of one picture, from the pixels to the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each page is used, and what the words of the field mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the answers are from the right ones, as one number. Training makes it smaller; 0 is perfect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pictures are looked at before the weights move. 32 is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every training picture is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can only answer with the classes that it was trained on. On a photo of something else it is wrong, however sure it looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no class, and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies beside the class folders, not in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP and most other formats. Files are read, never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the strongest of each 2 × 2 numbers: half as wide, half as high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept away until the end: the honest mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel, filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys on every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays all numbers end to end in one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning the training pictures by heart instead of what they have in common: training loss falls, validation loss rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was found. Every file that cannot be used is listed with its reason; the others are used all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at every picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a folder with one subfolder for each thing to recognise, each with pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a folder, and in it a subfolder for each thing to tell apart: “cats”, “dogs”, “birds”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and runs (*.keras *.h5 *.hdf5 run.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nakami opens .keras and .h5 files, and the folders of its own runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder of pictures to evaluate it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a new folder for the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of classes and files stay as you wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class has as much as 60 % of the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures at hand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the run&apos;s test pictures are left in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count:,} files in “{folder}” can be used. The first, {file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture but a device or a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture but a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture that Nakami can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds HDF5 data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a NumPy array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a PDF document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a ZIP archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a packed archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds an Office document or a store of thumbnails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds nothing but blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not learned from: they show after each epoch how it does on new pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure: it could also be {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure: {second} is almost as likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is training. {count:,} training pictures, {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One class has at least 60 % of the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One class has at least 90 % of the share. That is what the network says, not whether it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch: every training picture was seen once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pass through all training pictures, in a new order each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One subfolder for each thing to recognise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model or an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open best.keras in that folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pictures first, then watch it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause after this batch (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and Stop are at the bottom of the window. What was learned up to the last epoch is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are stretched to a square of the image size, whatever their shape. Your files are only read, never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels on each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start. The defaults are the tutorial&apos;s; image size, epochs, batch size and seed can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put pictures into each. A few dozen per class are a start, a few hundred are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample creatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets a random part of the values to 0 while training (25 % or 50 %), so that nothing relies on a single one. Off when it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that a default answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several folders at once are no collection yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of right answers on pictures that are not learned from, after the last whole epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Nakami what to tell apart. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows it in the system&apos;s file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six kinds of creatures, 360 drawn pictures, ready in two seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unforeseen happened: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on this computer. Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this batch; asks first (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow stopped the training: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test Accuracy: {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test Loss: {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function that makes every negative number 0 and leaves the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars show how the network shares 100 % out among the classes. The longest is its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best epoch is the one with the lowest validation loss. Its network is the one that is kept for answers and tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache holds decoded pixels and may be deleted: it is filled again from your pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The creatures cannot be written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoded pictures cannot be kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is read-only. Choose another place with NAKAMI_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable NAKAMI_HOME moves all of it into one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch with the lowest validation loss. Its network is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The few pictures that are looked at before the network is adjusted once: 32 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {size}: more than the {limit} that Nakami reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a HEIC photo, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a JPEG XL picture, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a WMF drawing, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds an EMF drawing, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds an EPS drawing, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds an SVG drawing, a kind that Nakami does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there: it was moved, or a link leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name is none that the system takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first epoch is not over: the network is kept as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step: pixels from 0 to 255 are divided by 256, so that the numbers are below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is gone. Was it moved, or its disk removed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{name}” holds no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image size must be {smallest} to {largest} pixels for this network, not {received}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last and the best network of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last check, once, on pictures that played no part in learning or in choosing: how well it does on new photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer, softmax, turns the numbers into shares that add up to 100 %: the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network after epoch {epoch} is kept, and the best one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network after epoch {epoch} is kept. Train again when the folder is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not know the class “{name}” of this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network learns from these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one file in “{folder}” cannot be used. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture claims more than the {limit} megapixels that Nakami reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture claims {width:,} × {height:,} pixels: more than the {limit} megapixels that Nakami reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is cut off: the file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged: it begins like {kind}, but cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged: its data cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged: its {kind} data cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture needs more memory than there is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program goes on. Please report the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be saved in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{folder}” holds no network: it ended before its first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s folder {folder} cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run.json in “{folder}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of pictures whose first answer is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split of the run “{name}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subfolder’s name becomes the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system could not open {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training ended with an error, explained on its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tutorial uses 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} must be from {low:,} to {high:,}, not {value:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network to ask yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are no classes, and are left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties every number to every node, each tie with its own weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a CNN on your own pictures. Without arguments: the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first, or open a model or an earlier run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again, or open another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one, or open a model or an earlier run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the tutorial network on these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pictures per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ran out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller batch size or a smaller image size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample creatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns the last numbers into shares that add up to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Val acc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Val loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk along the layers from left to right: each takes what the one before it made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it moved, or its disk removed? Open it again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch both curves. Training loss falls almost always; what counts is whether validation loss falls with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, their gradients and Adam&apos;s two averages, and what one batch leaves in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a layer answers to a picture. Also the function that a layer&apos;s numbers go through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where chance begins: the same seed gives the same split, order and first weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing there is not allowed. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your share of the disk is used up. Free some space, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new folder to keep the run in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least 1, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best: epoch {epoch}, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel} chosen, values from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel}, row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count a folder&apos;s pictures and name the files that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded pixels; may be deleted at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing creatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn by Nakami</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}  loss {loss:.3f}  acc {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}: training {training}, validation {validation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss}, accuracy {accuracy}, val_loss {val_loss}, val_accuracy {val_accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}: {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing this batch, keeping epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many classes to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answers {outputs} classes, run.json names {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not answer with one number per class but {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not take square RGB pictures but {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {place} of {layers}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: {file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss and acc are running values of this epoch; val acc is that of the last whole epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, accuracy and confusion matrix on test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nakami: stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name what is on photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>networks, curves and settings of every training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no epoch finished yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results as JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run from source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting TensorFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest of {count}, from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train on a folder of class folders (default: the sample creatures)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val acc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the window remembers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the sample creatures into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} channels of {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes, {pictures:,} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes, {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} files are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} folders hold no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs} epochs in {time}, best epoch {best} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs} epochs, batch {batch}, {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}
Double-click or Enter: look inside this run&apos;s best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, tutorial network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no pictures, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed:.1f} pictures/s, {duration} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} / {validation} / {test} of every class, shuffled with seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{training} training, {validation} validation, {test} test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“System” follows the computer, by day and by night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” cannot be listed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures in subfolders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” holds one class with pictures (“{name}”), and telling apart takes at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is not a training run: it holds no run.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be opened as a model: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a model without a run, so it has no test pictures of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a model file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
