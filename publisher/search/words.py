"""What the search box says, in both languages."""

from __future__ import annotations

from pathlib import Path

from calculators.kernel.text import Text
from publisher.html.messages import read_texts
from publisher.search.records import Kind

LABELS: dict[Kind, Text] = {
    "law": Text("", ""),
    "gist": Text("本站提要", "our summary"),
    "frame": Text("", ""),
    "digest": Text("", ""),
    "note": Text("本站注", "our note"),
    "page": Text("", ""),
}
"""What is put beside a hit on a page of the law that is not the law's words (the digest says so in its title).
The order is the order of hits that are equally good."""

WORDS = read_texts(Path(__file__).with_name("words.toml"))
