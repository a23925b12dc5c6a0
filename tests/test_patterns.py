"""Patterns that every Python from 3.11 on reads in the same way."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.goldfacts import ROOT

# Before 3.11.5 a possessive group keeps what its last, failing turn has read: `(?:,\d)*+` reads
# the comma of "3,". Possessive characters and classes are right everywhere.
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def possessive_groups(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and POSSESSIVE_GROUP.search(node.value)
    ]


def test_no_pattern_has_a_possessive_group() -> None:
    modules = sorted((ROOT / "builder").rglob("*.py"))
    assert [place for path in modules for place in possessive_groups(path)] == []


def test_possessive_groups_are_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'A = r"(?:a|b)*+c"\nB = r"(ab){0,3}+"\nC = r"(?>ab)"\nD = r"[ab]*+(?:a\\)+)b++"\n',
        encoding="utf-8",
    )
    assert possessive_groups(module) == ["module.py:1", "module.py:2", "module.py:3"]
