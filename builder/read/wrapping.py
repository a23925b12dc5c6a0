"""Pieces of one paragraph put together again where a line end, a cell or a number parted them."""

from __future__ import annotations

import re
from collections.abc import Iterable

BOLD_HEADING = re.compile(r"[^。！？!?；;：:，,\d|]{4,24}。")
SIGNS = frozenset(".%+-)")
# What a line end never parts: a figure or a Latin word, a letter with the signs that belong to
# it, a half-width comma and the Latin word after it. Quotation marks hold to both sides.
_LATIN = r"[A-Za-z0-9.,%/+\-~μ³²]+"
_AFTER = r"[,，.。、;；:：!！?？)）》〉】〕」』%％]*"
_UNIT = rf"[+\-#（(《〈【〔「『“‘]*(?:{_LATIN}|.){_AFTER}"
_WORD = re.compile(rf"{_UNIT}(?:[“”‘’\"]{_UNIT}|(?<=[,.;:!?)]){_LATIN}{_AFTER})*")


def joined(pieces: Iterable[str]) -> str:
    """The pieces as one paragraph: Chinese runs on, Latin words and figures keep a space between.

    No program breaks a line inside a figure, so two figures at a line end were two.
    """
    text = ""
    for piece in pieces:
        bare = piece.strip()
        between = " " if text and bare and _is_latin(text[-1]) and _is_latin(bare[0]) else ""
        text += between + bare
    return text


def first_word(line: str) -> str:
    """What at the start of a line no program parts by a line end: `32.8%，` or `（一）`."""
    found = _WORD.match(line)
    return found[0] if found else ""


def numbered(number: str, text: str) -> str:
    """A paragraph behind its automatic number; "1." and "2024年" never become "1.2024年"."""
    return f"{number} {text}" if _is_latin(text[:1]) and _is_latin(number[-1:]) else number + text


def heading(bold: str) -> str:
    """A paragraph that is bold as a whole; a heading (`存在问题。`) stands without its 。."""
    return bold[:-1] if BOLD_HEADING.fullmatch(bold) else bold


def _is_latin(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in SIGNS) and letter != ""
