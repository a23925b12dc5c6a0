"""The lists of words: nothing stands twice, in two kinds, or for nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.generic.amounts import decoys, hedges, units

LISTS = {
    "metrics": [word for metric in metrics().metrics for word in metric.words],
    "rates": [word for rate in metrics().rates for word in rate.words],
    "not_metrics": list(metrics().not_metrics.words),
    "units": [word for entry in units().counters for word in entry.words]
    + [word for entry in units().measures for word in entry.spellings],
    "unfit": list(units().unfit),
    "before": [word for hedge in hedges().before for word in hedge.words],
    "after": [word for hedge in hedges().after for word in hedge.words],
    "between": [word for hedge in hedges().between for word in hedge.words],
    "no hedge": list(hedges().none.words),
    "decoys": [decoy.word for decoy in decoys().decoys],
    "objects of rates": [
        f"{rate.words[0]} {word}"
        for rate in metrics().rates
        for objects in (*(meaning.objects for meaning in rate.meanings), rate.others)
        for word in objects
    ],
}


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice(name: str) -> None:
    assert [word for word, count in Counter(LISTS[name]).items() if count > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("metrics", "rates"),
        ("metrics", "not_metrics"),
        ("rates", "not_metrics"),
        ("units", "unfit"),
        ("units", "decoys"),
        ("before", "no hedge"),
        ("before", "after"),
    ],
)
def test_no_word_is_of_two_kinds(one: str, other: str) -> None:
    assert set(LISTS[one]) & set(LISTS[other]) == set()


@pytest.mark.parametrize("name", LISTS)
def test_no_word_is_empty_or_has_blanks_around_it(name: str) -> None:
    assert [word for word in LISTS[name] if not word or word != word.strip()] == []


@pytest.mark.parametrize("metric", metrics().metrics, ids=lambda metric: metric.id)
def test_no_word_is_found_by_its_end_already(metric: object) -> None:
    everything = {word: one.id for one in metrics().metrics for word in one.words}
    everything |= dict.fromkeys((*LISTS["rates"], *LISTS["not_metrics"]), "")
    unused = [
        word
        for word, owner in everything.items()
        if owner == getattr(metric, "id", None)
        for cut in range(1, len(word))
        if everything.get(word[cut:]) == owner
        and not any(
            other in word
            for other in everything
            if other not in {word, word[cut:]}
            and not word[cut:].endswith(other)
            and other not in word[cut:]
        )
    ]
    assert unused == []


def test_every_word_that_is_no_metric_holds_one() -> None:
    known = [*LISTS["metrics"], *LISTS["rates"]]
    idle = [w for w in LISTS["not_metrics"] if not any(word in w for word in known)]
    assert idle == []


def test_every_unfit_word_begins_like_a_unit() -> None:
    idle = [word for word in LISTS["unfit"] if not word.startswith(tuple(LISTS["units"]))]
    assert idle == []


def test_every_word_that_is_no_hedge_ends_like_one() -> None:
    idle = [word for word in LISTS["no hedge"] if not word.endswith(tuple(LISTS["before"]))]
    assert idle == []
