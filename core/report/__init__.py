"""A run as one page for a teacher or a logbook."""
