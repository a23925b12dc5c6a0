"""Values in the cells of a table: of which metric, of what, and of when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.indicators.drafts import fitting_unit
from builder.extract.indicators.scope_grammars import noise, owner
from builder.extract.indicators.scope_patterns import place_patterns
from builder.extract.indicators.scopes import air_place, is_water, water_object
from builder.model import Qualifier
from builder.text.dates import times
from builder.text.metric_mentions import Mention
from builder.text.numbers.number import NumberKind
from builder.text.tables import Cell, ColumnKind, Table
from builder.text.tables.cells import figure, is_time, named_metrics, unit_of, water_class
from builder.text.tables.columns import without_unit
from builder.vocabulary.environment.metrics import (
    CLASS,
    Metric,
    ScopeGrammar,
    metric_of,
    metric_of_unit,
)
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.model import Change, Period, Rank
    from builder.text.analysis import TextAnalysis
    from builder.text.dates import Time

LONGEST_PLACE = 20
HAN = re.compile(r"[\u4e00-\u9fff]")
SECTION = "断面"
# What leads to the name of a row: 1.PM2.5, 其中:城区, (1)青石断面.
LEAD = re.compile(r"^(?:其中:?|\(?\d{1,2}[).、](?!\d)|[·●-])+")
WHOLE_ENDS = re.compile(r"(?:平均|均值|平均值|合计|总计)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableValue:
    """A value of a table, at its row and column; `start..end` is the stretch to be quoted.

    `cells` are those whose numbers it tells.
    """

    row: int
    column: int
    start: int
    end: int
    metric: Metric
    value: Decimal | str
    unit: str
    qualifier: Qualifier
    scope: str | None
    period: Period | None
    cells: tuple[Cell, ...]
    change: Change | None = None
    rank: Rank | None = None


class _Name(NamedTuple):
    """What the words of a head, a row or a caption name.

    `place` is None where they name none, and "" for the whole area. One of a `former` time means
    the same stretch of the year before; `results` are told by words for them alone (完成值).
    """

    metric: Metric | None = None
    place: str | None = None
    time: str = ""
    former: bool = False
    results: bool = False


def table_values(analysis: TextAnalysis, table: Table) -> list[TableValue]:
    """The values of a table, row by row; none of a cell that is not understood."""
    reader = _Reader(analysis, table)
    return [
        value
        for row in range(len(table.rows))
        for column in table.of_kind(ColumnKind.VALUE)
        if (value := reader.value(row, column)) is not None
    ]


class _Reader:
    """Reads the cells of one table."""

    def __init__(self, analysis: TextAnalysis, table: Table) -> None:
        self._analysis = analysis
        self._table = table
        self._names = _naming(table)
        wider = analysis.areas.wider
        caption = table.caption
        told = _named(caption, caption, wider)
        self._caption = told._replace(time=_times(caption), former=False)
        rows = "".join(table.columns[index].head for index in self._names)
        self._heads = [_named(column.head, caption + rows, wider) for column in table.columns]
        self._rows = [self._row(row, caption) for row in table.rows]

    def value(self, row: int, column: int) -> TableValue | None:
        """The value of a cell, None where it has none or is not understood."""
        cells = self._table.rows[row]
        names = [cells[index] for index in self._names if cells[index].text]
        about, head, cell = self._rows[row], self._heads[column], cells[column]
        if about is None or not names or cell.is_void or names[0].start >= cell.start:
            return None
        of_what = self._of_what(about, head) or self._of_water(about, head, cell)
        if of_what is None:
            return None
        metric, place = of_what
        read = self._read(metric, row, column)
        known, period = self._period(about, head)
        if read is None or not known:
            return None
        return TableValue(
            row=row,
            column=column,
            start=names[0].start,
            end=cell.end,
            metric=owner(read.metric, place),
            value=read.value,
            unit=read.unit,
            qualifier=read.qualifier,
            scope=place or None,
            period=period,
            cells=(*names, cell),
        )

    def _row(self, row: Sequence[Cell], caption: str) -> _Name | None:
        """What the cells that name a row say, None where they name nothing known."""
        wider = self._analysis.areas.wider
        texts = [LEAD.sub("", row[index].text) for index in self._names]
        texts = [text for text in texts if text and not column_words().levels.fullmatch(text)]
        for text in reversed(texts):
            found = _named(text, text + caption, wider)
            if found.metric is not None:
                others = [other for other in texts if other != text and _is_place(other)]
                if found.place and others:
                    return None
                return found._replace(place=found.place or "".join(others[-1:]))
        if not texts:
            return None
        if is_time(texts[-1]):
            return _Name(time=texts[-1], place="")
        place = self._place(texts[-1])
        return None if place is None else _Name(place=place)

    def _place(self, text: str) -> str | None:
        """The place that a row is of, "" for the whole area, None for what is no place."""
        bare = WHOLE_ENDS.sub("", text)
        if place_patterns().whole.fullmatch(bare):
            return bare if bare in self._analysis.areas.wider else ""
        if len(text) > LONGEST_PLACE or not HAN.search(text):
            return None
        return None if column_words().no_places.within(text) else text

    def _of_what(self, row: _Name, head: _Name) -> tuple[Metric, str] | None:
        """The metric of a cell and its place, told by row and head, or by the caption."""
        metric = row.metric or head.metric
        if metric is not None and row.metric is not None and head.metric is not None:
            return None
        told = head.time or head.former or head.results or head.place is not None
        if metric is None and told:
            metric = self._caption.metric
        if metric is None or (row.metric is not None and not told):
            return None
        # 东河县 | 国控断面优良比例: the wider place comes first.
        parts = (row.place, head.place) if row.metric is None else (head.place, row.place)
        place = "".join(part for part in parts if part)
        return None if metric.unit == CLASS and not place else (metric, place)

    def _of_water(self, row: _Name, head: _Name, cell: Cell) -> tuple[Metric, str] | None:
        """The class of the water that a row is of, where its head says but what was found."""
        told = row.metric is None and head.metric is None and (head.time or head.results)
        if not told or not row.place or water_class(cell.text) is None:
            return None
        heads = (self._table.columns[index].head for index in self._names)
        watery = any(scope_words().water.signs.within(words) for words in (row.place, *heads))
        return (metric_of_unit(CLASS), row.place) if watery else None

    def _read(self, metric: Metric, row: int, column: int) -> _Read | None:
        """The figure of a cell as a value of a metric, None where it can't be one."""
        text = self._table.rows[row][column].text
        if metric.unit == CLASS:
            one = water_class(text)
            return None if one is None else _Read(metric, one, CLASS, Qualifier.EQUAL)
        number = figure(text)
        if number is None or not isinstance(number.value, Decimal):
            return None
        unit = fitting_unit(metric, number)
        if number.kind is NumberKind.BARE:
            own = self._own_unit(row, column)
            printed = unit_of(own or self._table.unit)
            unit = metric.unit if printed is None else fitting_unit(metric, printed)
            if unit is None and not own:
                unit = metric.unit
        if unit is None:
            return None
        if unit == "%" and metric.percent is not None:
            metric = metric_of(metric.percent)
        low, high = metric.range or (number.value, number.value)
        if unit == metric.unit and not low <= number.value <= high:
            return None
        return _Read(metric, number.value, unit, number.qualifier)

    def _own_unit(self, row: int, column: int) -> str:
        """The unit that stands in a row, in the head of a column, or behind a row's name."""
        cells = self._table.rows[row]
        units = [cells[index].text for index in self._table.of_kind(ColumnKind.UNIT)]
        units += [self._table.columns[column].unit]
        units += [without_unit(cells[index].text)[1] for index in self._names]
        return next((unit for unit in units if unit and unit_of(unit)), "")

    def _period(self, row: _Name, head: _Name) -> tuple[bool, Period | None]:
        """Whether a cell's time can be told, and the period."""
        calendar = self._analysis.calendar
        found = _time(head.time + row.time)
        if (head.time or row.time) and found is None:
            return False, None
        of_caption = _time(self._caption.time)
        if found is not None and of_caption is not None:
            found = _within(found, of_caption)
        whole = calendar.period if of_caption is None else calendar.resolved(of_caption)
        period = whole if found is None else calendar.resolved(found)
        if row.former or head.former:
            return True, calendar.before(period, same_window=True)
        to_come = period and calendar.year and period.end.year > calendar.year
        return not to_come, period


