"""The parts of the briefing, each made by a module of its own from the comparison.

A maker gives blocks in the order in which they are read; formats lay them out and compute nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from builder.model.page import BriefingPart, Handout
from builder.model.parts import PartName
from builder.wording.parts.commitments import commitments
from builder.wording.parts.context import Context, Maker
from builder.wording.parts.evidence import printed_evidence
from builder.wording.parts.findings import findings
from builder.wording.parts.fitting import fitted
from builder.wording.parts.indicators import indicators
from builder.wording.parts.inspection import inspection
from builder.wording.parts.materials import materials
from builder.wording.parts.matrix import matrix
from builder.wording.parts.overview import overview
from builder.wording.parts.periods import periods
from builder.wording.parts.services import services
from builder.wording.parts.sheets import all_sheets, sheets

__all__ = ["Context", "handouts", "printed_parts"]

MAKERS: Mapping[PartName, Maker] = MappingProxyType(
    {
        PartName.OVERVIEW: overview,
        PartName.PERIODS: periods,
        PartName.INDICATORS: indicators,
        PartName.INSPECTION: inspection,
        PartName.MATRIX: matrix,
        PartName.COMMITMENTS: commitments,
        PartName.SERVICES: services,
        PartName.MATERIALS: materials,
        PartName.SHEETS: sheets,
    }
)
"""How each part is made but for two: page 1 says which parts follow, and the evidence has what all
the others cite."""


def printed_parts(names: Iterable[PartName], context: Context) -> tuple[BriefingPart, ...]:
    """The parts in this order, with the evidence of what they print."""
    wanted = tuple(names)
    made = {name: MAKERS[name](context) for name in wanted if name in MAKERS}
    if PartName.EVIDENCE in wanted:
        cited = [part for parts in made.values() for part in parts]
        made[PartName.EVIDENCE] = printed_evidence(cited, context)
    if PartName.FINDINGS in wanted:
        following = [name for name in wanted if made.get(name)]
        made[PartName.FINDINGS] = findings(context, following)
    return tuple(fitted(part) for name in wanted for part in made.get(name, ()))


def handouts(context: Context) -> tuple[Handout, ...]:
    """The sheet of each bureau with its own evidence, as a document to hand out."""
    return tuple(
        Handout(report=report, parts=(fitted(sheet), *printed_evidence([sheet], context)))
        for report, sheet in all_sheets(context).items()
    )
