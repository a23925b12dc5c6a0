"""Numbers in Arabic digits, and what all amounts have around them: units and hedges."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate

from builder.model import Qualifier
from builder.text.gaps import SPLIT
from builder.text.numbers.identifiers import is_letter, name_rule
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.unclear import BROKEN_NUMBER, unclear
from builder.text.numbers.units import Amounts
from builder.vocabulary.generic.amounts import UnitKind

# To look up a member of an enumeration takes as long as a search.
_MEASURE, _SIZE = UnitKind.MEASURE, UnitKind.SIZE
_EQUAL = Qualifier.EQUAL
_DOUBT, _NAME, _ORDINAL = NumberKind.DOUBT, NumberKind.NAME, NumberKind.ORDINAL

PER_MEASURES = {
    ("微克", "立方米"): "μg/m³",
    ("毫克", "立方米"): "mg/m³",
    ("毫克", "升"): "mg/L",
}
PER = re.compile(r"每标?准?(立方米|升)[^,。;]{0,12}$")
# 低于每立方米19微克: the hedge stands before the unit.
PER_BEFORE = re.compile(r"每标?准?(?:立方米|升)$")
PER_WIDTH = 7
PER_ENDS = frozenset("米升")
LISTED = re.compile(r"分别|依次|[各均]为")
# Blanks part thousands where money or an area follows: 1 260万元.
SPACED = (
    rf"(?<![\d.,A-Za-z第{SPLIT}])[1-9]\d{{0,2}}(?:[ {SPLIT}]\d{{3}})+(?![\d,])(?:\.\d++)?"
    "(?=[余多]?(?:[万亿]|元|吨|亩|公顷|平方|立方))"
)
# Of these there are whole ones only: "1.5个" is a section number before a count.
# 57 km: a blank parts the number from its unit.
LATIN_UNIT = re.compile(r" (?:[kcm]?m[²³23]?|[kmμu]?g|t|dB|[kM]?W)(?![A-Za-z0-9])")
# 一吨半; the 半 of 3辆半挂车 is another word's.
# 分别提高1.1个和2.0个百分点: the points are named behind the last.
LISTED_POINTS = re.compile(r"[、和及与]\d+(?:\.\d+)?个?(?:[、和及与]\d+(?:\.\d+)?个?)*百分点")
HALF = re.compile(r"半(?=[,。;、)的]|左右|以[上下内]|$)")
# 5毫克/千克 is no 5毫克, and who knows what 26微克/ at the end of a line is; 3万吨/天 is known.
MEASURED = frozenset((UnitKind.SIZE, UnitKind.MEASURE))
PER_SOMETHING = re.compile(r"/(?![年月日天])")
AMOUNT, BARE = NumberKind.AMOUNT, NumberKind.BARE
WHOLE = frozenset(("个", "家", "件", "起", "名", "次", "座", "户", "辆", "份", "家次", "人次"))


def arabic_numbers(
    text: str, start: int, end: int, words: Amounts, cover: str | None
) -> tuple[Number, ...]:
    """The numbers of a run of digits, points and commas: 1,234.5 is one; 48,9,17 are three."""
    run = text[start:end]
    if run.isdecimal():
        return (_figure(text, start, end, run, words, cover),)
    run = run.replace(" ", "").replace(SPLIT, "")
    if "," not in run or _thousands(run, text, start):
        return (_figure(text, start, end, run.replace(",", ""), words, cover),)
    if _is_decimal(run, text, start, end, words):
        return (unclear(text, start, end, BROKEN_NUMBER, words),)
    parts = run.split(",")
    starts = accumulate((len(part) + 1 for part in parts[:-1]), initial=start)
    return tuple(
        _figure(text, first, first + len(part), part, words, cover)
        for first, part in zip(starts, parts, strict=True)
    )


def _thousands(run: str, text: str, start: int) -> bool:
    """Whether commas part thousands: groups of three digits, and no list is announced before."""
    first, *groups = run.split(",")
    whole, _, _ = groups[-1].partition(".")
    fits = all(len(group) == 3 for group in (*groups[:-1], whole)) and 0 < len(first) <= 3  # noqa: PLR2004
    return fits and first[0] != "0" and "." not in first and not announces_list(text, start)


def _is_decimal(run: str, text: str, start: int, end: int, words: Amounts) -> bool:
    """Whether a comma may stand for a point: 浓度63,5微克, with no word that announces a list."""
    _, _, tail = run.partition(",")
    unit = words.unit_at(text, end)
    measured = unit is not None and words.kind(unit["unit"] or "") is _MEASURE
    short = "," not in tail and tail.isdecimal() and len(tail) <= 2  # noqa: PLR2004 -- decimals
    return short and measured and not announces_list(text, start)


def announces_list(text: str, start: int) -> bool:
    """Whether a word before a place says that a list of values follows: 分别为, 依次."""
    return LISTED.search(text, max(0, start - 12), start) is not None


def _figure(
    text: str, start: int, end: int, digits: str, words: Amounts, cover: str | None
) -> Number:
    """A number in Arabic digits with its unit and hedges, or what else it is."""
    apart = text.startswith(" ", end) and LATIN_UNIT.match(text, end)
    match = words.unit_at(text, end + 1 if apart else end)
    unit, stop = unit_behind(match, text, end)
    name = cover or name_rule(text, start, end, stop, digits)
    if name:
        return number_of(start, max(stop, end), _NAME, name, value_end=end)
    if text.startswith("分之", end):
        return number_of(start, end, _DOUBT, "fraction")
    value = Decimal(digits)
    if text[start - 1 : start] == "第":
        return number_of(start - 1, end, _ORDINAL, "ordinal", value=value, value_start=start)
    if unit == "个" and LISTED_POINTS.match(text, stop):
        unit = "个百分点"
    if unit in WHOLE and ("." in digits or HALF.match(text, stop)):
        return number_of(start, stop, _DOUBT, "part_of_whole", value_end=end)
    if (
        text.startswith("/", stop)
        and PER_SOMETHING.match(text, stop)
        and words.kind(unit.lstrip("万亿")) in MEASURED
    ):
        return unclear(text, start, end, BROKEN_NUMBER, words)
    between = match["between"] if match and stop > end else None
    return amount(text, start, end, stop, value, unit, between, words)


def unit_behind(match: re.Match[str] | None, text: str, end: int) -> tuple[str, int]:
    """The unit behind a number and where it ends: 万 + 人次 of 1.2万余人次."""
    if match is None or match.end() == end:
        return "", end
    unit = match["unit"] or ""
    if unit and unit[-1].isascii() and unit[-1].isalpha() and is_letter(text, match.end()):
        return "", end
    parts = (match["magnitude"] or "") + (match["scale"] or "") + unit
    return (parts, match.end()) if parts else ("", end)


def amount(
    text: str,
    start: int,
    end: int,
    stop: int,
    value: Decimal,
    unit: str,
    between: str | None,
    words: Amounts,
) -> Number:
    """A value with its unit and the hedges around it."""
    qualifier, hedge_start, hedge_end = hedged(text, start, stop, between, words)
    counter = unit.lstrip("十百千万亿") or unit
    kind = words.kind(counter)
    if kind is _SIZE and (half := HALF.match(text, hedge_end)):
        value += _half(unit)
        hedge_end = half.end()
    measure = words.measures.get(unit, unit)
    if unit in {"微克", "毫克"} and (per := PER.search(text, max(0, start - 24), start)):
        measure = PER_MEASURES.get((unit, per[1]), unit)
    what = AMOUNT if unit else BARE
    span = hedge_start, hedge_end, start, end
    # By place: to name the fields would take twice as long, for nearly all numbers of a text.
    return Number(*span, what, "figure", value, None, (), unit, measure, kind, qualifier)


def _half(unit: str) -> Decimal:
    """Half of one unit, as the value counts: of 3万吨半 nobody knows."""
    return Decimal("0.5") if unit[:1] not in "十百千万亿" else Decimal(0)


def hedged(
    text: str, start: int, stop: int, between: str | None, words: Amounts
) -> tuple[Qualifier, int, int]:
    """The qualifier, and where number and hedges begin and end."""
    if text[start - 1 : start] in PER_ENDS:
        per = PER_BEFORE.search(text, max(0, start - PER_WIDTH), start)
        start = per.start() if per else start
    if before := words.hedge_before(text, start):
        return words.before[before], start - len(before), stop
    if text[stop : stop + 1] in words.after_begins and (after := words.after.match(text, stop)):
        return words.bounds[after.group()], start, after.end()
    return (words.bounds[between] if between else _EQUAL), start, stop
