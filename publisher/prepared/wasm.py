"""WebAssembly files, as far as the pack cuts them: sections, bodies of functions, names of imports and exports.

The instructions inside a body are never read, so nothing has to be renumbered. The names follow the binary format of
the WebAssembly core specification.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from publisher.prepared.errors import PreparationError

_HEADER = b"\0asm\1\0\0\0"
END = b"\x0b"
"""Ends the instructions of a body, or those that give a value."""


class WasmError(PreparationError):
    """These bytes are no WebAssembly that we can cut."""


class Section(IntEnum):
    """The kinds of sections that are read here."""

    CUSTOM = 0
    IMPORT = 2
    GLOBAL = 6
    EXPORT = 7
    CODE = 10
    DATA = 11
    DATA_COUNT = 12


class Kind(IntEnum):
    """What is imported or exported."""

    FUNCTION = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


@dataclass(frozen=True, slots=True)
class Import:
    """One import."""

    module: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Export:
    """One export, and its number among those of its kind."""

    name: str
    kind: Kind
    number: int


class Reader:
    """Reads a section from its beginning."""

    def __init__(self, content: bytes) -> None:
        """Begin at the first byte."""
        self.content = content
        self.at = 0

    def byte(self) -> int:
        """Return the next byte."""
        self.at += 1
        return self.content[self.at - 1]

    def number(self) -> int:
        """Return the next unsigned number, written in groups of seven bits."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def bytes(self) -> bytes:
        """Return the next bytes, before which stands how many they are."""
        size = self.number()
        self.at += size
        if self.at > len(self.content):
            raise WasmError("this ends before it should")
        return self.content[self.at - size : self.at]


def number(value: int) -> bytes:
    """Return an unsigned number in groups of seven bits."""
    return _groups(value, 0x80)


def signed(value: int) -> bytes:
    """Return a number that is not negative as a signed one: the last group begins with the sign."""
    return _groups(value, 0x40)


def _groups(value: int, end: int) -> bytes:
    """Return groups of seven bits, of which the last is below ``end``."""
    groups = bytearray()
    while value >= end:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*groups, value])


def sized(content: bytes) -> bytes:
    """Return bytes with their number before them."""
    return number(len(content)) + content


def listed(items: Iterable[bytes]) -> bytes:
    """Return items one after the other with their number before them."""
    held = list(items)
    return number(len(held)) + b"".join(held)


def sections(content: bytes) -> list[tuple[int, bytes]]:
    """Return the sections of a file by their kind, in order; a custom one is of kind 0."""
    if not content.startswith(_HEADER):
        raise WasmError("this is no WebAssembly, or of another version")
    reader = Reader(content)
    reader.at = len(_HEADER)
    found = []
    while reader.at < len(content):
        kind = reader.byte()
        found.append((kind, reader.bytes()))
    return found


def joined(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the file that consists of these sections."""
    return _HEADER + b"".join(bytes([kind]) + sized(content) for kind, content in parts)


def bodies(code: bytes) -> list[bytes]:
    """Return the bodies of the functions that a file has itself, in order: the code section without its sizes."""
    reader = Reader(code)
    return [reader.bytes() for _ in range(reader.number())]


def end_of_locals(body: bytes) -> int:
    """Return where the instructions of a body begin."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number()
        reader.byte()
    return reader.at


def exports(content: bytes) -> list[Export]:
    """Return what the export section lists."""
    reader = Reader(content)
    return [
        Export(reader.bytes().decode(), Kind(reader.byte()), reader.number()) for _ in range(reader.number())
    ]


def export_section(items: Iterable[Export]) -> bytes:
    """Return an export section."""
    return listed(sized(each.name.encode()) + bytes([each.kind]) + number(each.number) for each in items)


def imports(content: bytes) -> list[Import]:
    """Return what the import section lists."""
    reader = Reader(content)
    found = []
    for _ in range(reader.number()):
        each = Import(reader.bytes().decode(), reader.bytes().decode(), Kind(reader.byte()))
        _skip(reader, each.kind)
        found.append(each)
    return found


def _skip(reader: Reader, kind: Kind) -> None:
    """Go past what describes an import of this kind."""
    if kind in (Kind.TABLE, Kind.TAG, Kind.GLOBAL):
        reader.byte()  # of what type
    if kind in (Kind.TABLE, Kind.MEMORY):
        limited = reader.byte() & 1
        reader.number()
        if limited:
            reader.number()
    elif kind is Kind.GLOBAL:
        reader.byte()  # whether it changes
    else:
        reader.number()  # the number of its type
