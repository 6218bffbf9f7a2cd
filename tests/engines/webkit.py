"""WebKitGTK's MiniBrowser on a screen that nobody sees, driven by WebDriver (https://www.w3.org/TR/webdriver2/).

In automation its session keeps nothing: each page fetches anew what it needs.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
from contextlib import ExitStack
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.engines.driver import Driver, WebDriverError
from tests.serving import free_port
from tests.serving import program as running

_SCRIPT = """
const done = arguments[1];
const given = JSON.parse(arguments[0]);
(async () => { %s })().then(
  (value) => done(JSON.stringify({ value: value ?? null })),
  (error) => done(JSON.stringify({ error: `${error} ${error?.stack ?? ""}` })),
);
"""
# As root there is no sandbox; without a graphics card, no shared buffers.
_ENVIRONMENT = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}


class WebKit(Driver):
    """A MiniBrowser with its driver and its screen."""

    def __init__(self, program: str) -> None:
        self._stack = ExitStack()
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        number = self._stack.enter_context(running(screen, **pipes)).stdout.readline().strip()
        port = free_port()
        environment = {**os.environ, **_ENVIRONMENT, "DISPLAY": f":{number}"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._stack.enter_context(running([program, f"--port={port}"], env=environment, **quiet))
        self._address = f"http://127.0.0.1:{port}"
        self._wait_for_driver()
        self._address += f"/session/{self._call('POST', '/session', {'capabilities': {}})['sessionId']}"
        self._call("POST", "/timeouts", {"script": 60_000, "pageLoad": 60_000})
        self._call("POST", "/window/rect", {"width": 1280, "height": 960})

    def _wait_for_driver(self) -> None:
        for _ in range(200):
            try:
                self._call("GET", "/status")
            except URLError:
                time.sleep(0.05)
            else:
                return
        raise WebDriverError("the driver of WebKitGTK does not start")

    def _call(self, method: str, path: str, body: object = None) -> Any:
        data = None if method == "GET" else json.dumps(body or {}).encode()
        try:
            with urlopen(Request(self._address + path, data, method=method), timeout=120) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise WebDriverError(f"{path}: {json.load(error)['value'].get('message')}") from None

    def goto(self, address: str) -> None:
        self._call("POST", "/url", {"url": address})

    def back(self) -> None:
        self._call("POST", "/back")

    def reload(self) -> None:
        self._call("POST", "/refresh")

    def js(self, body: str, *given: Any) -> Any:
        answer = json.loads(
            self._call("POST", "/execute/async", {"script": _SCRIPT % body, "args": [json.dumps(given)]})
        )
        if "error" in answer:
            raise WebDriverError(answer["error"])
        return answer["value"]

    def act(self, actions: list[dict[str, Any]]) -> None:
        self._call("POST", "/actions", {"actions": actions})

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("GET", "/screenshot"))

    def pdf(self) -> bytes:
        return base64.b64decode(self._call("POST", "/print"))

    def close(self) -> None:
        try:
            self._call("DELETE", "")
        finally:
            self._stack.close()
