"""The characters that XML can hold."""

from __future__ import annotations

import re

# What XML 1.0 has no place for, and the bell and form feed that docxtpl takes for its own.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"


def printable(words: str) -> str:
    """Words with only characters that XML can hold."""
    return FORBIDDEN.sub(REPLACEMENT, words)
