"""The numbers of a text with their units and hedges: one pass, every number found once.

`scan(text)` is what every other rule of extraction builds on. Its `Number`s stand in text order
and don't overlap. A number is one of (`Number.kind`):

- `AMOUNT`: value and unit, 8181.5万, 20余个, 三百二十六万元, 92%以上, 每立方米31微克;
- `BARE`: a value with no unit that is printed with it (综合指数3.22);
- `CLASS`: a water class, `value` "Ⅰ" to "Ⅴ" or "劣Ⅴ", in every spelling (III类, 三类水质); a range
  (Ⅰ-Ⅲ类) or list (Ⅱ、Ⅲ类) has all its classes in `classes`, the last of them in `value`;
- `ORDINAL`: 第76, 第二;
- `MASKED`: 20xx万元, *个, X, ***: `value` is None, always;
- `DATE`: part of an expression of time;
- `NAME`: no amount, `rule` says why (slogan, hotline, document, section, code, letters, quoted);
- `DOUBT`: can't be read with certainty (3、19亿元; 十几个), never to be used as a value.

`rule` names the rule that decided in every case. Offsets are those of the text given: `scan` gets
the compact text, `placed` leads its numbers to their places in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from builder.extract.dates import Time, times
from builder.extract.numerals import chinese_value, class_value
from builder.extract.patterns import Amounts, amounts
from builder.model import Qualifier
from builder.vocabulary.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.extract.compact import Compact


class NumberKind(StrEnum):
    """What a number of the text is."""

    AMOUNT = "amount"
    BARE = "bare"
    CLASS = "class"
    ORDINAL = "ordinal"
    MASKED = "masked"
    DATE = "date"
    NAME = "name"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number where it stands: `start..end` with hedge and unit, `value_start..value_end` bare.

    `unit` is as printed without blanks ("" where none is), `measure` its canonical form ("μg/m³",
    "pp") or `unit` itself. `upper` is the other end of a range.
    `shared` says that the unit stands behind a later number of the list (48、9、17微克).
    """

    start: int
    end: int
    value_start: int
    value_end: int
    kind: NumberKind
    rule: str
    value: Decimal | str | None = None
    upper: Decimal | str | None = None
    classes: tuple[str, ...] = ()
    unit: str = ""
    measure: str = ""
    unit_kind: UnitKind | None = None
    qualifier: Qualifier = Qualifier.EQUAL
    shared: bool = False


