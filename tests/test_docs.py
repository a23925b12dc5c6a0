"""The pages for people: every link leads somewhere, the glossary has one word for one thing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from builder import __version__

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
TERMS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| term", "| ---"))
]
CODE = "\n".join(
    path.read_text(encoding="utf-8") + f"\n{path.relative_to(ROOT / 'builder').as_posix()}\n"
    for path in (ROOT / "builder").rglob("*")
    if path.suffix in {".py", ".toml"}
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("column", [0, 1], ids=["english", "chinese"])
def test_a_term_stands_once_in_the_glossary(column: int) -> None:
    counts = Counter(row[column] for row in TERMS)
    assert [term for term, count in counts.items() if count > 1] == []


def test_every_term_has_all_columns() -> None:
    assert [row[0] for row in TERMS if len(row) != 5 or not all(row)] == []


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row[0])
def test_names_of_the_glossary_stand_in_the_code(row: list[str]) -> None:
    names = [name for name in re.findall(r"`([^`]+)`", row[4]) if "contract" not in row[4]]
    parts = [part for name in names for part in name.removeprefix("docs/").split(".")]
    known = [part for part in parts if part not in {"py", "toml", "md", "po"}]
    assert [name for name in known if name not in CODE] == []


def test_the_change_log_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[0] == __version__
