from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builder.check import check
from builder.config import Limits
from builder.extract import extract
from builder.model import Direction, Extraction, Period
from builder.outline import outline
from builder.read import read_source
from builder.records import BadRecord, packed, unpacked
from tests.goldfacts import ROOT

TEXTS = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "pages").glob("*.txt")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    value: Decimal | str | None
    days: tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    name: str
    leaf: Leaf | None
    numbers: tuple[int, ...]
    way: Direction
    counts: Mapping[Direction, int]
    inner: Tree | None = None


DAYS = (date(2024, 1, 1), date(2024, 12, 31))
TREE = Tree(
    name="岳阳县",
    leaf=Leaf(value=Decimal("32.860"), days=DAYS),
    numbers=(1, 2),
    way=Direction.DOWN,
    counts={Direction.UP: 3},
    inner=Tree(name="", leaf=None, numbers=(), way=Direction.UP, counts={}),
)
WRITTEN = (
    '["岳阳县",[["Decimal","32.860"],["2024-01-01","2024-12-31"]],[1,2],"down",[["up",3]],'
    '["",null,[],"up",[],null]]'
)


def test_a_record_is_the_list_of_its_fields() -> None:
    assert packed(Tree, TREE) == WRITTEN
    assert unpacked(Tree, WRITTEN) == TREE


def test_a_text_that_looks_like_a_number_stays_text() -> None:
    for value in ("32.86", Decimal("32.86"), None):
        leaf = Leaf(value=value, days=DAYS)
        found = unpacked(Leaf, packed(Leaf, leaf)).value
        assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_all_that_is_known_of_a_report_comes_back(path: Path) -> None:
    found = check(extract(outline(read_source(path, Limits()))))
    assert unpacked(Extraction, packed(Extraction, found)) == found


def test_a_period_keeps_the_form_in_which_it_is_written() -> None:
    months = Period.parse("2024-01..2024-12")
    assert str(unpacked(Period, packed(Period, months))) == "2024-01..2024-12"


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (0, 5),
        (0, None),
        (1, ["Decimal", "1"]),
        (1, [["os", "1"], ["2024-01-01", "2024-12-31"]]),
        (1, [["Decimal", "NaN"], ["2024-01-01", "2024-12-31"]]),
        (1, [["Decimal", "x"], ["2024-01-01", "2024-12-31"]]),
        (1, [None, ["2024-01-01"]]),
        (1, [None, ["2024-01-01", "2024-13-31"]]),
        (2, [1, True]),
        (2, [1, "2"]),
        (2, {"0": 1}),
        (3, "sideways"),
        (4, [["up"]]),
        (5, "inner"),
    ],
)
def test_error_anything_else_is_no_record(place: int, wrong: object) -> None:
    fields = json.loads(WRITTEN)
    fields[place] = wrong
    with pytest.raises(BadRecord, match=r"^Tree: "):
        unpacked(Tree, json.dumps(fields))


@pytest.mark.parametrize("text", ["", "{}", "[]", "[" * 100_000, WRITTEN[:-1], b"\xff"])
def test_error_what_is_cut_off_or_no_json_is_no_record(text: str | bytes) -> None:
    with pytest.raises(BadRecord, match=r"^Tree: "):
        unpacked(Tree, text)