ROMAN = r"(?:[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ]|[Ii]{1,3}|[Ii]?[Vv])"
# The look ahead at the first letter spares most places of a text the trial of every form.
SCAN = re.compile(
    r"(?=[0-9ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴIiVvxX*_×○△□〇零一二两三四五六七八九十百千万亿%个类])(?:"
    rf"(?P<water>{ROMAN}(?:类?(?:[-~—–至到、和或及]|以及)劣?{ROMAN}){{0,11}}+类)"
    r"|(?P<masked>[xX*_×○△□][\dxX*_×○△□.]*+)"
    r"|(?P<arabic>\d++(?:[.,]\d+)*+(?:[xX*_×○△□][\dxX*_×○△□.]*+)?)"
    r"|(?P<spelled>[〇零○一二两三四五六七八九十百千万亿]++(?:点[〇零一二三四五六七八九]++)?)"
    r"|(?P<deleted>%(?<=[率例为达至到升降占]%)|个百分点(?<=[率例为达至到升降占]个百分点)"
    r"|类(?<=[为达]类)(?=[水标,。;])))"
)
MASKS = frozenset("xX*_×○△□")
COVERED = re.compile(
    r"(?P<quoted>[“\"‘](?!双?\d+(?:\.\d+)?%[”\"’])[^“”\"‘’\n]{1,16}[”\"’])|(?P<title>《[^《》\n]{1,80}》)"
    r"|(?P<document>[〔\[]\d{1,4}[〕\]]|〔[^〔〕\n]{1,12}〕)"
)
CODES = re.compile(r"(?:GB|HJ|DB|ISO|NO|No|T)[ ./T]*$")
LETTERS = re.compile(r"(?:[A-Za-z]|PM[ _.-]|[SN]O[ _])$")
POINTING = re.compile(r"(?:[这那该其每]|(?<!先)后|(?<![目当日此年])前)$")
CREATED = re.compile(
    r"(?:[了有设获取增出编建]|引进|新增|建成|建设|淘汰|关闭|取缔|查处|立案|移送|创建|荣获|成立|办理|争取|完成|开展"
    r"|组织|召开|举办|配备|购置|开通|破获|查办|另|发现|发生|投入|制定|出台)$"
)
CLASS_PARTS = re.compile(r"劣?(?:[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ一二三四五]|[IiVv]+)")
SPELLED_CLASSES = frozenset("一二三四五")
# 三类水质, 劣五类: without a word for water 三类 is any third kind.
SPELLED_CLASS = re.compile(r"类(?:地表)?(?:水[质体平]|标准)|类(?<=劣.类)")
PRODUCT = re.compile(r"\d+[xX*×]\d+")
MASKED_BEHIND = frozenset("为达至到升降占第率")
SENTENCE_ENDS = frozenset("\n。;:!?")
YEAR = re.compile(r"(?:19|20)\d\d")
FIGURES = (NumberKind.AMOUNT, NumberKind.BARE)
PER_MEASURES = {
    ("微克", "立方米"): "μg/m³",
    ("毫克", "立方米"): "mg/m³",
    ("毫克", "升"): "mg/L",
}
VAGUE = re.compile(r"[数几好成上]$")
PER = re.compile(r"每标?准?(立方米|升)[^,。;]{0,12}$")
# 低于每立方米19微克: the hedge stands before the unit.
PER_BEFORE = re.compile(r"每标?准?(?:立方米|升)$")
PER_WIDTH = 7
LISTED = re.compile(r"分别|依次|[各均]为")
SEPARATORS = frozenset(("、", "和", "与", "及", "以及", "、和"))
RANGES = frozenset(("-", "—", "–", "~", "至", "到", "——"))
FROM = re.compile(r"[由从]$")
# A longer run of digits is a code: an index number, a telephone number.
LONGEST = 12
MONEY_SCALE = (UnitKind.MONEY, UnitKind.SIZE)
# Of these there are whole ones only: "1.5个" is a section number before a count.
WHOLE = frozenset(("个", "家", "件", "起", "名", "次", "座", "户", "辆", "份", "家次", "人次"))


def scan(text: str, clock: tuple[Time, ...] | None = None) -> tuple[Number, ...]:
    """Every number of `text`, in order, without overlap; `clock` are its times, if known."""
    clock = times(text) if clock is None else clock
    found = _joined(text, list(_tokens(text, _Covers(text, clock))))
    dates = [
        _date(time, text) for time in clock if any(map(str.isdecimal, text[time.start : time.end]))
    ]
    return tuple(sorted([*found, *dates], key=lambda number: number.start))


def placed(number: Number, reading: Compact) -> Number:
    """A number of the compact text at its place in the source."""
    start, end = reading.place(number.start, number.end)
    value_start, value_end = reading.place(number.value_start, number.value_end)
    return replace(number, start=start, end=end, value_start=value_start, value_end=value_end)


def _date(time: Time, text: str) -> Number:
    kind = NumberKind.MASKED if time.masked else NumberKind.DATE
    unit = "年" if text[time.end - 1] == "年" else ""
    return _number(time.start, time.end, kind, "date", unit=unit)


class _Covers:
    """Stretches whose numbers say no amount: times, quoted names, titles, decoys."""

    def __init__(self, text: str, clock: tuple[Time, ...]) -> None:
        spans = [(time.start, time.end, "date") for time in clock]
        spans += [(*match.span(), match.lastgroup or "") for match in COVERED.finditer(text)]
        words = amounts()
        spans += [(*m.span(), words.decoy_rules[m.group()]) for m in words.decoys.finditer(text)]
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
        cover = covers.rule(start, end)
        if start < reached or cover == "date":
            continue
        for number in _readings(text, match, words, cover):
            yield number
            reached = number.end


