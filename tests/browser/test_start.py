"""Python starts with the page: it waits for no style sheet, for no calculator and for no reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publisher.pack import read_manifest
from tests.browser import faults
from tests.browser.faults import Late, Noted, Served
from tests.browser.watched import PATHS


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_names_what_starts_it(site_folder: Path, lang: str) -> None:
    """The script that starts Python stands in the head, runs as soon as it is there, and its worker is named beside it."""
    text = (site_folder / PATHS[lang].lstrip("/") / "index.html").read_text(encoding="utf-8")
    head = BeautifulSoup(text, "html.parser").head
    assert head
    assert len(head.select("script[type=module][async][src$='/calculators/start.js']")) == 1
    assert len(head.select("link[rel=modulepreload][href$='/calculators/worker.js']")) == 1
    assert len(head.select("script[data-pack]")) == 1


def test_the_pack_is_asked_for_while_everything_else_still_arrives(served: Served) -> None:
    """While the style sheet is still on its way, and without the code of the form, the whole pack is asked for."""
    watched, broken = served
    folder = f"/runtime/{read_manifest().folder}/"
    broken["/site.css"] = late = Late()
    broken["/define.js"] = faults.missing
    broken[""] = noted = Noted()  # whatever has no fault of its own
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"], wait_until="commit")
        for _ in range(100):
            asked = {path.removeprefix(folder) for path in noted.paths if path.startswith(folder)}
            if asked == set(read_manifest().files):
                break
            page.wait_for_timeout(100)
        assert asked == set(read_manifest().files)
        late.gate.set()
        page.wait_for_load_state()
        watch.meant("404")
