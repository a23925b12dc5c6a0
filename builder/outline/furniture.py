"""Lines that belong to the web page or the file, and not to the report."""

from __future__ import annotations

import re
from functools import cache

from builder.vocabulary.generic.reports import furniture_words
from builder.vocabulary.words import Words

MAX_LABEL_CHARACTERS = 90
MAX_FURNITURE_CHARACTERS = 400

_PAGE_MARK = re.compile(
    r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*页)?"
    r"(?:[,(\s]*共\s*\d+\s*页\)?)?[-—–·\s]*"
)
_RULE = re.compile(r"[|_=+*~—–\-\s]{3,}|\|[|\s]*")
_STYLE = re.compile(
    r"\s*(?:@[a-z-]+|[.#]?[A-Za-z][\w.#>: -]{0,60})\s*\{[^{}]*\}?\s*"
    r"|\s*[a-z-]{2,30}\s*:\s*[^一-龥]{1,60};\s*"
)
_DATE_LINE = re.compile(
    r"\(?(?:19|20)\d\d(?:-|/|\.|年)\d{1,2}(?:-|/|\.|月)\d{1,2}日?\)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+\S{2,30}){0,3}"
)


_FORMS = (("rule_line", _RULE), ("page_mark", _PAGE_MARK), ("date_line", _DATE_LINE))


@cache
def _patterns() -> tuple[Words, Words, Words, frozenset[str], frozenset[str]]:
    words = furniture_words()
    return (
        words.openings,
        words.contained,
        words.tails,
        frozenset(words.lines),
        frozenset(words.attachments),
    )


def furniture_rule(line: str) -> str | None:
    """The rule that makes a stripped line furniture, or None for a line of the report.

    A line that ends as a sentence is furniture only by its opening: `来源:…` stays furniture,
    a sentence that merely speaks of a 门户网站 stays text.
    """
    if len(line) > MAX_FURNITURE_CHARACTERS:
        return None
    return _form_rule(line) or _word_rule(line.replace(" ", "").replace("\t", ""))


def _form_rule(line: str) -> str | None:
    """Furniture by its signs: rows of |, page numbers, dates, style sheets."""
    if len(line) <= MAX_LABEL_CHARACTERS:
        for rule, pattern in _FORMS:
            if pattern.fullmatch(line):
                return rule
    return "style_sheet" if line.isascii() and _STYLE.fullmatch(line) else None


def _word_rule(bare: str) -> str | None:
    """Furniture by its words."""
    opening, contained, _, lines, _ = _patterns()
    if bare in lines:
        return "page_word"
    if _is_prose(bare):
        return None
    if opening.match(bare):
        return "page_block"
    return "page_word" if len(bare) <= MAX_LABEL_CHARACTERS and contained.search(bare) else None


def _is_prose(bare: str) -> bool:
    """Whether a line is a full sentence: the page writes short labels."""
    if not bare.endswith("。"):
        return bare.count("。") > 1
    return len(bare) > MAX_LABEL_CHARACTERS // 2 or bare.count(",") > 1 or bare.count("。") > 1


def tail_rule(line: str) -> str | None:
    """The rule by which the report ends before a line, or None."""
    _, _, tail, _, attachments = _patterns()
    bare = line.replace(" ", "").rstrip(":")
    if bare in attachments:
        return "attachment"
    if len(bare) <= MAX_LABEL_CHARACTERS and tail.match(bare) and not _is_prose(bare):
        return "related"
    return None
