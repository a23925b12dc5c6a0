"""Paragraphs as parts: each with its enumeration style, its heading, and the text under it."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.model import Role
from builder.outline.furniture import Line
from builder.outline.headings import (
    Heading,
    Piece,
    is_lead,
    is_signature,
    line_heading,
    run_in_heading,
    whole_heading,
)
from builder.outline.mainheadings import main_marks
from builder.outline.marks import (
    Mark,
    Style,
    begins_main_numbers,
    enumerations,
    inline_marks,
    opening_mark,
)
from builder.outline.roles import Roles
from builder.outline.sentences import sentence_spans

INLINE_STYLES = frozenset(
    {Style.CIRCLED, Style.ITEM, Style.ORDINAL, Style.FIRST, Style.LEAD, Style.INNER_LEAD}
)
OUTER_STYLES = frozenset({Style.PART, Style.TOP})
LEAD_SHARE = 0.6
LEADS_OF_ONE = 3
PRELUDE = 30
# Under the title stands in brackets who speaks where, or when: `(2024年12月30日)`.
_ASIDE = re.compile(r"[(\[【].*[)\]】]")
# A line without 。 that says something all the same has an amount: `优良天数303天`.
_STATES = re.compile(r"\d(?!\d|[年月日:/.-])[^\d\s]")


class Part(NamedTuple):
    """A stretch under one mark or lead phrase. `body` to `end` is its running text.

    `style` is None for a paragraph that only goes on; `item` is where an enumerated item's
    text begins.
    """

    style: Style | None
    heading: str | None
    start: int
    body: int
    end: int
    item: int | None
    opens_paragraph: bool


def parts(plain: str, lines: tuple[Line, ...], roles: Roles, *, titled: bool = False) -> list[Part]:
    """All parts of a text in order; `titled` says that they stand under the report's title."""
    pieces = _pieces(plain, lines)
    return _with_leads(plain, _with_headings(plain, pieces, roles, titled=titled))


def _pieces(plain: str, lines: tuple[Line, ...]) -> list[Piece]:
    counts = enumerations(plain)
    pieces: list[Piece] = []
    for line in lines:
        first = opening_mark(plain, line.start, line.end)
        first = first if first is not None and counts(first) else None
        cuts = [mark for mark in _cuts(plain, line) if counts(mark)]
        bounds = [mark.start for mark in cuts] + [line.end]
        pieces.append(
            Piece(first, first.end if first else line.start, bounds[0], opens_paragraph=True)
        )
        pieces += [
            Piece(mark, mark.end, bound, opens_paragraph=False)
            for mark, bound in zip(cuts, bounds[1:], strict=True)
        ]
    return [piece for piece in pieces if piece.start < piece.end]


def _cuts(plain: str, line: Line) -> list[Mark]:
    """The marks inside a line, each place once."""
    found = {mark.end: mark for mark in main_marks(plain, line.start + 1, line.end)}
    found |= {mark.end: mark for mark in inline_marks(plain, line.start + 1, line.end)}
    return sorted(found.values(), key=lambda mark: mark.start)


def _with_headings(plain: str, pieces: list[Piece], roles: Roles, *, titled: bool) -> list[Part]:
    found: list[Part] = []
    open_styles: list[Style] = []
    headed: dict[Style, bool] = {}
    begun = False
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        begun = begun or _begins(plain, piece, roles, titled=titled)
        if not begun:
            continue
        style, line = _style(plain, piece, after, roles, open_styles)
        outer = _outer(open_styles, style)
        heading = line or _heading(plain, piece, after, outer, headed, roles)
        if style is not None:
            open_styles = [*outer, style]
            headed = {known: was for known, was in headed.items() if known <= style}
            headed[style] = heading is not None
        found.append(_part(plain, piece, style, heading))
    return found


def _outer(open_styles: list[Style], style: Style | None) -> list[Style]:
    """The styles that stay open around a part of this style."""
    if style in open_styles:
        return open_styles[: open_styles.index(style)]
    return (
        [known for known in open_styles if known is Style.PART]
        if style is Style.TOP
        else open_styles
    )


def _begins(plain: str, piece: Piece, roles: Roles, *, titled: bool) -> bool:
    """Whether the report's own text begins with a piece, after title and salutation.

    Under a title nothing is lost but what can say nothing: who signs, when, whom it greets.
    """
    if piece.mark is not None and piece.mark.style is not Style.DASH:
        return True
    text = plain[piece.start : piece.end]
    if titled and not is_signature(text) and not _ASIDE.fullmatch(text):
        return text[-1] in "。;!" or _STATES.search(text) is not None or roles.is_top(text)
    if piece.end - piece.start < PRELUDE:
        return roles.is_top(text)
    return "。" in text


def _style(
    plain: str, piece: Piece, after: Piece | None, roles: Roles, open_styles: list[Style]
) -> tuple[Style | None, Heading | None]:
    """The style of a piece; a line without mark that is a heading comes with it.

    A main heading without mark stands above the numbers that begin anew after it.
    """
    if piece.mark is not None:
        return piece.mark.style, None
    alone = piece.opens_paragraph and after is not None and after.opens_paragraph
    line = line_heading(plain, piece.start, piece.end) if alone else None
    if line is None:
        return None, None
    if not roles.is_top(plain[line.start : line.end]):
        return Style.PLAIN, line
    anew = after is not None and after.mark is not None and begins_main_numbers(plain, after.mark)
    return (Style.PART if anew or Style.PART in open_styles else Style.TOP), line


