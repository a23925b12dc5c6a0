"""What to beware of in a report."""

from __future__ import annotations

from collections import Counter

from builder.compare.levels import severity
from builder.config import Config
from builder.model import Extraction, FlagType, Severity
from builder.model.comparison import Caution, PeriodCaution

# The findings that a reader must beware of, in the order in which they are told.
CAUTIONED = (
    FlagType.UNOFFICIAL_SOURCE,
    FlagType.NO_BUREAU,
    FlagType.NO_TITLE,
    FlagType.PLACEHOLDER,
    FlagType.PARTIAL_PERIOD,
    FlagType.MIXED_PERIOD,
    FlagType.AMBIGUOUS_PERIOD,
    FlagType.MISSING_SECTION,
    FlagType.TRUNCATED,
    FlagType.SCRIPT_CONVERTED,
    FlagType.ARITHMETIC,
    FlagType.IMPLAUSIBLE,
)


def cautions(extraction: Extraction, config: Config) -> tuple[Caution, ...]:
    """A period short of a year, then each kind of finding with its count."""
    found = Counter(
        finding.code
        for finding in extraction.findings
        if severity(finding, config) is not Severity.OFF
    )
    kinds = tuple(Caution(kind=code, count=found[code]) for code in CAUTIONED if found[code])
    return (*_of_period(extraction), *kinds)


def _of_period(extraction: Extraction) -> tuple[Caution, ...]:
    period = extraction.report.period
    if period is None:
        return (Caution(kind=PeriodCaution.UNKNOWN),)
    return () if period.whole_year else (Caution(kind=PeriodCaution.NO_WHOLE_YEAR),)
