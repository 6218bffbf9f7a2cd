"""Draw the picture that a shared link shows, one a language, into ``docs/assets/site``: paper, seal, title.

    python tools/card.py

The pictures are committed, so that building the site takes neither a browser nor fonts. Draw them anew when the
name of the site or its look changes.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "docs" / "assets" / "site"
SIZE = (1200, 630)
_COLOURS = 96
_PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>
* {{ box-sizing: border-box; margin: 0 }}
body {{ width: 1200px; height: 630px; padding: 60px 84px 52px; display: flex; flex-direction: column; color: #211c16;
  background: #fbf8f1; border: 14px solid #f4efe3; font: 32px/1.6 {body} }}
svg {{ flex: none; width: 92px; height: 92px }}
h1 {{ margin-top: 30px; font: 700 {size}px/1.25 {title}; text-wrap: balance }}
hr {{ width: 120px; margin: 26px 0; border: 0; flex: none; border-top: 6px solid #a32a1b }}
p {{ color: #5d5446; text-wrap: pretty }}
.last {{ margin-top: auto; font-size: 25px }}
</style><body>{seal}<h1>{name}</h1><hr><p>{about}</p><p class="last">{notice}</p>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one card says; its name is the site's, from the configuration of that language."""

    lang: str
    config: str
    size: int
    title: str
    body: str
    about: str
    notice: str


CARDS = {
    "zh": Card(
        lang="zh-Hans",
        config="mkdocs.yml",
        size=72,
        title="'Noto Serif CJK SC', 'Songti SC', serif",
        body="'Noto Sans CJK SC', 'PingFang SC', sans-serif",
        about="事件报告与漏洞管理：法规中英对照，逐条可查，时限有据。",
        notice="非官方参考，以中文官方文本为准",
    ),
    "en": Card(
        lang="en",
        config="mkdocs.en.yml",
        size=64,
        title="'Noto Serif', 'Liberation Serif', Georgia, serif",
        body="'Noto Sans', 'Liberation Sans', Arial, sans-serif",
        about="China’s rules on incident reports and vulnerabilities, in Chinese and English, with deadlines and their sources.",
        notice="Unofficial; the official Chinese texts govern",
    ),
}


def draw(browser: str) -> list[Path]:
    """Draw the cards with this browser; return the files."""
    seal = (THEME / "seal.svg").read_text(encoding="utf-8")
    files = []
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = window.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for lang, card in CARDS.items():
            found = re.search(r"^site_name: (.+)$", (ROOT / card.config).read_text("utf-8"), re.MULTILINE)
            name = found[1] if found else ""
            page.set_content(
                _PAGE.format(
                    lang=card.lang,
                    body=card.body,
                    title=card.title,
                    size=card.size,
                    seal=seal,
                    name=name,
                    about=card.about,
                    notice=card.notice,
                )
            )
            files.append(THEME / f"card.{lang}.png")
            # Few colours are enough for ink on paper, and a third of the bytes.
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(files[-1], optimize=True)
        window.close()
    return files


if __name__ == "__main__":
    for drawn in draw((ROOT / ".build" / "browser").read_text(encoding="utf-8")):
        print(f"{drawn.relative_to(ROOT)}: {drawn.stat().st_size // 1024} kB")
