"""Draw the picture of README anew, from the built site: `.venv/bin/python tools/picture.py`. It is committed."""

from __future__ import annotations

import io
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from publisher.hosting.server import Server
from publisher.hosting.site import built_site

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "readme.png"
CASE = "/en/calculators/incident-report/#aware_at=2026-11-21T14:30&cii=yes&central_body=no&grade=major"
NOW = "2026-11-21T14:45:00+08:00"
COLOURS = 64


def main() -> None:
    """Open a case that is answered, and keep what is on the screen at its answer."""
    browser = (ROOT / ".build" / "browser").read_text(encoding="utf-8")
    with Server(built_site()) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(
            viewport={"width": 1280, "height": 720}, timezone_id="Asia/Shanghai"
        )
        page.clock.set_fixed_time(NOW)
        page.goto(f"http://127.0.0.1:{server.server_port}{CASE}")
        page.locator("[data-state=answered] [data-part=answer]").evaluate(
            "(answer) => answer.scrollIntoView()"
        )
        page.wait_for_timeout(300)
        Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS).save(
            PICTURE, optimize=True
        )
        server.shutdown()


if __name__ == "__main__":
    main()
