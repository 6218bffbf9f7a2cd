"""What counts as Chinese: characters, punctuation, full-width forms. ``docs/assets/shared/chinese.js`` has the same."""

import re

CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
"""A run of Chinese."""
