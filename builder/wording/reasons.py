"""Why a value stands apart, in words."""

from __future__ import annotations

from builder.model import FlagType
from builder.model.comparison import Entry, Key, MetricValues
from builder.vocabulary.environment.metrics import Compares, metric_of
from builder.wording.periods import period_words
from builder.wording.scopes import printed_scope, scope_label
from builder.wording.wording import Wording

_MASKED = frozenset({FlagType.PLACEHOLDER.value, FlagType.AMBIGUOUS_PERIOD.value})


def masked_year(entry: Entry) -> bool:
    """Whether the year of a value is masked: a finding says so in the value's own sentence."""
    dossier, fact = entry.dossier, entry.fact
    text = dossier.extraction.outline.source.plain
    return any(
        finding.code in _MASKED
        and finding.start is not None
        and finding.start <= fact.start
        and "年" in (finding.quote or "")
        and "。" not in text[finding.start : fact.start]
        for finding in dossier.extraction.findings
    )


def reason(entry: Entry, item: MetricValues, language: Wording) -> str:
    """Why an entry is in no group."""
    return _own_reason(entry, item, language) or _against(entry, item, language)


def _own_reason(entry: Entry, item: MetricValues, language: Wording) -> str:
    """What keeps a value from any comparison; empty where only its partners are missing."""
    alike = [other for other in item.entries if other.key == entry.key and other is not entry]
    valued = [other for other in alike if other.fact.value is not None]
    twin = next((o for o in valued if o.dossier.identity == entry.dossier.identity), entry)
    how = metric_of(item.metric).compares
    masked = language("年份被遮盖，统计期不能确定")
    reasons = (
        (
            how is Compares.NONE,
            language("本指标各单位统计方法不一，不作比较"),
        ),
        (
            how is Compares.BY_NAMED_OBJECT,
            language("各断面、水体各有其值，不同对象之间不比较"),
        ),
        (entry.fact.value is None, language("只载变化，未载数值")),
        (
            entry.key.days is None,
            masked if masked_year(entry) else language("未载明统计期"),
        ),
        (entry.key.scope.masked, language("对象名称被遮盖")),
        (
            how is Compares.WHOLE_AREA and not entry.key.scope.whole,
            language("本指标只比较全域的值，这是{scope}的值", scope=entry.fact.scope),
        ),
        (
            any(other.dossier is entry.dossier for other in valued),
            language("同一报告同一口径有多个数值，不比较"),
        ),
        (
            twin is not entry,
            language(
                "与{other}是同一单位同一时期的数据，不重复比较", other=language.short(twin.dossier)
            ),
        ),
    )
    return next((words for holds, words in reasons if holds), "")


def _against(entry: Entry, item: MetricValues, language: Wording) -> str:
    """How a value differs from the largest group, or that nobody shares its period and scope."""
    if len({other.dossier.identity for other in item.entries}) == 1:
        return language("只有{bureau}载明本指标，不作比较", bureau=language.short(entry.dossier))
    if not item.clusters:
        return language(
            "没有另一家的统计期、范围与此相同（{period}，{scope}）",
            period=period_words(entry.fact.period, language),
            scope=printed_scope(entry.fact.scope, language),
        )
    model = item.clusters[0].entries[0]
    return language("；").join(_differences(entry, model, language))


def _differences(entry: Entry, model: Entry, language: Wording) -> list[str]:
    own, other = entry.key, model.key
    found = []
    if own.days != other.days:
        found.append(
            language(
                "统计期为{own}，可比组为{other}",
                own=period_words(entry.fact.period, language),
                other=period_words(model.fact.period, language),
            )
        )
    if own.scope != other.scope:
        found.append(
            language(
                "范围为{own}，可比组为{other}",
                own=printed_scope(entry.fact.scope, language),
                other=scope_label(other.scope, language),
            )
        )
    return found + _method_difference(own, other, language)


def _method_difference(own: Key, other: Key, language: Wording) -> list[str]:
    found = []
    if own.method != other.method:
        found.append(
            language("评价方法为{own}，可比组为{other}", own=own.method, other=other.method)
        )
    if own.unit != other.unit:
        found.append(language("单位为{own}，可比组为{other}", own=own.unit, other=other.unit))
    return found
