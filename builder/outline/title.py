"""Where the report's own title stands."""

from __future__ import annotations

import re

from builder.outline.furniture import Line
from builder.vocabulary.generic.reports import headings

SEARCHED = 8
LONGEST = 70
_WRONG = re.compile(r"[。,;!?]|^[一二三四五六七八九十]{1,3}、|^\(")
_FUSED = re.compile(r"[^\s。,;:!?]{6,50}?(?=\s+\S|一、)")
_BUREAU = re.compile(r"[^\s,。]{3,30}(?:局|分局|厅)")


def title_span(plain: str, lines: tuple[Line, ...]) -> tuple[int, int] | None:
    r"""Start and end of the title among the first lines, or None.

    A title printed over two lines, bureau first, is one: `某市生态环境局\\n2020年工作总结`. A page
    that lost its line breaks has the title before the first blank or number.
    """
    for index, line in enumerate(lines[:SEARCHED]):
        text = plain[line.start : line.end]
        if len(text) <= LONGEST and not _WRONG.search(text):
            if _names_report(text):
                return _with_bureau(plain, lines, index), line.end
        elif match := _FUSED.match(text):
            return (line.start, line.start + match.end()) if _names_report(match[0]) else None
        elif "。" in text:
            return None
    return None


def _names_report(text: str) -> bool:
    return headings().title.words.within(text)


def _with_bureau(plain: str, lines: tuple[Line, ...], index: int) -> int:
    """Where the title begins, with the bureau's line above it."""
    if index and "局" not in plain[lines[index].start : lines[index].end]:
        above = lines[index - 1]
        if _BUREAU.fullmatch(plain, above.start, above.end):
            return above.start
    return lines[index].start