def _naming(table: Table) -> tuple[int, ...]:
    """The columns that name a row; none of those that say where it lies: 断面 | 所在河流.

    Behind a column of sections that of their rivers does: 断面 | 河流.
    """
    words = column_words()
    names = {one: table.columns[one].head for one in table.of_kind(ColumnKind.NAME)}
    sections = any(SECTION in head for head in names.values())
    own = tuple(
        one
        for one, head in names.items()
        if not words.around.match(head) and not (sections and head in words.waters)
    )
    return own or tuple(names)


class _Read(NamedTuple):
    """A figure as a value of a metric."""

    metric: Metric
    value: Decimal | str
    unit: str
    qualifier: Qualifier


def _time(words: str) -> Time | None:
    """The one time that words name."""
    found = times(words)
    return found[0] if len(found) == 1 else None


def _within(time: Time, wider: Time) -> Time:
    """A time of a head or row in that of the caption: 11月 and 2023年, 2023年 and 1-11月."""
    if time.year is None and not time.relative_year:
        return time._replace(year=wider.year)
    if time.first is None and time.span is None and time.last_year is None and wider.first:
        return wider._replace(year=time.year, relative_year=time.relative_year)
    return time


def _named(words: str, context: str, wider: Sequence[str]) -> _Name:
    """What words name; of what a rate is, their context tells."""
    words = without_unit(words)[0]
    time = _times(words)
    name = _Name(time="" if "同期" in words else time, former="同期" in words)
    for one in named_metrics(words):
        metric = _metric(one, words, context)
        if metric is not None:
            before = _without_times(words[: one.start])
            return name._replace(metric=metric, place=_scope(metric, before, words[one.end :]))
    rest = _without_times(words)
    cells = column_words()
    if classed := cells.classes.search(rest):
        before = rest[: classed.start()]
        of_object = len(before) > len(SECTION) and is_water(before)
        return name._replace(metric=metric_of_unit(CLASS), place=before if of_object else "")
    bare = cells.fillers.sub("", cells.former.sub("", cells.result.sub("", rest)))
    if not bare:
        return name._replace(results=rest != bare or bool(time))
    if place_patterns().whole.fullmatch(bare):
        return name._replace(place=bare if bare in wider else "")
    # What else a head says is not known, and so it is not what it holds.
    return name._replace(place=bare) if _is_place(bare) else _Name()


