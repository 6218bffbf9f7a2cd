"""A calculator's page: its form, the table of its rules, its cases, and the words of its script."""
