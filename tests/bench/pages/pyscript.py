"""The same question, asked from PyScript."""

import json
from urllib.parse import parse_qsl

from pyscript import document, window

from calculators import bridge

facts = dict(parse_qsl(window.location.hash[1:]))
answer = bridge.call(json.dumps({"calculator": "incident-report", "lang": "en", "facts": facts}))
document.querySelector("#answer").textContent = json.loads(answer)["answer_text"]
window.answeredAt = window.performance.now()
