"""Imports the modules of the library straight from its archive; in the page only, never in the build.

Python reads modules in a zip file by way of its general importer, which opens the archive anew for each and is itself
written in Python; that takes some 45 ms of every start. Ours are stored as they are, compiled, without anything
beside, so a module is a piece of the archive. The pack names this file ``sitecustomize``, which Python imports
before everything but its first few modules; were it to fail, Python would go on with its own importer.
"""

from __future__ import annotations

import sys
from _frozen_importlib import ModuleSpec  # importlib.machinery is the same, but would have to be imported
from collections.abc import Mapping, Sequence
from marshal import loads
from types import ModuleType

_LOCAL_HEADER = 30
"""Bytes before the name of a file in a zip archive; in ours, nothing stands between the name and the content."""
_COMPILED_HEADER = 16
"""Bytes before the code in a compiled file."""
_SUFFIX = ".pyc"
_PACKAGE = "/__init__"


class LibraryFinder:
    """Finds and runs the compiled modules of one archive."""

    def __init__(self, archive: str, files: Mapping[str, Sequence[int]]) -> None:
        """Take the archive's path and its directory as Python has read it: size and place are fields 3 and 4."""
        self.archive = archive
        with open(archive, "rb") as file:  # noqa: PTH123  # pathlib would have to be imported
            self.content = memoryview(file.read())
        self.places: dict[str, tuple[str, bool, int, int]] = {}
        for path, entry in files.items():
            if path.endswith(_SUFFIX):
                stem = path.removesuffix(_SUFFIX)
                name = stem.removesuffix(_PACKAGE).replace("/", ".")
                begin = entry[4] + _LOCAL_HEADER + len(path)
                code, end = begin + _COMPILED_HEADER, begin + entry[3]
                self.places[name] = (path, stem.endswith(_PACKAGE), code, end)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Return what the import system wants to know of a module; None for one that is not in the archive."""
        if name not in self.places:
            return None
        path, package, _, _ = self.places[name]
        file = f"{self.archive}/{path}"
        spec = ModuleSpec(name, self, origin=file, is_package=package)  # type: ignore[arg-type]
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(file.removesuffix(_PACKAGE + _SUFFIX))
        return spec

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave making the module to the import system."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        _, _, begin, end = self.places[module.__name__]
        exec(loads(self.content[begin:end]), module.__dict__)  # noqa: S102, S302  # our own code, of a checked file


def install() -> None:
    """Put the archive that this module comes from before the general importer, behind built-in and frozen modules."""
    archive = __file__.rpartition("/")[0]
    # Python has read the archive's directory already; where it keeps it is the business of one version of Python, as
    # is the compiled code around us.
    files = sys.path_importer_cache[archive]._get_files()  # type: ignore[union-attr]  # noqa: SLF001
    sys.meta_path.insert(2, LibraryFinder(archive, files))


if __name__ == "sitecustomize":
    install()
