"""The Chromium of the other tests, by the same words: what holds in the other engines is compared with it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Error

from tests.engines.driver import KEYS, Driver, WebDriverError

_NAMES = {value: name for name, value in KEYS.items()}


class Chromium(Driver):
    """A page of a Chromium that Playwright drives."""

    def __init__(self, browser: Browser) -> None:
        self._context = browser.new_context(viewport={"width": 1280, "height": 900})
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._page = self._context.new_page()

    def goto(self, address: str) -> None:
        self._page.goto(address)

    def back(self) -> None:
        self._page.go_back()

    def reload(self) -> None:
        self._page.reload()

    def js(self, body: str, *given: Any) -> Any:
        try:
            return self._page.evaluate(f"async (given) => {{ {body} }}", list(given))
        except Error as error:
            raise WebDriverError(str(error)) from None

    def act(self, actions: list[dict[str, Any]]) -> None:
        mouse, keyboard = self._page.mouse, self._page.keyboard
        for each in (step for source in actions for step in source["actions"]):
            match each["type"]:
                case "pointerMove":
                    mouse.move(each["x"], each["y"])
                case "pointerDown":
                    mouse.down()
                case "pointerUp":
                    mouse.up()
                case "keyDown" if "\u2e80" <= each["value"] <= "\u9fff":
                    keyboard.insert_text(each["value"])
                case "keyDown":
                    keyboard.down(_NAMES.get(each["value"], each["value"]))
                case "keyUp" if not "\u2e80" <= each["value"] <= "\u9fff":
                    keyboard.up(_NAMES.get(each["value"], each["value"]))

    def pasted(self) -> str:
        return str(self.js("return await navigator.clipboard.readText()"))  # without windows no key pastes

    def screenshot(self) -> bytes:
        return self._page.screenshot()

    def pdf(self) -> bytes:
        return self._page.pdf(prefer_css_page_size=True)

    def close(self) -> None:
        self._context.close()
