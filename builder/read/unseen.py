"""Signs that no reader sees: they part nothing, and none of them may change a number.

63 with a zero-width space or a soft hyphen in it is 63. Where such a sign turns the direction of
reading, or strikes a digit out, nobody can say which number is meant: no value is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.model import Remark

# Stands in the plain copy for a sign that nobody sees, and for a digit that can't be read.
NOTHING, UNREADABLE = "\u200b", "\ufffd"
# Signs of control, of direction, of variants of letters: all that takes no room in print.
_NO_WIDTH = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb"
    "\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Letters of Arabic, Indian and Mongolian scripts and pictures need joiners and variants.
_SHAPED = "\u0590-\u109f\u1780-\u18af\u2190-\u2bff\U0001f000-\U0001faff"
_SHAPING = "\u200c\u200d\u180b-\u180d\u180f\ufe0e\ufe0f"
# Colours of a terminal, and a word's reading between its letters and the end of the note.
_ESCAPE = r"\x1b\[[0-?]*[ -/]*[@-~]"
_READING = "\ufffa[^\ufff9-\ufffb\n]*\ufffb"
UNSEEN = re.compile(
    f"{_ESCAPE}|{_READING}|(?!(?<=[{_SHAPED}])[{_SHAPING}])[{_NO_WIDTH}]|\u200d(?![{_SHAPED}])"
)
# From a sign that turns the direction to the one that turns it back, or the end of the line.
_TURNED = re.compile(
    "[\u202b\u202e\u2067]([^\n\u202a-\u202e\u2066-\u2069]*[\u202c\u2069]|[^\n]*)"
    # Behind a mark of right-to-left writing all stands reversed up to the next letter.
    "|(?<=[^\\d.])[\u200f\u061c][^\\w\n]*\\d[\\d.]*|[\u200f\u061c][^\\w\n]+\\d[\\d.]*"
)
# A digit with a stroke through it, a ring around it, a sign above; one typed over another.
_MARKS = "[\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
_MARKED = re.compile(f"\\d{_MARKS}")
_BEHIND = re.compile(f"(?<=\\d){_MARKS}")
# Every one of them begins with such a sign, which few texts have.
_SIGN = re.compile(f"{_MARKS[:-2]}{_NO_WIDTH}]")
_OVERTYPED = re.compile("[\\d.]+(?:[\x08\x7f]+[\\d.]*)+")
_DIGITS = re.compile(r"\d")
_IN_NUMBER = re.compile(f"(?<=[\\d.])[{_NO_WIDTH}]+(?=[\\d.])")
MOST_SHOWN = 3


class Seen(NamedTuple):
    """A text as it is seen; its letters stand in the source where no `gaps` are.

    At `unsure` places of the source stand digits that can't be read.
    """

    text: str
    gaps: tuple[tuple[int, int], ...]
    unsure: tuple[int, ...]
    remarks: tuple[Remark, ...]


def seen(text: str) -> Seen:
    """The text without the signs that nobody sees."""
    if _SIGN.search(text) is None:
        return Seen(text, (), (), ())
    found = [match.span() for pattern in (UNSEEN, _BEHIND) for match in pattern.finditer(text)]
    if not found:
        return Seen(text, (), (), ())
    gaps = tuple(sorted(found))
    kept = [0, *(at for gap in gaps for at in gap), len(text)]
    lean = "".join(text[start:end] for start, end in zip(kept[::2], kept[1::2], strict=True))
    unsure = {at for span in _unsure(text) for at in range(*span) if _DIGITS.match(text, at)}
    return Seen(lean, gaps, tuple(sorted(unsure)), tuple(_remarks(text)))


def spread(plain: str, found: Seen) -> str:
    """The plain copy of a text that was seen, as long as its source."""
    if not found.gaps and not found.unsure:
        return plain
    letters: list[str] = []
    taken = 0
    for start, end in found.gaps:
        more = start - len(letters)
        letters += plain[taken : taken + more] + NOTHING * (end - start)
        taken += more
    letters += plain[taken:]
    for place in found.unsure:
        letters[place] = UNREADABLE
    return "".join(letters)


def without_unseen(words: str) -> str:
    """Words that were copied out of a report, as its text has them."""
    return words if _SIGN.search(words) is None else UNSEEN.sub("", words)


def _unsure(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_TURNED, _MARKED, _OVERTYPED):
        for match in pattern.finditer(text):
            yield match.span()


def _remarks(text: str) -> Iterator[Remark]:
    if turned := _TURNED.findall(text):
        yield Remark(
            message="文中有 {count} 处控制阅读方向的字符，看到的与存储的顺序可能不同；"
            "这些字符已略去，其中的数字没有取值。",
            values=(("count", str(len(turned))),),
        )
    if inside := _IN_NUMBER.findall(text):
        yield Remark(
            message="有 {count} 处数字中间夹着看不见的字符（如零宽空格、软连字符），"
            "已去掉这些字符再读数。",
            values=(("count", str(len(inside))),),
        )
