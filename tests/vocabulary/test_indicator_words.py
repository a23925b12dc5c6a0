from __future__ import annotations

from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.environment.metrics import UNPRINTED, metrics
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.environment.water_classes import water_class_words


def test_every_thing_of_the_own_begins_or_ends_like_another() -> None:
    words = indicator_words()
    idle = [
        word
        for word in words.own_things
        if not word.startswith(words.other_things) and not word.endswith(words.other_things)
    ]
    assert idle == []


def test_every_word_that_is_no_predicate_begins_like_one() -> None:
    water = scope_words().water
    begins = (*water_class_words().predicates, *water.adverbs, *water.measured)
    assert [word for word in water.no_predicates if not word.startswith(begins)] == []


def test_every_word_that_is_no_plan_ends_like_one() -> None:
    plans = indicator_words().plans
    begins = (*plans.targets, *plans.limited)
    assert [word for word in plans.none if not word.endswith(begins)] == []


def test_nouns_of_changes_are_of_units_that_metrics_have() -> None:
    units = {metric.unit for metric in metrics().metrics} | set(UNPRINTED)
    assert set(indicator_words().changes.nouns) - units == set()


def test_nobody_is_both_the_public_and_another_respondent() -> None:
    words = scope_words().respondents
    assert set(words.public) & set(words.others) == set()
