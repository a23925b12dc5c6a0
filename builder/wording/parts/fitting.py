"""Columns in which no figure breaks: what lacks room for 131/166项 takes it from what has more.

Word prints figures in Times New Roman, or in what a machine has in its place, which is wider by up
to a quarter. Room is asked for in the widest, so that 21（1） stands in one line on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.model.page import BriefingPart, Cell, CellKind, LineKind, Table
from builder.model.printed import Run, Runs, RunStyle
from builder.widths import is_wide

# Millimetres: a Chinese character of 10.5, 9 and 8.5 pt, and what a cell keeps free beside it.
_USUAL, _QUIET, _DENSE, _BESIDE = 3.7, 3.18, 3.0, 1.4
# What a table takes that is 162 wide by its record: on the narrowest page, and on one on its side.
_NARROWEST, _ON_SIDE = 156 / 162, 261 / 162
# Shares of a Chinese character: a letter or figure, and the air where it meets a Chinese one.
_LETTER, _MEETING = 0.64, 0.25
_SIGNS = dict.fromkeys(".,:;'/|·", 0.35) | dict.fromkeys("()-", 0.4) | dict.fromkeys("%mw", 0.95)
_BOLD, _RAISED = 1.1, 0.6
_USUAL_SHARE = 0.88
"""What the type of the PDF takes of the widest one."""
# What no program breaks: letters, figures and signs, and what a joiner holds to them. A line may
# end behind the stroke of μg/m³, not behind that of 131/166.
_PIECE = re.compile(r"[（“]?(?:[^ /\u2e80-\uffef]|/(?=\d))+/?(?:(?<=\u2060)\S+)?[）”]?")
_MEET = re.compile(r"[0-9A-Za-z%)](?=[\u4e00-\u9fff])|[\u4e00-\u9fff](?=[0-9A-Za-z(])")
_LONGEST = 30.0
"""So many millimetres are kept in one line; a figure that takes more is none."""


def fitted(part: BriefingPart) -> BriefingPart:
    """The part with tables whose columns hold their figures."""
    scale = _ON_SIDE if part.wide else _NARROWEST
    return replace(
        part,
        blocks=tuple(
            _fitted(block, scale) if isinstance(block, Table) else block for block in part.blocks
        ),
    )


def _fitted(table: Table, scale: float) -> Table:
    """The table with other widths, and set small where there is no room in the usual size."""
    widths = [column.width for column in table.columns]
    lines: list[list[_Line]] = [[] for _ in widths]
    for place, line in _lines(table):
        lines[place].append(line)
    columns = list(zip(lines, (width * scale for width in widths), strict=True))
    # What is asked for last is given before all else.
    asked = [
        [asks(some, width) / scale for some, width in columns]
        for asks in (_wished, _words, _figures)
    ]
    kept = [_kept(some, width) / scale for some, width in columns]
    if not table.dense and sum(map(max, asked[-1], kept)) > sum(widths):
        return _fitted(replace(table, dense=True), scale)
    for asks in asked:
        widths = _shared(widths, asks, kept)
    made = zip(table.columns, widths, strict=True)
    return replace(table, columns=tuple(replace(one, width=round(w, 2)) for one, w in made))


def _shared(widths: Sequence[float], asked: Sequence[float], kept: Sequence[float]) -> list[float]:
    """The widths with what some lack taken from those that have more than they ask and keep."""
    columns = list(zip(widths, asked, kept, strict=True))
    lacks = [max(ask - width, 0) for width, ask, _ in columns]
    spares = [max(width - max(ask, keep), 0) for width, ask, keep in columns]
    moved = min(sum(lacks), sum(spares))
    if not moved:
        return list(widths)
    gain, loss = moved / sum(lacks), moved / sum(spares)
    changed = zip(widths, lacks, spares, strict=True)
    return [width + lack * gain - spare * loss for width, lack, spare in changed]


def _wished(lines: Sequence[_Line], width: float) -> float:
    """Room for all of a short line with figures or letters: 2016—2023年 and its mark."""
    whole = (line.whole for line in lines if line.word and line.whole <= _LONGEST)
    return max(_words(lines, width), *whole, 0)


def _words(lines: Sequence[_Line], width: float) -> float:
    """Room for words of letters."""
    return max(_figures(lines, width), _word(lines), _short(lines, width))


def _kept(lines: Sequence[_Line], width: float) -> float:
    """What no column gives away: room for its words in the type of the PDF."""
    return max(_word(lines) * _USUAL_SHARE, _short(lines, width))


def _word(lines: Sequence[_Line]) -> float:
    return max((line.word for line in lines if line.word <= _LONGEST), default=0)


def _short(lines: Sequence[_Line], width: float) -> float:
    """A Chinese line stays in one if it is short: 未见承诺."""
    kept = (line.whole for line in lines if not line.spaced and line.whole <= _LONGEST)
    return min(max(kept, default=0), width)


def _figures(lines: Sequence[_Line], _: float) -> float:
    return max((line.figure for line in lines if line.figure <= _LONGEST), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Millimetres of a line of a cell: all of it, its longest word, its longest figure.

    A `spaced` one has words between spaces, where it may end.
    """

    whole: float
    word: float
    figure: float
    spaced: bool


def _lines(table: Table) -> Iterator[tuple[int, _Line]]:
    """The lines of every column, its head among them, with its place."""
    size = _DENSE if table.dense else _USUAL
    for place, column in enumerate(table.columns):
        yield from ((place, _line((Run(words),), size)) for words in column.head)
    for row in table.rows:
        place = 0
        for cell in row.cells:
            if cell.span == 1:
                yield from ((place, line) for line in _cell(cell, size))
            place += cell.span


def _cell(cell: Cell, size: float) -> Iterator[_Line]:
    for line in cell.lines:
        small = line.kind is LineKind.QUIET and size == _USUAL
        made = _line(line.runs, _QUIET if small else size)
        number = cell.kind is not CellKind.TEXT and made.figure and made.whole <= _LONGEST
        yield replace(made, figure=made.whole) if number else made


def _line(runs: Runs, size: float) -> _Line:
    text = "".join(run.mark or run.text for run in runs)
    room = [each * size for run in runs for each in _rooms(run)]
    pieces = [
        (found[0], sum(room[found.start() : found.end()]) + _BESIDE)
        for found in _PIECE.finditer(text)
    ]
    return _Line(
        whole=sum(room) + size * _MEETING * len(_MEET.findall(text)) + _BESIDE,
        word=max((room for piece, room in pieces if any(map(str.isalnum, piece))), default=0),
        figure=max((room for piece, room in pieces if any(map(str.isdecimal, piece))), default=0),
        spaced=" " in text,
    )


def _rooms(run: Run) -> Iterator[float]:
    """What each character takes of a Chinese one."""
    share = _RAISED if run.mark or run.style is RunStyle.LETTER else 1.0
    share *= _BOLD if run.style is RunStyle.STRONG else 1.0
    for character in run.mark or run.text:
        if character == "\u2060":
            yield 0.0
        elif is_wide(character):
            yield share
        else:
            yield share * _SIGNS.get(character, _LETTER)
