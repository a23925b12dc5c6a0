"""Parts of the briefing as plain text, for tests of what they print."""

from __future__ import annotations

from functools import cache

from builder.check import check
from builder.compare import compare
from builder.config import Config, Limits
from builder.extract import extract
from builder.model import BriefingPart, Extraction, PartName, Runs
from builder.model.comparison import Comparison
from builder.model.page import Cell, Paragraph, Picture, Table
from builder.outline import outline
from builder.read import read_source
from builder.wording.parts import MAKERS, Context
from builder.wording.wording import Wording
from tests.goldfacts import ROOT
from tests.smallreports import compared


def said(runs: Runs) -> str:
    """Runs as text, marks in their brackets: 31〔潜2〕."""
    return "".join(run.text for run in runs)


def bare(runs: Runs) -> str:
    """Runs as text without marks."""
    return "".join(run.text for run in runs if not run.mark)


def cell_text(cell: Cell) -> str:
    """A cell as text, its lines parted by a slash, without the sign that holds words together."""
    return " / ".join(said(line.runs) for line in cell.lines).replace("\u2060", "")


def table_rows(table: Table) -> list[list[str]]:
    """The rows of a table as text."""
    return [[cell_text(cell) for cell in row.cells] for row in table.rows]


def heads(table: Table) -> list[str]:
    """The heads of a table's columns, each in one line."""
    return ["".join(column.head) for column in table.columns]


def tables(part: BriefingPart) -> list[Table]:
    """The tables of a part."""
    return [block for block in part.blocks if isinstance(block, Table)]


def pictures(part: BriefingPart) -> list[Picture]:
    """The charts of a part."""
    return [block for block in part.blocks if isinstance(block, Picture)]


def paragraphs(part: BriefingPart) -> list[str]:
    """The paragraphs of a part as text."""
    return [said(block.runs) for block in part.blocks if isinstance(block, Paragraph)]


def context(comparison: Comparison, code: str = "zh") -> Context:
    """What a part is made from, without conclusions."""
    return Context(
        comparison=comparison, conclusions=(), language=Wording(code, comparison.reports)
    )


def made(name: PartName, *extractions: Extraction) -> tuple[BriefingPart, ...]:
    """A part of these reports."""
    return MAKERS[name](context(compared(*extractions)))


@cache
def seed_extractions() -> tuple[Extraction, ...]:
    """The five seeds as the program reads them."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return tuple(check(extract(outline(read_source(path, Limits())))) for path in paths)


@cache
def seed_comparison() -> Comparison:
    """The five seeds side by side."""
    return compare(seed_extractions(), (), Config())


@cache
def seed_part(name: PartName) -> BriefingPart:
    """A part of the five seeds."""
    (part,) = MAKERS[name](context(seed_comparison()))
    return part
