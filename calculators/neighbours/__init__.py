"""What stands around the laws: other laws' tables, common errors, common questions, laws cited, terms."""
