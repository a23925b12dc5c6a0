"""Scopes: the words that narrow the place, object or condition of a value."""

from __future__ import annotations

import re
from functools import cache

from builder.vocabulary.generic.amounts import condition_words
from builder.vocabulary.generic.divisions import short_names

# The 和 of 和平桥 joins nothing.
LIST = re.compile(r"、|(?<=[^、])(?:和|与|以及|及(?!以))")
JOINING = frozenset("和及")
WHOLE = re.compile(
    r"(?:[全我本][省市县区州旗域]|全自治区|辖区内?|[省市县区]域)(?:范围内?|共有|共)?"
)
# What may stand before the words of a scope without being one.
LEAD = re.compile(
    r"^(?:\)|\(|[一二三四五六七八九十]+是|境内|其中|目前|当前|同时|此外|另外|特别是|一方面|总体看|经初步统计|据统计|初步统计|完成"
    r"|实现|确保|使|推动|继续|持续|有效|截至?|今年|以来|期间|累计|的|在|纳入考核的|主要河流中|情况|较好|指标|方面|监测结果显示"
    r"|、|,|:|和|与|及|并|且)+"
)
# What may stand between the words of a scope and the metric.
AIR_TAIL = re.compile(
    r"(?:环境|空气|大气|质量|综合|年均|平均|累计|年度|六项|主要|污染物|浓度|指标|指数|的|中|内|达到|实现|有|为|全年|共|累|总)+$"
)
OBJECT_TAIL = re.compile(
    r"(?:[,:]|环境质量|水环境|水质|水体|质量|达标率|状况|类别|年均值|均值|年均|年平均|平均|综合|监测|总体|均|都|全部|全面|稳定|持续|始终|长期|继续|已|首次|基本|连续|总体(?:优良|为优|良好|稳定|较好)|[*×]{1,3}月"
    r"|的|中|内|为|有|其|等|年度)+$"
)
# 城区 or 国控站点 as the last word makes a place.
PLACE = re.compile(
    r"(?:中心城区|主城区|城区|建成区|市区|县城|城市|[县区市镇乡旗盟州省]|街道|站点|点位|园区|片区|开发区|新区|断面)$"
)
# A place that the sentences behind it keep: 中心城区PM2.5…。优良率….
STRONG_PLACE = re.compile(
    r"市?中心城区|主城区|城市建成区|建成区|县城|县级及以上城市|市城区|(?<![^全我市县区的,。;:、\s])城区"
)
# 3个断面除总磷外各项指标: what is left out is no part of the object.
EXCEPT = re.compile(
    r"\(?除[^,。;()]{1,16}?(?:以?外|之外)\)?(?:的)?(?:其[余他]|各|所有|全部)*(?:项|监测)*(?:指标|因子|项目)?"
)
# 9个断面中8个达到Ⅲ类,优良率88.9%: the rate is that of the nine.
SOME_OF = re.compile(r"中,?有?\d+[个条处]$")
# A clause with a figure of its own, or on what there is no more, names no object.
NO_OBJECT = re.compile(r"\d(?:%|毫克|微克|mg|μg)|消除")
LEFT_OUT = re.compile(r"^除了?(?=[^,。;]*$)")
WATER = re.compile(r"[河湖库江渠段口海溪港塘桥闸坝泉浦荡泊洋湾水]|断面|流域|水源")
DUST = re.compile(
    r"(?:剔除|扣除|去除)[^,。;()]{0,6}沙尘[^,。;():\d]{0,6}?(?:影响|天气|后|超标日|超标天数?|日)+|沙尘(?:天气)?(?:剔除|扣除)后"
)
# 123个县市区中PM2.5浓度排名第45: those ranked together are no place of the value.
RANKED_AMONG = re.compile(r"^\d+个?[县市区州盟旗地级城]{1,4}(?:\(市、?区\)|\(区\))?中,?")
TIME_OF_DAY = re.compile(r"昼间?|夜间?")
COUNTED = re.compile(r"(?P<names>[^\d]+[、和与][^\d]+)(?P<count>\d)[个条处座].+")
# 长江、清江、渔洋河等主要河流 names three.
AND_OTHERS = re.compile(r"(?<=[、和与].{2})等.*$|(?<=[、和与].{3})等.*$|(?<=[、和与].{4})等.*$|等$")
LONGEST = 36


