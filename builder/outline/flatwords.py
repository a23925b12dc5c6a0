"""The words of tables whose cells are parted by single blanks, and the rows that can be told.

A page or a program that loses the lines of a table leaves `全市 29 -6.5% 91.3%`. No sign says
which blank parts cells, so a row counts only where its words are in number and kind as those of
the others and of its heads; any other one keeps its words and belongs to no column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from builder.model import TextCell
from builder.vocabulary.generic.amounts import UnitKind, units
from builder.vocabulary.generic.reports import column_words
from builder.vocabulary.words import Words

# What a word is: letters, a figure or a class of water, or nothing, which stands for either.
NAME, FIGURE, VOID = "W", "F", "V"
BLANK = "[ \u00a0]"
WORD = re.compile(r"\S+")
# What parts clauses, but for the commas of 1,046.
CLAUSE_END = re.compile(r"[。;!?:]|,(?!\d{3}(?!\d))")
YEAR = re.compile(r"(?:19|20)\d\d")
LETTER = re.compile(r"[A-Za-z\u4e00-\u9fff]")
BRACKETED = re.compile(r"\([^()]+\)")
SHORTEST_NAME = 2
MOST_NAMES = 3

Cells = list[TextCell]


class Word(NamedTuple):
    """A word between blanks, and what it is."""

    start: int
    end: int
    kind: str

    @property
    def cell(self) -> TextCell:
        """The word as a cell."""
        return TextCell(self.start, self.end)


@cache
def side_by_side() -> re.Pattern[str]:
    """Two figures side by side, as cells stand; prose has a word between."""
    beside = column_words()
    ways = f"{beside.falls.group}|{beside.rises.group}"
    one = rf"(?:(?:[≤≥<>+\-~↑↓第]|{ways})?\d|劣?[ⅠⅡⅢⅣⅤ]|{beside.flat.group})"
    return re.compile(rf"{BLANK}(?={one})\S{{1,20}}{BLANK}+(?:{one}|[—/-])")


def first_of(
    ways: Iterable[re.Pattern[str]], text: str, start: int, end: int
) -> re.Match[str] | None:
    """What is found first of several patterns."""
    found = (way.search(text, start, end) for way in ways)
    return min(filter(None, found), key=re.Match.start, default=None)


def words(plain: str, start: int, end: int) -> list[Word]:
    """The words of a stretch with their kinds."""
    return [
        Word(*found.span(), _kind(plain, *found.span()))
        for found in WORD.finditer(plain, start, end)
    ]


def shape(row: Sequence[Word]) -> str:
    """The kinds of the words of a row: WFF."""
    return "".join(word.kind for word in row)


def alike(one: str, other: str) -> bool:
    """Whether rows are of the same kinds; a void cell may be of any."""
    return len(one) == len(other) and all(
        a == b or VOID in (a, b) for a, b in zip(one, other, strict=True)
    )


def is_named(plain: str, names: Sequence[Word]) -> bool:
    """Whether words name a row; letters set apart (共 检 查) don't."""
    return 0 < len(names) <= MOST_NAMES and all(
        word.end - word.start >= SHORTEST_NAME and LETTER.search(plain, word.start, word.end)
        for word in names[:1]
    )


def is_total(plain: str, row: Sequence[Word], usual: str) -> bool:
    """Whether a row is that of all others, which no number counts: 合计 34 29 5."""
    if usual[0] != FIGURE or not alike(shape(row), usual[1:]):
        return False
    return column_words().totals.fullmatch(plain, *row[0].cell) is not None


def unnumbered(row: Sequence[Word]) -> Cells:
    """The cells of a row without a number before those of rows with one."""
    found = cells(row)
    return [TextCell(found[0].start, found[0].start), *found]


def cells(row: Sequence[Word]) -> Cells:
    """The words of a row as its cells."""
    return [word.cell for word in row]


def odd(row: Sequence[Word], width: int) -> Cells:
    """The words of a row of no columns: never as many as those of a whole one."""
    found = cells(row)
    return [*found, _empty(found)] if len(found) == width else found


def head_rows(plain: str, heads: Sequence[Word], width: int) -> list[Cells]:
    """The heads of so many columns from the words of one line, none where they leave it open."""
    for row in (cells(heads), cells(with_units(plain, heads))):
        if len(row) == width:
            return [row] if _tell_apart(plain, row) else []
    return []


