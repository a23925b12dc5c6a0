from __future__ import annotations

from dataclasses import dataclass

from builder.render.runs import runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    bureau: str
    start: int


ROWS = (
    Row(bureau="岳阳县", start=1),
    Row(bureau="岳阳县", start=1),
    Row(bureau="岳阳县", start=2),
    Row(bureau="潜江市", start=2),
    Row(bureau="岳阳县", start=2),
)


def lengths(*fields: str) -> list[int]:
    return [len(run) for run in runs(ROWS, *fields)]


def test_rows_are_cut_where_a_field_changes() -> None:
    assert lengths("bureau") == [3, 1, 1]
    assert lengths("start") == [2, 3]


def test_several_fields_cut_together() -> None:
    assert lengths("bureau", "start") == [2, 1, 1, 1]


def test_no_rows_are_no_runs() -> None:
    assert runs((), "bureau") == ()
