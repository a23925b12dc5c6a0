from __future__ import annotations

import pytest

from builder.config import Config
from builder.model import Finding, FlagType, Severity
from builder.model.comparison import Caution, PeriodCaution
from tests.smallreports import compared, extraction, gold_dossiers


def finding(code: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, report="a", message="")


def test_cautions_of_the_seeds() -> None:
    cautions = {bureau: report.cautions for bureau, report in gold_dossiers().items()}
    assert cautions["赣州市"] == (
        Caution(kind=FlagType.NO_TITLE),
        Caution(kind=FlagType.MISSING_SECTION),
    )
    assert [caution.kind for caution in cautions["某区"]] == [
        PeriodCaution.NO_WHOLE_YEAR,
        FlagType.UNOFFICIAL_SOURCE,
        FlagType.NO_BUREAU,
        FlagType.PLACEHOLDER,
        FlagType.PARTIAL_PERIOD,
        FlagType.MIXED_PERIOD,
        FlagType.AMBIGUOUS_PERIOD,
        FlagType.TRUNCATED,
        FlagType.IMPLAUSIBLE,
    ]
    assert Caution(kind=FlagType.PLACEHOLDER, count=22) in cautions["某区"]


@pytest.mark.parametrize(
    ("period", "kinds"),
    [
        ("2024", []),
        (None, [PeriodCaution.UNKNOWN]),
        ("2024H1", [PeriodCaution.NO_WHOLE_YEAR]),
        ("2024-01..2024-11", [PeriodCaution.NO_WHOLE_YEAR]),
    ],
)
def test_period_short_of_a_year(period: str | None, kinds: list[PeriodCaution]) -> None:
    (report,) = compared(extraction("a", period=period)).reports
    assert [caution.kind for caution in report.cautions] == kinds


def test_what_the_configuration_turns_off_is_none() -> None:
    report = extraction("a", findings=[finding("placeholder"), finding("boilerplate")])
    config = Config(levels={"placeholder": "off"})
    (off,) = compared(report, config=config).reports
    (on,) = compared(report).reports
    assert off.cautions == ()
    assert on.cautions == (Caution(kind=FlagType.PLACEHOLDER),)
