"""QR codes: read back, every one of them; none where the site has no address that others reach."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases, works
from publisher.exports.codes import code_files
from publisher.html.markup import html
from publisher.html.qr import QUIET, codes_for, qr_svg
from tests.publisher.reading_codes import read_path

SITE = "https://example.org/handbook/"


def read(svg: str) -> str:
    drawing = fragment_fromstring(svg.partition("?>")[2] or svg)
    ground, code = drawing.iter("path")
    assert (ground.get("fill"), code.get("stroke")) == ("#fff", "#000"), "black on white, in a dark page too"
    return read_path(code.get("d", ""), drawing.get("viewbox", ""))


@pytest.mark.parametrize("lang", LANGS)
def test_every_provision_and_exercise_has_a_code_that_leads_to_it(lang: Lang) -> None:
    start = SITE + ("en/" if lang == "en" else "")
    found = {name: read(content.decode()) for name, content in code_files(lang, SITE).items()}
    assert found == {
        **{
            f"qr/{work.id}/{row}.svg": f"{start}{work.id}/#{row}"
            for work in works().values()
            for row in work.provisions
        },
        **{
            f"qr/exercise/{case.id}.svg": f"{start}training/#cases={case.id}"
            for name in CALCULATORS
            for case in cases(name)
        },
    }


def test_a_code_on_a_page_names_what_it_says_and_keeps_its_white_border() -> None:
    drawn = html(qr_svg("https://example.org/", "en"))
    page = fragment_fromstring(drawn)
    assert page.get("aria-label") == "QR code: https://example.org/"
    assert read(drawn) == "https://example.org/"
    assert f"M{QUIET} {QUIET}.5" in page[1].get("d", "")
    assert "style" not in drawn, "the security policy stops it"


@pytest.mark.parametrize("site", ["", "/", "http://127.0.0.1:8000/", "http://localhost/", "http://[::1]/"])
def test_there_are_none_where_nobody_could_follow_them(site: str) -> None:
    assert not codes_for(site)
    assert code_files("zh", site) == {}
