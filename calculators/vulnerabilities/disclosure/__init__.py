"""``disclosure``: may I disclose this vulnerability in this way."""