def _times(words: str) -> str:
    """The times that words name, but for those that others are compared with."""
    return "".join(words[one.start : one.end] for one in times(words) if not one.compared)


def _without_times(words: str) -> str:
    kept, last = [], 0
    for one in times(words):
        kept.append(words[last : one.start])
        last = max(last, one.end)
    return "".join((*kept, words[last:])).replace(",", "")


def _metric(mention: Mention, words: str, context: str) -> Metric | None:
    """The metric of a mention; that of a rate is told by the words around it."""
    if mention.metric is not None or mention.rate is None:
        return mention.metric
    if mention.rate.others.within(words):
        return None
    for near in (words, context):
        for meaning in mention.rate.meanings:
            if meaning.objects.within(near):
                return metric_of(meaning.id)
    return next((metric_of(one.id) for one in mention.rate.meanings if not one.objects), None)


def _scope(metric: Metric, before: str, behind: str) -> str:
    """The place in the words around a metric's name, "" where they have none."""
    match metric.scope:
        case ScopeGrammar.WATER:
            return water_object(before) or ""
        case ScopeGrammar.NOISE:
            return noise(before, behind, 1, 0) or ""
        case _:
            return air_place(before)[1] or ""


def _is_place(text: str) -> bool:
    """Whether a name is that of an area, a station, or a water."""
    signs = tuple(sign for sign in scope_words().water.signs if sign != "水")
    named = place_patterns().kind.search(text) is not None or text.endswith(signs)
    return named and len(text) <= LONGEST_PLACE
