"""The view: from here on every text is in the briefing's language and ready to be printed.

Quotes stay as they stand in their source. Renderers lay these records out and compute nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.documents import Refusal
from builder.model.page import BriefingPart, Handout
from builder.model.printed import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """One report's row in 材料与可比性. `short` names it in tables, `mark` begins its marks."""

    report: str
    file: str
    name: str
    short: str
    mark: str
    title: str
    level: str
    region: str
    period: str
    plan_period: str
    as_of: str
    published: str
    publisher: str
    source_kind: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFinding:
    """A sentence of 要点; its marks are runs at the figures they prove."""

    runs: Runs
    code: str
    weight: int
    bureaus: tuple[str, ...]
    marks: tuple[str, ...]
    computed: bool

    @property
    def text(self) -> str:
        """The sentence with its marks as printed, e.g. 岳阳县32.86 μg/m³〔岳21〕。"""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All reports side by side in words: the printed parts, the documents on single bureaus,
    and what a template of the user's may name.
    """

    bureaus: tuple[Bureau, ...]
    refused: tuple[Refusal, ...]
    findings: tuple[KeyFinding, ...]
    headline: str = ""
    parts: tuple[BriefingPart, ...] = ()
    handouts: tuple[Handout, ...] = ()
