"""QR codes read back, as a phone would: from a picture of them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw

PIXELS = 6
"""A module's side in the picture of a code."""


def drawn(rows: list[list[int]]) -> Image.Image:
    """Return a picture of dark and light modules."""
    picture = Image.new("L", (len(rows[0]) * PIXELS, len(rows) * PIXELS), 255)
    pen = ImageDraw.Draw(picture)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                pen.rectangle((x * PIXELS, y * PIXELS, (x + 1) * PIXELS - 1, (y + 1) * PIXELS - 1), fill=0)
    return picture


def modules(path: str, side: int) -> list[list[int]]:
    """Return the modules that the path of a code draws: strokes to the right, a row each, and moves."""
    rows = [[0] * side for _ in range(side)]
    x = y = 0.0
    number = ""
    steps: list[tuple[str, list[float]]] = []
    for each in f"{path} M":
        if each.isalpha():
            if steps and number.strip():
                steps[-1][1].extend(float(part) for part in number.replace("-", " -").split())
            steps.append((each, []))
            number = ""
        else:
            number += each
    for kind, values in steps[:-1]:
        if kind == "M":
            x, y = values
        elif kind == "m":
            x, y = x + values[0], y + values[1]
        else:
            assert kind == "h", f"a code is drawn in strokes to the right, not by {kind}"
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = 1
            x += values[0]
    return rows


def read(picture: Image.Image) -> list[str]:
    """Return what the codes in a picture say, from the top down."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [each.text for each in sorted(found, key=lambda one: one.position.top_left.y)]


def read_path(path: str, view_box: str) -> str:
    """Return what a code says that a page draws with a path."""
    (only,) = read(drawn(modules(path, int(view_box.rsplit(maxsplit=1)[-1]))))
    return only


def read_pdf(file: Path, sheet: int = 0, scale: float = 3) -> list[str]:
    """Return what the codes on a sheet of paper say."""
    with pypdfium2.PdfDocument(file) as document:
        return read(document[sheet].render(scale=scale).to_pil())


def read_png(png: bytes) -> list[str]:
    """Return what the codes on a screenshot say."""
    return read(Image.open(io.BytesIO(png)).convert("L"))
