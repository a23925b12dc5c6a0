"""Where a program broke the lines of a text at its width, and where pages and rows were broken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from builder.model import Source
from builder.outline.brokenamounts import broken_amounts, may_break_amounts
from builder.outline.brokenrows import Rows, broken_rows
from builder.outline.brokenvalues import broken_values
from builder.outline.furniture import furniture_rule
from builder.outline.grids import grids
from builder.outline.lines import Line, is_parted, lines_of, nexts_of
from builder.outline.marks import ItemMark, inline_marks, opening_mark, starts_with_mark
from builder.outline.spans import Span
from builder.read.wrapping import first_word
from builder.widths import columns

# How many lines have the width at which a program broke them all, and how wide they are at least.
FEWEST_FULL = 3
SHORTEST_FULL = 20
# In a column of a page the lines are narrower, and then nearly all of its lines are.
NARROWEST_FULL = 12
WIDEST_OF_COLUMN = 30
FEWEST_OF_COLUMN = 12
# Paragraphs have two lines or more; the widest of whole lines is wide by chance.
SHARE = 0.3
# How many lines may be wider: a title, an address of the web.
STRAY = 0.05
# How a line is measured, its least width, and how far the width may vary: signs may hang over.
# The least width is in letters of Chinese: how many of the measure's units one has.
MEASURES: tuple[tuple[Callable[[str], int], int, int, int], ...] = (
    (len, 1, 0, 1),
    (columns, 2, 1, 3),
)
# In columns: no word or number that a program keeps on one line is longer.
LONGEST_WORD = 20
# The width of the page is the widest about which nearly as many lines are as about any.
NEARLY = 0.9
# A line that ends so is the last of its paragraph, may be, or is not.
WHOLE = frozenset("。;:!?")
NEVER = frozenset(":!?")
SENTENCE_ENDS = frozenset("。;")
GOES_ON = frozenset(",、(“《/")
# What follows the end of a sentence in one paragraph is no heading.
BODY_WIDTH = 20
# How many letters a paragraph is indented by, and how wide its first line is at least in a column.
INDENT = 2
LEAST_OF_FIRST = 0.7
_AMOUNT = re.compile(r"\d(?![\d.]*[\d年、)])")
_ENDS_SOON = re.compile(r"[^,。;:]{1,8}。")
# Of so many short lines one may stand above another, as the lines of a signature do.
ALL = 0.9


class Broken(NamedTuple):
    """What stands between the parts of broken lines: line ends, and furniture between pages.

    `lines` says whether lines were broken, and not rows alone.
    """

    gaps: tuple[Span, ...]
    furniture: tuple[tuple[Span, str], ...]
    lines: bool


def broken_lines(source: Source) -> Broken:
    """The places where the lines and the rows of a text were broken."""
    plains = source.plain.split("\n")
    parted = "\t" in source.text or "|" in source.text
    broken = _may_be_broken(plains)
    amounts = tuple(broken_amounts(source.plain)) if may_break_amounts(source.plain) else ()
    amounts = tuple(sorted({*amounts, *broken_values(source.plain)}))
    # Most texts need no closer look: too few of their lines could be broken, and none has cells.
    if len(plains) <= FEWEST_FULL or not (parted or broken):
        return Broken(amounts, (), lines=False)
    lines = lines_of(source, plains)
    full = _full_lines(lines) if broken else frozenset[int]()
    rows = broken_rows(lines, full) if parted else Rows((), ())
    gaps = list(_outside(_gaps(source, lines, full), rows.tables)) if full else []
    if not gaps and not rows.gaps:
        return Broken(amounts, (), lines=False)
    known = frozenset(gap.start for gap in (*gaps, *rows.gaps))
    apart = (gap for gap in _outside(amounts, rows.tables) if gap.start not in known)
    found = tuple(sorted((*gaps, *rows.gaps, *apart)))
    furniture = tuple(_inside(lines, found))
    return Broken(found, furniture, lines=bool(gaps))


def _outside(gaps: Iterable[Span], tables: Sequence[Span]) -> Iterator[Span]:
    """The gaps that are in no table, nor between one and what stands below it."""
    starts = [table.start for table in tables]
    for gap in gaps:
        above = bisect_right(starts, gap.start) - 1
        if above < 0 or gap.start > tables[above].end:
            yield gap


def _may_be_broken(plains: Sequence[str]) -> bool:
    """Whether enough lines are long and end in no sentence's end, as broken ones do."""
    least = _shortest_full(plains)
    long = [plain[-1] not in WHOLE for plain in plains if len(plain) >= least]
    return sum(long) >= FEWEST_FULL


