"""What can be embedded, made from the data: every provision, picture and exercise, with where on this site it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from xml.etree.ElementTree import Element

from calculators import __version__
from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Provision, Work
from calculators.texts import cases, works
from publisher.html import messages
from publisher.html.edition import edition
from publisher.html.markup import Markup, json_script, tag
from publisher.html.messages import read_texts
from publisher.html.urls import EMBED
from publisher.law.metadata import in_short
from publisher.law.page import provision_alone
from publisher.law.reading.inline import Inline
from publisher.paths import ROOT
from publisher.pictures import PICTURES, diagram_html
from publisher.training.exercises import exercise_html
from publisher.training.moodle import INVENTED
from publisher.training.words import WORDS as TRAINING

WORDS = read_texts(Path(__file__).with_name("words.toml"))
WIDTH = 700
"""Of a frame, in pixels: the least at which a picture is drawn and not said in words, and a little."""
_LINE, _GAP = 31, 12
"""In pixels: a line of text, what is between two paragraphs."""
_AROUND: Mapping[Lang, int] = {"zh": 150, "en": 210}
"""Title and foot, in pixels."""
_CHARACTERS: Mapping[Lang, int] = {"zh": 36, "en": 66}
"""In a line of that width."""
_JUDGING = ("right", "wrong", "yours", "correct")
"""What the script of one exercise says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """One thing that can be embedded; ``kind`` and ``name`` are its address, which stays."""

    kind: str
    name: str
    title: Text
    heading: Text
    """What the page calls it, where it does not say its title itself."""
    page: str
    """The address within its language of the page where it stands on this site, and below, what follows the #."""
    anchor: str
    about: tuple[Text, ...]
    """Which edition it is of, and what else must be known of it."""
    content: Callable[[Lang], Markup]
    texts: tuple[Text, ...]
    """What is read in it, a paragraph each: they say how high it is."""
    drawn: Mapping[Lang, int] | None = None
    """Of a picture: how high its drawing is, in pixels."""

    @property
    def path(self) -> str:
        """Its address within its language."""
        return f"{EMBED}/{self.kind}/{self.name}/"

    def height(self, lang: Lang) -> int:
        """Return about how high a frame of WIDTH must be to show all of it, in pixels."""
        lines = sum(ceil(len(each.in_(lang)) / _CHARACTERS[lang]) for each in self.texts)
        drawn = self.drawn[lang] if self.drawn else 0
        return ceil((_AROUND[lang] + drawn + lines * _LINE + len(self.texts) * _GAP) / 10) * 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Embeds that are listed under one heading."""

    title: Text
    embeds: tuple[Embed, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return all that can be embedded: the provisions of each work, the pictures, the exercises of each calculator."""
    return tuple(_groups())


def _groups() -> Iterator[Group]:
    for work in works().values():
        of_edition = WORDS["edition"].fill(edition=edition(work))
        rows = tuple(_provision(work, row, of_edition) for row in work.provisions.values())
        yield Group(title=messages.work_title(work), embeds=rows)
    yield Group(title=WORDS["pictures"], embeds=tuple(_picture(name) for name in PICTURES))
    for calculator in CALCULATORS.values():
        found = tuple(_exercise(calculator, exercise_of(calculator, case)) for case in cases(calculator.name))
        yield Group(title=WORDS["exercises"].fill(calculator=calculator.title), embeds=found)


def embeds() -> Iterator[Embed]:
    """Yield the same without their groups."""
    for group in groups():
        yield from group.embeds


def _provision(work: Work, row: Provision, of_edition: Text) -> Embed:
    opening = _opening(work, row)
    said = [*opening, *work.under(row.id)]
    return Embed(
        kind="provision",
        name=f"{work.id}/{row.id}",
        title=work.cite(row.id),
        heading=work.cite(row.id),
        page=f"{work.id}/",
        anchor=row.id,
        about=(_in_one((*in_short(work), of_edition)),),
        content=lambda lang: _provision_html(work, row, opening, lang),
        texts=(
            *(text for each in said for text in (each.text, *(one.text for one in each.statements))),
            *([messages.DIGEST_TITLE, messages.DIGEST_NOTICE] if work.kind == "digest" else []),
        ),
    )


def _opening(work: Work, row: Provision) -> list[Provision]:
    """Return the paragraph whose items an item is one of: alone, the item would say something else."""
    parent = work.parent(row)
    return [work[parent]] if row.kind == "item" and parent else []


def _provision_html(work: Work, row: Provision, opening: list[Provision], lang: Lang) -> Element:
    inline = Inline(work, marks_terms=False)
    digest: list[Markup] = []
    if work.kind == "digest":
        digest = [
            tag("p", messages.DIGEST_TITLE.in_(lang), class_="digest-notice-title"),
            tag("p", messages.DIGEST_NOTICE.in_(lang), class_="embed__digest"),
        ]
    before = (tag("div", inline.pair(each.id, each.text), class_="embed__opening") for each in opening)
    return tag(
        "div", digest, *before, provision_alone(work, row, lang, inline), class_=f"law law-{work.kind}"
    )


def _picture(name: str) -> Embed:
    drawn = {lang: PICTURES[name](lang) for lang in LANGS}
    beside = zip(drawn["zh"].besides, drawn["en"].besides, strict=True)
    title, note = drawn["zh"].title, drawn["zh"].note
    return Embed(
        kind="diagram",
        name=name,
        title=title,
        heading=title,
        page=_page_of(name),
        anchor="",
        about=(_rules(),),
        content=lambda lang: diagram_html(name, lang),
        texts=(title, note, *(Text("".join(zh.itertext()), "".join(en.itertext())) for zh, en in beside)),
        drawn={lang: _height(each.drawing) for lang, each in drawn.items()},
    )


def _height(drawing: Element) -> int:
    _, _, wide, high = (float(each) for each in drawing.attrib["viewBox"].split())
    return int(high * WIDTH / wide)


def _page_of(picture: str) -> str:
    """Return the address within its language of the calculator under which a picture stands."""
    for name in CALCULATORS:
        file = ROOT / "docs" / "zh" / "calculators" / f"{name}.md"
        if file.is_file() and f"/// diagram | {picture}\n" in file.read_text(encoding="utf-8"):
            return f"calculators/{name}/"
    return ""


def _exercise(calculator: Calculator, exercise: Exercise) -> Embed:
    case = exercise.case
    return Embed(
        kind="exercise",
        name=case.id,
        title=case.title,
        heading=WORDS["exercise"].fill(calculator=calculator.title),
        page="training/",
        anchor=f"cases={case.id}",
        about=(INVENTED, _rules()),
        content=lambda lang: _exercise_html(calculator, exercise, lang),
        texts=(case.title, case.story, exercise.ask, *exercise.choices, INVENTED),
    )


def _exercise_html(calculator: Calculator, exercise: Exercise, lang: Lang) -> list[Markup]:
    words = {key: TRAINING[key].in_(lang) for key in _JUDGING}
    return [
        tag("ol", exercise_html(calculator, exercise, lang, open=""), class_="exercises"),
        json_script(words, data_part="exercise", data_lang=lang),
    ]


def _rules() -> Text:
    return WORDS["rules"].fill(rules=__version__)


def _in_one(texts: tuple[Text, ...]) -> Text:
    return Text(" · ".join(each.zh for each in texts), " · ".join(each.en for each in texts))
