"""Each check of the built site must be able to fail, and must name the page and the id."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.kernel.works import Work, read_work
from calculators.texts import works
from publisher.build import checks
from publisher.exports.files import export_files
from publisher.html.markup import html
from publisher.law.page import law_html

PAGE = '<!doctype html><html lang="{lang}"><head>{head}</head><body><article>{body}</article></body></html>'


@pytest.fixture
def shelf() -> dict[str, Work]:
    head = {
        "id": "probe",
        "kind": "text",
        "title": {"zh": "样本规定", "en": "Sample"},
        "issuer": {"zh": "甲", "en": "A"},
        "in_force": works()["incident-qa"].in_force,
        "taken_from": {"zh": "甲", "en": "A"},
        "official": [],
    }
    rows = [
        {"id": "art-1", "zh": "第一条", "en": "Article 1"},
        {"id": "art-1-p1", "zh": "甲。", "en": "A."},
        {"id": "art-2", "zh": "第二条", "en": "Article 2"},
    ]
    return {"probe": read_work({"work": head, "provision": rows})}


@pytest.fixture
def site(tmp_path: Path, shelf: dict[str, Work]) -> Path:
    """A small site that passes."""
    for folder, lang, up in (("", "zh", "../"), ("en/", "en", "../../")):
        law = html(law_html(shelf["probe"], lang))  # type: ignore[arg-type]
        write(tmp_path, f"{folder}probe/index.html", law.replace('href="/', f'href="{up}'))
        write(tmp_path, f"{folder}index.html", '<a href="probe/#art-2">x</a>')
    for name, content in export_files(shelf.values()).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def write(site: Path, name: str, body: str, head: str = "") -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    lang = "en" if name.startswith("en/") else "zh-Hans"
    file.write_text(PAGE.format(lang=lang, head=head, body=body), encoding="utf-8")


def change(site: Path, name: str, old: str, new: str) -> None:
    file = site / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_site_passes(site: Path, shelf: dict[str, Work]) -> None:
    assert checks.problems(site, shelf) == []


def test_a_missing_provision(site: Path, shelf: dict[str, Work]) -> None:
    change(site, "probe/index.html", 'class="prov prov-article" id="art-2"', "")
    found = checks.problems(site, shelf)
    assert "probe/index.html: the provision art-2 is missing" in found
    assert "en/probe/index.html: the id art-2 is not on the Chinese page" in found
    assert "index.html: probe/#art-2 leads to #art-2, and there is no such id" in found


def test_an_id_on_an_element_that_is_no_provision(site: Path, shelf: dict[str, Work]) -> None:
    change(site, "probe/index.html", 'class="prov prov-article" id="art-2"', 'id="art-2"')
    assert checks.problems(site, shelf) == ["probe/index.html: the provision art-2 is missing"]


def test_a_doubled_provision(site: Path, shelf: dict[str, Work]) -> None:
    change(site, "probe/index.html", 'id="art-2"', 'id="art-1"')
    found = checks.problems(site, shelf)
    assert "probe/index.html: the provision art-1 stands there twice" in found
    assert "probe/index.html: the id art-1 stands there 2 times" in found


def test_a_provision_that_the_data_lacks(site: Path, shelf: dict[str, Work]) -> None:
    change(site, "en/probe/index.html", 'id="art-2"', 'id="art-3"')
    found = checks.problems(site, shelf)
    assert "en/probe/index.html: art-3 is no provision of the work" in found
    assert "en/probe/index.html: the id art-3 is not on the Chinese page" in found


def test_provisions_out_of_order(site: Path, shelf: dict[str, Work]) -> None:
    for old, new in (("art-1", "art-x"), ("art-2", "art-1"), ("art-x", "art-2")):
        change(site, "probe/index.html", f'prov-article" id="{old}"', f'prov-article" id="{new}"')
    assert "probe/index.html: the provision art-2 stands out of order" in checks.problems(site, shelf)


@pytest.mark.parametrize("name", ["probe/index.html", "en/probe/index.html"])
def test_a_work_without_its_page(site: Path, shelf: dict[str, Work], name: str) -> None:
    (site / name).unlink()
    assert f"{name}: the page does not show the work probe" in checks.problems(site, shelf)


def test_a_page_in_one_language_only(site: Path, shelf: dict[str, Work]) -> None:
    write(site, "only/index.html", "")
    write(site, "en/other/index.html", "")
    found = checks.problems(site, shelf)
    assert "only/index.html: there is no English page" in found
    assert "en/other/index.html: there is no Chinese page" in found


def test_an_id_doubled_outside_the_law(site: Path, shelf: dict[str, Work]) -> None:
    for name in ("about/index.html", "en/about/index.html"):
        write(site, name, '<p id="x"></p><p id="x"></p>')
    assert checks.problems(site, shelf) == [
        "about/index.html: the id x stands there 2 times",
        "en/about/index.html: the id x stands there 2 times",
    ]


def test_an_id_made_from_a_heading_s_position(site: Path, shelf: dict[str, Work]) -> None:
    for name in ("about/index.html", "en/about/index.html"):
        write(site, name, '<h2 id="_1">x</h2>')
    assert len(checks.problems(site, shelf)) == 2


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("nowhere/", "leads to no file of the site"),
        ("probe/#art-9", "leads to #art-9, and there is no such id"),
        ("#nothing", "leads to #nothing, and there is no such id"),
        ("/probe/", "starts from the root, so it breaks where the site is put into a folder"),
        ("../../etc/", "leads out of the site"),
    ],
)
def test_a_link_that_leads_nowhere(site: Path, shelf: dict[str, Work], address: str, problem: str) -> None:
    write(site, "index.html", f'<a href="{address}">x</a>')
    assert checks.problems(site, shelf) == [f"index.html: {address} {problem}"]


@pytest.mark.parametrize(
    "address",
    [
        "probe/",
        "probe/index.html#art-1",
        "en/",
        "https://example.org/#x",
        "mailto:a@example.org",
        "#",
        "#a=b&c=d",
    ],
)
def test_a_link_that_is_right(site: Path, shelf: dict[str, Work], address: str) -> None:
    write(site, "index.html", f'<a href="{address}">x</a>')
    assert checks.problems(site, shelf) == []


def test_the_404_page_may_start_from_the_root(site: Path, shelf: dict[str, Work]) -> None:
    write(site, "404.html", '<a href="/probe/">x</a>')
    assert checks.problems(site, shelf) == []
    write(site, "404.html", '<a href="/nowhere/">x</a>')
    assert checks.problems(site, shelf) == ["404.html: /nowhere/ leads to no file of the site"]
    write(site, "404.html", '<a href="/folder/probe/#art-1">x</a>')
    assert checks.problems(site, shelf, root="/folder/") == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>x()</script>", "a script that stands inside the page"),
        ("<style>p{}</style>", "a style element"),
        ('<p id="q" style="color:red">x</p>', "a style attribute on <p id=q>"),
        ('<p id="q" onclick="x()">x</p>', "an event handler onclick on <p id=q>"),
        ('<a id="q" href="javascript:x()">x</a>', "a javascript: address on <a id=q>"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "https://cdn.example/x.js would be loaded from another host",
        ),
        ('<img src="//cdn.example/x.png">', "//cdn.example/x.png would be loaded from another host"),
        (
            '<link rel="stylesheet" href="https://cdn.example/x.css">',
            "https://cdn.example/x.css would be loaded from another host",
        ),
    ],
)
def test_what_the_security_policy_would_stop(
    site: Path, shelf: dict[str, Work], body: str, problem: str
) -> None:
    for name in ("about/index.html", "en/about/index.html"):
        write(site, name, body)
    assert checks.problems(site, shelf) == [f"about/index.html: {problem}", f"en/about/index.html: {problem}"]


def test_data_in_a_page_is_no_script(site: Path, shelf: dict[str, Work]) -> None:
    for name in ("about/index.html", "en/about/index.html"):
        write(site, name, '<script type="application/json">{}</script><img src="data:image/gif;base64,R0lG">')
    assert checks.problems(site, shelf) == []
