"""A grading table in the annex of a work: indicators, grades, and how sure each cell is. Pure functions of its TOML.

From the same cells follow the table on the page and the provisions ``annex-…`` of the digest, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from calculators.kernel.text import Text, begun, text_of
from calculators.kernel.works import CONFIDENCE, Confidence, Provision, Statement

Unit = Literal["hours", "minutes", "percent", "persons", "times", "yuan"]

_VALUES: Mapping[Unit, Text] = {
    "hours": Text("{zh}小时以上", "{en} {hours} or more"),
    "minutes": Text("{zh}分钟以上", "{en} minutes or more"),
    "percent": Text("{zh}%以上", "{en}% or more"),
    "persons": Text("{zh}人以上", "{en} persons or more"),
    "times": Text("{zh}次以上", "{en} times or more"),
    "yuan": Text("{zh}元以上", "RMB {en} or more"),
}
_SHORT: Mapping[Unit, Text] = {
    unit: Text("{zh}以上", "{en} or more") for unit in ("persons", "times", "yuan")
}
UNIT_NAMES: Mapping[Unit, Text] = {
    "persons": Text("人", "persons"),
    "times": Text("次", "times"),
    "yuan": Text("元", "RMB"),
}
"""What stands once beside a row whose cells are all counted in it, and then not in each of them."""
_OPEN = Text("此处未核实，请查阅官方网页", "not verified here: see the official page")
_GRADED = Text("{grade}：", "{grade}: ")
_SENTENCE = Text("{words}。", "{words}.")
_SHARE = Text("{of}的{value}", "{value} {of}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One grade that has indicators, by its fixed names."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one grade asks of one indicator: a number, or words of ours, or neither where it is open."""

    grade: Grade
    number: int | None
    unit: Unit | None
    of: Text | None
    """What a share is a share of."""
    words: Text | None
    confidence: Confidence
    sources: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether the cell is not verified here."""
        return self.confidence == "OPEN"

    @property
    def lead(self) -> Text:
        """The grade, as it leads the cell's sentence."""
        return begun(_GRADED.fill(grade=self.grade.name))

    @property
    def value(self) -> Text:
        """The cell as it is read: 6小时以上, "6 hours or more"; or that it is not verified here."""
        if self.number is not None and self.unit is not None:
            return self._numbered(_VALUES)
        return self.words or CONFIDENCE["OPEN"]

    @property
    def short(self) -> Text:
        """The cell as it is read where its row names what is counted: 1000万以上, "10,000,000 or more"."""
        return self._numbered(_SHORT) if self.unit in UNIT_NAMES else self.value

    def _numbered(self, values: Mapping[Unit, Text]) -> Text:
        if self.number is None or self.unit is None:
            raise ValueError(f"{self.grade.id}: a cell without a number has none to be read")
        hours = "hour" if self.number == 1 else "hours"
        return values[self.unit].fill(zh=_large(self.number), en=f"{self.number:,}", hours=hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row: what is measured, what each grade asks, and further statements on it."""

    id: str
    part: str
    name: Text
    says: Text | None
    """The sentence that a number makes, with ``{value}`` and, for a share, ``{of}``."""
    cells: tuple[Cell, ...]
    """One a grade, in the order of the grades; none for the closing notes."""
    notes: tuple[Statement, ...]

    @property
    def counted_in(self) -> Text | None:
        """What all its cells are counted in, where that can be said once for the row."""
        units = {cell.unit for cell in self.cells if not cell.is_open}
        (unit,) = units if len(units) == 1 else (None,)
        return UNIT_NAMES.get(unit) if unit else None

    def provision(self) -> Provision:
        """Return the row as a provision of the digest: its name, and a statement for each grade and note."""
        return Provision(
            id=self.id,
            text=self.name,
            statements=(*(self.statement(each) for each in self.cells), *self.notes),
        )

    def said(self, cell: Cell) -> Text:
        """Return what a cell asks as a clause: its number in a sentence, else its words, or that it is not verified here."""
        if cell.number is not None and self.says is not None:
            return self.says.fill(value=cell.value, of=cell.of or "")
        return _OPEN if cell.is_open else cell.value

    def shown(self, cell: Cell) -> Text:
        """Return what a cell says in its row, whose name says of what its number is: 特别重大：6小时以上."""
        if cell.words:
            return self.statement(cell).text
        value = _SHARE.fill(of=cell.of, value=cell.value) if cell.of else cell.value
        return Text(cell.lead.zh + value.zh, cell.lead.en + value.en)

    def statement(self, cell: Cell) -> Statement:
        """Return what a cell says as a sentence of the digest: the grade that leads it, and what that asks."""
        said = _SENTENCE.fill(words=self.said(cell))
        return Statement(
            text=Text(cell.lead.zh + said.zh, cell.lead.en + said.en),
            confidence=cell.confidence,
            sources=cell.sources,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """The whole table: its columns, its groups of rows, its rows."""

    caption: Text
    help: Text
    """How the table is to be read."""
    grades: tuple[Grade, ...]
    parts: Mapping[str, Text]
    indicators: tuple[Indicator, ...]

    def in_part(self, part: str) -> Iterator[Indicator]:
        """Yield the rows of one group, in their order."""
        return (each for each in self.indicators if each.part == part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some rows of a form, under one heading."""

    title: Text
    facts: tuple[str, ...]
    folded: bool = False
    """Whether the rows are met less often, and wait until somebody asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingForm:
    """A grading table as a form: each row a question, each cell an answer to it."""

    table: Grading
    work: str
    """The work whose official page has the table."""
    indicators: Mapping[str, Indicator]
    """The row that each fact asks for."""
    sections: tuple[Section, ...]
    below: str
    """The answer that it happened and no verified cell is reached."""
    none: str
    """The answer that it did not happen."""
    criteria: tuple[str, ...]
    """The facts without numbers, which must be judged before nothing can be said to be reached."""
    until_settled: str
    """The answer that a calculator which asks for the grade takes while it is open."""


def read_grading(table: Mapping[str, Any]) -> Grading:
    """Build the grading from its TOML table; ValueError names what is wrong."""
    grades = tuple(Grade(id=each["id"], name=text_of(each)) for each in table["grade"])
    if len({each.id for each in grades}) < len(grades):
        raise ValueError("annex: a grade stands there twice")
    parts = {each["id"]: text_of(each) for each in table["part"]}
    indicators = tuple(_indicator(each, grades, parts) for each in table["indicator"])
    if len({each.id for each in indicators}) < len(indicators):
        raise ValueError("annex: an indicator stands there twice")
    return Grading(
        caption=text_of(table["caption"]),
        help=text_of(table["help"]),
        grades=grades,
        parts=parts,
        indicators=indicators,
    )


def _indicator(row: Mapping[str, Any], grades: tuple[Grade, ...], parts: Mapping[str, Text]) -> Indicator:
    if row["part"] not in parts:
        raise ValueError(f"annex: {row['id']} is in no part")
    there = [grade for grade in grades if grade.id in row]
    if there and len(there) < len(grades):
        raise ValueError(f"annex: {row['id']} lacks a grade; an unknown cell is OPEN")
    return Indicator(
        id=row["id"],
        part=row["part"],
        name=text_of(row),
        says=text_of(row["says"]) if "says" in row else None,
        cells=tuple(_cell(row["id"], row[grade.id], grade) for grade in there),
        notes=tuple(
            Statement(text=text_of(each), confidence=each["confidence"], sources=tuple(each["sources"]))
            for each in row.get("note", ())
        ),
    )


def _cell(indicator: str, row: Mapping[str, Any], grade: Grade) -> Cell:
    cell = Cell(
        grade=grade,
        number=row.get("number"),
        unit=row.get("unit"),
        of=text_of(row["of"]) if "of" in row else None,
        words=text_of(row) if "zh" in row else None,
        confidence=row["confidence"],
        sources=tuple(row.get("sources", ())),
    )
    where = f"annex: {indicator}, {grade.id}"
    if (cell.number is None) != (cell.unit is None) or (cell.unit is not None and cell.unit not in _VALUES):
        raise ValueError(f"{where}: a number needs a unit, and a unit a number")
    if cell.is_open != (cell.number is None and cell.words is None) or cell.is_open == bool(cell.sources):
        raise ValueError(f"{where}: a cell says something and names its sources, or it is OPEN")
    return cell


def _large(number: int) -> str:
    """Return a number as Chinese text has it: 1000万, 1亿, 24."""
    for size, unit in ((100_000_000, "亿"), (10_000, "万")):
        if number >= size and number % size == 0:
            return f"{number // size}{unit}"
    return str(number)
