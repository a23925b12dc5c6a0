"""Where the report's own title stands."""

from __future__ import annotations

import re

from builder.outline.furniture import Line
from builder.vocabulary.headings import headings

SEARCHED = 8
LONGEST = 70
_WRONG = re.compile(r"[。;!?]|^[一二三四五六七八九十]{1,3}、|^\(")
_BUREAU = re.compile(r"[^\s,。]{3,30}(?:局|分局|厅)")


def title_span(plain: str, lines: tuple[Line, ...]) -> tuple[int, int] | None:
    """Start and end of the title among the first lines, or None.

    A title printed over two lines, bureau first, is one: `某市生态环境局\\n2020年工作总结`.
    """
    words = headings().title.words
    for index, line in enumerate(lines[:SEARCHED]):
        text = plain[line.start : line.end]
        if "。" in text or "," in text:
            return None
        if len(text) > LONGEST or _WRONG.search(text):
            continue
        if any(word in text for word in words):
            start = line.start
            if index and "局" not in text:
                above = lines[index - 1]
                if _BUREAU.fullmatch(plain, above.start, above.end):
                    start = above.start
            return start, line.end
    return None