def _readings(
    text: str, match: re.Match[str], words: Amounts, cover: str | None
) -> tuple[Number, ...]:
    """What a match of the scan is: none, one, or the several numbers of 48,9,17."""
    kind, (start, end) = match.lastgroup, match.span()
    if kind == "deleted":
        return (_number(start, end, NumberKind.MASKED, "deleted"),)
    if kind == "masked" or not MASKS.isdisjoint(match[0]):
        found = _masked(text, start, end, words)
    elif kind == "arabic":
        return tuple(_arabic(text, start, end, words, cover))
    elif kind == "water":
        found = _water(text, start, end)
    else:
        found = _spelled(text, start, end, words, cover)
    if found is None:
        return ()
    return (found if cover is None else _named(found, cover),)


def _named(number: Number, rule: str) -> Number:
    """The number as part of a name; a masked one stays masked."""
    if number.kind is NumberKind.MASKED:
        return number
    return replace(number, kind=NumberKind.NAME, rule=rule, value=None)


def _water(text: str, start: int, end: int) -> Number | None:
    """Ⅲ类, 劣V类, Ⅰ-Ⅱ类, I类至III类; not 行业I类... where a letter stands before."""
    if text[start - 1 : start].isascii() and text[start - 1 : start].isalpha():
        return None
    bad = "劣" if text[start - 1 : start] == "劣" else ""
    classes = tuple(map(class_value, CLASS_PARTS.findall(bad + text[start:end])))
    return _number(
        start - len(bad),
        end,
        NumberKind.CLASS,
        "water_class",
        value=classes[-1],
        classes=classes,
        unit="类",
        measure="class",
        value_end=end - 1,
    )


