"""The problems that a bureau names itself: enumerated, in a paragraph, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

from builder.extract.problems.causes import cause_span
from builder.extract.problems.inline import Found, passing_problems
from builder.model import Outline, Problem, Role, Section, Sentence
from builder.outline.marks import Style, opening_mark
from builder.outline.roles import announces_problems, only_announces_problems
from builder.text.themes import themes
from builder.text.unwrapped import unbroken
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import either

LONGEST_TITLE = 40
LONGEST_LEAD = 90
SHORTEST = 6

_TITLE = re.compile(r"(?:[^,。;:!?]{0,12}(?:方面|上),)?[^,。;:!?]*")
_SENTENCE = re.compile(r"[^。!?\s][^。!?]*[。!?]?")
_WORD = re.compile(r"\w")
_PART = re.compile(r"[^;]+")
_BUT = re.compile(r",(?:但|但是|然而|不过)(?:也|仍|还|同时)?(?=.)")
_INLINE_STYLES = frozenset({Style.ITEM, Style.ORDINAL, Style.FIRST, Style.CIRCLED})


def problems(outline: Outline) -> tuple[Problem, ...]:
    """All problems of a report in text order.

    `quote` runs from the title's first word to the end of the item, without its number.
    """
    found = {item.start: item for item in passing_problems(outline)}
    stated = (item for item in _stated(outline) if item.end - item.start >= SHORTEST)
    found |= {item.start: item for item in stated if _says(outline.source.plain, item)}
    return tuple(_problem(outline, found[start]) for start in sorted(found))


def _says(plain: str, found: Found) -> bool:
    """Whether a stretch holds words at all."""
    return _WORD.search(plain, found.start, found.end) is not None


def _problem(outline: Outline, found: Found) -> Problem:
    source = outline.source
    plain = unbroken(source.plain, found.start, found.end).text
    cause = cause_span(plain, 0, len(plain))
    return Problem(
        report=source.report,
        start=found.start,
        end=found.end,
        quote=source.text[found.start : found.end],
        themes=themes(plain, ()),
        headings=(),
        rule=found.rule,
        title=found.title or _title(plain, cause),
        cause=None if cause is None else _bare(plain[cause[0] : cause[1]]),
    )


def _title(plain: str, cause: tuple[int, int] | None) -> str:
    """The first clause that is no cause and no opener (`目前,…`).

    With the second where the first only says of what (`大气方面,…`).
    """
    behind = plain[cause[1] :] if cause is not None and cause[0] == 0 else ""
    words = (behind if behind[:1] == "," and _WORD.search(behind) else plain).lstrip(",。;:!? ")
    words = _frame()["openers"].sub("", words, count=1) or words
    match = _TITLE.match(words)
    return _bare(match[0] if match else words)[:LONGEST_TITLE]


def _bare(words: str) -> str:
    return "".join(words.split()).strip("。;,:")


def _stated(outline: Outline) -> Iterator[Found]:
    """Problems of the parts of a report that set its problems out."""
    yield from _of_headings_alone(outline)
    for run in _runs(outline):
        headed, loose = _by_heading(outline, run)
        if headed and not loose and (parallel := _parallel(outline, headed)):
            headed, loose = [], parallel
        for section, sentences in headed:
            yield from _of_section(outline, section, sentences)
        items = [sentence for sentence in loose if _is_item(outline.sections, sentence)]
        yield from _of_items(outline, items)
        if not headed and not items:
            yield from _of_paragraphs(outline, loose)


def _is_item(sections: tuple[Section, ...], sentence: Sentence) -> bool:
    """Whether a sentence stands in an item below the heading; `(三)存在问题。` is none itself."""
    if sentence.item is None or sentence.section is None:
        return sentence.item is not None
    section = sections[sentence.section]
    own = section.start <= sentence.item < section.body
    return not (own and announces_problems(section.heading))


def _runs(outline: Outline) -> Iterator[list[Sentence]]:
    for role, run in groupby(outline.sentences, key=lambda sentence: sentence.role):
        if role is Role.PROBLEMS:
            yield list(run)


def _by_heading(
    outline: Outline, run: list[Sentence]
) -> tuple[list[tuple[Section, list[Sentence]]], list[Sentence]]:
    """The sentences under headings of their own, and the others."""
    headed: dict[int, list[Sentence]] = {}
    loose: list[Sentence] = []
    for sentence in run:
        index = _own_heading(outline.sections, sentence.section)
        if index is None:
            loose.append(sentence)
        else:
            headed.setdefault(index, []).append(sentence)
    return [(outline.sections[index], found) for index, found in headed.items()], loose


def _of_headings_alone(outline: Outline) -> Iterator[Found]:
    """Headings below the announcing one without text: each line of a bare list is a problem."""
    plain = outline.source.plain
    told = {sentence.section for sentence in outline.sentences}
    told |= {section.parent for section in outline.sections}
    for index, section in enumerate(outline.sections):
        if index in told or _own_heading(outline.sections, index) != index:
            continue
        mark = opening_mark(plain, section.start, section.end)
        end = section.start + len(plain[section.start : section.body].rstrip())
        start = mark.end if mark else section.start
        if _frame()["weak"].search(plain, start, end):
            yield Found(start, end, section.heading.rstrip("."), "problem.headed")


def _parallel(outline: Outline, headed: list[tuple[Section, list[Sentence]]]) -> list[Sentence]:
    """The sentences of a single paragraph whose first ones were taken for headings, else none."""
    plain = outline.source.plain
    (first, _), (_, last) = headed[0], headed[-1]
    start, end = first.start, last[-1].end
    marked = any(opening_mark(plain, section.start, section.end) for section, _ in headed)
    if marked or "\n" in plain[start:end].strip():
        return []
    return [
        replace(last[-1], start=found.start(), end=found.end())
        for found in _SENTENCE.finditer(plain, start, end)
    ]


def _own_heading(sections: tuple[Section, ...], index: int | None) -> int | None:
    """The outermost heading about problems below the one that announces them."""
    below: int | None = None
    while index is not None and sections[index].role is Role.PROBLEMS:
        heading = sections[index].heading
        outermost = _parent_role(sections, index) is not Role.PROBLEMS
        if only_announces_problems(heading) or (outermost and announces_problems(heading)):
            return below
        below, index = index, sections[index].parent
    return below


def _parent_role(sections: tuple[Section, ...], index: int) -> Role | None:
    parent = sections[index].parent
    return None if parent is None else sections[parent].role


def _of_section(outline: Outline, section: Section, sentences: list[Sentence]) -> Iterator[Found]:
    plain = outline.source.plain
    mark = opening_mark(plain, section.start, section.end)
    start = mark.end if mark else section.start
    inline = mark is not None and mark.style in _INLINE_STYLES
    headed = Found(start, section.body, section.heading, "problem.headed")
    yield from _without_frame(plain, headed, sentences, splits=inline)


def _of_items(outline: Outline, sentences: list[Sentence]) -> Iterator[Found]:
    for _, group in groupby(sentences, key=lambda sentence: sentence.item):
        item = list(group)
        begun = Found(item[0].start, item[0].start, "", "problem.item")
        yield from _without_frame(outline.source.plain, begun, item, splits=True)


def _without_frame(
    plain: str, found: Found, sentences: list[Sentence], *, splits: bool
) -> Iterator[Found]:
    """What was found, on to the closing of its section; 此外 begins another problem."""
    for sentence in sentences:
        begun = found.end > found.start
        if begun and _frame()["closings"].match(plain, sentence.start):
            break
        more = _frame()["more"].match(plain, sentence.start) if begun and splits else None
        if more:
            yield found
            found = Found(more.end(), sentence.end, "", found.rule)
        else:
            found = found._replace(end=sentence.end)
    if found.end > found.start:
        yield found


def _of_paragraphs(outline: Outline, sentences: list[Sentence]) -> Iterator[Found]:
    """Problems without any mark: paragraph by paragraph, or the parts of a single one."""
    plain = outline.source.plain
    closings = _frame()["closings"]
    kept = [sentence for sentence in sentences if not closings.match(plain, sentence.start)]
    paragraphs = list(_paragraphs(plain, kept))
    if len(paragraphs) > 1 and _is_lead(plain, paragraphs[0][0]) and len(paragraphs[0]) == 1:
        paragraphs = paragraphs[1:]
    if len(paragraphs) > 1:
        for paragraph in paragraphs:
            yield Found(paragraph[0].start, paragraph[-1].end, "", "problem.paragraph")
    elif paragraphs:
        announced = _is_announced(outline.sections, sentences[0].section)
        yield from _of_one_paragraph(plain, paragraphs[0], announced=announced)


def _paragraphs(plain: str, sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    paragraph: list[Sentence] = []
    for sentence in sentences:
        if paragraph and "\n" in plain[paragraph[-1].end : sentence.start]:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _is_lead(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence only announces problems: `虽然取得了成绩,但仍存在一些不足。`"""
    words = plain[sentence.start : sentence.end].rstrip("。:;")
    return plain[sentence.end - 1] == ":" or bool(_frame()["ends"].search(words))


