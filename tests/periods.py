"""Periods and days of tests as the contract writes them, None for None."""

from __future__ import annotations

from datetime import date

from builder.model import Period


def period(text: str | None) -> Period | None:
    """A period by its text."""
    return None if text is None else Period.parse(text)


def printed(found: Period | date | None) -> str | None:
    """A period or a day as text."""
    return None if found is None else str(found)
