"""问题—整改矩阵: a row for each named problem, with what was done and what is promised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model import Fact, MatrixGap, MatrixRow, Passage
from builder.model.comparison import Answer, Join, JoinReason, Measure, ProblemMatch
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.periods import horizon_words
from builder.wording.words import enumeration, folded, theme_words


class Matrix(Part):
    """The rows of the matrix, and who has none."""

    def rows(self, matches: Iterable[ProblemMatch]) -> tuple[MatrixRow, ...]:
        """One row a problem."""
        return tuple(map(self._row, matches))

    def gaps(self, matches: Iterable[ProblemMatch]) -> tuple[MatrixGap, ...]:
        """Reports that name no problem of their own."""
        language = self.language
        named = {match.fact.report for match in matches}
        shorts = (language.bureau(report) for report in language.reports if report not in named)
        return tuple(
            MatrixGap(
                bureau=short,
                text=language("{bureau}的报告没有写明自身存在的问题，本表无从对应。", bureau=short),
            )
            for short in shorts
        )

    def _row(self, match: ProblemMatch) -> MatrixRow:
        language, fact = self.language, match.fact
        return MatrixRow(
            bureau=language.bureau(fact.report),
            number=match.number,
            themes=theme_words(fact.themes, language),
            title=fact.title,
            problem=Passage(text=folded(match.body), marks=(language.mark(fact),)),
            cause=folded(fact.cause or "") or language("未载明"),
            measures=self._measures(match),
            commitments=tuple(map(self._answer, match.answers)),
            strength=match.strength,
            state=language(names().strengths[match.strength])
            if match.planned
            else language("报告没有下一步计划"),
        )

    def _measures(self, match: ProblemMatch) -> tuple[Passage, ...]:
        """The measures, and how many are left out."""
        shown = tuple(map(self._measure, match.measures))
        if not match.further:
            return shown
        words = self.language("另有{count}项同类举措，见附录。", count=match.further)
        return (*shown, Passage(text=words, marks=()))

    def _measure(self, measure: Measure) -> Passage:
        cited = measure.cited
        why = self._why(measure.join, cited.fact)
        marks = tuple(map(self.language.mark, measure.facts))
        return replace(self.quoted(cited.fact, label=cited.label, why=why), marks=marks)

    def _answer(self, answer: Answer) -> Passage:
        why = self._why(answer.join, answer.fact)
        if answer.fact.horizon is not None:
            time = horizon_words(answer.fact.horizon, self.language)
            why = self.language("{why}；{time}", why=why, time=time)
        return self.quoted(answer.fact, why=why)

    def _why(self, join: Join, fact: Fact) -> str:
        """Why something was joined to the problem."""
        language = self.language
        match join.reason:
            case JoinReason.INSIDE:
                return language("写在问题原文中")
            case JoinReason.CORRECTION:
                return language("人工更正：{reason}", reason=join.words[0])
            case JoinReason.WORDS:
                return language("共有词：{words}", words=enumeration(join.words, language))
            case JoinReason.MATTER:
                words = enumeration((language(word) for word in join.words), language)
                return language("同一事项：{words}", words=words)
            case JoinReason.THEME:
                themes = enumeration(theme_words(fact.themes[:1], language), language)
                return language("只有主题相同：{theme}", theme=themes)