def _is_announced(sections: tuple[Section, ...], index: int | None) -> bool:
    """Whether a heading above says that problems follow."""
    while index is not None:
        if announces_problems(sections[index].heading):
            return True
        index = sections[index].parent
    return False


def _of_one_paragraph(plain: str, sentences: list[Sentence], *, announced: bool) -> Iterator[Found]:
    """`…清醒地看到还有薄弱环节:大气…;部分支流…;…。`, or one sentence after another.

    Where no heading announces problems, a part must say what is wrong.
    """
    first = sentences[0]
    start = _after_lead(plain, first)
    rest = sentences[1:] if start is None else sentences
    for sentence in _with_causes(plain, rest):
        begin = start if sentence is first and start is not None else sentence.start
        if said := _frame()["said"].match(plain, begin, sentence.end):
            begin = said.end()
        for part in _PART.finditer(plain, begin, sentence.end):
            if announced or _frame()["weak"].search(part[0]):
                yield Found(part.start(), part.end(), "", "problem.sentence")


def _with_causes(plain: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences, each with those behind it that go on with it: 主要原因是…."""
    found: list[Sentence] = []
    for sentence in sentences:
        if found and _frame()["goes_on"].match(plain, sentence.start):
            found[-1] = replace(found[-1], end=sentence.end)
        else:
            found.append(sentence)
    return found


def _after_lead(plain: str, sentence: Sentence) -> int | None:
    """Where the first problem begins in the sentence that leads in; None where it names none."""
    reach = min(sentence.end, sentence.start + LONGEST_LEAD)
    colon = plain.find(":", sentence.start, reach)
    if 0 <= colon < sentence.end - 1:
        return colon + 1
    if _is_lead(plain, sentence):
        return None
    said = _frame()["said"].search(plain, sentence.start, reach) or _BUT.search(
        plain, sentence.start, reach
    )
    return said.end() if said else sentence.start


@cache
def _frame() -> dict[str, re.Pattern[str]]:
    words = problem_words().frame
    names = ("closings", "more", "said", "weak", "goes_on")
    lists = {name: getattr(words, name) for name in names}
    patterns = {name: re.compile(f"(?:{either(items)})[,:]?") for name, items in lists.items()}
    openers = re.compile(rf"\A(?:(?:{words.openers.pattern}),)+")
    return patterns | {"openers": openers, "ends": re.compile(f"(?:{words.ends.pattern})$")}
