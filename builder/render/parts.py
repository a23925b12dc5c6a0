"""The parts of the briefing in their order, with the titles that every format prints."""

from __future__ import annotations

from dataclasses import dataclass

from builder.language import Language
from builder.model import Briefing, Chart, PartName
from builder.numerals import chinese

TITLES = {
    PartName.FINDINGS: "要点",
    PartName.MATERIALS: "材料与可比性",
    PartName.INDICATORS: "环境质量",
    PartName.INSPECTION: "督察与整改",
    PartName.MATRIX: "问题—整改矩阵",
    PartName.SERVICES: "执法、信访与服务",
    PartName.COMMITMENTS: "下一年承诺",
    PartName.QUALITY: "数据质量",
    PartName.EVIDENCE: "附录：出处与其他数字",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: its number in the order of the configuration, its title and its charts."""

    id: PartName
    number: str
    title: str
    charts: tuple[Chart, ...]

    @property
    def heading(self) -> str:
        """Number and title as printed, e.g. 一、要点."""
        return f"{self.number}{self.title}"


def parts(briefing: Briefing) -> tuple[Part, ...]:
    """The parts that the configuration asks for, in its order."""
    language = Language(briefing.language)
    return tuple(
        Part(
            id=name,
            number=language("{number}、", number=numeral(position, briefing.language)),
            title=language(TITLES[name]),
            charts=tuple(chart for chart in briefing.charts if chart.part == name),
        )
        for position, name in enumerate(briefing.parts, 1)
    )


def ordinal(number: int, language: Language) -> str:
    """The number of a second-level heading: （一）."""
    return language("（{number}）", number=numeral(number, language.code))


def numeral(number: int, language: str) -> str:
    """A number as headings count: 一, 十二, 三十, 一百零一; digits outside Chinese."""
    return chinese(number) if language == "zh" else str(number)
