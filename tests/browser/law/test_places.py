"""Going to places: typed, step by step, by an address that is not there; the contents and the mark follow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import FOLDERS, open_law
from tests.browser.watched import Watched

WIDTHS = {1280: {"width": 1280, "height": 900}, 390: {"width": 390, "height": 844}}
every_lang = pytest.mark.parametrize("lang", FOLDERS)
every_width = pytest.mark.parametrize("width", WIDTHS)
# Both languages and both widths, each once: in English the bar of a phone has the most lines.
each_once = pytest.mark.parametrize(("lang", "width"), [("en", 390), ("zh", 1280)])

ITEM = "art-9-p1-i7"
SPELLINGS = {
    "9": "art-9",
    "九": "art-9",
    "第九条": "art-9",
    "第9条": "art-9",
    "９": "art-9",
    "art 9": "art-9",
    "Article 9": "art-9",
    "十六": "art-16",
    "第十六条": "art-16",
    "九(七)": ITEM,
    "九（七）": ITEM,
    "9(7)": ITEM,
    "9.7": ITEM,
    "９（７）": ITEM,
    "art 9(7)": ITEM,
    "Art. 9 (7)": ITEM,
    "9(1)(7)": ITEM,
    "9.1.7": ITEM,
    "9条7项": ITEM,
    "第九条第七项": ITEM,
    "第九条第（七）项": ITEM,
    "第九条第一款第（七）项": ITEM,
    "《网络产品安全漏洞管理规定》第九条第一款第（七）项": ITEM,
    "Article 9, paragraph 1, item (7)": ITEM,
    "Section 9(7)": ITEM,
    "s 9(7)": ITEM,
    "9-7": ITEM,
    "9 ( 7 )": ITEM,
    "9\u200b(7)": ITEM,
    "Art. 9.1(7)": ITEM,
    "item 7 of article 9": ITEM,
    "本规定第九条第七项": ITEM,
    "RMSV 9.7": ITEM,
    "第9(7)条": ITEM,
    "§ 9": "art-9",
    "本规定第九条": "art-9",
    "nine": "art-9",
    "art-9-p1-i7": ITEM,
    "#art-9-p1-i7": ITEM,
    "第七条第二款": "art-7-p2",
    "art 7 para 2": "art-7-p2",
    "notice-p1": "notice-p1",
}
QUESTIONS = {
    "5": "q5",
    "q5": "q5",
    "Q5": "q5",
    "问5": "q5",
    "第五问": "q5",
    "question 5": "q5",
    "q5-p3": "q5-p3",
}
UNKNOWN = {
    "paragraph 7 of article 9": "art-9",
    "第九条第七款": "art-9",
    "20": "art-16",
    "第二十条": "art-16",
    "9(99)": "art-9",
    "第九条第一款第（十二）项": "art-9-p1",
}


def go_to(page: Page, asked: str) -> None:
    page.locator("#go-to").fill(asked)
    page.locator("#go-to").press("Enter")


@pytest.mark.parametrize(
    ("law", "spellings"), [("vulnerability-provisions", SPELLINGS), ("incident-qa", QUESTIONS)]
)
def test_every_spelling_goes_there(watched: Watched, law: str, spellings: dict[str, str]) -> None:
    with watched.visit(viewport=WIDTHS[1280]) as (page, _):
        open_law(watched, page, "zh", f"{law}/")
        for asked, own in spellings.items():
            page.evaluate("() => { history.replaceState(null, '', location.pathname); scrollTo(0, 0); }")
            go_to(page, asked)
            page.wait_for_function("(own) => location.hash === `#${own}`", arg=own)
            expect(page.locator(f"#{own}")).to_be_in_viewport()


@every_lang
@every_width
def test_the_button_goes_there_and_says_so(watched: Watched, lang: str, width: int) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, "vulnerability-provisions/")
        page.locator("#go-to").fill("九(七)" if lang == "zh" else "art 9(7)")
        page.locator(".go-form .button").click()
        expect(page.locator(f"#{ITEM}")).to_be_in_viewport()
        says = "已到第九条第一款第（七）项" if lang == "zh" else "Article 9, paragraph 1, item (7)"
        expect(page.locator("[data-reading-done]")).to_contain_text(says)


@every_lang
@every_width
def test_a_place_that_is_not_there_says_so_and_offers_the_nearest(
    watched: Watched, lang: str, width: int
) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, "vulnerability-provisions/")
        for asked, near in UNKNOWN.items():
            go_to(page, asked)
            expect(page.locator("#reading-says")).to_contain_text(asked)
            expect(page.locator("#reading-says a")).to_have_attribute("href", f"#{near}")
        assert page.locator("#go-to").get_attribute("aria-invalid") == "true"
        page.locator("#reading-says a").click()
        expect(page.locator("#art-9-p1")).to_be_in_viewport()
        go_to(page, "<b>hello</b>")
        expect(page.locator("#reading-says")).to_contain_text("<b>hello</b>")
        expect(page.locator("#reading-says a")).to_have_count(0)


@every_lang
@every_width
def test_what_may_be_several_places_offers_them_all(watched: Watched, lang: str, width: int) -> None:
    """7(2) is an item or a paragraph, and a range is all that it holds."""
    items = [f"#art-7-p1-i{item}" for item in (1, 2, 3)]
    several = {
        "7(2)": ["#art-7-p1-i2", "#art-7-p2"],
        "7-2": ["#art-7-p1-i2", "#art-7-p2"],
        "第七条第一款第一项至第三项": items,
        "items (1) to (3) of Article 7": items,
        "第九条、第十条": ["#art-9", "#art-10"],
    }
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, "vulnerability-provisions/")
        for asked, wanted in several.items():
            go_to(page, asked)
            says = page.locator("#reading-says")
            expect(says).to_contain_text(asked)
            assert says.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))") == wanted
            assert page.locator("#go-to").get_attribute("aria-invalid") is None
        says.locator("a").last.click()
        expect(page.locator("#art-10")).to_be_in_viewport()
        expect(says).to_be_empty()


@each_once
@pytest.mark.parametrize(
    ("anchor", "near"),
    [
        ("vulnerability-provisions/#art-20", "art-16"),
        ("vulnerability-provisions/#art-9-p1-i12", "art-9-p1"),
        ("vulnerability-provisions/#no-such-place", "art-1"),
        ("vulnerability-provisions/#%E7%AC%AC%E4%BA%8C%E5%8D%81%E6%9D%A1", "art-16"),
        ("vulnerability-provisions/#%", "art-1"),
        ("incident-qa/#q9", "q7"),
        ("incident-measures/#annex-no-such", "annex"),
    ],
)
def test_an_anchor_that_is_not_there_says_so_and_offers_the_nearest(
    watched: Watched, lang: str, width: int, anchor: str, near: str
) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, anchor)
        says = page.locator("#reading-says")
        expect(says).to_be_in_viewport()
        link = says.locator("a")
        expect(link).to_have_attribute("href", f"#{near}")
        link.click()
        expect(page.locator(f"#{near}")).to_be_in_viewport()
        expect(says).to_be_empty()


def test_nothing_stands_behind_the_bar(watched: Watched) -> None:
    """Below the bar stay the head of the grading table as one reads on, and the source that a link leads to."""
    under = "(bar, at) => document.querySelector(at).getBoundingClientRect().top - bar.getBoundingClientRect().bottom"
    with watched.visit(viewport={"width": 1280, "height": 800}) as (page, _):
        page.goto(f"{watched.address}/incident-measures/")
        bar = page.locator("[data-reading-bar]")
        page.locator(".table--grading tbody tr").nth(4).evaluate("(row) => row.scrollIntoView()")
        assert 0 <= bar.evaluate(under, ".table--grading thead th") < 4
        source = page.locator(".sources li[id^=source-]").first.get_attribute("id")
        page.evaluate("(id) => { location.hash = id; }", source)
        page.wait_for_function("(id) => document.getElementById(id).matches(':target')", arg=source)
        assert bar.evaluate(under, f"#{source}") >= 0


def test_an_anchor_that_is_there_says_nothing(watched: Watched) -> None:
    with watched.visit() as (page, _):
        for anchor in ("art-9", "particulars", "notice-p1"):
            open_law(watched, page, "zh", f"vulnerability-provisions/#{anchor}")
            expect(page.locator("#reading-says")).to_be_empty()


@every_lang
@every_width
@pytest.mark.parametrize(("law", "kind"), [("vulnerability-provisions", "art-"), ("incident-qa", "q")])
def test_step_by_step_through_the_text(watched: Watched, lang: str, width: int, law: str, kind: str) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, f"{law}/#{kind}3")
        later, earlier = page.locator("a[rel=next].reading-step"), page.locator("a[rel=prev].reading-step")
        for number in (4, 5):
            expect(later).to_have_attribute("href", f"#{kind}{number}")
            later.click()
        expect(earlier).to_have_attribute("href", f"#{kind}4")
        name = str(earlier.get_attribute("aria-label"))
        assert ("四" if lang == "zh" else "4") in name
        page.evaluate("scrollTo(0, 0)")
        expect(later).to_have_attribute("href", f"#{kind}1")
        expect(earlier).to_have_attribute("aria-disabled", "true")
        assert earlier.get_attribute("href") is None


@every_lang
@pytest.mark.parametrize(
    ("law", "own", "line"),
    [
        ("vulnerability-provisions", "art-9", "art-9"),
        ("vulnerability-provisions", ITEM, "art-9"),
        ("vulnerability-provisions", "art-13", "art-13"),
        ("incident-qa", "q5", "q5"),
        ("incident-measures", "art-8", "art-8"),
    ],
)
def test_the_contents_follow(watched: Watched, lang: str, law: str, own: str, line: str) -> None:
    with watched.visit(viewport=WIDTHS[1280]) as (page, _):
        open_law(watched, page, lang, f"{law}/#{own}")
        active = page.locator(".md-nav--secondary .md-nav__link--active")
        expect(active).to_have_attribute("href", f"#{line}")
        expect(active).to_be_in_viewport()
        other = "q2" if law == "incident-qa" else "art-2"
        page.evaluate("(own) => document.getElementById(own).scrollIntoView()", other)
        expect(active).to_have_attribute("href", f"#{other}")


def test_arriving_by_a_link_marks_the_provision_until_the_reader_moves_on(watched: Watched) -> None:
    marked = "(id) => getComputedStyle(document.getElementById(id), '::before').content"
    with watched.visit(viewport=WIDTHS[1280]) as (page, _):
        open_law(watched, page, "zh", f"vulnerability-provisions/#{ITEM}")
        assert page.evaluate(marked, ITEM) != "none"
        page.evaluate("scrollBy(0, 60)")
        page.wait_for_timeout(200)
        assert page.evaluate(marked, ITEM) != "none"  # still in sight
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_function("() => 'movedOn' in document.documentElement.dataset")
        assert page.evaluate(marked, ITEM) == "none"
        page.evaluate("() => { location.hash = '#art-5'; }")
        page.wait_for_function("() => !('movedOn' in document.documentElement.dataset)")
        assert page.evaluate(marked, "art-5") != "none"


@each_once
@pytest.mark.parametrize(
    ("anchor", "meant"),
    [
        ("vulnerability-provisions/#art-9-p1-i7)", ITEM),
        ("vulnerability-provisions/#art-9-p1-i7）。", ITEM),
        ("vulnerability-provisions/#ART-9-P1-I7", ITEM),
        ("vulnerability-provisions/#art%252D9", "art-9"),
        ("incident-qa/#q5-p1，", "q5-p1"),
        ("incident-measures/#art–8", "art-8"),
    ],
)
def test_an_anchor_that_was_changed_on_its_way_leads_there_and_says_so(
    watched: Watched, lang: str, width: int, anchor: str, meant: str
) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        open_law(watched, page, lang, anchor)
        page.wait_for_function("(id) => location.hash === `#${id}`", arg=meant)
        expect(page.locator(f"#{meant}")).to_be_in_viewport()
        expect(page.locator("#reading-says")).to_contain_text("已复原" if lang == "zh" else "restored")
        for _ in range(
            2
        ):  # as it was arrived at, and as the browser goes back to it while the page is loading
            bar = page.locator("[data-reading-bar]").bounding_box()
            place = page.locator(f"#{meant}").bounding_box()
            assert bar
            assert place
            assert place["y"] >= bar["y"] + bar["height"] - 1, "its beginning is under the bar"
            page.evaluate(
                "(id) => document.getElementById(id).scrollIntoView({ behavior: 'instant' })", meant
            )
        page.evaluate("() => { location.hash = ''; location.hash = 'particulars'; }")
        expect(page.locator("#reading-says")).to_be_empty()


@every_lang
def test_anchors_of_other_pages_are_mended_too(watched: Watched, lang: str) -> None:
    with watched.visit(viewport=WIDTHS[390]) as (page, _):
        for path, id_ in (
            ("glossary/", ".md-content [id]"),
            ("faq/", "main h2[id], main h3[id]"),
            ("law-around/", "main tr[id]"),
            ("calculators/disclosure/", "[data-fact][id]"),
        ):
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            anchor = str(page.locator(id_).last.get_attribute("id"))
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}#{anchor}）。")
            page.wait_for_function("(id) => location.hash === `#${id}`", arg=anchor)
            expect(page.locator(".anchor-mended")).to_contain_text(f"#{anchor}）。")
            expect(page.locator(".anchor-mended")).to_be_in_viewport()
            header = page.locator(".md-header").bounding_box()
            said = page.locator(".anchor-mended").bounding_box()
            assert header
            assert said
            assert said["y"] >= header["y"] + header["height"]
            expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
            page.evaluate("location.hash = 'no-such-place'")
            page.goto("about:blank")
