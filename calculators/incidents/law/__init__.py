"""The Measures: figures, grading table, and the texts beside them."""
