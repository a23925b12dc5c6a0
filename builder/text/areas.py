"""Areas wider than the bureau's own: what a county says of 全省 is not the county's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.model import Level
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.words import Words, either

if TYPE_CHECKING:
    from builder.model import ReportLine


class _Patterns(NamedTuple):
    named: Words
    no_subject: re.Pattern[str]
    county: Words


@dataclass(frozen=True, slots=True)
class Areas:
    """The words for areas wider than the own one; without any the own is a province.

    A township has names of its `own`, which are no scope: 全镇.
    """

    wider: tuple[str, ...] = ("全国",)
    own: tuple[str, ...] = ()

    def subject(self, before: str) -> str | None:
        """The area whose metric stands behind these words: "" for the own, None for none named."""
        found = list(_patterns().named.finditer(before))
        if not found or _patterns().no_subject.match(before[found[-1].end() :]):
            return None
        return found[-1][0] if found[-1][0] in self.wider else ""

    def within(self, area: str, scope: str | None) -> str | None:
        """A scope in the area: 全省国控断面; the own area has none of a wider one."""
        bare = scope or ""
        named = next((own for own in self.own if bare.startswith(own)), "")
        if named:
            return bare.removeprefix(named) or None
        if not area:
            return None if bare.startswith(self.wider) else scope
        return bare if bare.startswith(area) else area + bare

    def says_other(self, gap: str) -> bool:
        """Whether the words between a metric and a value give it to a wider area."""
        return _level_of(self.wider).search(gap) is not None


def areas(report: ReportLine, text: str) -> Areas:
    """The areas wider than that of a report's bureau."""
    words = area_words()
    if report.level is Level.CITY:
        return Areas(words.above_city)
    if report.region and report.region[-1].endswith(words.towns):
        wider = (*words.above_city, *words.above_county, *words.county)
        return Areas(wider, tuple(words.own_towns))
    if report.level is not Level.COUNTY:
        return Areas()
    county = bool(report.region) and report.region[-1].endswith(words.counties)
    if county or _patterns().county.search(text):
        return Areas((*words.above_city, *words.above_county))
    return Areas(words.above_city)


@cache
def _level_of(areas: tuple[str, ...]) -> re.Pattern[str]:
    """全省平均, 全国同期为: these words give the value behind them to one of the areas."""
    words = area_words()
    return re.compile(f"(?:{either(areas)}){words.owners.group}*{words.averages.group}")


@cache
def _patterns() -> _Patterns:
    words = area_words()
    return _Patterns(
        named=Words((*words.whole, *words.own)),
        # 全省率先, 全省排名第3, 在全省考核中: the area is no subject of what follows.
        # And so it is none of 全省123个县市区中,PM2.5浓度排名第45.
        no_subject=re.compile(
            f"[^,]{{0,4}}{words.no_subject.group}|\\d+个?{words.members.group}[^,]{{0,8}}中"
        ),
        county=words.county_only,
    )
