"""What the reports promise is called after the time that they plan for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare.dossiers import dossiers
from builder.config import Config
from builder.wording.wording import Wording
from tests.periods import period
from tests.smallreports import extraction


@pytest.mark.parametrize(
    ("told", "planned", "said"),
    [
        ("2024", "2025", "下一年承诺"),
        ("2024", None, "下一年承诺"),
        (None, "2025", "下一年承诺"),
        ("2025H1", "2025H2", "下一步承诺"),
        ("2025-01..2025-09", "2025Q4", "下一步承诺"),
        ("2021..2025", "2026..2030", "下一年承诺"),
    ],
)
def test_a_plan_for_the_rest_of_the_year_is_not_called_next_years(
    told: str | None, planned: str | None, said: str
) -> None:
    found = extraction("jia", period=told)
    line = replace(found.report, plan_period=period(planned))
    wording = Wording("zh", dossiers([replace(found, report=line)], Config()))
    assert wording.promises == said
