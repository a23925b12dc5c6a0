"""What `import builder` gives: a report read, its facts, their comparison, the briefing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.check import check
from builder.compare import compare
from builder.config import Config, Limits
from builder.dataset.selecting import selected_reports
from builder.dataset.where import read_where
from builder.extract import extract
from builder.model import AnyFact, Extraction, Finding, Outline
from builder.model.comparison import Comparison
from builder.outline import outline
from builder.pipeline.extracting import extracted_sources
from builder.pipeline.line import build
from builder.pipeline.request import FORMATS, Request, Summary
from builder.processes import usual_jobs
from builder.read import read_source
from builder.render.folder import default_templates
from builder.vocabulary.loading import in_use
from builder.vocabulary.own import own_vocabulary

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ComparedReports",
    "Facts",
    "build_briefing",
    "check_facts",
    "compare_reports",
    "extract_facts",
    "read_dataset",
    "read_report",
    "vocabulary_of",
]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of some reports, each with its report, its findings and its text."""

    extractions: tuple[Extraction, ...]

    @property
    def all(self) -> tuple[AnyFact, ...]:
        """Every fact, by report and in text order."""
        return tuple(fact for extraction in self.extractions for fact in extraction.facts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a careful reader must know; none before `check_facts`."""
        return tuple(found for extraction in self.extractions for found in extraction.findings)

    def frame(self, name: str | None = None) -> pd.DataFrame:
        """The facts of a kind (`indicators`, `tallies`, …), or all, as a pandas frame."""
        from builder.frames import facts_frame  # noqa: PLC0415 -- pandas only where asked for

        return facts_frame(self.extractions, name)


@dataclass(frozen=True, slots=True)
class ComparedReports:
    """Reports side by side: which values compare, in what order, and why the others do not."""

    comparison: Comparison

    def frame(self) -> pd.DataFrame:
        """Every value of a metric with its group and place, or its reason, as a pandas frame."""
        from builder.frames import comparison_frame  # noqa: PLC0415 -- pandas only where asked for

        return comparison_frame(self.comparison)


def read_report(path: str | Path, limits: Limits | None = None) -> Outline:
    """A report of any known format, cut into its sections. `Unreadable` says why it can't be."""
    return outline(read_source(Path(path), limits or Limits()))


def extract_facts(*reports: Outline) -> Facts:
    """The facts of reports, each with its rule and its place."""
    return Facts(tuple(map(extract, reports)))


def check_facts(facts: Facts) -> Facts:
    """The same facts with what a careful reader must know of them."""
    return Facts(tuple(map(check, facts.extractions)))


def compare_reports(facts: Facts, config: Config | None = None) -> ComparedReports:
    """The reports of facts side by side, compared only where they may be."""
    return ComparedReports(compare(facts.extractions, (), config or Config()))


def read_dataset(folder: str | Path, where: str | None = None) -> Facts:
    """The checked facts of the reports of a dataset that fulfil a condition of `--where`.

    Raises `DatasetError` where the folder holds no dataset, `WhereError` for a wrong condition.
    """
    selected = selected_reports(Path(folder), None if where is None else read_where(where))
    extracted, _ = extracted_sources(selected.sources, Limits(), usual_jobs())
    return check_facts(Facts(extracted))


@contextmanager
def vocabulary_of(folder: str | Path) -> Iterator[None]:
    """Adds the words of a folder (`metrics.toml`, …) to the vocabulary inside the block.

    Raises `TomlError` with every mistake of its files.
    """
    with in_use(own_vocabulary(Path(folder))):
        yield


def build_briefing(
    reports: str | Path,
    output: str | Path,
    *,
    formats: tuple[str, ...] = FORMATS,
    config: Config | None = None,
    templates: str | Path | None = None,
) -> Summary:
    """The briefing of a folder of reports in every format, put in place whole.

    Raises what `builder.pipeline.line.build` raises; the last output is untouched then.
    """
    return build(
        Request(
            input=Path(reports),
            output=Path(output),
            templates=default_templates() if templates is None else Path(templates),
            config=config or Config(),
            formats=formats,
        )
    )
