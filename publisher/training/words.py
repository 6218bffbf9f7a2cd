"""Our words around the exercises, in both languages: those that the build writes and those that the script says."""

from __future__ import annotations

from pathlib import Path

from publisher.html.messages import read_texts

WORDS = read_texts(Path(__file__).with_name("words.toml"))
