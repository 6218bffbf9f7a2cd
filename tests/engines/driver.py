"""What a reader does in any browser, in the words of WebDriver: go, click, type, go back; and what can be seen of it."""

from __future__ import annotations

import contextlib
import time
from abc import ABC, abstractmethod
from typing import Any

KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
}
_PLACE = """
const found = [...document.querySelectorAll(given[0])].find((each) => each.checkVisibility());
if (!found) return null;
found.scrollIntoView({ block: "center", behavior: "instant" });
const { x, y, width, height } = found.getClientRects()[0];
return [x + width / 2, y + height / 2];
"""


class WebDriverError(Exception):
    """What the browser or its driver says has gone wrong."""


class Driver(ABC):
    """One page of a browser; ``js`` takes the body of a function that may await, its arguments are in ``given``."""

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    @abstractmethod
    def back(self) -> None: ...

    @abstractmethod
    def reload(self) -> None: ...

    @abstractmethod
    def js(self, body: str, *given: Any) -> Any: ...

    @abstractmethod
    def act(self, actions: list[dict[str, Any]]) -> None:
        """Do what WebDriver calls actions, with a pointer or with keys."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """Return the window as PNG."""

    @abstractmethod
    def pdf(self) -> bytes:
        """Return the page on paper."""

    @abstractmethod
    def close(self) -> None: ...

    def wait(self, expression: str, *given: Any, seconds: float = 15) -> Any:
        """Wait until an expression gives something, through a change of page as well, and return that."""
        last: object = None
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                if last := self.js(f"return {expression}", *given):
                    return last
            except WebDriverError as error:
                last = error
            time.sleep(0.02)
        raise WebDriverError(f"never so within {seconds} s: {expression} {given}: {last}")

    def click(self, selector: str) -> None:
        """Bring the first of these that is shown into the window, and press it with the mouse."""
        x, y = self.wait(f"(() => {{ {_PLACE} }})()", selector)
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        move = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
        self.act([{"type": "pointer", "id": "mouse", "actions": [move, *press]}])

    def press(self, *names: str) -> None:
        """Press keys together, let go in turn."""
        values = [KEYS.get(name, name) for name in names]
        down = [{"type": "keyDown", "value": value} for value in values]
        up = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.act([{"type": "key", "id": "keys", "actions": [*down, *up]}])

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        actions = [{"type": way, "value": sign} for sign in text for way in ("keyDown", "keyUp")]
        self.act([{"type": "key", "id": "keys", "actions": actions}])

    def pasted(self) -> str:
        """Return what is on the clipboard, put there as a reader does it: into a box, with the keyboard."""
        self.js("""
          const box = document.createElement("textarea");
          box.id = "pasted";
          box.style.cssText = "position: fixed; inset: 0; z-index: 99";
          document.body.append(box);
          box.focus();
        """)
        self.press("Control", "v")
        with contextlib.suppress(WebDriverError):
            self.wait("document.querySelector('#pasted').value", seconds=5)
        return str(
            self.js("""
              const box = document.querySelector("#pasted");
              box.remove();
              return box.value;
            """)
        )
