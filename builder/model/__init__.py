"""The records that the stages hand to each other.

The data goes one way: `read` gives a `Source`, `outline` an `Outline`, `extract` an `Extraction`,
`review` and `check` complete it, `compare` sets all of them side by side in a `Comparison`,
`wording` makes the `View` of it in a language, `charts` draws it, and `render` lays out the
resulting `Briefing`. Every record is frozen, sequences are tuples, numbers are `Decimal` and
never `float`.

Offsets are Unicode code points of `Source.text`, end exclusive: for every fact
`source.text[fact.start:fact.end] == fact.quote`.
"""

from __future__ import annotations

from builder.model.briefing import Briefing, Chart, Drawing
from builder.model.documents import (
    Furniture,
    Outline,
    PageMetadata,
    Refusal,
    Remark,
    Section,
    Sentence,
    Source,
    TextCell,
    TextGrid,
    Whole,
    ancestors,
    outermost,
)
from builder.model.facts import (
    AnyFact,
    Change,
    Commitment,
    Fact,
    Indicator,
    Link,
    Problem,
    Quantity,
    Rank,
    Rectification,
    ReportLine,
    Tally,
    Target,
)
from builder.model.findings import (
    Coverage,
    Extraction,
    Finding,
    NumberUse,
)
from builder.model.page import BriefingPart
from builder.model.parts import PartName
from builder.model.period import Period, PeriodForm, month_end
from builder.model.printed import Mark, Run, Runs, RunStyle
from builder.model.view import (
    Bureau,
    KeyFinding,
    View,
)
from builder.model.words import (
    OTHER_CODES,
    BureauFrom,
    BureauKind,
    Checkability,
    Cue,
    Direction,
    Document,
    Fate,
    FlagType,
    Followed,
    Level,
    Qualifier,
    Role,
    Script,
    Severity,
    SourceKind,
    Strength,
    Sureness,
    TallySource,
    Theme,
    every_theme,
    set_own_themes,
)

__all__ = [
    "OTHER_CODES",
    "AnyFact",
    "Briefing",
    "BriefingPart",
    "Bureau",
    "BureauFrom",
    "BureauKind",
    "Change",
    "Chart",
    "Checkability",
    "Commitment",
    "Coverage",
    "Cue",
    "Direction",
    "Document",
    "Drawing",
    "Extraction",
    "Fact",
    "Fate",
    "Finding",
    "FlagType",
    "Followed",
    "Furniture",
    "Indicator",
    "KeyFinding",
    "Level",
    "Link",
    "Mark",
    "NumberUse",
    "Outline",
    "PageMetadata",
    "PartName",
    "Period",
    "PeriodForm",
    "Problem",
    "Qualifier",
    "Quantity",
    "Rank",
    "Rectification",
    "Refusal",
    "Remark",
    "ReportLine",
    "Role",
    "Run",
    "RunStyle",
    "Runs",
    "Script",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "SourceKind",
    "Strength",
    "Sureness",
    "Tally",
    "TallySource",
    "Target",
    "TextCell",
    "TextGrid",
    "Theme",
    "View",
    "Whole",
    "ancestors",
    "every_theme",
    "month_end",
    "outermost",
    "set_own_themes",
]
