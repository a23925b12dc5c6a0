from __future__ import annotations

from collections import Counter

import pytest

from builder.vocabulary.environment.checks import checks
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.generic.amounts import area_words, change_words, deeds
from builder.vocabulary.generic.statements import modality_words
from builder.vocabulary.loading import FOLDER
from tests.vocabulary.tables import lists, tables

TABLES = tables()


LISTS = [(name, *entry) for name, one in TABLES.items() for entry in lists(one)]


@pytest.mark.parametrize(("table", "path", "words"), LISTS)
def test_no_word_stands_twice_in_a_list_and_none_is_empty(
    table: str, path: str, words: tuple[str, ...]
) -> None:
    twice = [word for word, count in Counter(words).items() if count > 1]
    assert twice == [], f"{table}.{path}"
    assert all(word.strip() for word in words)


def test_every_file_of_words_has_a_shape() -> None:
    files = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.toml")}
    assert set(TABLES) == files


def test_weak_verbs_are_verbs_and_whole_nouns_are_loose_ones() -> None:
    words = inspections()
    assert set(words.done.weak) - set(words.done.verbs) == set()
    assert set(words.items.whole) - set(words.items.loose) == set()


def test_no_noun_is_both_strict_and_loose() -> None:
    words = inspections().items
    assert set(words.strict) & set(words.loose) == set()


def test_well_known_days_are_days_of_the_calendar() -> None:
    assert all(1 <= one.month <= 12 and 1 <= one.day <= 31 for one in checks().days)


def test_possible_values_are_ranges() -> None:
    ranges = [metric.range for metric in metrics().metrics if metric.range is not None]
    assert all(low < high for low, high in ranges)
    assert len(ranges) == len(metrics().metrics) - 1, "only classes of water have none"


def test_every_word_of_hope_stands_in_one_list() -> None:
    words = modality_words()
    every = [*words.words, *(word for one in words.before for word in one.words)]
    assert [word for word, count in Counter(every).items() if count > 1] == []


def test_every_word_that_is_no_hope_begins_or_ends_like_one() -> None:
    words = modality_words()
    every = (*words.words, *(word for one in words.before for word in one.words))
    idle = [word for word in words.none if not word.startswith(every) and not word.endswith(every)]
    assert idle == []


def test_no_area_is_both_the_own_and_a_wider_one() -> None:
    assert set(area_words().own) & set(area_words().whole) == set()


def test_no_word_of_change_is_of_two_kinds() -> None:
    words = change_words()
    every = [*words.up, *words.down, *words.better, *words.worse]
    assert [word for word, count in Counter(every).items() if count > 1] == []


def test_no_verb_before_one_is_found_by_its_end_already() -> None:
    verbs = deeds().before_one
    assert [verb for verb in verbs if any(verb[cut:] in verbs for cut in range(1, len(verb)))] == []