def _masked(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """20xx万元, *个, XX区; not the x of NOx, the × of 5×24 or an X-ray."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if PRODUCT.fullmatch(text, start, end) and after != "年":
        return _number(start, end, NumberKind.NAME, "product")
    if before.isascii() and before.isalpha() and not text.endswith("PM", 0, start):
        return None
    unit = words.unit.match(text, end)
    stop = unit.end() if unit and unit["unit"] else end
    if after.isascii() and after.isalpha() and stop == end:
        return None
    if text[start:end] in {"_", "*", "×"} and stop == end and before not in MASKED_BEHIND:
        return None
    if text.startswith(("光", "射线"), end):
        return None
    return _number(start, stop, NumberKind.MASKED, "masked", value_end=end, unit=text[end:stop])


def _arabic(text: str, start: int, end: int, words: Amounts, cover: str | None) -> Iterator[Number]:
    """The numbers of a run of digits, points and commas: 1,234.5 is one; 48,9,17 are three."""
    run = text[start:end]
    if "," not in run or _thousands(run, text, start):
        yield _figure(text, start, end, run.replace(",", ""), words, cover)
        return
    for part in run.split(","):
        yield _figure(text, start, start + len(part), part, words, cover)
        start += len(part) + 1


def _thousands(run: str, text: str, start: int) -> bool:
    """Whether commas part thousands: groups of three digits, and no list is announced before."""
    first, *groups = run.split(",")
    whole, _, _ = groups[-1].partition(".")
    fits = all(len(group) == 3 for group in (*groups[:-1], whole)) and 0 < len(first) <= 3  # noqa: PLR2004
    return fits and first[0] != "0" and "." not in first and not _listed(text, start)


def _listed(text: str, start: int) -> bool:
    return LISTED.search(text, max(0, start - 12), start) is not None


def _figure(
    text: str, start: int, end: int, digits: str, words: Amounts, cover: str | None
) -> Number:
    """A number in Arabic digits with its unit and hedges, or what else it is."""
    match = words.unit.match(text, end)
    unit, stop = _unit(match, text, end)
    name = cover or _name_rule(text, start, end, stop, digits)
    if name:
        return _number(start, max(stop, end), NumberKind.NAME, name, value_end=end)
    value = Decimal(digits)
    if text[start - 1 : start] == "第":
        return _number(
            start - 1, end, NumberKind.ORDINAL, "ordinal", value=value, value_start=start
        )
    if unit in WHOLE and "." in digits:
        return _number(start, stop, NumberKind.DOUBT, "part_of_whole", value_end=end)
    between = match["between"] if match and stop > end else None
    return _amount(text, start, end, stop, value, unit, between, words)


def _unit(match: re.Match[str] | None, text: str, end: int) -> tuple[str, int]:
    """The unit behind a number and where it ends: 万 + 人次 of 1.2万余人次."""
    if match is None or match.end() == end:
        return "", end
    unit = match["unit"] or ""
    if unit and unit[-1].isascii() and unit[-1].isalpha() and _letter(text, match.end()):
        return "", end
    parts = (match["magnitude"] or "") + (match["scale"] or "") + unit
    return (parts, match.end()) if parts else ("", end)


def _letter(text: str, place: int) -> bool:
    sign = text[place : place + 1]
    return sign.isascii() and sign.isalpha()


def _name_rule(text: str, start: int, end: int, stop: int, digits: str) -> str | None:
    """Why digits are no amount: letters, codes, sections, document numbers, sets (10大行动)."""
    before, after = text[max(0, start - 6) : start], text[end : end + 1]
    bare = stop == end
    last = before[-1:]
    parts = after in {"/", ":"} and text[end + 1 : end + 2].isdecimal()
    reasons = (
        (last == "." or digits.count(".") > 1, "section"),
        (LETTERS.search(before) or (bare and _letter(text, end)), "letters"),
        (CODES.search(before) or after == "号" or _coded(digits), "code"),
        (last == "+" or after == "+", "slogan"),
        (bare and after == "大", "set"),
        (parts or (last in {"/", ":"} and before[-2:-1].isdecimal()), "ratio"),
        (_section(text, start, end), "section"),
        (bare and YEAR.fullmatch(digits), "year"),
        (POINTING.search(before), "pointing"),
    )
    return next((rule for reason, rule in reasons if reason), None)


def _coded(digits: str) -> bool:
    """00329 and 13800000000 count nothing."""
    return len(digits) >= LONGEST or (digits[0] == "0" and len(digits) > 1 and "." not in digits)


def _section(text: str, start: int, end: int) -> bool:
    """1. and 2、 at the start of a line, (3) and 4) anywhere."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "(":
        return after == ")"
    opens = start == 0 or before in SENTENCE_ENDS
    return opens and after in {".", "、", ")"} and not text[end + 1 : end + 2].isdecimal()


def _spelled(text: str, start: int, end: int, words: Amounts, cover: str | None) -> Number | None:
    """A number in Chinese letters, where a unit or 第 says that it is one; else only letters."""
    run, before = text[start:end], text[max(0, start - 2) : start]
    if before.endswith("第"):
        value = chinese_value(run)
        return _number(
            start - 1, end, NumberKind.ORDINAL, "ordinal", value=value, value_start=start
        )
    if before == "分之":
        return _percentage(text, start, end, words)
    if run in SPELLED_CLASSES and SPELLED_CLASS.match(text, end):
        return _water(text, start, end + 1)
    if text.startswith("几", end) and run[-1] in "十百千万":
        return _number(start, end + 1, NumberKind.DOUBT, "vague")
    return _counted(text, start, end, words, cover)


def _counted(text: str, start: int, end: int, words: Amounts, cover: str | None) -> Number | None:
    """三百二十六万元, 二十余部, 两轮; 引进一家, but not 一家 of any other kind."""
    run, before = text[start:end], text[max(0, start - 2) : start]
    match = words.unit.match(text, end)
    unit, stop = _unit(match, text, end)
    if match is None or stop == end or not _counts(match, words):
        return None
    scale = run[-1] if run[-1] in "万亿" and words.kinds[match["unit"]] in MONEY_SCALE else ""
    bare = run.removesuffix(scale)
    if not bare or (bare == "一" and not CREATED.search(text[max(0, start - 4) : start])):
        return None
    value = Decimal(1) if bare == "万" and match["between"] else chinese_value(bare)
    if bare == "万":
        unit = bare + unit
    if cover or POINTING.search(before):
        return _number(start, stop, NumberKind.NAME, cover or "pointing")
    if value is None or VAGUE.search(before) or (bare in "百千万亿" and not match["between"]):
        return _number(start, stop, NumberKind.DOUBT, "vague")
    return _amount(
        text, start, end - len(scale), stop, value, scale + unit, match["between"], words
    )


def _percentage(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """百分之九十五."""
    value = chinese_value(text[start:end])
    lead = len("百分之")
    if value is None or not text.endswith("百分之", 0, start):
        return None
    qualifier, _, stop = _hedge(text, start - lead, end, None, words)
    return _number(
        start - lead,
        stop,
        NumberKind.AMOUNT,
        "spelled_percentage",
        value=value,
        unit="%",
        measure="%",
        unit_kind=UnitKind.MEASURE,
        qualifier=qualifier,
        value_start=start,
        value_end=end,
    )


def _counts(match: re.Match[str], words: Amounts) -> bool:
    """Whether Chinese numerals count the unit: always 家 and 个, 部 only in 二十余部."""
    unit = match["unit"]
    return unit in words.spelled or (
        match["between"] is not None and words.kinds.get(unit) is UnitKind.THING
    )


def _amount(
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
    qualifier, hedge_start, hedge_end = _hedge(text, start, stop, between, words)
    counter = unit.lstrip("十百千万亿") or unit
    measure = words.measures.get(unit, unit)
    if unit in {"微克", "毫克"} and (per := PER.search(text, max(0, start - 24), start)):
        measure = PER_MEASURES.get((unit, per[1]), unit)
    return _number(
        hedge_start,
        hedge_end,
        NumberKind.AMOUNT if unit else NumberKind.BARE,
        "figure",
        value=value,
        unit=unit,
        measure=measure,
        unit_kind=words.kinds.get(counter),
        qualifier=qualifier,
        value_start=start,
        value_end=end,
    )


def _hedge(
    text: str, start: int, stop: int, between: str | None, words: Amounts
) -> tuple[Qualifier, int, int]:
    """The qualifier, and where number and hedges begin and end."""
    per = PER_BEFORE.search(text[max(0, start - PER_WIDTH) : start])
    start -= len(per[0]) if per else 0
    ahead = text[max(0, start - 6) : start]
    before = words.before.search(ahead)
    if before and not ahead.endswith(words.no_hedge):
        return words.bounds[before.group()], start - len(before.group()), stop
    after = words.after.match(text, stop)
    if after:
        return words.bounds[after.group()], start, after.end()
    return (words.bounds[between] if between else Qualifier.EQUAL), start, stop


def _joined(text: str, numbers: list[Number]) -> list[Number]:
    """Ranges made one, and units given to the earlier numbers of a list (48、9、17微克)."""
    result: list[Number] = []
    for number in reversed(numbers):
        following = result[-1] if result else None
        link = text[number.end : following.start] if following else ""
        if following is None or number.kind not in FIGURES or following.kind not in FIGURES:
            result.append(number)
        elif link in RANGES and not FROM.search(text[max(0, number.start - 1) : number.start]):
            result[-1] = _range(number, following)
        elif link in SEPARATORS and number.kind is NumberKind.BARE and following.unit:
            result += _shared(text, number, result)
        else:
            result.append(number)
    return result[::-1]


def _range(number: Number, following: Number) -> Number:
    if not following.unit and not number.unit:
        return replace(following, start=number.start, kind=NumberKind.NAME, rule="code", value=None)
    return replace(
        following,
        start=number.start,
        value_start=number.value_start,
        value=number.value,
        upper=following.value,
        rule="range",
    )


def _shared(text: str, number: Number, result: list[Number]) -> list[Number]:
    """A number that takes the unit of the next; 3、19亿元 could also be a misprint of 3.19."""
    following = result[-1]
    pair = text[number.end] == "、" and not following.shared and number.start == number.value_start
    if pair and following.unit_kind is not UnitKind.MEASURE and not _listed(text, number.start):
        result[-1] = replace(following, kind=NumberKind.DOUBT, rule="misprint", value=None)
        return [replace(number, kind=NumberKind.DOUBT, rule="misprint", value=None)]
    return [
        replace(
            number,
            kind=NumberKind.AMOUNT,
            rule="shared_unit",
            unit=following.unit,
            measure=following.measure,
            unit_kind=following.unit_kind,
            shared=True,
        )
    ]


def _number(start: int, end: int, kind: NumberKind, rule: str, **fields: Any) -> Number:  # noqa: ANN401
    value_start = fields.pop("value_start", start)
    value_end = fields.pop("value_end", end)
    return Number(
        start=start,
        end=end,
        value_start=value_start,
        value_end=value_end,
        kind=kind,
        rule=rule,
        **fields,
    )
