"""Set-up: Python, packages, Node and a browser for a machine that has none of them ready."""
