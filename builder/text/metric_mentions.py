"""Where a text names a metric."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from builder.model.record import record
from builder.text.numbers.number import NumberKind
from builder.text.numbers.units import finder
from builder.text.unnamed_metrics import assessed_days, day_shares, good_days, heavy_days, met_rates
from builder.vocabulary.environment.metrics import Metric, metric_of, metrics
from builder.vocabulary.environment.water_shares import water_share_words
from builder.vocabulary.words import Words, either

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from builder.text.numbers.number import Number
    from builder.vocabulary.environment.metrics import Rate

# To look up a member of an enumeration takes as long as a search.
_CLASS = NumberKind.CLASS

WORST = "劣Ⅴ"
# Names of metrics that share an ending of a rate: 受污染耕地、重点建设用地安全利用率.
ENDINGS = ("率", "比例")
SHORTEST_ENDING = 3
FURTHEST = 24
# The rate that 水质100%达标 tells, and days by their level.
MET_RATE = "达标率"
GOOD_DAYS = "air.good_days"
HEAVY_DAYS = "air.heavy_pollution_days"
ASSESSED_DAYS = "air.assessed_days"
AND = r"(?:、|和|与|及|以及)[\u4e00-\u9fff]{0,4}"
LATIN = re.compile(r"[A-Za-z]")


@record
class Mention:
    """A metric's name in the text; `metric` is None for a rate whose object decides (`rate`).

    `shared` says that the end of its name stands with the next one: 受污染耕地和建设用地安全利用率.
    `last` is where words of its name end that stand behind its value (水质100%达标), -1 without.
    """

    start: int
    end: int
    metric: Metric | None
    rate: Rate | None = None
    shared: bool = False
    last: int = -1


class _Shares(NamedTuple):
    """How a share of a class goes on, and what says that it is of all classes above, too."""

    share: re.Pattern[str]
    share_alone: re.Pattern[str]
    good: re.Pattern[str]
    above: Words
    counted: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Words:
    finder: ahocorasick.Automaton
    metrics: dict[str, Metric]
    rates: dict[str, Rate]
    shares: dict[str, Metric]
    heads: dict[str, re.Pattern[str]]


def mentions(text: str, numbers: Sequence[Number]) -> tuple[Mention, ...]:
    """Every name of a metric, in order, without overlap; shares of water classes among them."""
    found = [*_shares(text, numbers), *_unnamed(text, numbers), *_named(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    result: list[Mention] = []
    for mention in found:
        if not result or mention.start >= result[-1].end:
            result.append(mention)
    shares = {share.start for share in day_shares(text, numbers)}
    return tuple(_with_shares(result, shares)) if shares else tuple(result)


def _unnamed(text: str, numbers: Sequence[Number]) -> Iterator[Mention]:
    """Metrics without a name: rates that are met, days by their level."""
    rate = known_words().rates[MET_RATE]
    for start, end, last in met_rates(text, numbers):
        yield Mention(start=start, end=end, metric=None, rate=rate, last=last)
    days = ((good_days, GOOD_DAYS), (heavy_days, HEAVY_DAYS), (assessed_days, ASSESSED_DAYS))
    for found, name in days:
        for start, end, _ in found(text):
            yield Mention(start=start, end=end, metric=metric_of(name))


def _with_shares(found: Sequence[Mention], shares: set[int]) -> Iterator[Mention]:
    """The mentions with those of shares of days, which are of the metric named before the whole.

    优良天数324天,占有效天数(362天)的89.5%: 有效天数 is the whole.
    """
    for before, mention, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        yield mention
        end = behind.start if behind else sys.maxsize
        share = min((one for one in shares if mention.end <= one < end), default=None)
        owner = before.metric if before and before.end + FURTHEST >= mention.start else None
        if share is not None and owner is not None and owner.percent:
            yield Mention(start=share, end=share, metric=metric_of(owner.percent))


@cache
def known_words() -> _Words:
    """The words of the vocabulary, made ready once."""
    table = metrics()
    named = {word: metric for metric in table.metrics for word in metric.words}
    rates = {word: rate for rate in table.rates for word in rate.words if word not in named}
    return _Words(
        finder([*named, *rates, *table.not_metrics.words]),
        named,
        rates,
        {metric.share_of: metric for metric in table.metrics if metric.share_of},
        _heads(named),
    )


def _heads(named: Mapping[str, Metric]) -> dict[str, re.Pattern[str]]:
    """For each ending that names of several metrics share (安全利用率), what stands before it."""
    owners: dict[str, dict[str, str]] = {}
    for word, metric in named.items():
        for cut in range(1, len(word) - SHORTEST_ENDING + 1):
            if word[cut:].endswith(ENDINGS):
                owners.setdefault(word[cut:], {})[word[:cut]] = metric.id
    return {
        ending: re.compile(f"(?P<head>{either(heads)}){AND}$")
        for ending, heads in owners.items()
        if len(set(heads.values())) > 1
    }


def _named(text: str) -> Iterator[Mention]:
    words = known_words()
    for last, word in words.finder.iter_long(text):
        start, end = last + 1 - len(word), last + 1
        latin = LATIN.match(word[0]) and LATIN.match(text[start - 1 : start] or " ")
        if latin or (word[-1].isascii() and LATIN.match(text[end : end + 1] or " ")):
            continue
        if word in words.metrics:
            yield from _before(text, start, word, words)
            yield Mention(start=start, end=end, metric=words.metrics[word])
        elif word in words.rates:
            yield Mention(start=start, end=end, metric=None, rate=words.rates[word])


def _before(text: str, start: int, word: str, words: _Words) -> Iterator[Mention]:
    """The metric whose noun stands before a name and shares its ending."""
    for cut in range(1, len(word) - SHORTEST_ENDING + 1):
        heads = words.heads.get(word[cut:])
        found = heads.search(text, max(0, start - FURTHEST), start) if heads else None
        if found is not None:
            metric = words.metrics[found["head"] + word[cut:]]
            if metric != words.metrics[word]:
                yield Mention(
                    start=found.start(), end=found.end("head"), metric=metric, shared=True
                )
            return


def _shares(text: str, numbers: Sequence[Number]) -> Iterator[Mention]:
    """Shares of classes: Ⅰ-Ⅲ类断面比例, 达到或优于Ⅲ类的有6个,占…, 劣Ⅴ类占比."""
    words = _share_words()
    for number in numbers:
        if number.kind is not _CLASS:
            continue
        tail = words.share.match(text, number.end)
        if tail is None and number.value == WORST:
            tail = words.share_alone.match(text, number.end)
        if tail is None:
            continue
        good = words.good.search(text[max(0, number.start - 8) : number.start])
        ranged = number.classes[0] == "Ⅰ" and len(number.classes) > 1
        above = words.above.match(text, number.end)
        value = number.value
        metric = known_words().shares.get(str(value))
        if metric is not None and (good or ranged or above or value == WORST):
            start = number.start - len(good[0]) if good else number.start
            yield Mention(start=start, end=tail.end(), metric=metric)
    for found in words.counted.finditer(text):
        yield Mention(start=found.start(), end=found.end(), metric=known_words().shares["Ⅲ"])


@cache
def _share_words() -> _Shares:
    words = water_share_words()
    bodies, good, better = words.bodies.group, words.good.group, words.better_than.group
    return _Shares(
        # Ⅰ-Ⅲ类水质断面比例, Ⅲ类的有6个,占85.7%.
        share=re.compile(
            rf"{words.above.group}?{words.standards.group}?\)?的?(?:\(?{good}\)?)?"
            rf"{words.controls.group}?{bodies}*(?:(?:的?有?\d+个{words.sections.group}?)?[,、])?"
            f"{words.shares.group}"
        ),
        # 劣Ⅴ类0% needs no word for a share.
        share_alone=re.compile(rf"{bodies}*(?=[为占仅]?\d+(?:\.\d+)?%)"),
        good=re.compile(
            rf"(?:{bodies}?{good}{bodies}?\()?"
            rf"(?:达到?[或和及]?{better}|{better}(?:或?达?到?)|(?<=\())$"
        ),
        above=words.above,
        # Good sections by their number first: 优良断面由8个增加到9个,比例由88.9%提高到100%.
        counted=re.compile(
            rf"{good}{bodies}{{1,2}}(?:{words.numbers.group})?[^,;。]{{0,16}}?\d+个[^,;。\d]{{0,4}}"
            rf",{words.shares.group}(?=[由从为达至到]|\d)"
        ),
    )
