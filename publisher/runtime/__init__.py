"""Python in the page: the pack that the reader’s browser loads."""
