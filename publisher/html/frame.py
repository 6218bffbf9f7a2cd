"""The line of HTML by which another site shows a page of ``/embed/`` in a frame, for whoever writes or copies it."""

from __future__ import annotations

from html import escape

LINE = '<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy" style="border: 0"></iframe>'
"""The scripts fill the same line (``docs/assets/embed/line.js``)."""


def frame_line(address: str, title: str, height: int) -> str:
    """Return the line for one page; ``height`` in pixels."""
    return LINE.format(address=escape(address), title=escape(title), height=height)