def _heading(
    plain: str,
    piece: Piece,
    after: Piece | None,
    outer: list[Style],
    headed: dict[Style, bool],
    roles: Roles,
) -> Heading | None:
    heading = run_in_heading(plain, piece)
    if heading is not None and _turns(plain, heading, piece, roles):
        return None
    if heading is not None or after is None:
        return heading
    whole = whole_heading(plain, piece)
    if whole is not None and _heads(plain, piece, whole, after, outer, headed, roles):
        return whole
    return None


def _turns(plain: str, heading: Heading, piece: Piece, roles: Roles) -> bool:
    """Whether what follows an item's first sentence is the plan: `三是装备老化。为此,明年将…`."""
    if piece.mark is None or piece.mark.style not in INLINE_STYLES:
        return False
    after = next(sentence_spans(plain, heading.body, piece.end), None)
    return after is not None and roles.of_lead(plain[slice(*after)], Role.PROBLEMS) is Role.PLAN


def _heads(
    plain: str,
    piece: Piece,
    heading: Heading,
    after: Piece,
    outer: list[Style],
    headed: dict[Style, bool],
    roles: Roles,
) -> bool:
    """Whether a whole piece is a heading of what follows it, and no item of its own."""
    if piece.mark is None:
        return False
    style = piece.mark.style
    if style in OUTER_STYLES and roles.is_top(plain[heading.start : heading.end]):
        return True
    if after.mark is not None:
        return after.mark.style not in {*outer, style} and after.mark.style is not Style.TOP
    return after.opens_paragraph and headed.get(style, True)


def _part(plain: str, piece: Piece, style: Style | None, heading: Heading | None) -> Part:
    start = piece.mark.start if piece.mark else piece.start
    if heading is None:
        item = piece.start if piece.mark else None
        return Part(style, None, start, piece.start, piece.end, item, piece.opens_paragraph)
    words = "".join(plain[heading.start : heading.end].split("\n")).strip()
    item = None if style in OUTER_STYLES or style is Style.PLAIN else piece.start
    return Part(style, words, start, heading.body, piece.end, item, piece.opens_paragraph)


def _with_leads(plain: str, found: list[Part]) -> list[Part]:
    """The parts with lead phrases made headings, group by group of the outermost headings."""
    out: list[Part] = []
    group: list[Part] = []
    for part in found:
        if part.style in OUTER_STYLES and group:
            out += _group_with_leads(plain, group)
            group = []
        group.append(part)
    return out + _group_with_leads(plain, group)


def _group_with_leads(plain: str, group: list[Part]) -> list[Part]:
    cut = [(part, list(sentence_spans(plain, part.body, part.end))) for part in group]
    headed = [spans for part, spans in cut if part.heading and part.style not in OUTER_STYLES]
    bare = [spans for part, spans in cut if part.style is None and part.opens_paragraph]
    in_headed, in_bare = _lead_regularly(plain, headed), _lead_regularly(plain, bare)
    inner = in_bare and _lead_regularly(
        plain, [spans[1:] for spans in bare if _leads(plain, spans)]
    )
    out: list[Part] = []
    for part, spans in cut:
        if part.heading and in_headed:
            out += _cut_at_leads(plain, part, spans, Style.LEAD)
        elif part.style is None and part.opens_paragraph and in_bare and _leads(plain, spans):
            head = _lead_part(plain, part, spans[0], part.end)
            out += _cut_at_leads(plain, head, spans[1:], Style.INNER_LEAD) if inner else [head]
        else:
            out.append(part)
    return out


def _lead_part(
    plain: str, part: Part, lead: tuple[int, int], end: int, style: Style = Style.LEAD
) -> Part:
    opens = lead[0] == part.start
    return Part(style, _bare(plain, *lead), lead[0], lead[1], end, part.item, opens)


def _leads(plain: str, spans: list[tuple[int, int]]) -> bool:
    return len(spans) > 1 and is_lead(plain, *spans[0])


def _lead_regularly(plain: str, bodies: list[list[tuple[int, int]]]) -> bool:
    """Whether the paragraphs of a section begin with lead phrases as a rule."""
    long = [spans for spans in bodies if len(spans) > 1]
    leading = sum(_leads(plain, spans) for spans in long)
    if len(long) == 1:
        return leading == 1 and sum(is_lead(plain, *span) for span in long[0]) >= LEADS_OF_ONE
    return leading > 1 and leading >= LEAD_SHARE * len(long)


def _cut_at_leads(plain: str, part: Part, spans: list[tuple[int, int]], style: Style) -> list[Part]:
    """A headed part cut before each lead phrase; what follows a lead phrase is never one."""
    leads: list[tuple[int, int]] = []
    after_lead = False
    for index, span in enumerate(spans):
        after_lead = not after_lead and index + 1 < len(spans) and is_lead(plain, *span)
        if after_lead:
            leads.append(span)
    if not leads:
        return [part]
    bounds = [*(start for start, _ in leads), part.end]
    out = [part._replace(end=bounds[0])]
    out += [
        _lead_part(plain, part, lead, bound, style)
        for lead, bound in zip(leads, bounds[1:], strict=True)
    ]
    return out


def _bare(plain: str, start: int, end: int) -> str:
    return plain[start:end].replace("\n", "").rstrip("。")
