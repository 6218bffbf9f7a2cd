"""The blocks that our pages are written with, a Markdown extension: ``/// law | incident-qa`` and its like.

Each is a block of ``pymdownx.blocks``, built as elements inside Markdown, so contents, anchors and link checks are
those of Markdown and MkDocs. ``lang`` is the language of the pages, ``up`` leads from their root to that of the site,
``site`` is its address.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import Lang
from calculators.texts import works
from publisher.calculator.page import calculator_html
from publisher.changelog.changes import changes_html
from publisher.device.page import device_html
from publisher.embeds.listing import listing_html
from publisher.html.certainty import certainty_key
from publisher.html.markup import Markup, append
from publisher.law.page import law_html
from publisher.law.reading.glossary import glossary_html
from publisher.pictures import PICTURES, diagram_html
from publisher.reference.faq import faq, topic_named
from publisher.reference.faq_page import question_list, topic_html
from publisher.reference.licences import licences_html
from publisher.reference.model import table_named, table_pages
from publisher.reference.tables import SourcedPage, page_sources_html, table_html
from publisher.sheets import SHEETS
from publisher.sheets.page import page_html
from publisher.slides.page import slides_html
from publisher.training.exercises import class_html, exercises_html, key_html
from publisher.training.plan import plan_html

CONTENTS_ID = "data-toc-id"
"""On a heading: the id that the contents lead to, which another element holds; empty for a heading to leave out."""
SHARED = "data-shared"
"""On a link: it leads to a file at the root of the site, which both languages share."""
_REFERENCES = str.maketrans(
    {each: f"{AMP_SUBSTITUTE}{name};" for each, name in {"&": "amp", "<": "lt", "{": "#123"}.items()}
)
"""What Markdown would take for an entity, a tag in a line of the contents, or a list of attributes, even in atomic text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of block: what it makes of its argument, and which arguments there are; none for a block without.

    The content is made of the argument, the language and the address of the site, empty where it is not known.
    """

    content: Callable[[str, Lang, str], Markup]
    arguments: Callable[[], Collection[str]] | None = None


def _table(name: str, lang: Lang) -> Markup:
    found = table_named(name)
    return table_html(*found, lang) if found else ""


def _table_names() -> list[str]:
    return [table.id for page in table_pages().values() for table in page.tables]


def _sourced_pages() -> Mapping[str, SourcedPage]:
    return {**table_pages(), faq().id: faq()}


def _topic_names() -> list[str]:
    return [topic.id for topic in faq().topics]


KINDS: Mapping[str, Kind] = {
    "law": Kind(lambda name, lang, _: law_html(works()[name], lang), works),
    "calculator": Kind(lambda name, lang, _: calculator_html(name, lang), lambda: CALCULATORS),
    "diagram": Kind(lambda name, lang, _: diagram_html(name, lang), lambda: PICTURES),
    "sheet": Kind(page_html, lambda: SHEETS),
    "cases": Kind(lambda name, lang, _: exercises_html(name, lang), lambda: CALCULATORS),
    "key": Kind(lambda name, lang, _: key_html(name, lang), lambda: CALCULATORS),
    "class": Kind(lambda _, lang, __: class_html(lang)),
    "plan": Kind(lambda _, lang, __: plan_html(lang)),
    "slides": Kind(lambda _, lang, __: slides_html(lang)),
    "embeds": Kind(lambda _, lang, __: listing_html(lang)),
    "table": Kind(lambda name, lang, _: _table(name, lang), _table_names),
    "faq": Kind(lambda name, lang, _: topic_html(topic_named(name), lang), _topic_names),
    "questions": Kind(lambda _, lang, __: question_list(lang)),
    "sources": Kind(lambda name, lang, _: page_sources_html(_sourced_pages()[name], lang), _sourced_pages),
    "licences": Kind(lambda _, lang, __: licences_html(lang)),
    "changes": Kind(lambda _, lang, __: changes_html(lang)),
    "terms": Kind(lambda _, lang, __: glossary_html(lang)),
    "certainty": Kind(lambda _, lang, __: certainty_key(lang)),
    "device": Kind(lambda _, lang, __: device_html(lang)),
}


def argument_problem(name: str, argument: str) -> str:
    """Return what is wrong with the argument of a block of ours, as a clause; empty where nothing is."""
    arguments = KINDS[name].arguments
    if arguments is None:
        return f"{name} takes no argument" if argument else ""
    if argument in arguments():
        return ""
    known = f"there are {', '.join(arguments())}"
    return f"there is no {name} “{argument}”; {known}" if argument else f"{name} takes an argument; {known}"


class _OurBlock(Block):
    """A block of ours: an argument at most, no options, nothing inside.

    What is not so stays on the page as text that begins with the block's first line, which the build looks for.
    """

    ARGUMENT = None  # checked below, with the reason

    def on_validate(self, parent: Element) -> bool:
        """Refuse an argument that means nothing, and attributes."""
        del parent
        return not (argument_problem(self.NAME, self.argument or "") or self.options["attrs"])

    def on_create(self, parent: Element) -> Element:
        """Put the block's elements into the page, side by side, and return one for what stands inside."""
        self.parent = parent
        before = len(parent)
        append(
            parent, KINDS[self.NAME].content(self.argument or "", self.config["lang"], self.config["site"])
        )
        for element in parent[before:]:
            _keep(element)
        return _first_line(parent, self)

    def on_end(self, block: Element) -> None:
        """Take that one out again where nothing does; where the block is not closed, it stays."""
        if "\n" not in (block.text or ""):
            self.parent.remove(block)

    def on_markdown(self) -> str:
        """Leave what stands inside the block alone."""
        return "raw"


