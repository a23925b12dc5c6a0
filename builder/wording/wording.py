"""The briefing's language with what it calls each report."""

from __future__ import annotations

from collections.abc import Iterable

from builder.language import Language
from builder.model.comparison import BureauName, Dossier
from builder.wording.periods import period_words

_STEMS = "甲乙丙丁戊己庚辛壬癸"


class Wording(Language):
    """Translates as a language does, and gives reports the short names that tables print."""

    def __init__(self, code: str, reports: Iterable[Dossier] = ()) -> None:
        super().__init__(code)
        self._shorts = {report.number: short_name(report.name, self) for report in reports}

    def short(self, report: Dossier) -> str:
        """A bureau's short name: 岳阳县, 青溪县（2023年）."""
        return self._shorts[report.number]


def short_name(name: BureauName, language: Language) -> str:
    """A bureau's name, with what tells it from its namesakes."""
    words = name.place
    if name.dated:
        period = period_words(name.period, language)
        words = language("{bureau}（{period}）", bureau=words, period=period)
    return words + (_STEMS[name.number - 1] if name.number else "")
