"""Every message of the checks can be said in English, with the same fields."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from builder.language import CATALOGS
from tests.goldfacts import ROOT


def messages() -> Iterator[str]:
    """The strings of the code that are whole Chinese sentences, and no docstrings."""
    for path in sorted((ROOT / "builder" / "check").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if text not in docs and text.endswith("。"):
                    yield text


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def catalog() -> dict[str, str]:
    with (CATALOGS / "en/LC_MESSAGES/builder.po").open("rb") as source:
        return {str(entry.id): str(entry.string) for entry in read_po(source, locale="en")}


ENGLISH = catalog()
MESSAGES = sorted(set(messages()))


def test_there_are_messages() -> None:
    assert "全文没有标题。" in MESSAGES


@pytest.mark.parametrize("message", MESSAGES)
def test_message_in_english(message: str) -> None:
    assert ENGLISH.get(message), message
    assert fields(ENGLISH[message]) == fields(message)
