"""材料与可比性: one row a report, with its short name, its mark and what to beware of."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from builder.model import Bureau, FlagType
from builder.model.comparison import Caution, Dossier, Masked, PeriodCaution
from builder.vocabulary.environment.names import names
from builder.wording.periods import day_words, period_words
from builder.wording.worded import Worded
from builder.wording.wording import Wording

# What a reader must beware of. `count` is how often it was found, `period` what the report covers.
CAUTIONS = {
    PeriodCaution.UNKNOWN: "报告期未载明",
    PeriodCaution.NO_WHOLE_YEAR: "报告期为{period}，不是全年",
    FlagType.UNOFFICIAL_SOURCE: "来自非官方网站，真伪无从核对",
    FlagType.NO_BUREAU: "未写明单位",
    FlagType.NO_TITLE: "没有标题",
    FlagType.PLACEHOLDER: "有{count}处数字或名称被遮盖，一律不取",
    FlagType.PARTIAL_PERIOD: "部分数据未到期末或未写明截止日期",
    FlagType.MIXED_PERIOD: "混有其他年份的数字（{count}处）",
    FlagType.AMBIGUOUS_PERIOD: "部分数字的年份不明（{count}处）",
    FlagType.TRUNCATED: "文本不全",
    FlagType.SCRIPT_CONVERTED: "正文由简体机械转为繁体，已还原后比较，引文保持原样",
    FlagType.ARITHMETIC: "有互相不一致的数字（{count}处）",
    FlagType.IMPLAUSIBLE: "有与时间或范围不符的说法（{count}处）",
}


_PLACEHOLDERS = {
    (True, True): "有{count}处数字或名称被遮盖，一律不取",
    (True, False): "有{count}处数字被遮盖，一律不取",
    (False, True): "有{count}处名称被遮盖，一律不取",
}
_MASKED = {
    (Masked.YEAR, Masked.NAME, Masked.NUMBER): "年份、名称或数额",
    (Masked.NAME, Masked.NUMBER): "名称或数额",
    (Masked.YEAR, Masked.NUMBER): "年份或数额",
    (Masked.YEAR, Masked.NAME): "年份或名称",
    (Masked.YEAR,): "年份",
    (Masked.NAME,): "单位、地点的名称",
    (Masked.NUMBER,): "数额",
}


def masked_words(kinds: Collection[Masked], language: Wording) -> str:
    """What is masked: 年份、名称或数额."""
    return language(_MASKED[tuple(kind for kind in Masked if kind in kinds) or tuple(Masked)])


class Bureaus(Worded):
    """The rows of 材料与可比性."""

    def rows(self, reports: Iterable[Dossier]) -> tuple[Bureau, ...]:
        """One row a report."""
        return tuple(map(self._row, reports))

    def _row(self, report: Dossier) -> Bureau:
        language, line = self.language, report.line
        short, unstated = language.bureau(line.report), language("未载明")
        cautions = self.cautions(report)
        return Bureau(
            report=line.report,
            file=report.extraction.outline.source.file,
            name=line.bureau or language("未载明（本简报称“{short}”）", short=short),
            short=short,
            mark=language.letter(line.report),
            title=line.title or unstated,
            level=language(names().levels[line.level]),
            region="".join(line.region) or unstated,
            period=period_words(line.period, language),
            plan_period=period_words(line.plan_period, language),
            as_of=day_words(line.as_of, language),
            published=day_words(line.published, language),
            publisher=line.publisher or unstated,
            source_kind=language(names().source_kinds[line.source_kind]),
            cautions=cautions or (language("无"),),
        )

    def cautions(self, report: Dossier) -> tuple[str, ...]:
        """What to beware of in a report: 报告期为2024年第一季度，不是全年."""
        return tuple(self._caution(caution, report) for caution in report.cautions)

    def _caution(self, caution: Caution, report: Dossier) -> str:
        if caution.kind == FlagType.MISSING_SECTION:
            return self._missing(report)
        said = CAUTIONS[caution.kind]
        if caution.kind == FlagType.PLACEHOLDER:
            # A year is a number too; where only names are hidden, no number is.
            hidden = {kind is Masked.NAME for kind in report.masked}
            said = _PLACEHOLDERS[False in hidden or not hidden, True in hidden or not hidden]
        period = period_words(report.line.period, self.language)
        return self.language(said, count=caution.count, period=period)

    def _missing(self, report: Dossier) -> str:
        """Which part a report lacks: 全文没有下一步工作计划."""
        found = (one for one in report.extraction.findings if one.code == FlagType.MISSING_SECTION)
        said = (self.language(one.message).removesuffix(self.language("。")) for one in found)
        return self.language("；").join(dict.fromkeys(said))
