"""Stage 7, `compare`: sets all reports side by side as data, in no language.

Values are compared only where they may be (`groups`).
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.dossiers import dossiers
from builder.compare.groups import metric_values
from builder.config import Config
from builder.model import Extraction, Refusal
from builder.model.comparison import Comparison

__all__ = ["compare"]


def compare(
    extractions: Iterable[Extraction], refused: Iterable[Refusal], config: Config
) -> Comparison:
    """All reports side by side; `refused` are the files that could not be used."""
    reports = dossiers(extractions, config)
    return Comparison(reports=reports, refused=tuple(refused), metrics=metric_values(reports))