def _first_line(parent: Element, block: Block) -> Element:
    paragraph = SubElement(parent, "p")
    argument = f" | {block.argument}" if block.argument else ""
    paragraph.text = AtomicString(f"{'/' * block.length} {block.NAME}{argument}")
    return paragraph


def _keep(element: Element) -> None:
    """Write all text as Markdown passes it on unread; addresses are MkDocs' to read, and scripts hold no references."""
    for each in element.iter():
        if each.tag != "script":
            each.text = AtomicString((each.text or "").translate(_REFERENCES))
        each.tail = AtomicString((each.tail or "").translate(_REFERENCES))
        for name in each.attrib.keys() - {"href", "id"}:
            each.set(name, each.attrib[name].translate(_REFERENCES))


class _BeforeContents(Treeprocessor):
    """Shows ``toc`` every heading with the id that its entry leads to, all of one level, and hides those without one."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.headings: list[tuple[Element, str, str]] = []
        """Each with its tag and the id lent."""

    def run(self, root: Element) -> None:
        """Lend each marked heading the id and another tag."""
        marked = [each for each in root.iter() if CONTENTS_ID in each.attrib]
        self.headings = [(each, each.tag, each.attrib.pop(CONTENTS_ID)) for each in marked]
        for heading, _, anchor in self.headings:
            heading.tag = "h2" if anchor else "div"
            if anchor:
                heading.set("id", anchor)


class _AfterContents(Treeprocessor):
    """Takes back what was lent."""

    def __init__(self, md: Markdown, before: _BeforeContents) -> None:
        super().__init__(md)
        self.before = before

    def run(self, root: Element) -> None:
        """Leave the id to the element that holds it."""
        del root
        for heading, name, anchor in self.before.headings:
            if anchor:
                del heading.attrib["id"]
            heading.tag = name


class _Unclosed(Treeprocessor):
    """Puts the first line of each other block that is not closed on the page as text, as ours do by themselves."""

    def __init__(self, md: Markdown, blocks: BlocksProcessor) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, root: Element) -> None:
        """Look at what is still open at the end of the page."""
        for entry in self.blocks.stack:
            if not isinstance(entry.block, _OurBlock):
                _first_line(root, entry.block)


class _SharedLinks(Treeprocessor):
    """Leads links to shared files out of the language's own folder, after MkDocs has checked them within it."""

    def __init__(self, md: Markdown, up: str) -> None:
        super().__init__(md)
        self.up = up

    def run(self, root: Element) -> None:
        """Lengthen each address."""
        for link in root.iter("a"):
            if link.attrib.pop(SHARED, None) is not None:
                link.set("href", self.up + link.get("href", ""))


class OurBlocks(BlocksExtension):
    """The extension, under the name ``publisher.blocks`` in ``mkdocs.yml``."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # as Markdown hands them on
        """Take the settings of ``mkdocs.yml``."""
        self.config = {
            "lang": ["zh", "The language of the pages: zh or en."],
            "up": ["", "The way from the pages' root to the site's."],
            "site": ["", "The address of the site's root, where it is known."],
        }
        super().__init__(**settings)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Add the blocks, and what contents and links take besides."""
        for name in KINDS:
            block_mgr.register(type(name, (_OurBlock,), {"NAME": name}), self.getConfigs())
        md.treeprocessors.register(_Unclosed(md, block_mgr), "unclosed", 50)
        before = _BeforeContents(md)
        md.treeprocessors.register(before, "before_contents", 5.5)  # between attr_list (8) and toc (5)
        md.treeprocessors.register(_AfterContents(md, before), "after_contents", 4.5)
        md.treeprocessors.register(
            _SharedLinks(md, self.getConfig("up")), "shared_links", -1
        )  # after relpath (0)


def makeExtension(**settings: Any) -> OurBlocks:  # noqa: ANN401, N802
    """Return the extension, as Python-Markdown asks for it."""
    return OurBlocks(**settings)
