"""Elements: text is text, whatever it holds, and everything stands in its order."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from publisher.html.markup import Markup, flat, html, joined, json_script, mark_chinese, tag

TEXTS = st.text(
    st.one_of(
        st.sampled_from("<>&\"'/;=[](){}*_`\\ "),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    )
)
CONTENT = st.recursive(
    TEXTS | st.builds(tag, st.sampled_from(["b", "span"]), TEXTS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.builds(lambda parts, title: tag("i", *parts, title=title), st.lists(inner, max_size=4), TEXTS)
    ),
    max_leaves=12,
)


def shape(content: Markup) -> list[object]:
    """Content as texts, and elements with their own content, in order; texts side by side are one."""
    found: list[object] = []
    for part in flat(content):
        if isinstance(part, Element):
            inner = [part.text or "", *(each for child in part for each in (child, child.tail or ""))]
            # A child brings its tail along, which stands behind it and not in it.
            found.append((part.tag, dict(part.attrib), shape(inner)))
        elif found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return found


def read(element: Element) -> tuple[str, dict[str, str], list[object]]:
    """An element as a browser reads it from what is written."""
    return seen(lxml_html.fragment_fromstring(html(element)))


def seen(element: lxml_html.HtmlElement) -> tuple[str, dict[str, str], list[object]]:
    inner = [element.text, *(each for child in element for each in (seen(child), child.tail))]
    return str(element.tag), dict(element.attrib), [each for each in inner if each]


@given(st.lists(CONTENT, max_size=4), TEXTS)
def test_what_is_written_is_what_was_put_together(content: list[Markup], title: str) -> None:
    expected = ("p", {"title": title}, shape(content))
    assert read(tag("p", *content, title=title)) == expected


def test_names_of_attributes_and_those_that_are_left_out() -> None:
    assert html(tag("a", "x", href='?a="b"&c', title=None)) == '<a href="?a=&quot;b&quot;&amp;c">x</a>'
    assert html(tag("i", class_="c", data_toc_id="", for_="f")) == '<i class="c" data-toc-id="" for="f"></i>'
    assert html("<", tag("br"), "&", [tag("b"), ""], ">") == "&lt;<br>&amp;<b></b>&gt;"


@given(st.lists(st.lists(TEXTS, max_size=2), max_size=5))
def test_joined_stands_between_what_is_not_empty(parts: list[list[str]]) -> None:
    assert html(joined("、", parts)) == "、".join(html(part) for part in parts if any(part))
    boxed = html(joined("、", ([tag("b", text) for text in part] for part in parts)))
    assert boxed == "、".join("".join(f"<b>{html(text)}</b>" for text in part) for part in parts if part)


@given(st.dictionaries(TEXTS, TEXTS))
def test_no_text_can_end_a_script(data: dict[str, str]) -> None:
    script = json_script(data)
    assert "<" not in (script.text or "")
    _, _, inner = read(script)
    assert json.loads(str(inner[0])) == data


@given(TEXTS)
def test_marks_for_chinese_take_no_character_away(text: str) -> None:
    for lang in ("zh", "en"):
        element = tag("p", mark_chinese(text, lang))
        assert "".join(element.itertext()) == text
    marked = [each.text for each in tag("p", mark_chinese(f"a{text}漏洞（甲）b", "en")).iter("span")]
    assert "漏洞（甲）" in (marked[-1] or "")
