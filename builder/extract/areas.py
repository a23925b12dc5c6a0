"""Areas wider than the bureau's own: what a county says of 全省 is not the county's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.extract.patterns import either
from builder.model import Level

if TYPE_CHECKING:
    from builder.model import ReportLine

ABOVE_CITY = ("全国", "全省", "全自治区")
ABOVE_COUNTY = (*ABOVE_CITY, "全市", "全州", "全盟", "全地区")
# A county-level city says 全市 of itself; a county and a district never do.
NO_CITY = ("县", "区", "旗")
COUNTY_OF_OWN = re.compile(r"[我全本]县|我区")
OWN = re.compile(r"[我本][省市县区州旗盟]|全[省市县区州旗盟]|辖区|全自治区|全国|全地区")
# 全省率先, 全省排名第3, 在全省考核中: the area is no subject of what follows.
NO_SUBJECT = re.compile(
    r"^[^,]{0,4}(?:率先|排|第|居|列|前|最|首|考核|下达|通报|考评|唯一|领先|倒数)"
)
LEVEL_OF_OTHERS = r"(?:国控|省控|各地|同期|的|年)*(?:平均|均值|水平|为|达)"


@dataclass(frozen=True, slots=True)
class Areas:
    """The words for areas wider than the own one."""

    wider: tuple[str, ...] = ABOVE_CITY[:1]

    def subject(self, before: str) -> str | None:
        """The area whose metric stands behind these words: "" for the own, None for none named."""
        found = list(OWN.finditer(before))
        if not found or NO_SUBJECT.match(before[found[-1].end() :]):
            return None
        return found[-1][0] if found[-1][0] in self.wider else ""

    def within(self, area: str, scope: str | None) -> str | None:
        """A scope in the area: 全省国控断面; the own area has none of a wider one."""
        bare = scope or ""
        if not area:
            return None if bare.startswith(self.wider) else scope
        return bare if bare.startswith(area) else area + bare

    def says_other(self, gap: str) -> bool:
        """Whether the words between a metric and a value give it to a wider area."""
        return re.search(f"(?:{either(self.wider)}){LEVEL_OF_OTHERS}", gap) is not None


def areas(report: ReportLine, text: str) -> Areas:
    """The areas wider than that of a report's bureau."""
    if report.level is Level.CITY:
        return Areas(ABOVE_CITY)
    if report.level is not Level.COUNTY:
        return Areas()
    named = bool(report.region) and report.region[-1].endswith(NO_CITY)
    return Areas(ABOVE_COUNTY if named or COUNTY_OF_OWN.search(text) else ABOVE_CITY)
