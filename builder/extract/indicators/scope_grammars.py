"""Scopes with a grammar of their own: of noise, of those who were asked, of units assessed."""

from __future__ import annotations

import re
from functools import cache

from builder.clauses import CLAUSE, gap
from builder.extract.indicators.scope_patterns import day_part
from builder.extract.indicators.scopes import air_place, day_parts
from builder.text.sentences import clauses
from builder.vocabulary.environment.metrics import Metric, Rate, metric_of
from builder.vocabulary.environment.scopes import scope_words

# What is said of the value before: 97.5%(昼间)、91.3%.
# How far the name of a rate goes on: 公众|满意度.
MAX_NOUN = 4
_ASIDE = re.compile(r"%\([^()]*\)")


@cache
def _petitions() -> re.Pattern[str]:
    words = scope_words().respondents
    return re.compile(f"{words.askers.group}*{words.petitions.group}")


@cache
def _asked_of() -> re.Pattern[str]:
    """群众对|督察整改工作|满意率; 公众对生态环境的满意度 is of the whole."""
    words = scope_words().respondents
    return re.compile(
        f"{words.public.group}对(?P<what>{gap(14, 2, digits=False)}{words.works.group})的?满意"
    )


@cache
def _handlers() -> re.Pattern[str]:
    words = scope_words().handlers
    firsts = "".join(verb[0] for verb in words.verbs)
    return re.compile(
        f"(?:^|{words.verbs.pattern}|对)(?P<who>[^,。;对{firsts}]{{2,16}}{words.units.group})"
        f"[^,。;]*{words.assessed.group}"
    )


@cache
def _measured_noise() -> re.Pattern[str]:
    """What noise is measured by, and the first of a zone named twice."""
    words = scope_words().noise
    zones = "|".join(f"{zone}(?={zone})" for zone in words.zones)
    return re.compile(f"{words.nouns.pattern}|{zones}")


def asks_the_public(text: str, start: int, end: int, at: int) -> bool:
    """Whether the rate of satisfaction at a place is the public's: 群众满意率, not 代表委员满意率.

    The sentence from `start` to `end` tells; another rate in it speaks for its own clause alone:
    企业满意率99.1%;群众满意度90.8%.
    """
    words = scope_words().respondents
    told = "".join(
        clause[0]
        for clause in CLAUSE.finditer(text, start, end)
        if clause.start() <= at < clause.end() or not _tells_other_rate(clause[0])
    )
    return words.public.within(told) and not words.others.within(told)


def _tells_other_rate(clause: str) -> bool:
    """Whether a clause has a rate of those who are not the public: 企业满意率99.1%."""
    words = scope_words().respondents
    return words.rated.within(clause) and words.others.within(clause)


def respondents(text: str, start: int, offset: int) -> str | None:
    """Who was asked, before an offset, or what of: 信访投诉, 信访回访, 督察整改工作."""
    begin = clauses(text, start, offset + 1)[-1][0]
    if (asked := _asked_of().search(text, begin, offset + MAX_NOUN)) is not None:
        return asked["what"]
    clause = text[begin : offset + MAX_NOUN]
    if scope_words().respondents.at_large.within(clause) and not _petitions().search(clause):
        return None
    words = _petitions().findall(text, start, offset)
    again = next(
        (
            word
            for word in scope_words().respondents.again
            if text.endswith(word, 0, offset) or text.startswith(word, offset)
        ),
        "",
    )
    return (words[-1] if words else "") + again or None


def handlers(before: str) -> str | None:
    """The units assessed: 危险废物经营单位 of 完成危险废物经营单位规范化评估."""
    found = _handlers().search(before)
    return found["who"] if found else None


def noise(before: str, gap: str, count: int, nth: int) -> str | None:
    """Where and when noise was measured: 功能区昼间."""
    bare, gap = _measured_noise().sub("", before), _ASIDE.sub("%", gap)
    parts = day_parts(before) or day_parts(gap)
    head = day_part().split(bare)[0]
    if count > 1 and len(parts) == count:
        return head + parts[nth]
    zone = scope_words().noise.zones.search(head)
    named = air_place(head)[1] or (zone[0] if zone else "")
    return named + "、".join(parts) or None


def rate_metric(rate: Rate, before: str, name: str, above: str) -> Metric | None:
    """The metric that a rate means by the nearest object: in a clause before it, or above it.

    水质达标率 alone is what its own name says.
    """
    parts = re.split(r"[,;]", before)
    # 检测水质样品816份,合格率98.4% is a rate of samples, and no state of a water.
    nearest = next((part for part in reversed(parts) if part), "")
    if rate.others.within(parts[-1]) or rate.samples.within(nearest):
        return None
    for words in (*reversed(parts), above):
        for meaning in rate.meanings:
            if meaning.objects.within(words):
                return metric_of(meaning.id)
    alone = (one.id for one in rate.meanings if not one.objects or one.objects.within(name))
    found = next(alone, None)
    return None if found is None else metric_of(found)


def owner(metric: Metric, scope: str | None) -> Metric:
    """The metric whose value it is: 达标率 of sources of drinking water is one of its own."""
    for meaning in metric.owners:
        if meaning.objects.within(scope or ""):
            return metric_of(meaning.id)
    return metric
