"""A work on its page: text or digest, with its metadata, notes and grading table."""
