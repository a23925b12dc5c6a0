"""Problems of running text without marks: by paragraph, or by sentence of a single one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.extract.problems.causes import begins_cause, leading_effect
from builder.extract.problems.found import ProblemSpan
from builder.extract.problems.frame import closes, frame, states_none
from builder.model import Outline, Role, Section, Sentence, Theme, ancestors
from builder.outline.announcements import aspect_of_problems, only_turns_to_problems
from builder.outline.roles import announces_problems, names_problems
from builder.outline.shortcomings import names_before_last, states_shortcoming
from builder.text.themes import themes

MAX_LEAD_CHARACTERS = 90

# Shorter clauses go on with the one before them.
MIN_CLAUSE_CHARACTERS = 6
MIN_LISTED_CLAUSES = 3

_CLAUSE = re.compile(r"[^,。;\s][^,。;]*[。]?")


def problems_of_paragraphs(outline: Outline, sentences: list[Sentence]) -> Iterator[ProblemSpan]:
    """Problems without any mark: paragraph by paragraph, or the parts of a single one."""
    plain = outline.source.plain
    kept = [
        sentence
        for sentence in sentences
        if not closes(plain, sentence) and not states_none(plain, sentence)
    ]
    paragraphs = list(_paragraphs(plain, kept))
    if len(paragraphs) > 1 and _is_lead(plain, paragraphs[0][0]) and len(paragraphs[0]) == 1:
        paragraphs = paragraphs[1:]
    if len(paragraphs) > 1:
        for paragraph in paragraphs:
            start, end = paragraph[0].start, paragraph[-1].end
            spoken = frame().spoken.match(plain, start, end)
            start = spoken.end() if spoken else start
            yield ProblemSpan(start, end, "", "problem.paragraph")
    elif paragraphs:
        first = plain[sentences[0].start : sentences[0].end].replace("\n", "")
        announced = _is_announced(outline.sections, sentences[0].section)
        announced = announced or only_turns_to_problems(first)
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
    if plain[sentence.end - 1] == ":":
        return True
    whole = plain[sentence.start : sentence.end].replace("\n", "")
    if only_turns_to_problems(whole):
        return True
    return frame().ends.search(words) is not None and not names_before_last(words)


def _is_announced(sections: tuple[Section, ...], index: int | None) -> bool:
    """Whether a heading above says that problems follow."""
    return any(announces_problems(sections[at].heading) for at in ancestors(sections, index))


def _of_one_paragraph(
    plain: str, sentences: list[Sentence], *, announced: bool
) -> Iterator[ProblemSpan]:
    """`…清醒地看到还有薄弱环节:大气…;部分支流…;…。`, or one sentence after another.

    Where no heading announces problems, a part must say what is wrong.
    """
    first = sentences[0]
    start = _after_lead(plain, first)
    if start is None and announced and len(sentences) == 1 and _names_matter(plain, first):
        start = first.start
    rest = sentences[1:] if start is None else sentences
    listed = _lists(plain, first, start)
    for sentence in _with_causes(plain, rest):
        leads = sentence.start == first.start and start is not None
        begin = start if leads and start is not None else sentence.start
        if said := frame().said.match(plain, begin, sentence.end):
            begin = said.end()
        if conceded := frame().concession.match(plain, begin, sentence.end):
            begin = conceded.end()
        every = announced or sentence.sounds(Role.PROBLEMS)
        every = every or (listed and (leads or _is_counted(plain, sentence)))
        alone = listed and leads and len(rest) == 1
        for part in _parts(plain, begin, sentence.end, listed=alone):
            if every or frame().weak.search(part[0]) or states_shortcoming(part[0]):
                spoken = frame().spoken.match(plain, part.start(), part.end())
                start = spoken.end() if spoken else part.start()
                yield ProblemSpan(start, part.end(), "", "problem.sentence")


def _names_matter(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence that is all there is says of what: `扬尘管控存在薄弱环节。`"""
    return themes(plain[sentence.start : sentence.end], ()) != (Theme.GOVERNANCE,)


def _parts(plain: str, start: int, end: int, *, listed: bool) -> Iterator[re.Match[str]]:
    """The parts of a sentence; of a list without semicolons, clauses that each say what is wrong.

    `正视不足:噪声投诉多,监测手段单一,干部本领不强。` Two clauses may be one problem.
    """
    clauses = list(_CLAUSE.finditer(plain, start, end))
    alike = listed and ";" not in plain[start:end] and len(clauses) >= MIN_LISTED_CLAUSES
    if alike and all(_says_by_itself(clause[0]) for clause in clauses):
        yield from clauses
    else:
        yield from frame().parts.finditer(plain, start, end)


def _says_by_itself(clause: str) -> bool:
    """Whether a clause says what is wrong, and is no cause or effect of another one."""
    wrong = len(clause) >= MIN_CLAUSE_CHARACTERS and frame().weak.search(clause) is not None
    return wrong and not begins_cause(clause, 0, len(clause)) and not leading_effect().match(clause)


def _lists(plain: str, first: Sentence, start: int | None) -> bool:
    """Whether a sentence says that shortcomings follow: `…还有不少差距:A;B;C。`, `…一些问题。`."""
    lead = plain[first.start : first.end if start is None else start]
    named = (
        frame().shortcoming.search(lead) is not None
        or names_problems(lead)
        or only_turns_to_problems(lead)
    )
    return start != first.start and named


def _is_counted(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence begins as one of several: `另一方面,…`."""
    return frame().openers.match(plain[sentence.start : sentence.end]) is not None


def _with_causes(plain: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences, each with those behind it that go on with it: 主要原因是…."""
    found: list[Sentence] = []
    for sentence in sentences:
        if found and frame().goes_on.match(plain, sentence.start):
            found[-1] = replace(found[-1], end=sentence.end)
        else:
            found.append(sentence)
    return found


def _after_lead(plain: str, sentence: Sentence) -> int | None:
    """Where the first problem begins in the sentence that leads in; None where it names none."""
    reach = min(sentence.end, sentence.start + MAX_LEAD_CHARACTERS)
    colon = plain.find(":", sentence.start, reach)
    if 0 <= colon < sentence.end - 1:
        return colon + 1
    listing = frame().listing.match(plain, sentence.start, sentence.end)
    if led := listing or aspect_of_problems(plain, sentence.start, sentence.end):
        return led.end()
    aware = frame().aware.match(plain, sentence.start, sentence.end)
    if aware and ";" in plain[aware.end() : sentence.end]:
        return aware.end()
    if _is_lead(plain, sentence):
        return None
    if aware:
        return aware.end()
    said = frame().said.search(plain, sentence.start, reach) or frame().but.search(
        plain, sentence.start, reach
    )
    # 中心运行时断时续,|主要是设备锈蚀: what is wrong stands before, and why behind.
    told = said and states_shortcoming(plain[sentence.start : said.start()].rstrip(","))
    return said.end() if said and not told else sentence.start
