"""When and by whom a report was put up, told from its page furniture and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from builder.model import SourceKind
from builder.numerals import SIGNS, whole_number, year_value
from builder.vocabulary.generic.reports import publishers

if TYPE_CHECKING:
    from builder.model import Outline

# 二〇二四年一月五日, 二〇二三年十二月二十日.
SPELLED_DATE = re.compile(
    f"(二[〇○零][〇○{SIGNS}]{{2}})年([{SIGNS}十]{{1,2}})月([{SIGNS}十]{{1,3}})日"
)
DATE = r"((?:19|20)\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)"
DATE_LINE = re.compile(rf"[(\s]*{DATE}\s*日?[)\s]*(?:\d\d:\d\d\S*)?(?:\s|[^\w至到-]|$)")
# The day on which a speech was held or a text was written: (2024年10月22日).
OWN_DATE = re.compile(rf"\s*\(\s*{DATE}\s*日\s*\)\s*")
SIGNATURE = re.compile(rf"^[(\s]*{DATE}\s*日[)\s]*$", re.MULTILINE)
BLANKS = re.compile(r"[ \t]+")
# The value stands on the label's own line; an empty label has none, nor the next label's name.
VALUE = r"[^\S\n]*[:：]?[^\S\n]*([^\s|,;:：【\[]{2,30}+)(?!\s*[:：])"
SITE = re.compile(r"^\s*(?:[^\n]*\|[^\n]*\n)?\s*([^\s>»|:,。]{2,20})(?=\s|$|>|»)")
TAIL_CHARACTERS = 200
EDGE_LINES = 6
# One of them stands on any page: 相关文章.
FEWEST_BLOG_WORDS = 2
MAX_LINE_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What the page says of itself, and on what day its text was written.

    `dated` is the day of the signature, or the one in parentheses under the title.
    """

    published: date | None
    dated: date | None
    publisher: str | None
    kind: SourceKind


def publication(outline: Outline) -> Publication:
    """Date, publisher and kind of source of a report."""
    page = _page(outline)
    metadata = outline.source.metadata
    publisher = metadata.publisher or _publisher(page)
    return Publication(
        published=metadata.published or _published(page, outline),
        dated=_dated(outline),
        publisher=publisher,
        kind=_kind(page, _edges(outline), publisher or "", metadata.url or ""),
    )


def _page(outline: Outline) -> str:
    """What stands on the page around the report, without the day of its signature."""
    plain = outline.source.plain
    last = outline.sentences[-1].end if outline.sentences else 0
    parts = [
        words
        for item in outline.furniture
        if not SIGNATURE.fullmatch(words := plain[item.start : item.end]) or item.start < last
    ]
    return "\n".join(parts)


def _edges(outline: Outline) -> str:
    """The short lines that begin and end the text: sites say there who they are."""
    lines = outline.source.plain.strip().split("\n")
    near = lines[:EDGE_LINES] + lines[-EDGE_LINES:]
    return "\n".join(
        line for line in near if len(line) <= MAX_LINE_CHARACTERS and "。" not in line[:-1]
    )


def _published(page: str, outline: Outline) -> date | None:
    """The date by the surest label, else one that stands alone or in a line of the page."""
    for label in _date_labels():
        if found := label.search(page):
            return _printed(found)
    for line in (*page.split("\n"), *_head(outline).split("\n")):
        if OWN_DATE.fullmatch(line):
            continue
        if (found := DATE_LINE.match(line)) or (found := re.search(rf"\s{DATE}\s*日?\s*$", line)):
            return _printed(found)
    dated = (
        re.findall(DATE, line)
        for line in page.split("\n")
        if len(line) <= MAX_LINE_CHARACTERS and not OWN_DATE.fullmatch(line)
    )
    alone = next((dates[0] for dates in dated if len(dates) == 1), None)
    return _date(*map(int, alone)) if alone else None


def _dated(outline: Outline) -> date | None:
    """The day that the text itself is of: of its signature, or in parentheses under its title."""
    plain, head = outline.source.plain, _head(outline)
    signatures = list(SIGNATURE.finditer(plain, max(0, len(plain) - TAIL_CHARACTERS)))
    if signatures:
        return _printed(signatures[-1])
    own = next(filter(None, map(OWN_DATE.fullmatch, head.split("\n"))), None)
    return _printed(own) if own else _spelled(head + plain[-TAIL_CHARACTERS:])


def _head(outline: Outline) -> str:
    """The text down to its first section, at least to the end of its title."""
    body = outline.sections[0].start if outline.sections else TAIL_CHARACTERS
    return outline.source.plain[: max(body, outline.title[1] if outline.title else 0)]


def _printed(found: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in found.groups()[-3:])
    return _date(year, month, day)


def _spelled(text: str) -> date | None:
    """The last date in Chinese numerals."""
    dates = SPELLED_DATE.findall(text)
    if not dates:
        return None
    year, month, day = dates[-1]
    return _date(year_value(year), whole_number(month) or 0, whole_number(day) or 0)


def _date(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None for 2月30日."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _publisher(page: str) -> str | None:
    """The name of the site where it is an essay site or a portal, else by the surest label."""
    words = publishers()
    site = SITE.match(page)
    name = site[1] if site and site[1].endswith(words.site_names) else None
    if name and any(word in name for word in words.template_sites):
        return name
    for label in _publisher_labels():
        if (found := label.search(page)) and not words.no_publishers.match(found[1]):
            return found[1]
    return name


def _kind(page: str, edges: str, publisher: str, url: str) -> SourceKind:
    words = publishers()
    bare, edges = BLANKS.sub("", page), BLANKS.sub("", edges)
    if words.template_sites.within(f"{bare}\n{edges}\n{publisher}"):
        return SourceKind.TEMPLATE_SITE
    official = publisher.endswith(words.official_endings) or ".gov.cn" in url
    if official or words.official_sites.within(f"{bare}\n{publisher}"):
        return SourceKind.OFFICIAL
    seen = f"{bare}\n{edges}"
    blog = words.blog_words.within(seen) and sum(word in seen for word in words.blog_words)
    if blog >= FEWEST_BLOG_WORDS:
        return SourceKind.TEMPLATE_SITE
    return SourceKind.UNKNOWN


@cache
def _date_labels() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"{_spaced(label)}\s*:?\s*{DATE}") for label in publishers().date_labels
    )


@cache
def _publisher_labels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_spaced(label) + VALUE) for label in publishers().publisher_labels)


def _spaced(label: str) -> str:
    """A label as pages print it, with blanks between its letters: 发 布 日 期."""
    return r"\s*".join(label)
