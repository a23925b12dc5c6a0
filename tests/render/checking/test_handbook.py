from __future__ import annotations

import tomllib
from pathlib import Path

from builder.render.checking import handbook as module
from builder.render.checking.handbook import handbook
from builder.render.checking.view import fields, records

DOCUMENT = Path(__file__).parents[3] / "docs" / "templates.md"
FIELDS = Path(module.__file__).with_name("fields.toml")


def test_committed_document_is_what_the_records_give() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == handbook()


def test_every_field_is_explained_and_nothing_else() -> None:
    known = tomllib.loads(FIELDS.read_text(encoding="utf-8"))
    written = {record: set(entries) - {"about"} for record, entries in known.items()}
    assert written == {record.__name__: set(fields(record)) for record in records()}


def test_field_stands_with_type_meaning_unit_and_example() -> None:
    said = handbook()
    assert "| `width` | 数 | 宽 | 毫米 | 162 |\n" in said
    assert (
        "| `bureaus` | 一串[Bureau](#bureau) | 各单位，按 briefing.toml 的顺序 | — | — |\n" in said
    )
    assert "| `share` | 数，可以没有 | 画成条的比例；不画条的没有 | — | 0.79 |" in said
