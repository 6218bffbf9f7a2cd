"""A provision: its permanent id, its number as it is written, its place in a grading table."""
