"""材料与可比性: one row a report, with its short name, its mark and what to beware of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builder.compare.levels import severity
from builder.compare.periods import span
from builder.config import Config
from builder.model import Bureau, Extraction, FlagType, Severity
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.wording.periods import day_words, period_words
from builder.wording.wording import Wording

# What a reader must beware of, by the code of a finding. `count` is how often it was found.
CAUTIONS = {
    FlagType.UNOFFICIAL_SOURCE: "来自非官方网站，真伪无从核对",
    FlagType.NO_BUREAU: "未写明单位",
    FlagType.NO_TITLE: "没有标题",
    FlagType.PLACEHOLDER: "有{count}处数字或名称被遮盖，一律不取",
    FlagType.PARTIAL_PERIOD: "部分数据未到期末或未写明截止日期",
    FlagType.MIXED_PERIOD: "混有其他年份的数字（{count}处）",
    FlagType.AMBIGUOUS_PERIOD: "部分数字的年份不明（{count}处）",
    FlagType.MISSING_SECTION: "缺少问题部分或计划部分",
    FlagType.TRUNCATED: "文本不全",
    FlagType.SCRIPT_CONVERTED: "正文由简体机械转为繁体，已还原后比较，引文保持原样",
    FlagType.ARITHMETIC: "有互相不一致的数字（{count}处）",
    FlagType.IMPLAUSIBLE: "有与时间或范围不符的说法（{count}处）",
}


def bureau_rows(
    reports: Iterable[Dossier], config: Config, language: Wording
) -> tuple[Bureau, ...]:
    """One row a report."""
    return tuple(_bureau(report, config, language) for report in reports)


def _bureau(report: Dossier, config: Config, language: Wording) -> Bureau:
    extraction, line, short = report.extraction, report.line, language.short(report)
    unstated = language("未载明")
    name = line.bureau or language("未载明（本简报称“{short}”）", short=short)
    return Bureau(
        report=line.report,
        file=extraction.outline.source.file,
        name=name,
        short=short,
        mark=report.mark,
        title=line.title or unstated,
        level=language(names().levels[line.level]),
        region="".join(line.region) or unstated,
        period=period_words(line.period, language),
        plan_period=period_words(line.plan_period, language),
        as_of=_day(line.as_of, language),
        published=_day(line.published, language),
        publisher=line.publisher or unstated,
        source_kind=language(names().source_kinds[line.source_kind]),
        cautions=_cautions(extraction, config, language),
    )


def _day(day: str | None, language: Wording) -> str:
    days = span(day)
    if days is None or days.first != days.last:
        return day or language("未载明")
    return day_words(days.first, language)


def _cautions(extraction: Extraction, config: Config, language: Wording) -> tuple[str, ...]:
    """What to beware of: one sentence for each kind of finding, and a period short of a year."""
    found = Counter(
        finding.code
        for finding in extraction.findings
        if severity(finding, config) is not Severity.OFF
    )
    words = [
        language(sentence, count=found[code]) for code, sentence in CAUTIONS.items() if found[code]
    ]
    days = span(extraction.report.period)
    if days is None:
        words.insert(0, language("报告期未载明"))
    elif not days.whole_year:
        period = period_words(extraction.report.period, language)
        words.insert(0, language("报告期为{period}，不是全年", period=period))
    return tuple(words) or (language("无"),)
