"""Stock Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by itself."""

from __future__ import annotations

import base64
import itertools
import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from websocket import create_connection

from tests.engines.driver import Driver, WebDriverError

_PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.security.https_first": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_FUNCTION = """async (json) => {
  const given = JSON.parse(json);
  return JSON.stringify((await (async () => { %s })()) ?? null);
}"""


class Firefox(Driver):
    """A Firefox without windows, with a profile of its own."""

    def __init__(self, program: str, profile: Path) -> None:
        lines = (
            f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in _PREFERENCES.items()
        )
        (profile / "user.js").write_text("".join(lines))
        log = profile / "log"
        with log.open("wb") as said:
            command = [
                program,
                "--headless",
                "--remote-debugging-port",
                "0",
                "--no-remote",
                "--profile",
                profile,
            ]
            self._process = subprocess.Popen([*command, "about:blank"], stdout=said, stderr=said)
        while not (found := _LISTENING.search(log.read_text(errors="replace"))):
            if self._process.poll() is not None:
                raise WebDriverError(log.read_text(errors="replace"))
            time.sleep(0.05)
        self._numbers = itertools.count(1)
        # A connection that names an origin is refused.
        self._socket = create_connection(f"{found[1]}/session", suppress_origin=True, timeout=120)
        self._send("session.new", capabilities={})
        self._page = self._send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.setViewport", context=self._page, viewport={"width": 1280, "height": 900})

    def _send(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass  # an event
        if answer["type"] == "error":
            raise WebDriverError(f"{method}: {answer['message']}")
        return answer["result"]

    def goto(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", context=self._page, delta=-1)

    def reload(self) -> None:
        self._send("browsingContext.reload", context=self._page, wait="complete")

    def js(self, body: str, *given: Any) -> Any:
        answer = self._send(
            "script.callFunction",
            functionDeclaration=_FUNCTION % body,
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._page},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise WebDriverError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def act(self, actions: list[dict[str, Any]]) -> None:
        self._send("input.performActions", context=self._page, actions=actions)

    def screenshot(self) -> bytes:
        return base64.b64decode(self._send("browsingContext.captureScreenshot", context=self._page)["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self._send("browsingContext.print", context=self._page)["data"])

    def close(self) -> None:
        try:
            self._send("browser.close")
            self._process.wait(10)
        finally:
            self._process.kill()
            self._process.wait()
            self._socket.close()
