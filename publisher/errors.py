"""What keeps the site from being made. Each message is for whoever builds, and says what to do.

PublisherError
├── BundlingError     scripts or style sheets cannot be put together
├── NodeError         there is no Node
├── PackError         Python for the page cannot be packed, or is not packed yet
└── BrokenLinkError   a permanent link would no longer lead to what it led to
"""

from __future__ import annotations


class PublisherError(Exception):
    """The base of all errors of the publisher: catch this one."""


class BundlingError(PublisherError):
    """Scripts or style sheets could not be put together; the message is what esbuild said."""


class NodeError(PublisherError):
    """There is no Node; the message says what sets it up."""


class PackError(PublisherError):
    """The pack cannot be made or is not there; the message says why and what to do."""


class BrokenLinkError(PublisherError):
    """The list of permanent links may not be written so; the message says which would break, and what to do."""
