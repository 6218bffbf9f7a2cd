"""Everything that happens while the site is built.

MkDocs is the way in: ``publisher/build/`` answers its events, ``publisher/blocks.py`` makes what pages show. Beside it
``python -m publisher serve``, ``pdf`` and ``permalinks``.
"""
