"""The words of the comparison: shape, no double entries, nothing without a name."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import timedelta

from builder.model import (
    Checkability,
    FlagType,
    Level,
    Severity,
    SourceKind,
    Strength,
    TallySource,
    Theme,
)
from builder.vocabulary.environment.metrics import comparability, metrics, standards
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.work import matters, quantity_kinds


def doubled(words: list[str]) -> set[str]:
    return {word for word, count in Counter(words).items() if count > 1}


def test_everything_has_a_name() -> None:
    found = names()
    assert set(found.themes) == set(Theme)
    assert set(found.sources) == set(TallySource)
    assert set(found.levels) == set(Level)
    assert set(found.source_kinds) == set(SourceKind)
    assert set(found.severities) == set(Severity)
    assert set(found.checkability) == set(Checkability)
    assert set(found.strengths) == set(Strength)
    assert {flag.value for flag in FlagType} <= set(found.findings)
    assert {metric.id for metric in metrics().metrics} <= set(found.metrics)


def test_no_name_twice() -> None:
    found = names()
    for table in (found.metrics, found.themes, found.sources, found.findings):
        assert not doubled(list(table.values()))


def test_scope_words_mean_one_thing() -> None:
    rules = comparability()
    words = [word for facet in rules.facets for word in facet.words] + list(rules.fillers.words)
    assert not doubled(words)


def test_metrics_speak_of_known_metrics() -> None:
    for metric in metrics().metrics:
        named = {*metric.of_sections.values(), *(metric.quotient or ())}
        named |= {owner.id for owner in metric.owners} | ({metric.percent} - {None})
        assert named <= set(names().metrics)
    assert {entry.metric for entry in standards().limits} <= set(names().metrics)


def test_limits_of_a_metric_do_not_overlap() -> None:
    for metric in {entry.metric for entry in standards().limits}:
        entries = sorted(
            (entry for entry in standards().limits if entry.metric == metric),
            key=lambda entry: entry.valid_from,
        )
        for earlier, later in itertools.pairwise(entries):
            assert earlier.valid_to + timedelta(days=1) <= later.valid_from


def test_classes_of_water_rise() -> None:
    for entry in standards().water_classes:
        assert list(entry.rivers) == sorted(set(entry.rivers))
        assert list(entry.lakes) == sorted(set(entry.lakes))


def test_every_limit_has_its_statistic() -> None:
    known = standards().statistics
    assert {entry.statistic for entry in standards().limits} <= set(known)


def test_matters_have_no_word_twice() -> None:
    for words in matters().matters.values():
        assert not doubled(list(words))
        # A word inside another of the same matter finds all that the longer one would.
        assert not [a for a in words for b in words if a != b and a in b]


def test_kinds_of_quantities_have_words_and_units() -> None:
    for kind in quantity_kinds().kinds:
        assert kind.tallies or (kind.any and kind.units)
        assert not set(kind.any) & set(kind.none)
    assert not doubled([kind.title for kind in quantity_kinds().kinds])
