"""What a page of law brings along for reading: the bar with language and place, and what its script needs to know."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from calculators.kernel.citation import Ref
from calculators.kernel.text import BETWEEN_SENTENCES, Lang, Text
from calculators.texts import cite
from publisher.html.frame import LINE
from publisher.html.markup import json_script, tag
from publisher.html.qr import ON_DEMAND
from publisher.law.reading.terms import Term

_READING = Text("文本语言", "Language of the text")
_CHOICES: dict[str, Text] = {
    "zh": Text("中文", "Chinese"),
    "en": Text("英文", "English"),
    "both": Text("对照", "Both"),
}
_GO_TO = Text("跳到", "Go to")
_GO = Text("前往", "Go")
_EXAMPLE: dict[str, Text] = {
    "art": Text("如 九(七)", "e.g. 9(7)"),
    "q": Text("如 问5", "e.g. q5"),
}
_EARLIER: dict[str, Text] = {
    "art": Text("上一条", "Previous"),
    "q": Text("上一问", "Previous"),
}
_LATER: dict[str, Text] = {"art": Text("下一条", "Next"), "q": Text("下一问", "Next")}
_PLACES = Text("位置", "Place in the text")

_SCRIPT: dict[str, Text] = {
    "tools": Text("{place}：链接和引注", "{place}: link and citation"),
    "link": Text("复制链接", "Copy link"),
    "cite_zh": Text("中文引注", "Cite in Chinese"),
    "cite_en": Text("英文引注", "Cite in English"),
    "text": Text("复制文字", "Copy text"),
    "embed": Text("嵌入代码", "Embed code"),
    **ON_DEMAND,
    "close": Text("关闭", "Close"),
    "copied": Text("已复制：{what}", "Copied: {what}"),
    "copied_text": Text("已复制{place}的文字。", "Copied: the text of {place}."),
    "by_hand": Text(
        "浏览器未允许写入剪贴板。文字已选中，请自行复制。",
        "The browser did not allow copying. The text is selected: copy it yourself.",
    ),
    "field": Text("供手动复制的文字", "Text to copy by hand"),
    "mended": Text(
        "链接“{asked}”在转发中走了样，已复原，到{place}。",
        "The link “{asked}” was changed on its way here; restored, it leads to {place}.",
    ),
    "no_place": Text("本页没有“{asked}”。", "This page has no “{asked}”."),
    "several": Text("“{asked}”不止一处，请选择：", "“{asked}” may be any of these:"),
    "nearest": Text("最近的是", "The nearest is "),
    "unread": Text(
        "没有读懂“{asked}”。可以写 9、第九条、九(七)、9.7、art 9(7)、问5。",
        "“{asked}” could not be read. Write 9, 9.7, art 9(7), 第九条, 九(七) or q5.",
    ),
    "went": Text("已到{place}。", "Now at {place}."),
    "shown": Text("现在显示：{what}", "Now showing: {what}"),
    "defined": Text("定义见", "Defined in "),
    "not_defined": Text("本站所收全文未作定义。", "Not defined in the full texts here."),
    "glossary": Text("术语表", "Glossary"),
    "stop": Text("。", "."),
}
"""Every sentence that the scripts may say, by the key under which they ask for it."""


def reading_bar(lang: Lang, *, questions: bool) -> Element:
    """Return the bar over the text: which language, where to. Without a script it is not shown."""
    kind = "q" if questions else "art"
    choices = tag(
        "fieldset",
        tag("legend", _READING.in_(lang), class_="visually-hidden"),
        *(_choice(value, label, lang) for value, label in _CHOICES.items()),
        class_="reading-choice",
    )
    label = tag("label", _GO_TO.in_(lang), for_="go-to", class_="go-label")
    box = tag(
        "input",
        id="go-to",
        name="place",
        type="text",
        maxlength="60",
        autocomplete="off",
        autocapitalize="off",
        spellcheck="false",
        enterkeyhint="go",
        aria_describedby="reading-says",
        placeholder=_EXAMPLE[kind].in_(lang),
        class_="field",
    )
    go = tag("button", _GO.in_(lang), type="submit", class_="button")
    form = tag("form", label, box, go, class_="go-form", role="search", aria_label=_GO_TO.in_(lang))
    steps = tag(
        "nav",
        _step("prev", "↑", _EARLIER[kind].in_(lang)),
        _step("next", "↓", _LATER[kind].in_(lang)),
        class_="reading-steps",
        aria_label=_PLACES.in_(lang),
    )
    says = tag("p", class_="reading-says", id="reading-says", role="status")
    done = tag("p", class_="visually-hidden", role="status", data_reading_done="")
    return tag("div", choices, form, steps, says, done, class_="reading-bar", data_reading_bar="")


def reading_data(lang: Lang, marked: Iterable[Term]) -> Element:
    """Return what the scripts need to know, as data."""
    table = {
        "lang": lang,
        "words": {key: text.in_(lang) for key, text in _SCRIPT.items()},
        "frame": LINE,
        "terms": {term.anchor: _tip(term, lang) for term in marked},
    }
    return json_script(table, data_reading_data="")


def _choice(value: str, label: Text, lang: Lang) -> Element:
    checked = "" if value == lang else None
    box = tag("input", type="radio", name="reading", value=value, autocomplete="off", checked=checked)
    return tag("label", box, tag("span", label.in_(lang)))


def _step(rel: str, sign: str, label: str) -> Element:
    """Return a link to the article before or after; the script says where it leads."""
    name = tag("span", label, class_="reading-step-name")
    return tag(
        "a",
        sign,
        name,
        href="",
        rel=rel,
        class_="reading-step",
        role="link",
        aria_label=label,
        aria_disabled="true",
    )


def _tip(term: Term, lang: Lang) -> dict[str, str]:
    """Return a term as its tip shows it: both languages, where it is defined, our note."""
    tip = {"zh": term.zh, "en": term.en}
    if term.defined_in:
        ref = Ref.parse(term.defined_in)
        tip |= {"at": f"../{ref.work}/#{ref.provision}", "where": cite(term.defined_in).in_(lang)}
    if ours := [each.in_(lang) for each in (term.plain, term.note) if each]:
        tip["note"] = BETWEEN_SENTENCES.in_(lang).join(ours)
    return tip
