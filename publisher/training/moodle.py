"""The exercises as Moodle XML, one file a language: what Moodle and other learning platforms import.

The elements are those that Moodle's importer reads (``question/format/xml/format.php``). A category holds the
exercises of one calculator; that above them says which editions of rules and texts the answers are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.builder import E
from lxml.etree import Comment, _Element, tostring

from calculators import __version__
from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.citation import CitationAddress, Ref
from calculators.kernel.text import LANGS, SEMICOLON, Lang, Text, joined
from calculators.texts import cases, cite, works
from publisher.html import messages, urls
from publisher.html.edition import edition
from publisher.training.words import WORDS

_TOP = Text("网络安全事件和漏洞规定练习", "China’s incident and vulnerability rules")
INVENTED = Text(
    "案例都是虚构的，答案由计算工具按同一套规则得出。",
    "The cases are invented; the calculators find the answers by the rules that they use for everybody.",
)
_EDITIONS = Text(
    "规则版本{rules}。文本版本：{works}。", "Edition of the rules {rules}. Text editions: {works}."
)
_NAMED = Text("{work} {edition}", "{work} {edition}")


def moodle_name(lang: Lang) -> str:
    """Return the name of the file of one language."""
    return f"exercises.{lang}.xml"


def moodle_files(site: str = "") -> dict[str, bytes]:
    """Return the files by their addresses; ``site`` is the address of the site's root, where it is known."""
    exercises = {
        name: [exercise_of(each, case) for case in cases(name)] for name, each in CALCULATORS.items()
    }
    return {urls.data("", moodle_name(lang))[1:]: moodle_bytes(exercises, lang, site) for lang in LANGS}


def moodle_bytes(exercises: Mapping[str, Iterable[Exercise]], lang: Lang, site: str = "") -> bytes:
    """Return exercises by the name of their calculator, in one language; without the site's address nothing is a link."""
    about = [_editions(), INVENTED, messages.CHINESE_GOVERNS]
    quiz = E.quiz(Comment(f" {_editions().in_(lang)} "), _category([_TOP.in_(lang)], about, lang))
    for name, given in exercises.items():
        quiz.append(_category([_TOP.in_(lang), CALCULATORS[name].title.in_(lang)], [], lang))
        quiz.extend(_question(each, lang, site.rstrip("/")) for each in given)
    return tostring(quiz, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _editions() -> Text:
    named = [_NAMED.fill(work=messages.work_title(work), edition=edition(work)) for work in works().values()]
    return _EDITIONS.fill(rules=__version__, works=joined(named, SEMICOLON))


def _category(names: list[str], about: list[Text], lang: Lang) -> _Element:
    """Return what opens a category: all that follows belongs to it. In its path a slash of a name is doubled."""
    path = "/".join(["$course$", "top", *(each.replace("/", "//") for each in names)])
    info = [_html("info", *(E.p(each.in_(lang)) for each in about))] if about else []
    return E.question(_text("category", path), *info, type="category")


def _question(exercise: Exercise, lang: Lang, site: str) -> _Element:
    case = exercise.case
    answers = (
        _html("answer", E.p(choice.in_(lang)), fraction="100" if place == exercise.right else "0")
        for place, choice in enumerate(exercise.choices)
    )
    reason = (E.p(each.in_(lang)) for each in exercise.because)
    return E.question(
        _text("name", case.title.in_(lang)),
        _html("questiontext", E.p(case.story.in_(lang)), E.p(exercise.ask.in_(lang))),
        _html("generalfeedback", *reason, _basis(exercise.basis, lang, site)),
        E.defaultgrade("1"),
        E.idnumber(case.id),
        E.single("true"),
        E.shuffleanswers("false"),  # they stand in an order: times, grades
        E.answernumbering("ABCD"),
        *answers,
        type="multichoice",
    )


def _basis(basis: tuple[CitationAddress, ...], lang: Lang, site: str) -> _Element:
    line = E.p(WORDS["basis"].in_(lang))
    for place, at in enumerate(basis):
        ref, said = Ref.parse(at), cite(at).in_(lang)
        address = urls.page(site, lang, f"{ref.work}/", ref.provision)
        item = E.a(said, href=address) if site else E.span(said)
        item.tail = SEMICOLON.in_(lang) if place + 1 < len(basis) else None
        line.append(item)
    return line


def _text(name: str, said: str) -> _Element:
    return E(name, E.text(said))


def _html(name: str, *parts: _Element, fraction: str | None = None) -> _Element:
    """Return an element whose text is HTML, which Moodle wants as characters."""
    said = "".join(tostring(each, method="html", encoding="unicode") for each in parts)
    made = E(name, E.text(said), format="html")
    if fraction is not None:
        made.set("fraction", fraction)
    return made
