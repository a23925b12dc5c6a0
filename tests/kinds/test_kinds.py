from __future__ import annotations

from typing import get_args

import pytest

from builder.kinds import KINDS, FactKind, kind_of
from builder.kinds.kind import number
from builder.language import Language
from builder.model import AnyFact, Fact
from tests.goldfacts import gold_extractions

FACTS = [fact for extraction in gold_extractions() for fact in extraction.facts]


def test_every_fact_is_of_a_kind() -> None:
    assert {kind.record for kind in KINDS} == set(get_args(AnyFact))
    assert {kind.record.__name__ for kind in KINDS} == {
        record.__name__ for record in Fact.__subclasses__()
    }
    assert all(kind_of(fact).record is type(fact) for fact in FACTS)


def test_names_and_styles_tell_the_kinds_apart() -> None:
    for values in zip(*((k.name, k.label, k.plural, k.style) for k in KINDS), strict=True):
        assert len(set(values)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_correction_may_set_what_the_file_has(kind: FactKind[Fact]) -> None:
    keys = set(kind.keys.__annotations__) - {"heading"}
    assert set(kind.values.model_fields) == keys | {"themes"}
    assert set(kind.values.REQUIRED) <= set(kind.values.model_fields)


def test_lines_have_the_keys_that_are_promised() -> None:
    for fact in FACTS:
        kind = kind_of(fact)
        assert tuple(kind.line(fact)) == tuple(kind.keys.__annotations__)


def test_what_a_fact_is_about() -> None:
    language = Language("zh")
    about = {kind_of(fact).name: kind_of(fact).about(fact, language) for fact in FACTS}
    assert {name for name, words in about.items() if not words} == {"rectification", "commitment"}


def test_error_no_number() -> None:
    with pytest.raises(ValueError, match=r'^应为数字，如 "32.86"$'):
        number("三十")
