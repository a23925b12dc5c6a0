"""Problems told one by one: under headings of their own, or as marked items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from builder.extract.problems.found import ProblemSpan
from builder.extract.problems.frame import closes, frame
from builder.model import Outline, Role, Section, Sentence, ancestors
from builder.outline.marks import Style, opening_mark
from builder.outline.roles import announces_problems, only_announces_problems

# To look up a member of an enumeration takes as long as a search.
_OTHER, _PROBLEMS = Role.OTHER, Role.PROBLEMS

_INLINE_STYLES = frozenset({Style.ITEM, Style.ORDINAL, Style.FIRST, Style.CIRCLED})


def problems_of_bare_list(outline: Outline) -> Iterator[ProblemSpan]:
    """Headings below the announcing one without text: each line of a bare list is a problem."""
    plain = outline.source.plain
    with_text = {one.section for one in outline.sentences if one.role is not _OTHER}
    with_text |= {section.parent for section in outline.sections}
    for index, section in enumerate(outline.sections):
        if index in with_text or own_heading(outline.sections, index) != index:
            continue
        mark = opening_mark(plain, section.start, section.end)
        end = section.start + len(plain[section.start : section.body].rstrip())
        start = mark.end if mark else section.start
        if frame().weak.search(plain, start, end):
            yield ProblemSpan(start, end, section.heading.rstrip("."), "problem.headed")


def problems_of_section(
    outline: Outline, section: Section, sentences: list[Sentence]
) -> Iterator[ProblemSpan]:
    """The problem of a heading with its text; 此外 in an inline item begins another."""
    plain = outline.source.plain
    mark = opening_mark(plain, section.start, section.end)
    start = mark.end if mark else section.start
    inline = mark is not None and mark.style in _INLINE_STYLES
    headed = ProblemSpan(start, section.body, section.heading, "problem.headed")
    yield from _without_frame(plain, headed, sentences, splits=inline)


def problems_of_items(outline: Outline, sentences: list[Sentence]) -> Iterator[ProblemSpan]:
    """A problem for each item: 一是基础薄弱。二是能力不足。"""
    for _, group in groupby(sentences, key=lambda sentence: sentence.item):
        item = list(group)
        begun = ProblemSpan(item[0].start, item[0].start, "", "problem.item")
        yield from _without_frame(outline.source.plain, begun, item, splits=True)


def is_item(sections: tuple[Section, ...], sentence: Sentence) -> bool:
    """Whether a sentence stands in an item below the heading; `(三)存在问题。` is none itself."""
    if sentence.item is None or sentence.section is None:
        return sentence.item is not None
    section = sections[sentence.section]
    own = section.start <= sentence.item < section.body
    return not (own and announces_problems(section.heading))


def own_heading(sections: tuple[Section, ...], index: int | None) -> int | None:
    """The outermost heading about problems below the one that announces them."""
    below: int | None = None
    for at in takewhile(lambda at: sections[at].role is _PROBLEMS, ancestors(sections, index)):
        heading = sections[at].heading
        outermost = _parent_role(sections, at) is not _PROBLEMS
        if only_announces_problems(heading) or (outermost and announces_problems(heading)):
            return below
        below = at
    return below


def _parent_role(sections: tuple[Section, ...], index: int) -> Role | None:
    parent = sections[index].parent
    return None if parent is None else sections[parent].role


def _without_frame(
    plain: str, found: ProblemSpan, sentences: list[Sentence], *, splits: bool
) -> Iterator[ProblemSpan]:
    """What was found, on to the closing of its section; 此外 begins another problem."""
    for sentence in sentences:
        begun = found.end > found.start
        if begun and closes(plain, sentence):
            break
        more = frame().more.match(plain, sentence.start) if begun and splits else None
        if more:
            yield found
            found = ProblemSpan(more.end(), sentence.end, "", found.rule)
        else:
            found = found._replace(end=sentence.end)
    if found.end > found.start:
        yield found
