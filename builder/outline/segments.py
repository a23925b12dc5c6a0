"""Paragraphs as segments: each with its enumeration style, its heading, and the text under it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from builder.clauses import CLAUSE_ENDS
from builder.model import Role
from builder.outline.headings import (
    Heading,
    MarkedText,
    is_lead,
    is_signature,
    line_heading,
    run_in_heading,
    whole_heading,
)
from builder.outline.labelled_parts import part_labels
from builder.outline.mainheadings import main_marks
from builder.outline.marks import (
    ItemMark,
    Style,
    begins_main_numbers,
    enumerations,
    inline_marks,
    opening_mark,
)
from builder.outline.roles import Roles
from builder.outline.sentences import sentence_spans
from builder.outline.spans import Span, Spans
from builder.outline.tabled import tells_by_heads

INLINE_STYLES = frozenset(
    {Style.CIRCLED, Style.ITEM, Style.ORDINAL, Style.FIRST, Style.LEAD, Style.INNER_LEAD}
)
OUTER_STYLES = frozenset({Style.PART, Style.TOP})
LEAD_SHARE = 0.6
LEADS_OF_ONE = 3
PRELUDE = 30
CAPTION = 60
# Under the title stands in brackets who speaks where, or when.
_ASIDE = re.compile(r"[(\[【].*[)\]】]")
_ANNOUNCES = re.compile(r"\d(?:年|月|日|季度)[^。]*如下:$")
_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}!?]|:$")
# A line without 。 that says something all the same has an amount: `优良天数303天`.
_STATES = re.compile(r"\d(?!\d|[年月日:/.-])[^\d\s]")


class Segment(NamedTuple):
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
    tabled: bool = False


def segments(
    plain: str,
    lines: tuple[Span, ...],
    roles: Roles,
    *,
    titled: bool = False,
    tables: Container[int] = (),
) -> list[Segment]:
    """All segments of a text in order; `titled` says that they stand under the report's title.

    The lines that end at one of `tables` are tables.
    """
    texts = _marked_texts(plain, lines, tables)
    return _with_leads(plain, _with_headings(plain, texts, roles, titled=titled))


def _marked_texts(plain: str, lines: tuple[Span, ...], tables: Container[int]) -> list[MarkedText]:
    counts = enumerations(plain)
    texts: list[MarkedText] = []
    for line in lines:
        if line.end in tables:
            texts.append(MarkedText(None, *line, opens_paragraph=True, tabled=True))
            continue
        first = opening_mark(plain, line.start, line.end)
        first = first if first is not None and counts(first) else None
        cuts = [mark for mark in _cuts(plain, line) if counts(mark)]
        bounds = [mark.start for mark in cuts] + [line.end]
        texts.append(
            MarkedText(first, first.end if first else line.start, bounds[0], opens_paragraph=True)
        )
        texts += [
            MarkedText(mark, mark.end, bound, opens_paragraph=False)
            for mark, bound in zip(cuts, bounds[1:], strict=True)
        ]
    return [marked for marked in texts if marked.start < marked.end]


def _cuts(plain: str, line: Span) -> list[ItemMark]:
    """The marks inside a line, each place once."""
    inline = list(inline_marks(plain, line.start + 1, line.end))
    main = list(main_marks(plain, line.start + 1, line.end))
    # Only a page that lost its line breaks has both.
    found = {mark.end: mark for mark in (*main, *inline)} if main else {}
    return sorted(found.values(), key=lambda mark: mark.start) if main else inline


def _with_headings(
    plain: str, texts: list[MarkedText], roles: Roles, *, titled: bool
) -> list[Segment]:
    found: list[Segment] = []
    open_styles: list[Style] = []
    headed: dict[Style, bool] = {}
    begun, labels = False, part_labels(plain, texts)
    for index, marked in enumerate(texts):
        after = texts[index + 1] if index + 1 < len(texts) else None
        begun = begun or _begins(plain, marked, roles, titled=titled)
        if not begun:
            continue
        label = labels.get(marked.start)
        style, line = _style(plain, marked, after, roles, open_styles)
        style, line = (Style.PLAIN, label) if label else (style, line)
        if style is None and after is not None and after.tabled and _is_caption(plain, marked):
            continue
        outer = _outer(open_styles, style)
        heading = line or _heading(plain, marked, after, outer, headed, roles)
        if style is not None:
            open_styles = [*outer, style]
            headed = {known: was for known, was in headed.items() if known <= style}
            headed[style] = heading is not None
        found.append(_segment(plain, marked, style, heading))
    return found


def _is_caption(plain: str, marked: MarkedText) -> bool:
    """Whether a line above a table only says what it is of: 信访件办理情况(单位:件)."""
    text = plain[marked.start : marked.end]
    return marked.opens_paragraph and len(text) <= CAPTION and not _CLAUSE_END.search(text)


def _outer(open_styles: list[Style], style: Style | None) -> list[Style]:
    """The styles that stay open around a segment of this style."""
    if style in open_styles:
        return open_styles[: open_styles.index(style)]
    if style is Style.TOP:
        return [known for known in open_styles if known is Style.PART]
    return open_styles


def _begins(plain: str, marked: MarkedText, roles: Roles, *, titled: bool) -> bool:
    """Whether the report's own text begins with a marked text, after title and salutation.

    Under a title nothing is lost but what can say nothing: who signs, when, whom it greets.
    """
    if marked.mark is not None and marked.mark.style is not Style.DASH:
        return True
    text = plain[marked.start : marked.end]
    told = roles.of_lead(text, Role.DONE) if text[-1] == ":" else None
    if told is not None or (marked.tabled and tells_by_heads(text)):
        return True
    if titled and not is_signature(text) and not _ASIDE.fullmatch(text):
        return "。" in text or text[-1] in ";!" or bool(_STATES.search(text)) or roles.is_top(text)
    # 2025年7月,某河水质如下:|Ⅱ类水质:某桥; announces and lists.
    if _ANNOUNCES.search(text) or (text[-1] == ";" and ":" in text):
        return True
    return roles.is_top(text) or ("。" in text if len(text) >= PRELUDE else text[-1] == "。")


def _style(
    plain: str, marked: MarkedText, after: MarkedText | None, roles: Roles, open_styles: list[Style]
) -> tuple[Style | None, Heading | None]:
    """The style of a marked text; a line without mark that is a heading comes with it.

    A main heading without mark stands above the numbers that begin anew after it.
    """
    if marked.mark is not None:
        return marked.mark.style, None
    if marked.tabled:
        return None, None
    alone = marked.opens_paragraph and after is not None and after.opens_paragraph
    line = line_heading(plain, marked.start, marked.end) if alone else None
    if line is None:
        return None, None
    if not roles.is_top(plain[line.start : line.end]):
        return Style.PLAIN, line
    anew = after is not None and after.mark is not None and begins_main_numbers(plain, after.mark)
    return (Style.PART if anew or Style.PART in open_styles else Style.TOP), line


def _heading(
    plain: str,
    marked: MarkedText,
    after: MarkedText | None,
    outer: list[Style],
    headed: dict[Style, bool],
    roles: Roles,
) -> Heading | None:
    heading = run_in_heading(plain, marked)
    if heading is not None and _turns(plain, heading, marked, roles):
        return None
    if heading is not None or after is None:
        return heading
    whole = whole_heading(plain, marked)
    if whole is not None and _heads(plain, marked, whole, after, outer, headed, roles):
        return whole
    return None


def _turns(plain: str, heading: Heading, marked: MarkedText, roles: Roles) -> bool:
    """Whether what follows an item's first sentence is the plan: `三是装备老化。为此,明年将…`.

    So may it be behind any number inside a paragraph: `…;3.队伍老化。下一步,我们将:`.
    """
    if marked.mark is None or marked.mark.style in OUTER_STYLES:
        return False
    if marked.opens_paragraph and marked.mark.style not in INLINE_STYLES:
        return False
    spans = sentence_spans(plain, heading.body, marked.end)
    return bool(spans) and roles.of_lead(plain[slice(*spans[0])], Role.PROBLEMS) is Role.PLAN


def _heads(
    plain: str,
    marked: MarkedText,
    heading: Heading,
    after: MarkedText,
    outer: list[Style],
    headed: dict[Style, bool],
    roles: Roles,
) -> bool:
    """Whether a whole marked text is a heading of what follows it, and no item of its own."""
    if marked.mark is None:
        return False
    style = marked.mark.style
    if style in OUTER_STYLES and roles.is_top(plain[heading.start : heading.end]):
        return True
    if after.mark is not None:
        return after.mark.style not in {*outer, style} and after.mark.style is not Style.TOP
    return after.opens_paragraph and headed.get(style, True)


def _segment(
    plain: str, marked: MarkedText, style: Style | None, heading: Heading | None
) -> Segment:
    start = marked.mark.start if marked.mark else marked.start
    if heading is None:
        item = marked.start if marked.mark else None
        return Segment(
            style,
            None,
            start,
            marked.start,
            marked.end,
            item,
            marked.opens_paragraph,
            marked.tabled,
        )
    words = "".join(plain[heading.start : heading.end].split("\n")).strip()
    item = None if style in OUTER_STYLES or style is Style.PLAIN else marked.start
    return Segment(style, words, start, heading.body, marked.end, item, marked.opens_paragraph)


def _with_leads(plain: str, found: list[Segment]) -> list[Segment]:
    """The segments with lead phrases made headings, group by group of the outermost headings."""
    out: list[Segment] = []
    group: list[Segment] = []
    for segment in found:
        if segment.style in OUTER_STYLES and group:
            out += _group_with_leads(plain, group)
            group = []
        group.append(segment)
    return out + _group_with_leads(plain, group)


def _group_with_leads(plain: str, group: list[Segment]) -> list[Segment]:
    cut = [(segment, sentence_spans(plain, segment.body, segment.end)) for segment in group]
    headed = [
        spans for segment, spans in cut if segment.heading and segment.style not in OUTER_STYLES
    ]
    bare = [
        spans
        for segment, spans in cut
        if segment.style is None and segment.opens_paragraph and not segment.tabled
    ]
    in_headed, in_bare = _lead_regularly(plain, headed), _lead_regularly(plain, bare)
    inner = in_bare and _lead_regularly(
        plain, [spans[1:] for spans in bare if _leads(plain, spans)]
    )
    out: list[Segment] = []
    for segment, spans in cut:
        if segment.heading and in_headed:
            out += _cut_at_leads(plain, segment, spans, Style.LEAD)
        elif segment.tabled:
            out.append(segment)
        elif segment.style is None and segment.opens_paragraph and in_bare and _leads(plain, spans):
            head = _lead_segment(plain, segment, spans[0], segment.end)
            out += _cut_at_leads(plain, head, spans[1:], Style.INNER_LEAD) if inner else [head]
        else:
            out.append(segment)
    return out


def _lead_segment(
    plain: str, segment: Segment, lead: tuple[int, int], end: int, style: Style = Style.LEAD
) -> Segment:
    opens = lead[0] == segment.start
    return Segment(style, _bare(plain, *lead), lead[0], lead[1], end, segment.item, opens)


def _leads(plain: str, spans: Spans) -> bool:
    return len(spans) > 1 and is_lead(plain, *spans[0])


def _lead_regularly(plain: str, bodies: Sequence[Spans]) -> bool:
    """Whether the paragraphs of a section begin with lead phrases as a rule."""
    long = [spans for spans in bodies if len(spans) > 1]
    leading = sum(_leads(plain, spans) for spans in long)
    if len(long) == 1:
        leads = sum(is_lead(plain, *span) for span in long[0])
        return leading == 1 and LEADS_OF_ONE <= leads < len(long[0])
    return leading > 1 and leading >= LEAD_SHARE * len(long)


def _cut_at_leads(plain: str, segment: Segment, spans: Spans, style: Style) -> list[Segment]:
    """A headed segment cut before each lead phrase; what follows a lead phrase is never one."""
    leads: list[tuple[int, int]] = []
    after_lead = False
    for index, span in enumerate(spans):
        after_lead = not after_lead and index + 1 < len(spans) and is_lead(plain, *span)
        if after_lead:
            leads.append(span)
    if not leads:
        return [segment]
    bounds = [*(start for start, _ in leads), segment.end]
    out = [segment._replace(end=bounds[0])]
    out += [
        _lead_segment(plain, segment, lead, bound, style)
        for lead, bound in zip(leads, bounds[1:], strict=True)
    ]
    return out


def _bare(plain: str, start: int, end: int) -> str:
    return plain[start:end].replace("\n", "").rstrip("。")
