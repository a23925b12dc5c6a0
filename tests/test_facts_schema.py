"""The schema fits what is written, and the pages in docs/ are made from it.

`python tests/test_facts_schema.py` writes both anew.
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from builder.facts_file import facts_jsonl
from builder.facts_schema import page, schema
from tests.goldfacts import ROOT, gold_extractions

SCHEMA, PAGE = ROOT / "docs" / "facts.schema.json", ROOT / "docs" / "facts.md"


def written() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in facts_jsonl(gold_extractions()).splitlines()]


def test_the_files_in_docs_are_those_of_the_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == written()
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_line_fits() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    assert [line for line in lines() if not validator.is_valid(line)] == []


@pytest.mark.parametrize("change", [{"more": 1}, {"quote": None}, {"kind": "award"}])
def test_error_a_wrong_line_does_not(change: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    fact = next(line for line in lines() if line["kind"] == "indicator")
    assert not validator.is_valid(fact | change)


if __name__ == "__main__":
    SCHEMA.write_text(written(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
