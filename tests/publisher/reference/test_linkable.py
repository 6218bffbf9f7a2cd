"""Pages that are never linked: framed by advertising, or made by machine."""

from pathlib import Path

from calculators.kernel.text import LANGS
from calculators.texts import works
from calculators.vulnerabilities.law.contacts import CONTACTS, DATABASES
from publisher.reference.faq import faq
from publisher.reference.model import table_pages

DOCS = Path(__file__).parents[3] / "docs"

UNLINKABLE = (
    "blog.zzhuanghui.com",
    "hicom-asia.com",
    "av069.com",
)
"""Pages framed by advertising, or made by machine: never linked, wherever their words were seen."""


def unlinkable(links):
    """Return a sentence for each link to a page that is never linked: who links, and to which."""
    return [
        f"{owner} links {host}, which is never linked"
        for owner, address in links
        for host in UNLINKABLE
        if host in address
    ]


def test_no_page_that_is_not_to_be_linked_is_linked():
    sourced = [*table_pages().values(), faq(), *works().values()]
    sources = [(key, source.url or "") for page in sourced for key, source in page.sources.items()]
    files = [file for lang in LANGS for file in (DOCS / lang).rglob("*.md")]
    written = [(file.name, file.read_text(encoding="utf-8")) for file in files]
    official = [
        (row.id, each.url) for page in table_pages().values() for row in page.rows() for each in row.official
    ]
    addresses = [(work.id, each.url) for work in works().values() for each in work.official]
    contacts = [(each.name.en, each.url or "") for each in (*CONTACTS, *DATABASES)]
    assert unlinkable([*sources, *written, *official, *addresses, *contacts]) == []


def test_a_link_to_such_a_page_is_caught():
    assert unlinkable(
        [("HICOM", "https://translate.hicom-asia.com/template"), ("HSF", "https://hsf.com")]
    ) == ["HICOM links hicom-asia.com, which is never linked"]
