"""The briefing in English: every msgid has its sentence, and nothing else stays Chinese."""

from __future__ import annotations

import re
import string

import pytest
from babel.messages.pofile import read_po

from builder.language import CATALOGS
from tests.msgids import msgids

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
MSGIDS = msgids()
# Fields that a sentence may take instead of the msgid's: 1 for 一.
INSTEAD = {"numeral": "number", "pages_by_comma": "pages", "titles_by_semicolon": "titles"}


def catalog() -> dict[str, str]:
    with (CATALOGS / "en/LC_MESSAGES/builder.po").open("rb") as source:
        return {str(entry.id): str(entry.string) for entry in read_po(source) if entry.id}


CATALOG = catalog()


def fields(sentence: str) -> set[str]:
    parsed = {field for _, field, _, _ in string.Formatter().parse(sentence) if field}
    return {INSTEAD.get(field, field) for field in parsed}


def test_every_string_has_its_english() -> None:
    assert [msgid for msgid in MSGIDS if CHINESE.search(msgid) and not CATALOG.get(msgid)] == []


def test_no_english_without_its_string() -> None:
    assert [msgid for msgid in CATALOG if msgid not in MSGIDS] == []


@pytest.mark.parametrize("msgid", sorted(set(CATALOG) & set(MSGIDS)))
def test_english_has_the_same_fields(msgid: str) -> None:
    assert fields(CATALOG[msgid]) == fields(msgid)
