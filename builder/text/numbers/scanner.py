"""One pass over a text: every number found once, in order, without overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from builder.numerals import NUMERALS, SIGNS
from builder.read.unseen import UNREADABLE
from builder.text.dates import Time, times
from builder.text.numbers.arabic import SPACED, arabic_numbers
from builder.text.numbers.chinese import ROMAN, spelled_number, water_class
from builder.text.numbers.lists import with_lists
from builder.text.numbers.masked import MASKS, masked_number
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.powers import FRACTIONS, POWERS, fraction, power
from builder.text.numbers.shares import part_of
from builder.text.numbers.unclear import FORMS, RULES, is_name, unclear
from builder.text.numbers.units import Amounts, amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

# To look up a member of an enumeration takes as long as a search.
_DATE, _MASKED, _NAME = NumberKind.DATE, NumberKind.MASKED, NumberKind.NAME

# The look ahead at the first letter spares most places of a text the trial of every form.
SCAN = re.compile(
    rf"(?=[0-9ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴIiVvxX*_×○△□{NUMERALS}%个类{UNREADABLE}¼-¾⅐-⅞])(?:"
    rf"{POWERS}|{FRACTIONS}|(?P<spaced>{SPACED})|{FORMS}|"
    rf"(?P<water>{ROMAN}(?:类?(?:[-~—–至到、和或及]|以及)劣?{ROMAN}){{0,11}}类)"
    r"|(?P<masked>[xX*_×○△□][\dxX*_×○△□.]*+)"
    r"|(?P<arabic>\d++(?:[.,]\d++)*(?:[xX*_×○△□][\dxX*_×○△□.]*+)?)"
    rf"|(?P<spelled>[{NUMERALS}]++(?:点[〇{SIGNS}]++)?)"
    r"|(?P<deleted>%(?<=[率例为达至到升降占]%)|个百分点(?<=[率例为达至到升降占]个百分点)"
    r"|类(?<=[为达]类)(?=[水标,。;])))"
)
DIGITS = re.compile(r"\d+(?:\.\d+)?")
# A class of characters comes first, so that most places are passed over at once.
COVERED = re.compile(
    r"[“\"‘《〔\[](?:"
    r"(?P<quoted>(?<=[“\"‘])(?!双?\d+(?:\.\d+)?%[”\"’])[^“”\"‘’\n]{1,16}[”\"’])"
    r"|(?P<title>(?<=《)[^《》\n]{1,80}》)"
    r"|(?P<document>(?<=[〔\[])\d{1,4}[〕\]]|(?<=〔)[^〔〕\n]{1,12}〕))"
)
# All numbers of an address of the web are letters of it.
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff,;。]+")


def scan(text: str, clock: tuple[Time, ...] | None = None) -> tuple[Number, ...]:
    """Every number of `text`, in order, without overlap; `clock` are its times, if known."""
    clock = times(text) if clock is None else clock
    # Most lines of a page, and most cells, have nothing that could be a number.
    if not clock and SCAN.search(text) is None:
        return ()
    found = with_lists(text, list(_tokens(text, _Covers(text, clock))))
    dates = [
        _date(time, text) for time in clock if any(map(str.isdecimal, text[time.start : time.end]))
    ]
    return tuple(sorted([*found, *dates], key=attrgetter("start")))


def _date(time: Time, text: str) -> Number:
    kind = _MASKED if time.masked else _DATE
    unit = "年" if text[time.end - 1] == "年" else ""
    span = time.start, time.end
    return Number(*span, *span, kind, "date", None, None, (), unit)


class _Covers:
    """Stretches whose numbers say no amount: times, quoted names, titles, decoys."""

    def __init__(self, text: str, clock: tuple[Time, ...]) -> None:
        spans = [(time.start, time.end, "date") for time in clock]
        spans += [(*match.span(), match.lastgroup or "") for match in COVERED.finditer(text)]
        spans += [(*match.span(), "address") for match in ADDRESS.finditer(text)]
        words = amounts()
        spans += [
            (last + 1 - len(word), last + 1, words.decoy_rules[word])
            for last, word in words.decoys.iter_long(text)
        ]
        self._spans: list[tuple[int, int, str]] = []
        for span in sorted(spans):
            if not self._spans or span[1] > self._spans[-1][1]:
                self._spans.append(span)
        self._starts = [span[0] for span in self._spans]

    def rule(self, start: int, end: int) -> str | None:
        """The rule of the stretch that overlaps this one, if any."""
        last = bisect_right(self._starts, end - 1) - 1
        if last < 0 or self._spans[last][1] <= start:
            return None
        return self._spans[last][2]


def _tokens(text: str, covers: _Covers) -> Iterator[Number]:
    """The numbers one by one, before lists and ranges are put together."""
    words = amounts()
    reached = 0
    for match in SCAN.finditer(text):
        start, end = match.span()
        if start < reached:
            continue
        cover = covers.rule(start, end)
        # 综合指数3.05,2024年为2.91: the comma parts a value from a time.
        parted = cover == "date" and "," in match[0]
        if parted or (match.lastgroup in RULES and (cover or is_name(text, start, end))):
            for number in _parts(text, start, end, words, covers):
                yield number
                reached = number.end
            continue
        if cover == "date":
            continue
        for number in _readings(text, match, words, cover):
            yield number
            reached = number.end


def _parts(text: str, start: int, end: int, words: Amounts, covers: _Covers) -> Iterator[Number]:
    """The numbers of a stretch one by one, where a time or a name begins in it: 35 2024年."""
    for match in DIGITS.finditer(text, start, end):
        cover = covers.rule(*match.span())
        if cover != "date":
            yield from arabic_numbers(text, *match.span(), words, cover)


def _readings(
    text: str, match: re.Match[str], words: Amounts, cover: str | None
) -> tuple[Number, ...]:
    """What a match of the scan is: none, one, or the several numbers of 48,9,17."""
    kind, (start, end) = match.lastgroup or "", match.span()
    if kind in RULES:
        return (unclear(text, start, end, RULES[kind], words),)
    if kind == "deleted":
        return (number_of(start, end, _MASKED, "deleted"),)
    if kind in {"arabic", "spaced"} and MASKS.isdisjoint(match[0]):
        part = part_of(text, start, end, words)
        if part is None:
            return arabic_numbers(text, start, end, words, cover)
        found: Number | None = part
    else:
        found = _special(text, match, words, cover)
    if found is None:
        return ()
    return (found if cover is None else _named(found, cover),)


def _special(text: str, match: re.Match[str], words: Amounts, cover: str | None) -> Number | None:
    """What a match is that holds no plain digits alone."""
    kind, (start, end) = match.lastgroup, match.span()
    if kind == "power":
        return power(text, match, words)
    if kind == "fraction":
        return fraction(text, match, words)
    if kind == "water":
        return water_class(text, start, end)
    if kind == "masked" or not MASKS.isdisjoint(match[0]):
        return masked_number(text, start, end, words)
    return spelled_number(text, start, end, words, cover)


def _named(number: Number, rule: str) -> Number:
    """The number as part of a name; a masked one stays masked."""
    if number.kind is _MASKED:
        return number
    return number._replace(kind=_NAME, rule=rule, value=None)
