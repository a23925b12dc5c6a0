"""Numbers in Chinese letters (三百二十六万元), and water classes in every spelling."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.numerals import DIGITS, NUMERALS, chinese_value
from builder.text.numbers.arabic import HALF, WHOLE, amount, unit_behind
from builder.text.numbers.classes import class_value
from builder.text.numbers.identifiers import POINTING
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.shares import part_of
from builder.text.numbers.unclear import SMALLER
from builder.text.numbers.units import Amounts
from builder.vocabulary.generic.amounts import UnitKind, deeds

ROMAN = r"(?:[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ]|[Ii]{1,3}|[Ii]?[Vv])"
CLASS_PARTS = re.compile(r"劣?(?:[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ一二三四五]|[IiVv]+)")
SPELLED_CLASSES = frozenset("一二三四五")
# 三类水质, 劣五类: without a word for water 三类 is any third kind.
SPELLED_CLASS = re.compile(
    r"类(?:地表)?(?:水[质体平]|标准)|类的?(?:[国省市][控考])?(?:断面|点位)"
    r"|类(?:(?<=劣.类)|(?<=水质[为达].类)|(?<=水质达到.类)|(?<=类别为.类)|(?<=断面[为达].类))"
)
# 水质由三类提升为二类: where a water is named before, a class may move without more words.
MOVED_CLASS = re.compile(
    r"类(?=[^,;。类]{2,4}[到至为成]劣?[一二三四五]类)|类(?<=[到至为成].类)(?=[,;。]|$)"
)
OF_WATER = re.compile("水质|断面|水库|水体|水源|[河湖江溪]")
WATER_NEAR = 24
# 比例为零.
NO_SHARE = ("率为", "例为", "数为", "比为", "率降为", "例降为", "率降至", "例降至")
END = re.compile(r"[,;。、()]|$")
# 廿五 and 叁拾五 go on with numerals of other kinds.
FORMAL = frozenset("廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟")
# Most numerals are parts of words, with no such sign beside them: 统一, 一体.
TELLING_BEFORE = FORMAL | frozenset("第之")
TELLING_BEHIND = tuple("成类几折")
# Of 五元三角 neither part is the amount.
SMALL_MONEY = re.compile(rf"[元块][{NUMERALS}]+[角毛分](?!之)|{SMALLER}")
# 三个亿 is no 3个, and neither is 五十 of 四十至五十 or 三 of 一百又三 the number.
MYRIADS = re.compile(r"个[余多]?亿(?=元?(?:[,。;、)\n]|$|资金|投资))")
GOES_ON = re.compile(rf"[{NUMERALS}](?:[至到又~—–-]|——)$")
DISCOUNT = re.compile(r"[打按享]$")
CLAUSE_END = re.compile(r"[,。;、)\n]|$")
# 三百里 and 二十度 are ways and angles as often.
NO_SIZE = frozenset(("里", "度", "方", "升"))
VAGUE = re.compile(r"[数几好成上]$")
MONEY_SCALE = (UnitKind.MONEY, UnitKind.SIZE)


def spelled_number(
    text: str, start: int, end: int, words: Amounts, cover: str | None
) -> Number | None:
    """A number in Chinese letters, where a unit or 第 says that it is one; else only letters."""
    run = text[start:end]
    if not (
        text[end : end + 1] in words.unit_begins
        or text.startswith(TELLING_BEHIND, end)
        or text[start - 1 : start] in TELLING_BEFORE
        or run[-1] in "零万亿"
    ):
        return None
    before = text[max(0, start - 2) : start]
    if before.endswith("第"):
        value = chinese_value(run)
        return number_of(
            start - 1, end, NumberKind.ORDINAL, "ordinal", value=value, value_start=start
        )
    if before == "分之" or text.startswith("成", end):
        return part_of(text, start, end, words)
    if run in SPELLED_CLASSES and text.startswith("类", end) and _is_class(text, start, end):
        return water_class(text, start, end + 1)
    if run == "零" and text.endswith(NO_SHARE, 0, start) and END.match(text, end):
        kind, rule = NumberKind.BARE, "bare"
        return number_of(start, end, kind, rule, value=chinese_value(run))
    return _doubted(text, start, end) or _counted(text, start, end, words, cover)


def _doubted(text: str, start: int, end: int) -> Number | None:
    """十几个; the 五 of 廿五 or 五元三角 is no 5, and that of 打五折 a discount."""
    if text.startswith("几", end) and text[end - 1] in "十百千万":
        return number_of(start, end + 1, NumberKind.DOUBT, "vague")
    discount = text.startswith("折", end) and DISCOUNT.search(text, max(0, start - 2), start)
    parts = SMALL_MONEY.match(text, end) or MYRIADS.match(text, end)
    if parts is not None:
        return number_of(start, parts.end(), NumberKind.DOUBT, "vague")
    further = GOES_ON.search(text, max(0, start - 3), start)
    if text[start - 1 : start] in FORMAL or discount or further:
        return number_of(start, end, NumberKind.DOUBT, "vague")
    return None


def _is_class(text: str, start: int, end: int) -> bool:
    """Whether 三类 is a class of water: by the words behind it, or where that of a water moves."""
    moved = MOVED_CLASS.match(text, end) is not None
    near = moved and OF_WATER.search(text, max(0, start - WATER_NEAR), start) is not None
    return near or SPELLED_CLASS.match(text, end) is not None


def _counted(text: str, start: int, end: int, words: Amounts, cover: str | None) -> Number | None:
    """三百二十六万元, 二十余部, 两轮; 引进一家, but not 一家 of any other kind."""
    run, before = text[start:end], text[max(0, start - 2) : start]
    match = words.unit_at(text, end)
    unit, stop = unit_behind(match, text, end)
    if match is None or stop == end:
        return _myriads(text, start, end, words, cover)
    # 一千多万 needs no unit behind it.
    kind = words.kind(match["unit"] or match["scale"])
    scale = run[-1] if run[-1] in "万亿" and kind in MONEY_SCALE else ""
    bare = run.removesuffix(scale)
    of_one = bare == "一" and not _is_amount_of_one(text, start, stop, kind)
    if not bare or of_one or not _counts(run, match, words):
        return None
    value = Decimal(1) if bare == "万" and match["between"] else chinese_value(bare)
    if bare == "万":
        unit = bare + unit
    if cover or POINTING.search(before):
        return number_of(start, stop, NumberKind.NAME, cover or "pointing")
    # The 万 of 四十五亿四千零四万 counts but the last of its parts.
    parts = scale == "万" and "亿" in bare
    half = unit in WHOLE and HALF.match(text, stop)
    vague = parts or half or VAGUE.search(before) or (bare in "百千万亿" and not match["between"])
    if value is None or vague:
        return number_of(start, stop, NumberKind.DOUBT, "vague")
    return amount(text, start, end - len(scale), stop, value, scale + unit, match["between"], words)


def _is_amount_of_one(text: str, start: int, stop: int, kind: UnitKind | None) -> bool:
    """引进一家, 一吨半; 一家 alone is any."""
    half = kind is UnitKind.SIZE and HALF.match(text, stop)
    return bool(half) or text.endswith(deeds().before_one, 0, start)


def _myriads(text: str, start: int, end: int, words: Amounts, cover: str | None) -> Number | None:
    """投入三千万。: what is counted is not said; 千万 and 亿万 are words."""
    run = text[start:end]
    value = chinese_value(run[:-1]) if run[-1] in "万亿" and run[0] in DIGITS else None
    if value is None or cover or "亿" in run[:-1] or not CLAUSE_END.match(text, end):
        return None
    return amount(text, start, end - 1, end, value, run[-1], None, words)


def _counts(run: str, match: re.Match[str], words: Amounts) -> bool:
    """Whether Chinese numerals count the unit.

    They always count 家 and 个, 米 in 三百米, 部 only in 二十余部, and nothing in 一千多万.
    """
    unit = match["unit"]
    if unit is None:
        return match["between"] is not None and match["scale"] is not None
    kind = words.kind(unit)
    whole = len(run) > 1 and run[0] in DIGITS
    return (
        unit.partition("(")[0] in words.spelled
        or kind is UnitKind.MEASURE
        or (kind is UnitKind.SIZE and whole and unit not in NO_SIZE)
        or (match["between"] is not None and kind is UnitKind.THING)
    )


def water_class(text: str, start: int, end: int) -> Number | None:
    """Ⅲ类, 劣V类, Ⅰ-Ⅱ类, I类至III类; not 行业I类... where a letter stands before."""
    if text[start - 1 : start].isascii() and text[start - 1 : start].isalpha():
        return None
    bad = "劣" if text[start - 1 : start] == "劣" else ""
    classes = tuple(map(class_value, CLASS_PARTS.findall(bad + text[start:end])))
    return number_of(
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
