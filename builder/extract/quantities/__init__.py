"""Every other number with a unit: how much was done, spent, found or built.

`quantities` looks at the numbers that no indicator and no tally holds. `no_amount` says of each
why it is none (a duration, a rank, a grade, a target, points of a score), by a rule with a name.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.extracted import Extracted
from builder.extract.quantities.head_nouns import Noun, is_change, noun
from builder.extract.quantities.labels import without_lead
from builder.extract.quantities.planned_amounts import awaited, is_told, with_hope
from builder.extract.quantities.rate_lists import left_over, rates_together
from builder.model import Qualifier, Quantity, Role, Theme
from builder.text.number_cues import is_no_value, number_cues
from builder.text.numbers.number import Number, NumberKind
from builder.text.numbers.units import CONCENTRATIONS
from builder.text.themes import themes
from builder.vocabulary.generic.amounts import UnitKind, area_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.text.analysis import TextAnalysis
    from builder.text.dates import Time
    from builder.text.ranks import RankMention
    from builder.text.sentences import TextSentence

# 优79天、良198天、轻度污染38天 are counts of days, other days are durations.
GRADED_DAYS = re.compile(
    r"(?:[优良]|污染|达标|超标|监测|累计|(?:沙尘|浮尘|扬沙|雾霾)(?:天气)?(?:影响)?)"
    r"”?(?:天数?|天气)?(?:为|共)?$"
)
SPECIFICATION = frozenset(("级", "毫米", "千伏", "伏", "里"))
# 10蒸吨及以下 and 35蒸吨锅炉 say of what kind a boiler is, 235台1086蒸吨 how much.
BOILERS = frozenset(("蒸吨", "蒸吨/小时", "蒸吨/时"))
BOILER = re.compile(r"的?(?:每小时)?(?:及?以[上下]|燃|锅炉|循环|生物质|层燃|流化)")
BOUNDED = (Qualifier.AT_LEAST, Qualifier.AT_MOST)
# All sections named here comply: their number says of what, and how much of nothing.
COMPLYING = re.compile(
    r"[^,。;\d]{0,12}(?:断面|水源地?|水体|河流|湖库|点位)(?:水质)?"
    r"(?:均值?|全部|都|全面|稳定|持续)+(?:达标|达到|符合|满足|优于|保持)"
)
RELATIVE_YEAR = re.compile(r"^(?:去年|上年|前年|今年|本年)(?:同期)?")
SCORED = re.compile(
    r"每[超少多增减低高]|扣$|(?<![获取值使])得$|(?<![共总累合])计$|扣分|(?<![增参])加$|加分"
)
AIMED = re.compile(
    r"(?:目标|考核要求|限值|控制线)[值数]?(?:分别)?(?:是|为|:|的|\()?$|控制在$|目标[^,。;]{0,4}[高低差超]出?$|力争[^,。;]{0,20}$"
)
AFTER_RANK = re.compile(r"(?:前移|后移|上升|下降|提升|进位?|退位?|靠前|晋升)了?$")
CONTINUED = ("连续", "为期", "过去", "历时", "每", "每隔")
CLAUSE_END = re.compile(r"[,;。:\n]")
PARTITIVE = re.compile(
    r"(?:县|市|区|盟|州)[^,。;\d]{0,12}中,?(?:有|仅)|[^,。;\d]{0,14}(?:断面|水源地|水体|河流|点位)中,"
)
# 占全市360起的10%, 年度任务1000吨的120% are of others, or of what was asked for.
SHARE_BEHIND = re.compile(r"的\d+(?:\.\d+)?%")
# 较去年18起减少6起 tells of the year before.
BASE_BEFORE = re.compile(r"[较比][^,。;\d]{0,10}$")
# 十四届人大二次会议.
OF_TERM = re.compile(r"届[^,。;\d]{0,8}$")
THRESHOLD = re.compile(r"的?[\u4e00-\u9fff]{1,10}\d")
# 除3个外均已建成 counts those that were not built.
EXCEPT = ("除", "除了", "除有")
EXCEPTED = re.compile(r"[^,。;]{0,12}?(?:以|之)?外")
PROJECT_STAGE = re.compile(r"工程|项目")
# A concentration in air that is no indicator was not understood; it is no amount of anything.
OF_AIR = frozenset(("μg/m³", "mg/m³"))
BEFORE = 24
# 台（套） is printed as its source prints it.
WIDE = str.maketrans("()", "（）")


def quantities(analysis: TextAnalysis, taken: frozenset[int]) -> Extracted[Quantity]:
    """The quantities of a report; `taken` are starts of numbers that other facts have taken."""
    found: list[Quantity] = []
    used: set[int] = set()
    for sentence in analysis.sentences:
        if sentence.role is Role.PLAN:
            continue
        counted = list(_counted(analysis, sentence, taken))
        if counted:
            about = themes(analysis.text[sentence.start : sentence.end], sentence.headings)
            found += [_quantity(analysis, sentence, *one, about) for one in counted]
            used.update(number.start for number, _ in counted)
    return Extracted(facts=tuple(found), used=frozenset(used))


def _counted(
    analysis: TextAnalysis, sentence: TextSentence, taken: frozenset[int]
) -> Iterator[tuple[Number, Noun]]:
    """The numbers of a sentence that no other fact tells, with what each counts."""
    text, numbers = analysis.text, analysis.numbers.within(sentence.start, sentence.end)
    ranked = analysis.ranks.within(sentence.start, sentence.end)
    for number in numbers:
        free = number.kind is NumberKind.AMOUNT and number.start not in taken
        free = free and number.measure not in OF_AIR
        shared = rates_together(text, sentence.start, number) if number.measure == "%" else None
        if shared is not None:
            names = shared.names if free else left_over(shared.names)
            found = [Noun(name, shared.start, number.end) for name in names]
        elif free and _no_amount(text, number, ranked) is None:
            found = [noun(text, sentence.start, sentence.end, numbers, number)]
        else:
            continue
        hope = awaited(text, sentence.start, number) if found else None
        if hope is None or is_told(hope):
            yield from ((number, _dated(analysis, sentence, number, one, hope)) for one in found)


def no_amount(text: str, start: int, number: Number, ranked: Sequence[RankMention]) -> str | None:
    """Why a number with a unit is no quantity, or None where it is one.

    `start` is where its sentence begins, `ranked` are the sentence's ranks: the 13 of
    在13县市区中排名第4 counts nothing.
    """
    found = _no_amount(text, number, ranked)
    if found is None and (hope := awaited(text, start, number)) and not is_told(hope):
        return "hoped"
    return found


def _no_amount(text: str, number: Number, ranked: Sequence[RankMention]) -> str | None:
    before = text[max(0, number.start - BEFORE) : number.start]
    clause = CLAUSE_END.split(before)[-1]
    after = text[number.end : number.end + BEFORE]
    reasons = (
        (number.upper is not None, "range"),
        (ranked and any(one.start <= number.start < one.end for one in ranked), "rank"),
        (
            number.unit in {"位", "位次", "个位次", "个名次", "名次"} and AFTER_RANK.search(clause),
            "rank",
        ),
        (number.unit in {"个类别", "个级别", "个等级"}, "grade"),
        (_duration(number, clause), "duration"),
        (clause.endswith(CONTINUED), "duration"),
        (number.unit in SPECIFICATION or _boiler(text, number), "specification"),
        (number.unit == "分" and clause.endswith("(") and after[:1] == ")", "scoring"),
        (COMPLYING.match(text, number.end), "partitive"),
        (SCORED.search(clause), "scoring"),
        (number.measure in CONCENTRATIONS and number_cues().distance.search(clause), "difference"),
        (number.measure == "%" and is_no_value(text, number.end), "partitive"),
        (after[:1] == "的" and SHARE_BEHIND.match(after), "partitive"),
        (is_change(after) and BASE_BEFORE.search(clause), "base"),
        (number.unit == "次" and OF_TERM.search(clause), "name"),
        (_threshold(text, number), "specification"),
        (clause.endswith(EXCEPT) and EXCEPTED.match(after), "partitive"),
        (number.measure == "%" and number_cues().of_others.search(clause), "of_others"),
        (number.measure == "%" and _wider_average().search(clause), "of_others"),
        (number.unit_kind is UnitKind.MEASURE and _aimed(clause, after), "target"),
        (PARTITIVE.match(text, number.end), "partitive"),
        (number.unit == "期" and PROJECT_STAGE.match(after), "stage"),
        (number.unit_kind is UnitKind.PLACE and number.unit in {"县", "市", "区"}, "place"),
    )
    return next((rule for reason, rule in reasons if reason), None)


def _aimed(clause: str, after: str) -> bool:
    before = AIMED.search(clause) is not None and number_cues().of_target.search(clause) is None
    return before or number_cues().target_behind.match(after) is not None


@cache
def _wider_average() -> re.Pattern[str]:
    """高于全省平均水平88.5%."""
    wider = area_words().above_city.pattern
    return re.compile(f"(?:{wider})(?:平均|均值)(?:水平|值)?(?:为|是)?$")


def _boiler(text: str, number: Number) -> bool:
    if number.unit not in BOILERS:
        return False
    return number.qualifier in BOUNDED or BOILER.match(text, number.end) is not None


def _threshold(text: str, number: Number) -> bool:
    """Whether a bound says which things are counted behind it: 罚款10万元以上案件6起."""
    sized = number.unit_kind in {UnitKind.MONEY, UnitKind.SIZE} and number.qualifier in BOUNDED
    return sized and THRESHOLD.match(text, number.end) is not None


def _duration(number: Number, clause: str) -> bool:
    if number.unit_kind is not UnitKind.TIME:
        return False
    return number.unit not in {"天", "学时", "课时"} or (
        number.unit == "天" and GRADED_DAYS.search(clause) is None
    )


def _dated(
    analysis: TextAnalysis, sentence: TextSentence, number: Number, named: Noun, hope: str | None
) -> Noun:
    """A noun whose label says that its amount is expected, or of another year than the report."""
    time = analysis.calendar.named(sentence.start, number.start)
    label = named.label if time is None else _with_year(analysis, time, named)
    return named._replace(label=with_hope(label, hope))


def _with_year(analysis: TextAnalysis, time: Time, named: Noun) -> str:
    """The label of a number with its year, where that is not the report's: 2023年投入资金.

    A year stands right before the words of its number; 2016年以来 holds for those behind it too.
    """
    words = analysis.text[time.start : time.end]
    label = named.label if words in named.label else RELATIVE_YEAR.sub("", named.label)
    if words in label or not analysis.calendar.is_earlier(time):
        return label or named.label
    gap = analysis.text[time.end : named.start].lstrip(",")
    if time.since and ";" not in gap:
        return f"{words}以来{label}"
    return words + label if not without_lead(gap) else label


def _quantity(
    analysis: TextAnalysis,
    sentence: TextSentence,
    number: Number,
    named: Noun,
    about: tuple[Theme, ...],
) -> Quantity:
    assert isinstance(number.value, Decimal)
    start, end, quote = analysis.quote(named.start, named.end)
    return Quantity(
        report=analysis.outline.source.report,
        start=start,
        end=end,
        quote=quote,
        themes=about,
        headings=sentence.headings,
        rule="quantity",
        value=number.value,
        unit=number.unit.translate(WIDE) if "（" in quote else number.unit,
        qualifier=number.qualifier,
        label=named.label,
    )
