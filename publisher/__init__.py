"""Everything that happens while the site is built, and the server that shows it on this machine.

The ways in are ``python -m publisher build``, ``serve``, ``pdf`` and ``permalinks``.
"""
