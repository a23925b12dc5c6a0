"""使用提示: what bears on the use of the figures, each in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model import Document, FlagType, Indicator, Problem, Role, SourceKind
from builder.model.comparison import Dossier, PeriodCaution, TallyNote
from builder.model.printed import Run, Runs
from builder.outline.role_patterns import role_patterns
from builder.wording.bureaus import masked_words
from builder.wording.key_findings.lists import Lists
from builder.wording.parts.context import Context
from builder.wording.periods import day_words, period_words

_EACH = 3
"""So many bureaus are told one by one; of more only the names."""


def cautions(context: Context) -> Runs:
    """All cautions in sentences; nothing where there is nothing to beware of."""
    made = _Cautions(context)
    told = [*made.doubtful(), *made.partial(), *made.silent(), *made.others()]
    return (Run("".join(told)),) if told else ()


class _Cautions(Lists):
    def __init__(self, context: Context) -> None:
        super().__init__(context.language)
        self.comparison = context.comparison
        self.reports = context.comparison.reports

    def doubtful(self) -> Iterator[str]:
        """Pages of nobody, and masked names and numbers."""
        scraped = [r for r in self.reports if r.line.source_kind is SourceKind.TEMPLATE_SITE]
        masked = [r for r in self.reports if _count(r, FlagType.PLACEHOLDER)]
        if scraped and set(map(id, scraped)) <= set(map(id, masked)):
            told = "{bureaus}材料来自范文网站，{count}处{masked}被遮盖，仅供参考。"
            masked = [report for report in masked if report not in scraped]
        else:
            told = "{bureaus}材料来自范文网站，仅供参考。"
        if scraped:
            count = sum(_count(report, FlagType.PLACEHOLDER) for report in scraped)
            yield self.language(
                told, bureaus=self._named(scraped), count=count, masked=self._masked(scraped)
            )
        if masked:
            yield self.language(
                "{bureaus}材料中有{masked}被遮盖，一律不取。",
                bureaus=self._named(masked),
                masked=self._masked(masked),
            )

    def partial(self) -> Iterator[str]:
        """What is not of a whole year, and what tells no time."""
        spans = [report for report in self.reports if _has(report, PeriodCaution.NO_WHOLE_YEAR)]
        longer = [report for report in spans if _is_longer(report)]
        parts = [report for report in spans if report not in longer]
        ended = [r for r in self.reports if r not in spans and _is_cut(r)]
        # 截至12月20日 of one sentence says nothing of the values of the whole year.
        cut = [report for report in ended if not _is_mostly_of_year(report)]
        partly = [report for report in ended if report not in cut]
        told = [*filter(None, map(self._told, parts)), *map(self._ended, cut)]
        if 0 < len(told) == len(parts) + len(cut) <= _EACH:
            yield self.language("{bureaus}，不是全年数据。", bureaus=self.language("，").join(told))
        elif parts or cut:
            yield self.language("{bureaus}不是全年数据。", bureaus=self._named([*parts, *cut]))
        if partly:
            yield self.language("{bureaus}有部分数据不到年底。", bureaus=self._named(partly))
        summed = [report for report in longer if not _is_mostly_of_year(report)]
        if summed:
            yield self.language("{bureaus}是几年合计的数据。", bureaus=self._named(summed))
        mixed = [report for report in longer if report not in summed]
        if mixed:
            yield self.language("{bureaus}有几年合计的数据。", bureaus=self._named(mixed))
        unknown = [report for report in self.reports if _has(report, PeriodCaution.UNKNOWN)]
        if unknown:
            yield self.language("{bureaus}没有写明报告期。", bureaus=self._named(unknown))

    def silent(self) -> Iterator[str]:
        """Work reports that name no problem of their own, or only outside a part for it."""
        own = [r for r in self.reports if r.line.document is Document.WORK_REPORT]
        none = [report for report in own if not report.of(Problem) and not _has_part(report)]
        without = [r for r in own if _count(r, FlagType.MISSING_SECTION) and not _has_part(r)]
        beside = [report for report in without if report.of(Problem)]
        told = []
        if none:
            told.append(self.language("{bureaus}没有写自身问题", bureaus=self._named(none)))
        if len(beside) == 1:
            told.append(self._beside(beside[0]))
        elif beside:
            told.append(self.language("{bureaus}只在正文写了问题", bureaus=self._named(beside)))
        if told:
            words = self.language("，").join(told)
            yield self.language("{told}。", told=self.language.sentence(words))

    def others(self) -> Iterator[str]:
        """Rates that do not follow from their numbers, texts that break off, files left out."""
        differing = [
            s.fact.report for s in self.comparison.tallies if TallyNote.RATE_DIFFERS in s.notes
        ]
        if differing:
            reports = [report for report in self.reports if report.line.report in differing]
            yield self.language("{bureaus}有办结率与原文数字不一致。", bureaus=self._named(reports))
        truncated = [report for report in self.reports if _count(report, FlagType.TRUNCATED)]
        if truncated:
            yield self.language("{bureaus}文本不全。", bureaus=self._named(truncated))
        if self.comparison.refused:
            yield self.language("另有{count}个文件未能使用。", count=len(self.comparison.refused))

    def _told(self, report: Dossier) -> str:
        """某区为2024年第一季度; nothing where the name says it."""
        if report.name.dated:
            return ""
        return self.language(
            "{bureau}为{period}",
            bureau=self.language.bureau(report.line.report),
            period=period_words(report.line.period, self.language),
        )

    def _ended(self, report: Dossier) -> str:
        """衡南县截至2023年12月5日"""
        return self.language(
            "{bureau}截至{day}",
            bureau=self.language.bureau(report.line.report),
            day=day_words(report.line.as_of, self.language),
        )

    def _beside(self, report: Dossier) -> str:
        """潜江市只在正文写了1个"""
        problems = report.of(Problem)
        told = "{bureau}只在正文写了{count}个问题"
        if not any(problem.is_sure for problem in problems):
            told = "{bureau}只在正文读到{count}个问题，须核对"
        return self.language(
            told,
            bureau=self.language.bureau(report.line.report),
            count=len(problems),
        )

    def _masked(self, reports: Iterable[Dossier]) -> str:
        """What is masked in some of these reports: 年份、名称或数额."""
        found = {kind for report in reports for kind in report.masked}
        return masked_words(found, self.language)

    def _named(self, reports: Iterable[Dossier]) -> str:
        return self.named([report.line.report for report in reports], _EACH)


def _has(report: Dossier, kind: PeriodCaution) -> bool:
    return any(caution.kind is kind for caution in report.cautions)


def _count(report: Dossier, kind: FlagType) -> int:
    return next((caution.count for caution in report.cautions if caution.kind is kind), 0)


def _has_part(report: Dossier) -> bool:
    """Whether it has a part for its problems."""
    outline, named = report.extraction.outline, role_patterns().problems
    return any(named.search(section.heading) for section in outline.sections) or any(
        sentence.role is Role.PROBLEMS for sentence in outline.sentences
    )


def _is_mostly_of_year(report: Dossier) -> bool:
    """Whether more than half of the values are of one whole year.

    Of a report of several years, whether they are of one year or a part of it.
    """
    own = report.line.period
    several = own is not None and own.end.year > own.start.year
    periods = [one.period for one in report.of(Indicator) if one.period is not None]
    of_year = [
        period
        for period in periods
        if (period == own or several) and period.start.year == period.end.year
    ]
    return 2 * len(of_year) > len(periods)


def _is_longer(report: Dossier) -> bool:
    """Whether it covers more than a year."""
    period = report.line.period
    return period is not None and period.end.year > period.start.year


def _is_cut(report: Dossier) -> bool:
    """Whether its figures end before its year does."""
    line = report.line
    return line.covered != line.period
