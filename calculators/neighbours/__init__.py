"""What stands around the laws: other laws' tables, common errors, laws cited, terms."""
