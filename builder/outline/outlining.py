"""The outline of a report, put together from paragraphs, marks, headings and roles."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.model import (
    Outline,
    Role,
    Section,
    Sentence,
    Source,
    TextGrid,
    Whole,
    outermost,
)
from builder.outline.drafts import Draft, Open, Turn
from builder.outline.furniture import furniture_rule, sells
from builder.outline.grids import grids
from builder.outline.headings import is_attached, is_signature
from builder.outline.marks import Style
from builder.outline.own_roles import with_own_roles
from builder.outline.paragraphs import paragraphs
from builder.outline.reaches import plan_starts, reaches
from builder.outline.role_weights import RoleWeights, role_weights
from builder.outline.roles import (
    FAILING_REACH,
    NO_FUTURE,
    Roles,
    concedes,
    is_summary,
    says_wrong,
    tells_problems,
)
from builder.outline.section_order import told_by_order
from builder.outline.segments import INLINE_STYLES, Segment, segments
from builder.outline.sentences import sentence_spans
from builder.outline.tabled import stated_cells
from builder.outline.tense import future_cues
from builder.outline.title import after_title, headline_span, repeats_title, title_span
from builder.outline.weighed_roles import weighed_roles
from builder.outline.whole import in_source, whole_source

# To look up a member of an enumeration takes as long as a search.
_DONE, _OTHER, _PLAN, _PROBLEMS = Role.DONE, Role.OTHER, Role.PLAN, Role.PROBLEMS
_PART, _PLAIN, _TOP = Style.PART, Style.PLAIN, Style.TOP

BASE_YEAR_REACH = 300
TAIL = 200
# A number that begins anew on the next line: what is counted there is no part of what was.
_ANEW = re.compile(r"\s*\n\s*(?:[(]?[一1](?:[)、.]|是|要)|①)")


def outline(source: Source, weights: RoleWeights | None = None) -> Outline:
    """The report cut up: sections, sentences with heading path, role and item, furniture.

    Works on `source.plain`, in time linear in its length, and never raises. `weights` are those
    that the program comes with, if none are given.
    """
    weights = role_weights() if weights is None else weights
    read = whole_source(source)
    if read is None:
        return _outline(source, weights)
    found = _outline(read.source, weights, read.width)
    return replace(
        in_source(found, read, source),
        whole=Whole(outline=found, offsets=tuple(read.places.offsets)),
    )


def _outline(source: Source, weights: RoleWeights, width: int | None = None) -> Outline:
    """The outline of a text whose lines are whole."""
    plain = source.plain
    found = paragraphs(plain, grids(source), width)
    title = title_span(plain, found.texts, found.tables)
    if title is None:
        title = headline_span(plain, found.texts, found.furniture)
    begin = 0 if title is None else title[1]
    named = "" if title is None else "".join(plain[title[0] : title[1]].split())
    beginning = plain[begin : begin + BASE_YEAR_REACH].replace("\n", "")
    future = NO_FUTURE if is_summary(named) else future_cues(plain, begin, len(plain))
    roles = Roles(named, beginning, future)
    texts = tuple(
        after_title(plain, line, begin)
        for line in found.texts
        if line.end > begin and not repeats_title(plain, line, named)
    )
    cut = segments(plain, texts, roles, titled=title is not None, tables=found.tables)
    builder = _OutlineBuilder(plain, roles, plans=plan_starts(cut, roles))
    for segment, reach in zip(cut, reaches(cut), strict=True):
        builder.take(segment, reach, found.tables.get(segment.end))
    sections = builder.sections(texts[-1].end if texts else begin)
    by_words = with_own_roles(plain, builder.sentences, outermost(sections), roles.past)
    by_rules = told_by_order(by_words)
    tables = tuple(found.tables.values())
    return Outline(
        source=source,
        title=title,
        sections=sections,
        sentences=tuple(weighed_roles(plain, by_rules, tables, weights)),
        furniture=found.furniture,
        grids=tables,
    )


class _OutlineBuilder:
    """The outline as far as the text was read."""

    def __init__(self, plain: str, roles: Roles, plans: int) -> None:
        self.plain = plain
        self.roles = roles
        self.plans = plans
        self.top_role = roles.default
        # Sections whose role their heading told, or one above.
        self.settled: set[int | None] = set()
        self.open: list[Open] = []
        self.drafts: list[Draft] = []
        self.ends: dict[int, int] = {}
        self.sentences: list[Sentence] = []
        self.turn: Turn | None = None
        self.path: tuple[str, ...] = ()

    def take(self, segment: Segment, reach: int, table: TextGrid | None = None) -> None:
        """Add a segment: close what it ends, open its section, cut it into sentences.

        Its section goes on to `reach`. Of a table the cells that state something are sentences.
        """
        if segment.style is not None:
            self._close(segment.style, segment.start)
        elif segment.opens_paragraph:
            self._close_inline(segment.start)
        if self._leaves_problems(segment):
            self._turn_back(segment.start)
        elif segment.opens_paragraph and self.turn is not None and not self.turn.lasting:
            self.turn = None
            self._name_path()
        if segment.style is not None:
            self._enter(segment, reach)
        if table is not None:
            self._cut_table(table)
        elif segment.body < segment.end:
            self._cut(segment)

    def sections(self, end: int) -> tuple[Section, ...]:
        """All sections in text order, those still open ended at `end`."""
        return tuple(
            Section(
                heading=draft.heading,
                level=draft.level,
                role=draft.role,
                start=draft.start,
                body=draft.body,
                end=self.ends.get(index, end),
                parent=draft.parent,
            )
            for index, draft in enumerate(self.drafts)
        )

    def _close(self, style: Style, at: int) -> None:
        depth = next((i for i, opened in enumerate(self.open) if opened.style == style), None)
        if style is _TOP and depth is None:
            depth = next(
                (i for i, opened in enumerate(self.open) if opened.style is not _PART), None
            )
        if depth is not None:
            self._pop_to(depth, at)

    def _close_inline(self, at: int) -> None:
        inline = (
            depth
            for depth, opened in enumerate(self.open)
            if opened.style in INLINE_STYLES and not opened.holds
        )
        depth = next(inline, None)
        if depth is not None:
            self._pop_to(depth, at)

    def _pop_to(self, depth: int, at: int) -> None:
        for opened in self.open[depth:]:
            if opened.section is not None:
                self.ends[opened.section] = at
        del self.open[depth:]
        if self.turn is not None and depth < self.turn.depth:
            self.turn = None
        self._name_path()

    def _enter(self, segment: Segment, reach: int) -> None:
        item = segment.item
        if segment.heading is None:
            self.open.append(Open(segment.style or _PLAIN, None, item, holds=False))
            return
        parent = self._section()
        above = None if parent is None else self.drafts[parent].role
        if self.turn is not None:
            above = self.turn.role
        if segment.style is _TOP and above is _DONE:
            # The parts of a report that holds several are told apart like those of one alone.
            above = None
        own = self.roles.of_heading(segment.heading, above)
        if own is None and above is None:
            future = future_cues(self.plain, segment.body, reach)
            own = self.roles.of_heading(segment.heading, above, future)
        role = own or above or self._after_top(segment.start)
        if own is not None:
            self.turn = None
        if own is not None or parent in self.settled:
            self.settled.add(len(self.drafts))
        if parent is None and self.turn is None:
            self.top_role = role
        level = sum(opened.section is not None for opened in self.open) + 1
        self.drafts.append(Draft(segment.heading, level, role, segment.start, segment.body, parent))
        holds = segment.opens_paragraph and segment.body == segment.end
        self.open.append(Open(segment.style or _PLAIN, len(self.drafts) - 1, item, holds))
        self._name_path()

    def _after_top(self, start: int) -> Role:
        """The role of an outermost heading without words that tell it.

        After the plan comes more of the plan; after the problems comes the plan, unless a later
        heading announces it.
        """
        if self.top_role is _PLAN or (self.top_role is _PROBLEMS and start > self.plans):
            return _PLAN
        return self.roles.default

    def _section(self) -> int | None:
        for opened in reversed(self.open):
            if opened.section is not None:
                return opened.section
        return None

    def _item(self) -> int | None:
        """Where the item begins that the text is in; one begun before a turn is over."""
        begun = 0 if self.turn is None else self.turn.depth
        for opened in reversed(self.open[begun:]):
            if opened.item is not None:
                return opened.item
        return None

    def _is_opening(self, section: int | None, start: int) -> bool:
        """Whether a sentence is the first under an outermost heading whose role was but assumed."""
        return (
            section is not None
            and section not in self.settled
            and self.drafts[section].parent is None
            and not self.plain[self.drafts[section].body : start].strip()
        )

    def _settle(self, section: int | None, role: Role) -> Role:
        """Give a section the role that its first sentence tells."""
        if section is not None:
            self.drafts[section] = self.drafts[section]._replace(role=role)
            self.top_role = role
        return role

    def _leaves_problems(self, segment: Segment) -> bool:
        """Whether the plan goes on behind problems listed in it: `…:一是…。|(一)完成清淤。`."""
        turn = self.turn
        if turn is None or turn.role is not _PROBLEMS:
            return False
        if segment.style in INLINE_STYLES:
            self.turn = turn._replace(listed=True)
            return False
        above = [one.section for one in self.open[: turn.depth] if one.section is not None]
        roles = [self.drafts[section].role for section in above] or [self.roles.default]
        in_plan = _PLAN in roles
        return in_plan and turn.listed and segment.opens_paragraph and segment.style is not None

    def _turn_back(self, at: int) -> None:
        """Back to the plan that problems were future in; what was enumerated there is over."""
        self.turn = None
        self._close_inline(at)
        self._name_path()

    def _name_path(self) -> None:
        """The headings above what comes next; those before a turn don't speak for it."""
        above = 0 if self.turn is None else self.turn.depth
        self.path = tuple(
            [
                self.drafts[opened.section].heading
                for opened in self.open[above:]
                if opened.section is not None
            ]
        )

    def _cut_table(self, table: TextGrid) -> None:
        section = self._section()
        above = self.roles.default if section is None else self.drafts[section].role
        above = above if self.turn is None else self.turn.role
        for stated in stated_cells(self.plain, table, self.roles, above):
            self._add(stated.start, stated.end, section, stated.role, stated.item)

    def _add(
        self, start: int, end: int, section: int | None, role: Role, item: int | None = None
    ) -> None:
        item = self._item() if item is None else item
        told = self.turn is not None or section in self.settled
        self.sentences.append(
            Sentence(
                start=start,
                end=end,
                section=section,
                headings=self.path,
                role=role,
                item=item,
                told=told,
            )
        )

    def _cut(self, segment: Segment) -> None:
        section = self._section()
        settled = self.roles.default if section is None else self.drafts[section].role
        opening = segment.opens_paragraph or segment.style is not None
        tail = len(self.plain) - TAIL
        for start, end in sentence_spans(self.plain, segment.body, segment.end):
            role = self.turn.role if self.turn is not None else settled
            sentence = self.plain[start:end]
            if self.turn is not None and self.turn.conceded and not says_wrong(sentence):
                self._turn_back(start)
                role = settled
            before = self.plain[max(0, start - FAILING_REACH) : start].replace("\n", "")
            behind = self.plain[end : end + FAILING_REACH].replace("\n", "")
            turned = self.roles.of_lead(sentence.replace("\n", ""), role, before, behind)
            if turned is _PLAN and self._is_opening(section, start):
                settled = role = self._settle(section, turned)
            elif turned is _PLAN and self.turn is not None and settled is _PLAN:
                self._turn_back(start)
                section, role = self._section(), turned
            elif turned is not None:
                lasting = self.plain[end - 1] in ":?" or (turned is _PLAN and opening)
                listed = _ANEW.match(self.plain, end) and not tells_problems(sentence)
                lasting = lasting or bool(listed)
                if lasting and start == segment.start and listed:
                    self._pop_to(0, start)
                conceded = turned is _PROBLEMS and settled is _PLAN and concedes(sentence)
                self.turn = Turn(turned, len(self.open), lasting, conceded=conceded)
                self._name_path()
                role = turned
            # A last sentence may belong to the page, which no line break keeps apart.
            if sells(sentence):
                continue
            last = start > tail and (
                furniture_rule(sentence) is not None
                or (sentence[-1] not in "。;" and is_attached(self.plain, start))
            )
            if last or is_signature(sentence):
                role = _OTHER
            opening = False
            self._add(start, end, section, role)