def condition(text: str) -> str | None:
    """What narrows the values of a sentence: 剔除沙尘天气影响后."""
    found = DUST.findall(text)
    return found[-1] if found else None


def season(before: str) -> str | None:
    """The season right before a metric, but for a place: 秋冬季PM2.5, 采暖期,全市PM2.5."""
    found = list(_seasons().finditer(before))
    if not found:
        return None
    behind = before[found[-1].end() :]
    whole = WHOLE.match(behind)
    rest = AIR_TAIL.sub("", behind[whole.end() :] if whole else behind)
    return None if rest and PLACE.fullmatch(rest) is None else found[-1]["season"]


@cache
def _seasons() -> re.Pattern[str]:
    return re.compile(f"(?P<season>{condition_words().seasons.pattern})(?:期间|内)?(?:的|,)?")


def air_place(before: str) -> tuple[bool, str | None]:
    """Whether the words before a metric name a place, and which; 全市 and 我县 name the whole."""
    wholes = list(WHOLE.finditer(before))
    rest = before[wholes[-1].end() :] if wholes else before
    rest = LEAD.sub("", AIR_TAIL.sub("", DUST.sub("", RANKED_AMONG.sub("", rest))))
    if len(rest) <= LONGEST and (PLACE.search(rest) or _names(rest)):
        return True, rest
    return bool(wholes), None


def water_object(before: str) -> str | None:
    """The object whose water is spoken of: the words before 水质, bare of what leads to them."""
    bare = EXCEPT.sub("", SOME_OF.sub("", before))
    if NO_OBJECT.search(bare):
        return None
    # 除大桥断面*月下降至Ⅳ类外,其余均达标: the class is that of what is left out.
    bare = bare if bare[:1] in JOINING else LEFT_OUT.sub("", LEAD.sub("", bare))
    whole = WHOLE.match(bare)
    rest = bare[whole.end() :] if whole else bare
    rest = OBJECT_TAIL.sub("", rest)
    rest = rest if rest[:1] in JOINING and whole is None else LEAD.sub("", rest)
    return rest if rest and WATER.search(rest) and len(rest) <= LONGEST * 2 else None


def objects(scope: str) -> tuple[str, ...]:
    """The single objects of a list, where each names a water: 汉江潜江段、东荆河 are two."""
    if COUNTED.fullmatch(scope):
        return (scope,)
    parts = tuple(LIST.split(AND_OTHERS.sub("", scope)))
    alone = all(len(part) > 1 and WATER.search(part) for part in parts)
    return parts if alone else (scope,)


def places(scope: str) -> tuple[str, ...]:
    """The single places of a list: 甲县、乙县和丙区 are three."""
    parts = tuple(part.removesuffix("等") for part in LIST.split(scope))
    return parts if all(PLACE.search(part) for part in parts) or _names(scope) else (scope,)


def _names(words: str) -> bool:
    """Whether words are names of divisions without their kind: 平武、北川."""
    parts = LIST.split(words.removesuffix("等"))
    return len(parts) > 1 and all(part in short_names() for part in parts)


def named_objects(scope: str) -> tuple[str, ...]:
    """The names before their number: 大富水公安寨、漳水下游、溾水口3个国控断面 are three."""
    counted = COUNTED.fullmatch(scope)
    if counted is None:
        return objects(scope)
    names = tuple(LIST.split(counted["names"].removesuffix("等")))
    return names if len(names) == int(counted["count"]) else objects(scope)


def day_parts(before: str) -> tuple[str, ...]:
    """昼、夜间 as 昼间 and 夜间."""
    return tuple(found[0] + "间" for found in TIME_OF_DAY.findall(before))
