"""What can go wrong while Python is prepared."""


class PreparationError(Exception):
    """Python cannot be prepared; the message says what is wrong, and what to do where that is known."""
