"""Scripts and style sheets put together: nothing is fetched one by one, nothing is forgotten, a mistake is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.assets.bundle import ENTRIES, bundle
from publisher.assets.files import LOAD_ERROR
from publisher.errors import BundlingError
from publisher.paths import ROOT
from tests.browser.watched import own_asset

ASSETS = ROOT / "docs" / "assets"
STATIC = re.compile(
    r"""(?:^|[;}])(?:import|export)[^;'"()]*?from ?["']([^"']+)["']|(?:^|;)import ?["']([^"']+)["']|@import""",
    re.MULTILINE,
)
ANY = re.compile(
    r"""(?:^(?:import|export)\b.*|\bimport\(|^@import )"(\.{1,2}/[\w./-]+\.(?:js|css))\"""", re.MULTILINE
)
"""What a file imports, at once or later."""
CLASSIC = {
    "site/load-error.js",
    "law/early.js",
    "site/drawer.js",
    "site/newer.js",
    "site/not-found-language.js",
    "site/search-door.js",
    "law/ahead.js",
    "law/language-link.js",
    "law/print.js",
    "site/base.js",
    "site/palette.js",
}
"""Scripts that are no modules: they run before the page is shown, or stand alone."""
STAYS = "site/load-error.js"
"""Its address stays, for pages whose other scripts are gone."""


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_fetched_in_one_request(site_folder: Path, entry: str) -> None:
    """What a page asks for imports nothing at once; the calculator imports the start, which the page has fetched."""
    built = (site_folder / own_asset(entry).lstrip("/")).read_text(encoding="utf-8")
    imported = {found[0] or found[1] or "@import" for found in STATIC.findall(built)}
    assert imported == ({"./runtime/start.js"} if entry == "calculator/define.js" else set())


def test_every_file_belongs_to_an_entry() -> None:
    """No script and no style sheet lies about that nothing imports."""
    seen, waiting = set(), list(ENTRIES)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            lines = (ASSETS / name).read_text(encoding="utf-8").splitlines()
            code = "\n".join(line for line in lines if not line.lstrip().startswith(("*", "/*")))
            paths = ((ASSETS / name).parent / each for each in ANY.findall(code) if "/material/" not in each)
            waiting += [path.resolve().relative_to(ASSETS).as_posix() for path in paths]
    files = (file for file in ASSETS.rglob("*.*") if file.suffix in {".js", ".css"})
    assert {file.relative_to(ASSETS).as_posix() for file in files} == seen | CLASSIC


def test_the_site_holds_no_script_that_nothing_asks_for(site_folder: Path) -> None:
    """What was put into others is not beside them: there are entries, what is loaded later, and what is no module."""
    own = (site_folder / own_asset("css/site.css").lstrip("/")).parents[1]
    files = {file.relative_to(own).as_posix() for file in own.rglob("*.*") if file.suffix in {".js", ".css"}}
    later = {name for name in files if re.search(r"-[A-Z0-9]{8}\.js$", name)}
    assert files - later == {*ENTRIES, *CLASSIC} - {STAYS}
    assert (site_folder / LOAD_ERROR).is_file()
    text = "".join((own / name).read_text(encoding="utf-8") for name in files)
    assert later
    assert [name for name in later if Path(name).name not in text] == []


def test_there_is_one_client(site_folder: Path) -> None:
    """The calculator's script takes the client from the start and holds none itself: two would start Python twice."""
    built = {
        name: (site_folder / own_asset(f"calculator/{name}.js").lstrip("/")).read_text()
        for name in ("runtime/start", "define")
    }
    assert [name for name, text in built.items() if "extends EventTarget" in text] == ["runtime/start"]


def test_a_mistake_stops_the_build(tmp_path: Path) -> None:
    """An import that is not there is an error that names the file."""
    for entry in ENTRIES:
        (tmp_path / entry).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / entry).write_text("", encoding="utf-8")
    (tmp_path / "law" / "law.js").write_text('import "./nowhere.js";', encoding="utf-8")
    with pytest.raises(BundlingError, match=r"law\.js(.|\n)*nowhere"):
        bundle(tmp_path)
