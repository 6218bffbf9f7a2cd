"""``make bench``: how fast the calculator page answers, beside the same calculator made the usual ways."""
