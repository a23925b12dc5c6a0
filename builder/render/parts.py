"""The parts of the briefing in their order, with the titles that every format prints."""

from __future__ import annotations

from dataclasses import dataclass

from builder.language import Language
from builder.model import Briefing, Chart
from builder.numerals import chinese

TITLES = {
    "findings": "要点",
    "materials": "材料与可比性",
    "indicators": "环境质量",
    "inspection": "督察与整改",
    "matrix": "问题—整改矩阵",
    "services": "执法、信访与服务",
    "commitments": "下一年承诺",
    "quality": "数据质量",
    "evidence": "附录：出处与其他数字",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: its number in the order of the configuration, its title and its charts."""

    id: str
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
