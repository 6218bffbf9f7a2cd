"""Everything that happens while the site is built, and the server that shows it on this machine.

``python -m publisher build`` and ``python -m publisher serve`` are the two ways in.
"""
