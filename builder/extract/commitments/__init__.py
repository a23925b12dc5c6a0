"""What a bureau promises: the sentences of its plan that say what will be done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from builder.extract.commitments.due_cells import due_rows
from builder.extract.commitments.horizons import horizon
from builder.extract.commitments.products import product
from builder.extract.commitments.targets import targets
from builder.model import Commitment, Outline, Period, Role, Sentence, Theme, outermost
from builder.numerals import TO_TEN
from builder.text.deadlines import deadline
from builder.text.numbers.number import Number
from builder.text.themes import themes
from builder.text.unwrapped import unbroken
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.statements import commitment_words

# To look up a member of an enumeration takes as long as a search.
_PLAN = Role.PLAN

MIN_COMMITMENT_CHARACTERS = 6
SPIRIT_CHARACTERS = 24


def commitments(
    outline: Outline, numbers: Sequence[Number], planned: Period | None = None
) -> tuple[Commitment, ...]:
    """All commitments of a report in text order.

    `numbers` are those of the text at their places in the source, in order; `planned` is what
    the report's plan covers. Left out are
    sentences that lead in (`具体措施如下:`), close (`总之…`) or only say what the coming year is.
    """
    plain = outline.source.plain
    starts = [number.start for number in numbers]
    found: list[Commitment] = []
    begun: set[int | None] = set()
    tops = outermost(outline.sections)
    rows = due_rows(outline)
    for sentence in outline.sentences:
        if sentence.role is not _PLAN:
            continue
        point = sentence.item is not None or len(sentence.headings) > 1
        top = None if sentence.section is None else tops[sentence.section]
        start = _after_lead(plain, sentence)
        guiding = commitment_words().guiding.within("".join(sentence.headings[-1:]))
        leads = guiding or (not point and top not in begun)
        if not _promises(plain, sentence, start, leads=leads):
            continue
        if point:
            begun.add(top)
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, sentence.end)]
        made = _commitment(outline, sentence, start, inside, planned)
        row = next((one for one in rows if one.start <= start < one.end), None)
        if made.deadline is None and row is not None:
            made = replace(made, deadline=row.by)
        found.append(made)
    return tuple(found)


def _after_lead(plain: str, sentence: Sentence) -> int:
    """Past `2025年,我局将做好以下工作:` where the first thing to be done follows at once.

    And past who says it, in news: `负责人表示,|该县还将争创示范县。`
    """
    said = _said().match(plain, sentence.start, sentence.end)
    start = said.end() if said else sentence.start
    if ":" not in plain[start : sentence.end]:
        return start
    match = _lead().match(plain, start, sentence.end)
    return match.end() if match else start


@cache
def _said() -> re.Pattern[str]:
    """`某县生态环境局负责人表示,`, `会议指出,`: who says it is no part of the promise."""
    return re.compile(rf"[^,。;:\d]{{2,24}}{outline_words().tense.saying.group},(?=[^。;]{{6}})")


def _promises(plain: str, sentence: Sentence, start: int, *, leads: bool) -> bool:
    """Whether a sentence of the plan says something that will be done; `start` is past its lead."""
    words = commitment_words()
    text = plain[start : sentence.end]
    says_nothing = words.closings.match(text) or words.notes.match(text)
    if text.endswith(":") or says_nothing or words.papers.within(text):
        return False
    if _concrete(text):
        return True
    if len(text) < MIN_COMMITMENT_CHARACTERS or (leads and _leads(text)):
        return False
    acts = words.actions.search(text) is not None
    spirited = words.spirits.search(text, 0, SPIRIT_CHARACTERS) or not acts
    flourish = (spirited and words.flourishes.search(text)) or (not acts and _is_verse(text))
    if flourish or words.statements.search(text[:40]):
        return False
    if _deals(text) or acts or sentence.item is not None or len(sentence.headings) > 1:
        return True
    # 管网缺口分三个标段同步施工。 has no verb that is known, and sounds like a plan.
    sounds = sentence.sounds(_PLAN) and themes(text, ()) != (Theme.GOVERNANCE,)
    return sounds or deadline(plain, sentence.start, sentence.end) is not None


def _is_verse(text: str) -> bool:
    """Whether a sentence has two halves as verses have, and no matter of its own."""
    return _COUPLET.fullmatch(text) is not None and themes(text, ()) == (Theme.GOVERNANCE,)


def _deals(text: str) -> bool:
    """Whether a sentence says what happens to something, in no verb that is known.

    `医废按日清运。`; `把自动监控数据接到乡镇一级。`, but not `把责任扛在肩上。`
    """
    words = commitment_words()
    if words.paces.within(text):
        return True
    if words.no_towards.match(text) or not words.towards.match(text):
        return False
    return themes(text, ()) != (Theme.GOVERNANCE,)


def _leads(text: str) -> bool:
    """Whether a sentence before the first point only leads in: `要集中力量抓好三件事。`"""
    return commitment_words().lead_ins.within(text) or _counting().search(text) is not None


@cache
def _counting() -> re.Pattern[str]:
    words = commitment_words()
    return re.compile(
        rf"(?:{words.counting.pattern})[^,。;]{{0,6}}[\d{TO_TEN}几]{{1,3}}(?:{words.counted.pattern})。?$"
    )


def _concrete(text: str) -> bool:
    """Whether a sentence holds an amount, which no flourish does: 5家, 每半月一次."""
    return _AMOUNT.search(text) is not None or _rhythm().search(text) is not None


@cache
def _rhythm() -> re.Pattern[str]:
    words = commitment_words()
    return re.compile(
        f"(?:{words.rhythms.pattern})[^,。;]{{1,12}}[{TO_TEN}两](?:{words.rounds.pattern})"
    )


@cache
def _lead() -> re.Pattern[str]:
    """`2025年,我局将做好以下工作:`."""
    announcing = commitment_words().announcing.pattern
    return re.compile(f"[^。;:]{{0,80}}(?:{announcing})[^。;:]{{0,10}}:(?=.)")


# Two halves of the same length, as verses have: 征程万里风正劲,重任千钧再奋蹄。
_COUPLET = re.compile(
    "|".join(f"[^,。;]{{{length}}},[^,。;]{{{length}}}[。!]" for length in range(4, 10))
)
# An amount of anything: what stands behind the digits is no date, ordinal or code. A digit comes
# first, so that most places are passed over at once.
_AMOUNT = re.compile(
    r"\d(?<![\d第“\"+.·]\d)\d*(?:\.\d+)?\s*(?:%|[μu]g|mg|[^\W\d_a-zA-Z年月日号届号轮])"
)


def _commitment(
    outline: Outline,
    sentence: Sentence,
    start: int,
    numbers: Sequence[Number],
    planned: Period | None,
) -> Commitment:
    """The promise of a sentence from `start`, past what leads it in."""
    source = outline.source
    by = deadline(source.plain, start, sentence.end)
    plain = unbroken(source.plain, start, sentence.end).text
    year = planned.start.year if planned else None
    return Commitment(
        report=source.report,
        start=start,
        end=sentence.end,
        quote=source.text[start : sentence.end],
        themes=themes(plain, sentence.headings),
        headings=sentence.headings,
        rule="commitment.sentence",
        targets=targets(outline, start, sentence.end, numbers, year),
        deadline=None if by is None else "".join(source.plain[by[0] : by[1]].split()),
        product=product(plain),
        horizon=horizon(sentence.headings, plain, year),
    )
