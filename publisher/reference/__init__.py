"""Pages of ours that are tables."""
