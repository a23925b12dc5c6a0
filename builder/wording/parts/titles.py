"""What the parts of the briefing are called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.parts import PartName
from builder.wording.wording import Wording

TITLES: Mapping[PartName, str] = MappingProxyType(
    {
        PartName.OVERVIEW: "一览",
        PartName.PERIODS: "可比范围",
        PartName.INDICATORS: "环境质量",
        PartName.INSPECTION: "督察与整改",
        PartName.MATRIX: "存在问题和对应承诺",
        PartName.COMMITMENTS: "下一年承诺",
        PartName.SERVICES: "执法、信访与审批",
        PartName.MATERIALS: "材料说明",
        PartName.SHEETS: "各单位情况",
        PartName.EVIDENCE: "附录",
    }
)
"""Msgids of the titles; page 1 has none."""


def title(name: PartName, language: Wording) -> str:
    """What a part is called."""
    return language.promises if name is PartName.COMMITMENTS else language(TITLES[name])
