"""Metrics named together (PM10、SO2和NO2), which share what stands behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.text.metric_mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

# What stands between the names of one group: PM10(可吸入颗粒物)和SO2.
LINK = re.compile(
    r"(?:\([^()]{0,24}\))?(?:年均|平均|浓度|均值|年|日均|值|质量)*(?:(?:、|和|与|及|以及)[\u4e00-\u9fff]{0,4}|[/,]?)"
)
# Words between a metric and a number that make it another thing: 二氧化硫排放量削减3.0%.
OTHER_THING = re.compile(
    r"排放|减排|总量|协同|治理任务|防控|管控|监测[设站]|设施|企业|项目|工程|污染[天日]|超标|扣|排污|问题|信访"
    r"|投诉|案件|预警|响应|应急|首要|贡献|每(?!标?立方)|监控|在线"
    r"|(?<![8八])小时(?:浓度|均值|平均浓度)|日均浓度|得分|最[高低差]|峰值|瞬时"
)
EACH = re.compile(r"[均都皆]|双双|同为|双")
# 臭氧(日最大8小时滑动平均值第90百分位数) is said of the metric, and counts as its name.
SAID_OF_METRIC = re.compile(r"\([^()]*\)|第?9[058]百分位数?")
WIDEST = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Metrics named together, and how far the text behind them is theirs."""

    mentions: tuple[Mention, ...]
    start: int
    end: int
    until: int


def groups(text: str, named: Sequence[Mention], end: int) -> list[Group]:
    """The groups of a sentence's metrics; `end` is where the sentence ends."""
    found: list[list[Mention]] = []
    for mention in named:
        if found and found[-1][-1].end == mention.start:
            found[-1][-1] = mention
        elif found and LINK.fullmatch(text, found[-1][-1].end, mention.start):
            found[-1].append(mention)
        else:
            found.append([mention])
    ends = [*(group[0].start for group in found), end][1:]
    return [
        Group(mentions=tuple(group), start=group[0].start, end=group[-1].end, until=until)
        for group, until in zip(found, ends, strict=True)
    ]
