"""The small cells that several sheets have: names with units, hedges, days, changes."""

from __future__ import annotations

from datetime import date

from builder.model import Change, Direction, Fact, Period, Qualifier
from builder.model.comparison import PlannedCommitment, ProblemMatch
from builder.vocabulary.environment.names import names
from builder.wording.sheets.book import Book
from builder.wording.words import enumeration, theme_words, unit_words

DIRECTIONS = {Direction.UP: "上升", Direction.DOWN: "下降", Direction.FLAT: "持平"}
JUDGED = {True: "改善", False: "变差"}


def named(name: str, unit: str, book: Book) -> str:
    """What a number is, with its unit: figures of two units never share a name."""
    said = bare_unit(unit, book)
    return book.language("{name}（{unit}）", name=name, unit=said) if said else name


def bare_unit(unit: str, book: Book) -> str:
    """A unit's name; nothing for a number without one and for a class."""
    return "" if unit in {"", "1", "class"} else unit_words(unit, book.language)


def hedge(qualifier: Qualifier) -> str:
    """The sign of a hedge, ≥ or ≈; nothing where the number is the value."""
    return "" if qualifier is Qualifier.EQUAL else qualifier.value


def start(period: Period | None) -> date | None:
    """The first day of a period."""
    return None if period is None else period.start


def end(period: Period | None) -> date | None:
    """The last day of a period."""
    return None if period is None else period.end


def direction(change: Change | None, book: Book) -> str:
    """Which way a value went."""
    return "" if change is None else book.language(DIRECTIONS[change.direction])


def judged(change: Change | None, book: Book) -> str:
    """Whether a change is for the better."""
    return "" if change is None or change.better is None else book.language(JUDGED[change.better])


def basis(change: Change | None, book: Book) -> str:
    """What a change is against."""
    return "" if change is None else change.basis or book.language("上年同期")


def change_unit(change: Change | None, book: Book) -> str:
    """The unit of a change: %, 个百分点, or that of the value."""
    if change is None or change.value is None:
        return ""
    if change.unit == "pp":
        return book.language("个百分点")
    return unit_words(change.unit or "", book.language)


def theme(fact: Fact, book: Book) -> str:
    """The main theme of a fact, by which it is counted."""
    return "".join(theme_words(fact.themes[:1], book.language))


def further_themes(fact: Fact, book: Book) -> str:
    """The other themes of a fact."""
    return enumeration(theme_words(fact.themes[1:], book.language), book.language)


def sureness(fact: Fact, book: Book) -> str:
    """Whether a fact is sure, or to be checked against its sentence."""
    return book.language("有把握" if fact.is_sure else "须核对")


def answered(match: ProblemMatch, book: Book) -> str:
    """How the plan answers a problem; that there is no plan where the report has none."""
    found = names().strengths[match.strength] if match.planned else "报告没有下一步计划"
    return book.language(found)


def checkable(item: PlannedCommitment, book: Book) -> str:
    """How a promise can be checked."""
    return book.language(names().checkability[item.checkability])
