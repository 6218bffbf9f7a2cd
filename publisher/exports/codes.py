"""The QR codes of single provisions and exercises as files: a page shows one when somebody asks for it."""

from __future__ import annotations

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import Lang
from calculators.texts import cases, works
from publisher.html import urls
from publisher.html.qr import CODES, codes_for, qr_file

_EXERCISES = "training/"


def code_files(lang: Lang, site: str) -> dict[str, bytes]:
    """Return the codes of one language by their addresses within it; none where the site knows no address for them."""
    if not codes_for(site):
        return {}
    start = site.rstrip("/")
    return {
        f"{CODES}/{name}.svg": qr_file(urls.page(start, lang, path, anchor))
        for name, path, anchor in _places()
    }


def codes_on(page: str) -> str:
    """Return the folder with the codes of the places on a page, within its language; empty where there are none."""
    if page == _EXERCISES:
        return f"{CODES}/exercise/"
    return f"{CODES}/{page}" if page.removesuffix("/") in works() else ""


def _places() -> list[tuple[str, str, str]]:
    """Return what there is a code of: its name, the page, and the place on it."""
    return [
        *((f"{work.id}/{row}", f"{work.id}/", row) for work in works().values() for row in work.provisions),
        *(
            (f"exercise/{case.id}", _EXERCISES, f"cases={case.id}")
            for name in CALCULATORS
            for case in cases(name)
        ),
    ]
