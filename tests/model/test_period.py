from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Period, PeriodForm, month_end

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
MONTHS = st.builds(date, st.integers(1990, 2060), st.integers(1, 12), st.just(1))
# Periods of all forms: days as they come, and whole months, which quarters and years are.
PERIODS = st.one_of(
    st.builds(lambda one, two: Period.between(min(one, two), max(one, two)), DAYS, DAYS),
    st.builds(
        lambda start, months: Period.between(start, _end(start, months)),
        MONTHS,
        st.integers(1, 36),
    ),
    st.builds(Period.years, st.integers(1990, 2060)),
)


def _end(start: date, months: int) -> date:
    last = start.year * 12 + start.month - 2 + months
    return month_end(last // 12, last % 12 + 1)


@pytest.mark.parametrize(
    ("text", "start", "end", "form"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), PeriodForm.YEAR),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31), PeriodForm.QUARTER),
        ("2024Q4", date(2024, 10, 1), date(2024, 12, 31), PeriodForm.QUARTER),
        ("2021H1", date(2021, 1, 1), date(2021, 6, 30), PeriodForm.HALF),
        ("2021H2", date(2021, 7, 1), date(2021, 12, 31), PeriodForm.HALF),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), PeriodForm.MONTH),
        ("2023-01..2023-11", date(2023, 1, 1), date(2023, 11, 30), PeriodForm.MONTHS),
        ("2023-12..2024-02", date(2023, 12, 1), date(2024, 2, 29), PeriodForm.MONTHS),
        ("2023-01-01..2023-12-05", date(2023, 1, 1), date(2023, 12, 5), PeriodForm.DAYS),
        ("2016..2023", date(2016, 1, 1), date(2023, 12, 31), PeriodForm.YEARS),
    ],
)
def test_a_period_of_each_form(text: str, start: date, end: date, form: PeriodForm) -> None:
    found = Period.parse(text)
    assert (found.start, found.end, found.form, str(found)) == (start, end, form, text)
    assert Period.between(start, end).form is form


@pytest.mark.parametrize(
    "text", ["", "202x", "2024-13", "2024-02-30", "去年", "2024Q5", "2024H3", "2024..2023", "0000"]
)
def test_error_no_period(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- date's own message differs with Python
        Period.parse(text)


def test_error_reversed_days() -> None:
    with pytest.raises(ValueError, match=r"^2024-05-01\.\.2024-04-30: ends before it begins$"):
        Period.between(date(2024, 5, 1), date(2024, 4, 30))


def test_one_stretch_of_days_is_one_period_however_written() -> None:
    quarter, months = Period.parse("2024Q1"), Period.parse("2024-01..2024-03")
    assert quarter == months
    assert {quarter} == {months}
    assert (str(quarter), str(months)) == ("2024Q1", "2024-01..2024-03")


def test_whole_year_is_one_calendar_year() -> None:
    texts = ("2024", "2024-01..2024-12", "2016..2023", "2023-01-01..2023-12-05")
    assert [Period.parse(text).whole_year for text in texts] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024", "2023"),
        ("2024Q1", "2023Q1"),
        ("2024-02", "2023-02"),
        ("2024-01..2024-02", "2023-01..2023-02"),
        ("2024-01-01..2024-02-29", "2023-01-01..2023-02-28"),
        ("2016..2023", "2015..2022"),
        ("2023-12..2024-02", "2022-12..2023-02"),
    ],
)
def test_the_same_part_of_the_year_before(text: str, before: str) -> None:
    assert str(Period.parse(text).previous_year()) == before


@given(PERIODS)
def test_what_is_written_is_read_back(period: Period) -> None:
    again = Period.parse(str(period))
    assert (again, again.form, str(again)) == (period, period.form, str(period))


@given(PERIODS)
def test_no_form_is_shorter(period: Period) -> None:
    assert period.form is period.shortest
    assert len(str(period)) <= len(f"{period.start}..{period.end}")


@given(PERIODS, DAYS)
def test_a_period_contains_its_days_and_no_others(period: Period, day: date) -> None:
    assert period.contains(day) is (period.start <= day <= period.end)
    assert period.contains(period)
    assert not period.contains(period.start - timedelta(days=1))
    assert not period.contains(period.end + timedelta(days=1))


@given(PERIODS, PERIODS)
def test_a_period_contains_another_when_it_contains_all_its_days(one: Period, two: Period) -> None:
    ends = (two.start, two.end)
    assert one.contains(two) is all(map(one.contains, ends))
    assert (one.contains(two) and two.contains(one)) is (one == two)


@given(PERIODS, st.integers(1990, 2060))
def test_the_same_part_of_another_year_has_the_same_form(period: Period, year: int) -> None:
    moved = period.in_year(year)
    assert moved.end.year == year
    assert moved.form is period.form
    assert (moved.start.month, moved.end.month) == (period.start.month, period.end.month)
    assert moved.end.year - moved.start.year == period.end.year - period.start.year


@given(PERIODS)
def test_the_year_before_ends_a_year_before(period: Period) -> None:
    assert period.previous_year().end.year == period.end.year - 1
    assert period.previous_year() < period
