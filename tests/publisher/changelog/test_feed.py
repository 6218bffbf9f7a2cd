"""The feeds: valid Atom, the same identities wherever the site stands, links that lead to the entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from calculators.kernel.text import Lang
from publisher.changelog.changes import changes
from publisher.changelog.feed import ATOM, feed
from publisher.html.parsed_page import read_page

RULES = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
LANGS: list[Lang] = ["zh", "en"]
NS = {"a": ATOM}


def parsed(made: bytes) -> etree._Element:
    return etree.fromstring(made)


def in_folder(lang: Lang, site: Path) -> Path:
    return site / ("en" if lang == "en" else ".") / "feed.xml"


@pytest.mark.parametrize("lang", LANGS)
def test_the_built_feed_is_valid(lang: Lang, site_folder: Path) -> None:
    tree = etree.parse(in_folder(lang, site_folder))
    assert RULES.validate(tree), RULES.error_log
    entries = tree.findall("a:entry", NS)
    assert [each.findtext("a:title", namespaces=NS) for each in entries] == [
        each.title.in_(lang) for each in changes()
    ]


def test_the_rules_refuse_a_feed_that_is_wrong() -> None:
    for gone in ("id", "updated", "author", "entry"):
        tree = parsed(feed(changes(), "zh", "名"))
        for each in tree.findall(f"a:{gone}", NS):
            tree.remove(each)
        assert not RULES.validate(tree), gone


@pytest.mark.parametrize("lang", LANGS)
def test_relative_links_lead_from_the_feed_to_the_entry(lang: Lang, site_folder: Path) -> None:
    file = in_folder(lang, site_folder)
    links = etree.parse(file).xpath("//a:link/@href", namespaces=NS)
    assert len(links) == 2 + len(changes())
    for link in links:
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve()
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), link
        assert not anchor or anchor in read_page(target).ids, link


@pytest.mark.parametrize("lang", LANGS)
def test_with_an_address_every_link_is_whole_and_no_identity_changes(lang: Lang) -> None:
    relative, whole = (
        parsed(feed(changes(), lang, "名")),
        parsed(feed(changes(), lang, "名", "https://example.org/x/")),
    )
    assert relative.xpath("//a:id/text()", namespaces=NS) == whole.xpath("//a:id/text()", namespaces=NS)
    under = "en/" if lang == "en" else ""
    links = whole.xpath("//a:link/@href", namespaces=NS)
    assert all(each.startswith(f"https://example.org/x/{under}") for each in links)
    assert f"https://example.org/x/{under}changes/#first-edition" in links


def test_identities_differ_between_entries_and_languages() -> None:
    first = changes()[-1]
    later = replace(first, id="later", date=first.date + timedelta(days=1))
    feeds = [parsed(feed((later, first), lang, "名")) for lang in LANGS]
    ids = [own for each in feeds for own in each.xpath("//a:id/text()", namespaces=NS)]
    assert len(set(ids)) == len(ids) == 6
    assert feeds[0].findtext("a:updated", namespaces=NS) == f"{later.date}T00:00:00+08:00"
