"""Scopes with a grammar of their own: of noise, of those who were asked, of units assessed."""

from __future__ import annotations

import re

from builder.extract.indicators.scopes import air_place, day_parts
from builder.vocabulary.environment.metrics import Metric, metric_of

PUBLIC = re.compile(r"群众|公众|信访|投诉|举报|诉求|回访|百姓|居民|市民|来信|来访")
NOT_PUBLIC = re.compile(r"人大|政协|代表|委员|企业|办事|营商|服务对象|评议|政务")
PETITIONS = re.compile(
    r"(?:群众|环境|环保|公众|生态)*(?:信访投诉举报|信访投诉|信访举报|投诉举报|信访件|信访|投诉|举报|诉求|来信来访)"
)
HANDLERS = re.compile(
    r"(?:^|完成|开展|对)(?P<who>[^,。;完开对]{2,16}(?:单位|企业|机构))[^,。;]*规范化"
)
OWN_NOUNS = re.compile(r"声环境|噪声|功能区(?=功能区)")


def asks_the_public(sentence: str) -> bool:
    """Whether a rate of satisfaction is the public's: 群众满意率, and not 代表委员满意率."""
    return PUBLIC.search(sentence) is not None and NOT_PUBLIC.search(sentence) is None


def respondents(text: str, start: int, place: int) -> str | None:
    """Who was asked, before a place: 信访投诉, 信访回访."""
    words = PETITIONS.findall(text, start, place)
    again = "回访" if text.endswith("回访", 0, place) or text.startswith("回访", place) else ""
    return (words[-1] if words else "") + again or None


def handlers(before: str) -> str | None:
    """The units assessed: 危险废物经营单位 of 完成危险废物经营单位规范化评估."""
    found = HANDLERS.search(before)
    return found["who"] if found else None


def noise(before: str, gap: str, count: int, place: int) -> str | None:
    """Where and when noise was measured: 功能区昼间."""
    bare = OWN_NOUNS.sub("", before)
    parts = day_parts(before) or day_parts(gap)
    head = re.split(r"昼|夜", bare)[0]
    if count > 1 and len(parts) == count:
        return head + parts[place]
    named = air_place(head)[1] or ("功能区" if "功能区" in head else "")
    return named + "、".join(parts) or None


def owner(metric: Metric, scope: str | None) -> Metric:
    """The metric whose value it is: 达标率 of sources of drinking water is one of its own."""
    for meaning in metric.owners:
        if meaning.objects.within(scope or ""):
            return metric_of(meaning.id)
    return metric
