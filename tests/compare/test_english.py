"""Every sentence of the comparison can be said in English, with the same fields."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from builder.compare import compare
from builder.compare.bureaus import CAUTIONS
from builder.compare.words import HEDGED
from builder.config import Config
from builder.language import CATALOGS, Language
from builder.vocabulary.comparability import comparability
from builder.vocabulary.names import names
from builder.vocabulary.quantitykinds import quantity_kinds
from builder.vocabulary.standards import standards
from tests.goldfacts import ROOT, gold_extractions


def catalog() -> dict[str, str]:
    with (CATALOGS / "en/LC_MESSAGES/builder.po").open("rb") as source:
        return {str(entry.id): str(entry.string) for entry in read_po(source, locale="en")}


CATALOG = catalog()


def msgids() -> Iterator[str]:
    """The sentences of the code, and the words of its tables."""
    for folder in ("compare", "review"):
        for path in sorted((ROOT / "builder" / folder).rglob("*.py")):
            with path.open("rb") as source:
                yield from (
                    str(found[1]) for found in extract("python", source, {"language": None})
                )
    tables = names().model_dump()
    for table in tables.values():
        yield from map(str, table.values())
    yield from CAUTIONS.values()
    yield from (hedged for hedged in HEDGED.values() if hedged != "{value}")
    yield from (kind.title for kind in quantity_kinds().kinds)
    yield from (facet.name for facet in comparability().facets)
    yield from (entry.grade for entry in standards().limits)
    yield from (statistic.name for statistic in standards().statistics.values())


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def test_every_sentence_is_translated() -> None:
    assert [msgid for msgid in dict.fromkeys(msgids()) if not CATALOG.get(msgid)] == []


@pytest.mark.parametrize("msgid", sorted(set(msgids())))
def test_translation_has_no_other_fields(msgid: str) -> None:
    known = placeholders(msgid) | ({"number"} if "{numeral}" in msgid else set())
    assert placeholders(CATALOG[msgid]) <= known


def test_comparison_in_english_prints_the_same_figures() -> None:
    english = compare(gold_extractions(), (), Config(language="en"), Language("en"))
    chinese = compare(gold_extractions(), (), Config(), Language("zh"))
    assert [found.marks for found in english.findings] == [f.marks for f in chinese.findings]
    assert english.findings[0].text == (
        "PM2.5, mean concentration (2024, whole area), 2 comparable bureaus: "
        "潜江市 31 μg/m³〔潜3〕 lowest, 岳阳县 32.86 μg/m³〔岳22〕 highest; "
        "赣州市, 某区 differ in period or scope and stand apart."
    )
    assert all("  " not in found.text for found in english.findings)