def covered_rows(
    plain: str, outer: Sequence[Word], inner: Sequence[Word], width: int
) -> list[Cells]:
    """Heads over heads, the same under each: PM2.5 优良率 above 2024年 2023年 2024年 2023年."""
    alone = width - len(inner)
    covering = len(outer) - alone
    numbered = column_words().index.fullmatch(plain[slice(*outer[0].cell)]) is not None
    if not 0 < alone <= 1 + numbered or covering < 1 or len(inner) % covering:
        return []
    times = len(inner) // covering
    texts = [plain[slice(*word.cell)] for word in inner]
    if texts != texts[:times] * covering and times > 1:
        return []
    above, under = cells(outer[:alone]), [_empty([word.cell]) for word in outer[:alone]]
    for word in outer[alone:]:
        above += [word.cell, *[_empty([word.cell])] * (times - 1)]
    return [above, [*under, *cells(inner)]]


def heads_figures(plain: str, word: Word) -> bool:
    """Whether a word is a head of figures by its words: PM10, 优良率, 2024年, 罚款(万元)."""
    text = plain[slice(*word.cell)]
    beside = column_words()
    said = (beside.aimed, beside.remarks, beside.changes, beside.ranks, beside.result)
    return _figure_heads().search(text) is not None or any(
        named.within(text) for named in (*said, beside.classes)
    )


def with_units(plain: str, heads: Sequence[Word]) -> list[Word]:
    """Heads with the units that a blank parts from them: PM2.5 (微克/立方米)."""
    found: list[Word] = []
    for word in heads:
        if found and BRACKETED.fullmatch(plain, word.start, word.end):
            found[-1] = found[-1]._replace(end=word.end)
        else:
            found.append(word)
    return found


def names_rows(plain: str, word: Word) -> bool:
    """Whether a word is the head of what names rows: 断面名称, 县(区)."""
    text = BRACKETED.sub("", plain[slice(*word.cell)])
    if column_words().index.fullmatch(text):
        return True
    found = _row_names().search(text)
    # 区 is a head, 城区 a row.
    return found is not None and (len(found[0]) > 1 or len(text) == 1)


def _tell_apart(plain: str, heads: Cells) -> bool:
    """Whether no two heads are the same, but for what is said of the value beside it."""
    beside = column_words()
    texts = [BRACKETED.sub("", plain[slice(*cell)]) for cell in heads]
    return all(
        times == 1 or beside.changes.within(text) or beside.ranks.within(text)
        for text, times in Counter(texts).items()
    )


def _empty(row: Cells) -> TextCell:
    return TextCell(row[-1].end, row[-1].end)


def _kind(plain: str, start: int, end: int) -> str:
    if column_words().voids.fullmatch(plain, start, end):
        return VOID
    if YEAR.fullmatch(plain, start, end):
        return NAME
    return FIGURE if _figure().fullmatch(plain, start, end) else NAME


@cache
def _figure() -> re.Pattern[str]:
    table, beside = units(), column_words()
    # 2024年 and 12月 are heads.
    counters = (one.words for one in table.counters if one.kind is not UnitKind.TIME)
    spellings = (one.spellings for one in table.measures)
    named = Words(
        dict.fromkeys(("天", *(word for some in (*counters, *spellings) for word in some)))
    )
    number = r"\d[\d,]*(?:\.\d+)?"
    return re.compile(
        rf"(?:[≤≥<>+\-±~约↑↓第]|{beside.falls.group}|{beside.rises.group})*"
        rf"{number}(?:[-~]{number})?[万亿]?{named.group}?(?:\([+\-↑↓]?{number}%?\)|[↑↓*#①-⑳])?"
        rf"|劣?(?:[ⅠⅡⅢⅣⅤ]|I{{1,3}}|IV|V|[一二三四五](?=类))类?(?:水质?)?|{beside.flat.group}"
    )


@cache
def _row_names() -> re.Pattern[str]:
    return re.compile(f"{column_words().row_names.group}$")


@cache
def _figure_heads() -> re.Pattern[str]:
    return re.compile(rf"[A-Za-z\d]|\)$|{column_words().figure_heads.group}$")
