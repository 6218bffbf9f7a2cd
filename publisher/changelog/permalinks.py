"""Permanent links: every published address with what it means, in ``docs/permalinks.txt``.

An address there stays for ever, and keeps its meaning: where the words of a provision change, an entry in
``changes.toml`` says so first. ``python -m publisher permalinks --write`` writes the list anew from the built
site, and refuses what a reader's link would not survive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators.texts import works
from publisher.assets.compress import ENCODINGS
from publisher.changelog.changes import Change, changes
from publisher.errors import BrokenLinkError
from publisher.html.edition import meaning
from publisher.html.parsed_page import read_page
from publisher.paths import ROOT

LIST = ROOT / "docs" / "permalinks.txt"
NO_TEXT = "-"
_HEAD = """\
# Every published address within a language: the same under / in Chinese and under /en/ in English; data files once.
# address, hash of what it says in both languages (law and digest only), the change that gave it this meaning.
# Written by `python -m publisher permalinks --write`. No line ever leaves; see CONTRIBUTING.md.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """One address, a hash of what it says (``-`` for places that are not law), and the change it is owed to."""

    address: str
    hash: str
    change: str


def published(site: Path) -> dict[str, str]:
    """Return every address of the built site with the hash of what it says."""
    hashes = {
        f"{work.id}/#{row.id}": meaning(row) for work in works().values() for row in work.provisions.values()
    }
    return {address: hashes.get(address, NO_TEXT) for address in _addresses(site)}


def problems(
    listed: Mapping[str, Permalink], found: Mapping[str, str], known: tuple[Change, ...]
) -> list[str]:
    """Return what is wrong between the list and the site, one sentence each; an empty list if nothing is."""
    ids = {each.id for each in known}
    return [
        *(f"{each} has disappeared: a published address stays" for each in listed if each not in found),
        *(
            f"{each.address} no longer says what it said: put an entry into publisher/changelog/changes.toml that concerns it"
            for each in listed.values()
            if each.address in found and each.hash != found[each.address]
        ),
        *(
            f"{each.address} names the change {each.change}, which there is not"
            for each in listed.values()
            if each.change not in ids
        ),
        *(f"{each} is not in the list" for each in found if each not in listed),
    ]


def renewed(
    listed: Mapping[str, Permalink],
    found: Mapping[str, str],
    known: tuple[Change, ...],
    *,
    unpublished: bool = False,
) -> dict[str, Permalink]:
    """Return the list for the site as it is; BrokenLinkError where it would break a link.

    ``unpublished`` takes everything as it is. That holds only until the first edition is out: as soon as there is a
    second entry in the changes, it is refused.
    """
    newest = known[0]
    if unpublished:
        if len(known) > 1:
            raise BrokenLinkError("There is more than one entry in the changes: the first edition is out.")
        listed = {}
    wrong = [each for each in listed if each not in found]
    lines = {}
    for address, hashed in found.items():
        old = listed.get(address)
        if old is None:
            lines[address] = Permalink(address=address, hash=hashed, change=newest.id)
        elif old.hash == hashed:
            lines[address] = old
        elif newest.id != old.change and newest.covers(address):
            lines[address] = Permalink(address=address, hash=hashed, change=newest.id)
        else:
            wrong.append(address)
    if wrong:
        broken = "\n".join(f"  {each}" for each in wrong)
        raise BrokenLinkError(
            f"These links would no longer lead to what they led to:\n{broken}\n"
            "An address never leaves. Where the words of one changed, begin publisher/changelog/changes.toml with an entry "
            "that concerns it, and run this again."
        )
    return lines


def read(file: Path = LIST) -> dict[str, Permalink]:
    """Return the list by address; empty where there is none yet."""
    if not file.is_file():
        return {}
    rows = (row.split() for row in file.read_text(encoding="utf-8").splitlines() if not row.startswith("#"))
    return {
        address: Permalink(address=address, hash=hashed, change=change) for address, hashed, change in rows
    }


def write(site: Path, file: Path = LIST, *, unpublished: bool = False) -> int:
    """Write the list anew from the built site; return how many addresses it holds."""
    lines = renewed(read(file), published(site), changes(), unpublished=unpublished)
    rows = (f"{each.address} {each.hash} {each.change}\n" for each in lines.values())
    file.write_text(_HEAD + "".join(rows), encoding="utf-8")
    return len(lines)


def _addresses(site: Path) -> Iterator[str]:
    """Yield the addresses of the Chinese pages, each followed by its anchors, then the files of data and the feed.

    A check of the build holds the English pages to the same addresses.
    """
    for file in sorted(site.rglob("index.html")):
        name = file.relative_to(site).as_posix()
        if name.startswith("en/"):
            continue
        path = name.removesuffix("index.html")
        yield path or "./"
        yield from (f"{path or './'}#{anchor}" for anchor in read_page(file).anchors)
    yield "feed.xml"
    files = sorted(file for file in (site / "data").iterdir() if file.suffix not in ENCODINGS)
    yield from (file.relative_to(site).as_posix() for file in files)
