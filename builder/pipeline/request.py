"""What a build takes and what it says at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cache import Cache
from builder.config import Config
from builder.model import Refusal, Severity
from builder.vocabulary.adding import OwnVocabulary

if TYPE_CHECKING:
    from builder.dataset.where import Where

FORMATS = ("docx", "pdf", "html", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build from what, and how; without a cache all is made anew.

    `input` is a folder of reports, or with `dataset` the folder of a dataset, of which the reports
    are taken that fulfil `where`. `vocabulary` is None for the words that are in use.
    """

    input: Path
    output: Path
    templates: Path
    config: Config
    formats: tuple[str, ...] = FORMATS
    jobs: int = 1
    sheets: bool = False
    dataset: bool = False
    where: Where | None = None
    vocabulary: OwnVocabulary | None = None
    cache: Cache = field(default_factory=Cache)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build made: files with a detail such as their pages, and what to beware of.

    `kept` are documents of earlier builds that were not made anew, `renamed` files of the output
    folder that a person has changed, with their new names. `libraries` are those of the system
    that set the PDF. `repeatable` where the same inputs are sure to give the same again;
    `unchanged` where they did, and nothing was written.
    """

    output: Path
    reports: int
    files: Mapping[str, str]
    refused: tuple[Refusal, ...]
    notices: tuple[str, ...]
    findings: Mapping[Severity, int]
    without_place: int
    unread: int
    fonts: Mapping[str, str]
    kept: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    libraries: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False
    unchanged: bool = False
