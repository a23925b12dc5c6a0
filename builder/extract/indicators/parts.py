"""Values that stand behind a metric's own: those of parts of the place, and its share.

Of the place: 其中城区88.2%,乡镇92%; 34微克(13个国考城市35微克). Its share: 优良天数301天,占比82.3%.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, canonical
from builder.extract.indicators.scopes import condition, places
from builder.text.number_roles import NumberRole, RoledNumber
from builder.vocabulary.environment.metrics import metric_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.groups import Group
    from builder.extract.indicators.scope_resolver import Scopes
    from builder.vocabulary.environment.metrics import Metric

BREAK = re.compile(r"[,;:()。]")
OPENING = re.compile(r"^(?:、|其中|最[高低好差]的|而|另|另外|有|全[省市县区])+(?=.)")
# What may stand between the name of a part and its value.
TAIL = re.compile(
    r"(?:空气质量|水质|环境|(?:年)?(?:平均|均)值?|浓度|累计|优良率|优良天数|达标率|比例|率|数|为|达到?|是|均|都|分别|则|仅|也|已|保持|稳定在?|在)+$"
)
PART = re.compile(
    r"(?:[\u4e00-\u9fff、()]{0,20}|(?:\d+|[两三四五六七八九十]+)个?[\u4e00-\u9fff]{0,8})"
    r"(?:城区|城市|建成区|县城|市区|郊区|新区|开发区|园区|乡镇|城镇|农村|镇区|街道|[县市区旗州盟乡镇](?:\(市、?区\)|\(区\))?"
    r"|[省市县区村乡镇千万吨]级?及?以[上下]|[县市省区乡镇国]级|国控|省控|市控|国考|省考|断面|水源地?|点位|站点|[江河湖渠]|水库|昼间?|夜间?|[产经处][废营置]单位)"
)
OTHER = re.compile(
    r"完成|检查|投入|新增|建成|同比|增长|占|工程|项目|企业|设施|覆盖|任务|资金|垃圾|处理|创建|通过|涉及|涵盖|目标|有机|工业|公园"
)
SHARE = re.compile(
    r"(?:空气质量|环境空气)?(?:占比|比例|比率|占(?:全年|总|有效|监测|考核|总监测|有效监测)*(?:天数?|日数?)?(?:的)?(?:比例|比率|比重)?)(?:为|达到?|是|约)*"
)
LONGEST = 30


def part_values(
    text: str, group: Group, metric: Metric, behind: Sequence[RoledNumber], scopes: Scopes
) -> list[Draft]:
    """The drafts of parts and of the share among the labels behind a metric's own value."""
    found: list[Draft] = []
    edge = group.end
    for place, run in enumerate(_runs(behind)):
        number = run[0].number
        start = _lead_start(text, edge, run[0].start)
        lead = text[start : run[0].start]
        if number is None or len(lead) > LONGEST:
            continue
        if metric.percent is not None and place == 0 and SHARE.fullmatch(lead):
            found += scopes.drafts(group, metric_of(metric.percent), run[0], run[:1], 0)
        elif canonical(metric, number) is not None:
            found += _of_parts(metric, group, run, lead, start, scopes)
            edge = run[-1].end
    return found


def _runs(labels: Sequence[RoledNumber]) -> list[list[RoledNumber]]:
    """Values that stand together in a list (48%、42%), each list as one."""
    runs: list[list[RoledNumber]] = []
    for label in labels:
        if label.role is not NumberRole.VALUE or label.masked:
            continue
        if label.listed and runs and runs[-1][-1].end + 1 >= label.start - 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _lead_start(text: str, edge: int, place: int) -> int:
    """Where the words before a value begin: behind a break, or the value before."""
    breaks = [match.end() for match in BREAK.finditer(text, edge, place)]
    return breaks[-1] if breaks else edge


def _of_parts(
    metric: Metric, group: Group, run: Sequence[RoledNumber], lead: str, start: int, scopes: Scopes
) -> list[Draft]:
    """One draft for each value: 其中甲县、乙县分别为48%、42% has two, 其中12月份为48% one."""
    if len(run) == 1 and not _name(scopes.words(start, run[0].start)).removeprefix("其中"):
        return scopes.of_time(group, metric, run[0], start)
    name = _name(lead)
    if condition(name) != name and (PART.fullmatch(name) is None or OTHER.search(name)):
        return []
    names = places(name)
    if len(names) != len(run):
        names = (name,) * len(run)
    return [
        scopes.of_part(group, metric, label, scope, start)
        for label, scope in zip(run, names, strict=True)
    ]


def _name(lead: str) -> str:
    """The words before a value that name its part."""
    opening = OPENING.match(lead)
    return TAIL.sub("", lead[opening.end() :] if opening else lead)
