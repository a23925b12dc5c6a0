"""Any number of reports is built: without a bureau, in both languages, many of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline.line import build, compared
from builder.pipeline.request import FORMATS
from tests.hostile.test_builds import request, small_reports


@pytest.mark.parametrize("count", [2, 10, 11, 12, 27, 98])
def test_reports_without_a_bureau_have_names_and_marks_of_their_own(
    tmp_path: Path, count: int
) -> None:
    """The eleventh ended the build once, and the ninety-eighth."""
    made = compared(request(small_reports(tmp_path, count, named=False), tmp_path / "o"))
    names = {row.short for row in made.briefing.comparison.bureaus}
    marks = {row.mark for row in made.briefing.comparison.bureaus}
    assert len(names) == len(marks) == count


def test_many_reports_of_which_none_has_a_problem_or_a_plan_are_built(tmp_path: Path) -> None:
    for path in small_reports(tmp_path / "r", 24).iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.partition("二、")[0], encoding="utf-8")
    formats = ("html", "docx", "xlsx")
    assert build(request(tmp_path / "r", tmp_path / "o", *formats)).reports == 24


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_of_which_nothing_is_cited_is_built(tmp_path: Path, lang: str) -> None:
    reports = small_reports(tmp_path / "r", 1)
    summary = build(request(reports, tmp_path / "o", *FORMATS, lang=lang))
    assert list(summary.files) == [f"briefing.{suffix}" for suffix in FORMATS]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [99, 310])
def test_any_number_of_reports_is_built(tmp_path: Path, lang: str, count: int) -> None:
    reports = small_reports(tmp_path / "r", count)
    summary = build(request(reports, tmp_path / "o", "docx", "html", "xlsx", jobs=2, lang=lang))
    assert summary.reports == count
    assert set(summary.files) == {"briefing.docx", "briefing.html", "briefing.xlsx"}
