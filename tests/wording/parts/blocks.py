"""What a part says as plain words, for tests of the parts."""

from __future__ import annotations

from builder.model import Extraction
from builder.model.comparison import Comparison
from builder.model.page import BriefingPart, Cell, Paragraph, Table
from builder.model.printed import Runs
from builder.wording.parts.context import Context, Maker
from builder.wording.wording import Wording
from tests.smallreports import compared


def context(comparison: Comparison) -> Context:
    """What a part is made from, in Chinese and without conclusions."""
    return Context(
        comparison=comparison, conclusions=(), language=Wording("zh", comparison.reports)
    )


def made(maker: Maker, *extractions: Extraction) -> BriefingPart:
    """The only part that a maker makes of reports."""
    (part,) = maker(context(compared(*extractions)))
    return part


def words(runs: Runs) -> str:
    """Runs as plain text, with their marks in brackets."""
    return "".join(run.text for run in runs)


def paragraphs(part: BriefingPart) -> list[str]:
    """Its paragraphs."""
    return [words(block.runs) for block in part.blocks if isinstance(block, Paragraph)]


def tables(part: BriefingPart) -> list[Table]:
    """Its tables."""
    return [block for block in part.blocks if isinstance(block, Table)]


def lines(cell: Cell) -> list[str]:
    """The lines of a cell."""
    return [words(line.runs) for line in cell.lines]


def rows(table: Table) -> list[list[str]]:
    """The cells of a table, their lines parted by a stroke."""
    return [[" | ".join(lines(cell)) for cell in row.cells] for row in table.rows]
