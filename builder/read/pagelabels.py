"""Lines with which a page says when and by whom it was published; none goes on with a paragraph."""

from __future__ import annotations

import re
from functools import cache

from builder.vocabulary.generic.reports import furniture_words

WIDE = str.maketrans("：／．－", ":/.-")
DATE = re.compile(r"(?:19|20)\d\d(?:[-/.]|年)\d{1,2}(?:[-/.]|月)\d{1,2}")


@cache
def _label() -> re.Pattern[str]:
    words = {word.removesuffix(":") for word in furniture_words().openings}
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:^|(?<=\s))(?:{either})\s*:")


def is_page_label(line: str) -> bool:
    """Whether a line labels the page: `发布日期：2024-06-28 来源：某局 浏览：97次`.

    One label alone may stand in a sentence, `主要污染` and below `来源：一是…`; a date or another
    label beside it tells.
    """
    plain = line.translate(WIDE).strip()
    # 索 引 号 is spaced to the width of the labels below it.
    labelled = _label().match("".join(plain.split())) is not None
    others = sum(found.start() > 0 for found in _label().finditer(plain))
    dated = DATE.search(plain)
    if labelled:
        return dated is not None or others > 0
    return dated is not None and dated.start() == 0 and others > 0
