"""What the site carries that others wrote: the page of licences and the file with their words.

Names and uses stand in ``shipped.toml``; versions and licences are read from the packages that the build takes, so
that they cannot fall behind the locks.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from xml.etree.ElementTree import Element

import material

from calculators.kernel.text import Lang, Text
from publisher.errors import PublisherError
from publisher.html import urls
from publisher.html.markup import Markup, tag
from publisher.html.messages import LANG_TAGS
from publisher.paths import NODE_MODULES

HERE = Path(__file__).parent
NAME = "licences.txt"
"""The words of all the licences, in the folder of data."""

_HEADS = (
    Text("程序", "Program"),
    Text("许可证", "Licence"),
    Text("用途", "Use"),
    Text("依据", "Where it says so"),
)
_CAPTION = Text("本站所含他人作品的许可证", "Licences of what others wrote and this site carries")
_FROM_PACKAGE = Text("软件包的元数据", "the metadata of the package")
_WITHIN = Text("（在{name}之内）", " (within {name})")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that others wrote and the site carries."""

    id: str
    name: str
    version: str
    """Empty where neither its package nor its own head says it."""
    licence: str
    """As SPDX writes it."""
    home: str
    use: Text
    evidence: Text
    """Where it was read under which licence it stands."""
    within: str
    """The name of the part that carries it; empty for what has a package of its own."""
    package: str
    """``npm:name`` or ``python:name``; empty for a part within another."""
    words: str
    """The licence in full; empty where it is not at hand."""


@cache
def parts() -> tuple[Part, ...]:
    """Return everything of ``shipped.toml``, with what the packages say."""
    rows = tomllib.loads((HERE / "shipped.toml").read_text(encoding="utf-8"))["part"]
    names = {row["id"]: row["name"] for row in rows}
    return tuple(_part(row, names) for row in rows)


def _part(row: dict[str, object], names: dict[str, str]) -> Part:
    package = str(row.get("package", ""))
    version, licence = _of_package(package) if package else (str(row.get("version", "")), str(row["licence"]))
    if row["id"] == "cpython":
        version = json.loads((NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))[
            "info"
        ]["python"]
    evidence = row.get("evidence")
    words = _words(str(row["text"])) if "text" in row else ""
    if "holder" in row:
        words = f"Copyright (c) {row['holder']}\n\n{words[words.index('Permission is hereby granted') :]}"
    return Part(
        id=str(row["id"]),
        name=str(row["name"]),
        version=version,
        licence=licence,
        home=str(row["home"]),
        use=_text(row["use"]),
        evidence=_text(evidence) if evidence else _FROM_PACKAGE,
        within=names[str(row["within"])] if "within" in row else "",
        package=package,
        words=words,
    )


def _text(both: object) -> Text:
    assert isinstance(both, dict)  # noqa: S101  # TOML's inline table
    return Text(both["zh"], both["en"])


def _of_package(package: str) -> tuple[str, str]:
    """Return version and licence as a package declares them."""
    kind, _, name = package.partition(":")
    if kind == "npm":
        said = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
        return said["version"], said["license"]
    found = distribution(name)
    return found.version, _spdx(found)


def _spdx(found: Distribution) -> str:
    """Return the licence of a wheel; old metadata says it in words of its own."""
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    known = {"Apache License 2.0": "Apache-2.0"}
    if not said or "\n" in said:
        raise PublisherError(f"{found.name} does not say in its metadata under which licence it stands")
    return known.get(said, said)


def _words(where: str) -> str:
    """Return the words of a licence from a package, or from beside this file."""
    kind, colon, name = where.partition(":")
    if not colon:
        file = HERE / where
    elif kind == "npm":
        file = NODE_MODULES / name
    elif kind == "material":
        file = Path(material.__file__).parent / "templates" / name
    else:
        files = distribution(name).files or ()  # of the package itself, not of what it carries
        (found,) = (each for each in files if each.name == "LICENSE" and ".dist-info" in each.parts[0])
        file = Path(str(found.locate()))
    return file.read_text(encoding="utf-8").strip()


def licences_html(lang: Lang) -> Markup:
    """Return the table of all parts."""
    head = tag(
        "tr",
        *(tag("th", each.in_(lang), scope="col", role="columnheader") for each in _HEADS),
        role="row",
    )
    return tag(
        "table",
        tag("caption", _CAPTION.in_(lang), class_="visually-hidden"),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(each, lang) for each in parts()), role="rowgroup"),
        role="table",
        class_="table table--licences",
    )


def _row(part: Part, lang: Lang) -> Element:
    latin = LANG_TAGS["en"] if lang == "zh" else None
    link = tag("a", part.name, href=part.home, rel="external", lang=latin)
    version = f" {part.version}" if part.version else ""
    within = _WITHIN.fill(name=part.within).in_(lang) if part.within else ""
    cells: tuple[Markup, ...] = (
        tag("span", part.licence, lang=latin),
        part.use.in_(lang),
        part.evidence.in_(lang),
    )
    return tag(
        "tr",
        tag("th", link, version, within, scope="row", role="rowheader", data_label=_HEADS[0].in_(lang)),
        *(
            tag("td", cell, role="cell", data_label=head.in_(lang))
            for head, cell in zip(_HEADS[1:], cells, strict=True)
        ),
        role="row",
    )


def licence_files() -> dict[str, bytes]:
    """Return the file with the words of all licences, one after the other, by its address within the site."""
    line = "=" * 78
    blocks = [
        f"{line}\n{part.name} {part.version}\n{part.licence}, {part.home}\n{line}\n\n{part.words}\n"
        for part in parts()
        if part.words
    ]
    return {f"{urls.DATA}/{NAME}": "\n".join(blocks).encode("utf-8-sig")}
