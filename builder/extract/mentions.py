"""Where a text names a metric."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.numbers import NumberKind
from builder.extract.patterns import either
from builder.vocabulary.metrics import Metric, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.extract.numbers import Number
    from builder.vocabulary.metrics import Rate

# How a share of water classes goes on: Ⅰ-Ⅲ类水质断面比例, Ⅲ类的有6个,占85.7%.
SHARE = re.compile(
    r"(?:及以上|以上)?(?:标准)?\)?的?(?:\(?优良\)?)?(?:国控|省控|国考|省考|地表水)?"
    r"(?:水质|水体|断面|海水|海域|面积|点位|河流|河段)*(?:的?有?\d+个(?:断面)?,)?"
    r"(?:比例|占比|比率|占|率)"
)
GOOD = re.compile(
    r"(?:(?:水质|水体|断面)?优良(?:水质|水体|断面)?\()?(?:达到?(?:或|和|及)?(?:优于|好于)|优于或?达?到?|好于或?达?到?|(?:优于|好于)|(?<=\())$"
)
ABOVE = re.compile(r"(?:及以上|以上)")
SHARE_METRICS = {"Ⅲ": "water.good_ratio", "Ⅱ": "water.class12_ratio", "劣Ⅴ": "water.bad_ratio"}
LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A metric's name in the text; `metric` is None for a rate whose object decides (`rate`)."""

    start: int
    end: int
    metric: Metric | None
    rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    metrics: dict[str, Metric]
    rates: dict[str, Rate]
    ids: dict[str, Metric]


def mentions(text: str, numbers: Sequence[Number]) -> tuple[Mention, ...]:
    """Every name of a metric, in order, without overlap; shares of water classes among them."""
    found = [*_shares(text, numbers), *_named(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    result: list[Mention] = []
    for mention in found:
        if not result or mention.start >= result[-1].end:
            result.append(mention)
    return tuple(result)


def metric_of(name: str) -> Metric:
    """The metric of an id."""
    return _words().ids[name]


@cache
def _words() -> _Words:
    table = metrics()
    named = {word: metric for metric in table.metrics for word in metric.words}
    rates = {word: rate for rate in table.rates for word in rate.words if word not in named}
    return _Words(
        re.compile(either([*named, *rates, *table.not_metrics.words])),
        named,
        rates,
        {metric.id: metric for metric in table.metrics},
    )


def _named(text: str) -> Iterator[Mention]:
    words = _words()
    for match in words.pattern.finditer(text):
        start, end = match.span()
        word = match[0]
        latin = LATIN.match(word[0]) and LATIN.match(text[start - 1 : start] or " ")
        if latin or (word[-1].isascii() and LATIN.match(text[end : end + 1] or " ")):
            continue
        if word in words.metrics:
            yield Mention(start=start, end=end, metric=words.metrics[word])
        elif word in words.rates:
            yield Mention(start=start, end=end, metric=None, rate=words.rates[word])


def _shares(text: str, numbers: Sequence[Number]) -> Iterator[Mention]:
    """Shares of classes: Ⅰ-Ⅲ类断面比例, 达到或优于Ⅲ类的有6个,占…, 劣Ⅴ类占比."""
    for number in numbers:
        if number.kind is not NumberKind.CLASS:
            continue
        tail = SHARE.match(text, number.end)
        if tail is None:
            continue
        good = GOOD.search(text[max(0, number.start - 8) : number.start])
        ranged = number.classes[0] == "Ⅰ" and len(number.classes) > 1
        above = ABOVE.match(text, number.end)
        value = number.value
        if value in SHARE_METRICS and (good or ranged or above or value == "劣Ⅴ"):
            start = number.start - len(good[0]) if good else number.start
            metric = metric_of(SHARE_METRICS[str(value)])
            yield Mention(start=start, end=tail.end(), metric=metric)