def _shortest_full(plains: Sequence[str]) -> int:
    """How wide a full line is at least: in a column narrow, if no line is wide."""
    column = len(plains) > FEWEST_OF_COLUMN and max(map(len, plains)) <= WIDEST_OF_COLUMN
    return NARROWEST_FULL if column else SHORTEST_FULL


def _inside(lines: Sequence[Line], gaps: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The furniture of pages in the gaps, without the blanks around it."""
    at = 0
    for line in lines:
        while at < len(gaps) and gaps[at].end < line.start:
            at += 1
        if line.aside is not None and at < len(gaps) and gaps[at].start <= line.start:
            bare = line.plain.strip()
            start = line.start + line.plain.index(bare)
            yield Span(start, start + len(bare)), line.aside


def _full_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that a program broke at its width."""
    nexts = nexts_of(lines)
    own = [at for at, line in enumerate(lines) if line.aside is None]
    shortest = _shortest_full([line.plain for line in lines])
    for measure, unit, less, more in MEASURES:
        widths = {at: measure(lines[at].text) for at in own}
        counts = Counter(widths.values())
        near = {w: _within(counts, w, less, more) for w in counts if w >= unit * shortest}
        most = max(near.values(), default=0)
        usual = max((width for width in near if near[width] >= most * NEARLY), default=0)
        full = [
            at
            for at, width in widths.items()
            if usual - less <= width <= usual + more
            or (less and _had_no_room(width, usual, lines, nexts[at]))
        ]
        # A line that ends as a sentence may be whole, and wide by chance.
        broken = sum([lines[at].plain[-1:] not in WHOLE for at in full])
        if not usual or broken < FEWEST_FULL:
            continue
        long = sum(
            [width * 2 >= usual and not is_parted(lines[at].text) for at, width in widths.items()]
        )
        wider = sum([width > usual + more for width in widths.values()])
        if broken >= long * SHARE and wider <= long * STRAY:
            indented = range(usual - less - INDENT * unit, usual + more - INDENT * unit + 1)
            begun = _begun(lines, nexts, frozenset(full), widths, indented, usual // unit)
            return frozenset((*full, *begun))
    return frozenset()


def _begun(
    lines: Sequence[Line],
    nexts: Sequence[int],
    full: Container[int],
    widths: Mapping[int, int],
    indented: Container[int],
    letters: int,
) -> list[int]:
    """The first lines of paragraphs that were full with the indent that a page's text has lost.

    In a column a heading may be as wide, so something must tell that the line is none.
    """
    if sum(lines[at].plain[:1].isspace() for at in widths) >= FEWEST_FULL:
        return []
    found, above = [], None
    for at, width in widths.items():
        first = above is None or above not in full
        line, following = lines[at], nexts[at]
        if first and at not in full and following < len(lines) and line.plain[-1:] not in WHOLE:
            column = letters < SHORTEST_FULL and width >= letters * LEAST_OF_FIRST
            sign = _is_no_heading(line.plain, lines[following].plain, _headed(lines, above))
            if (column and sign) or (letters >= SHORTEST_FULL and width in indented):
                found.append(at)
        above = at
    return found if len(found) >= FEWEST_FULL else []


def _headed(lines: Sequence[Line], above: int | None) -> bool:
    """Whether the line above is a heading with a mark."""
    if above is None or lines[above].plain[-1:] in WHOLE:
        return False
    return starts_with_mark(lines[above].plain, 0)


def _is_no_heading(line: str, following: str, headed: bool) -> bool:
    """Whether a narrow line that ends in no sentence's end is the beginning of a text.

    It holds an amount (完成栖水河流域62个排|污口溯源) or a sentence's end, stands right below a
    heading, or its last words come at once (臭氧污染日益凸|显。).
    """
    if starts_with_mark(following, 0):
        return False
    marked = starts_with_mark(line, 0)
    ends_soon = _ENDS_SOON.match(following) is not None
    amount = _AMOUNT.search(line, len("(一)") if marked else 0) is not None
    told = any(sign in SENTENCE_ENDS for sign in line)
    return line[-1:] in GOES_ON or ends_soon or amount or told or (headed and not marked)


def _within(counts: Counter[int], width: int, less: int, more: int) -> int:
    """How many lines are as wide as this, or nearly: a letter takes two columns, a figure one."""
    return sum([counts.get(near, 0) for near in range(width - less, width + more + 1)])


def _had_no_room(width: int, usual: int, lines: Sequence[Line], following: int) -> bool:
    """Whether the first word of the next line would not have stood on a line of this width."""
    if following == len(lines) or not usual - LONGEST_WORD <= width < usual:
        return False
    return width + columns(first_word(lines[following].text)) > usual


def _tabled(source: Source) -> Iterator[int]:
    """The line ends above and in tables: rows of equal width are no broken lines."""
    for grid in grids(source):
        end = max(0, source.plain.rfind("\n", 0, grid.start))
        while 0 <= end < grid.end:
            yield end
            end = source.plain.find("\n", end + 1)
        yield end


def _gaps(source: Source, lines: Sequence[Line], full: Container[int]) -> Iterator[Span]:
    """The gaps inside paragraphs."""
    tabled = frozenset(_tabled(source))
    nexts = nexts_of(lines)
    set_off = _set_off(lines, full)
    paragraph = 0
    for at, line in enumerate(lines):
        if line.aside is not None:
            continue
        following = lines[nexts[at]] if nexts[at] < len(lines) else None
        if (
            following is not None
            and at in full
            and line.end not in tabled
            and not _is_cell(line, following)
            and furniture_rule(following.plain.strip()) is None
            and (set_off or _goes_on(source.plain, paragraph, line, following))
        ):
            yield Span(line.end, following.start)
        elif following is not None:
            paragraph = following.start


def _set_off(lines: Sequence[Line], full: Container[int]) -> bool:
    """Whether blank lines or blanks before the first line part all paragraphs from each other."""
    ends = [
        following
        for at, (line, following) in enumerate(zip(lines, [*lines[1:], None], strict=True))
        if at not in full and line.aside is None and line.plain and not line.plain[-1].isspace()
    ]
    parted = sum(
        line is None or line.aside is not None or not line.plain or line.plain[0].isspace()
        for line in ends
    )
    return len(ends) > FEWEST_FULL and parted >= len(ends) * ALL


def _is_cell(line: Line, following: Line) -> bool:
    """Whether a line ends no word: at blanks, or in a table. One blank may stand between words."""
    last = line.plain.removesuffix(" ")[-1:]
    first = following.text[:2] if last in WHOLE else following.text.removeprefix(" ")[:2]
    edges = last + first[:1]
    return (
        len(edges.strip()) < 2  # noqa: PLR2004 -- a letter on each side
        or edges[1] in "|#>"
        or is_parted(line.text)
    )


def _goes_on(plain: str, paragraph: int, line: Line, following: Line) -> bool:
    """Whether a full line is none of the last of its paragraph, which began at `paragraph`."""
    last = line.plain.rstrip()[-1]
    if last in NEVER:
        return False
    mark = opening_mark(plain, following.start, len(plain))
    if mark is not None and last not in GOES_ON:
        return _runs_on(plain, paragraph, line.end, mark)
    if last not in SENTENCE_ENDS:
        return True
    return len(following.plain) >= BODY_WIDTH or following.plain[-1] in SENTENCE_ENDS


def _runs_on(plain: str, paragraph: int, end: int, mark: ItemMark) -> bool:
    """Whether a mark at the start of a line stands in a paragraph: so does the one before it.

    A heading may fill its line by chance; what follows it has a mark of another style.
    """
    opened = opening_mark(plain, paragraph, end)
    if opened is not None and opened.style >= mark.style:
        return False
    return any(inner.style is mark.style for inner in inline_marks(plain, paragraph + 1, end))
