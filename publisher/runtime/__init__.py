"""Python in the page: the pack that a reader's browser loads, and where the build keeps it."""

from __future__ import annotations

from publisher.runtime.manifest import RUNTIME, Manifest, read_manifest

__all__ = ["RUNTIME", "Manifest", "read_manifest"]
