"""The role of a sentence by two cues: the section it stands in, and its own words.

Where its words are plain they win: 同比下降5% was done though it stands in the plan, 力争达到90%
will be though it stands in the summary. A section whose sentences contradict its heading is read as
what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.model import Role, Sentence
from builder.outline.announcements import asks_others
from builder.outline.shortcomings import states_shortcoming
from builder.outline.tense import (
    OwnRole,
    has_hope,
    is_meant,
    is_planned_whole,
    opens_with_state,
    own_role,
)
from builder.vocabulary.generic.reports import headings

# To look up a member of an enumeration takes as long as a search.
_DONE, _OTHER, _PLAN, _PROBLEMS = Role.DONE, Role.OTHER, Role.PLAN, Role.PROBLEMS

# A year, and not a part of it that is yet to come: 2025年下半年, 2025年底.
_YEAR = re.compile(r"(20\d\d)年(?!底|末|下半年|[第三四]|[1-9]\d?月|起)")
# So many sentences must contradict a heading, and so many times those that agree with it.
LEAST_AGAINST = 2
TIMES_AGAINST = 2


def with_own_roles(
    plain: str, sentences: Iterable[Sentence], tops: Sequence[int], past: int | None
) -> Iterator[Sentence]:
    """The sentences, each with the role that section and words give it.

    `tops` has for each section the outermost one above it; `past` is the last year that is over
    for the plan, None where no year is known.
    """

    def part(sentence: Sentence) -> tuple[int | None, Role]:
        section = sentence.section
        return None if section is None else tops[section], sentence.role

    for (_, role), group in groupby(sentences, key=part):
        run = list(group)
        texts = [plain[sentence.start : sentence.end] for sentence in run]
        roles: Sequence[Role] = [role] * len(run)
        if role is _DONE:
            roles = tuple(_going_on(plain, run, texts, _in_summary(texts)))
        elif role is _PLAN:
            roles = _in_plan(texts, past)
        for sentence, text, told in zip(run, texts, roles, strict=True):
            own = _OTHER if told is not _OTHER and asks_others(text) else told
            own = _PLAN if own is _PROBLEMS and is_meant(text) else own
            yield sentence if own is role else replace(sentence, role=own)


def _in_summary(texts: Sequence[str]) -> Sequence[Role]:
    """The roles of the sentences of a summary; where half are planned and none was done, a plan."""
    planned = [is_planned_whole(text) for text in texts]
    if sum(planned) >= max(LEAST_AGAINST, len(texts) / 2):
        said = [own_role(text).role for text in texts]
        if _DONE not in said and not any(map(opens_with_state, texts)):
            return [_PLAN] * len(texts)
    return [_PLAN if is_plan else _DONE for is_plan in planned]


def _going_on(
    plain: str, run: Sequence[Sentence], texts: Sequence[str], roles: Sequence[Role]
) -> Iterator[Role]:
    """The roles of a summary; what `下一步,…` opens goes on to the paragraph's end.

    Or to what was done: people who speak without headings say once that they turn to what comes.
    """
    opened, end = False, 0
    for sentence, text, role in zip(run, texts, roles, strict=True):
        opened = opened and "\n" not in plain[end : sentence.start]
        if role is _PLAN and headings().leads.plan.match(text):
            opened = True
        elif opened and own_role(text) == OwnRole(_DONE, unanimous=True):
            opened = False
        yield _PLAN if opened else role
        end = sentence.end


def _in_plan(texts: Sequence[str], past: int | None) -> Sequence[Role]:
    """The roles of the sentences of a plan; where most look back, a summary."""
    said = [own_role(text) for text in texts]
    against = sum(own.role is _DONE and own.unanimous for own in said)
    if against >= LEAST_AGAINST and against > TIMES_AGAINST * sum(
        own.role is _PLAN for own in said
    ):
        return [own.role or _DONE for own in said]
    return [_in_plan_alone(own, text, past) for own, text in zip(said, texts, strict=True)]


def _in_plan_alone(own: OwnRole, text: str, past: int | None) -> Role:
    """The role of a sentence of a plan, by its own words alone."""
    if own.role is _PLAN:
        return _PLAN
    # 2025年,3个断面达到Ⅲ类: its year is over, so that no word of hope makes it a plan.
    if _is_of_past(text, past):
        return _PROBLEMS if states_shortcoming(text) else _DONE
    # A word of hope beside it speaks for the plan: 在同比下降的基础上进一步改善.
    if has_hope(text):
        return _PLAN
    if states_shortcoming(text):
        return _PROBLEMS
    back = headings().tense.looking_back.match(text)
    return _DONE if back or (own.role is _DONE and own.unanimous) else _PLAN


def _is_of_past(text: str, past: int | None) -> bool:
    """Whether a sentence of a plan begins with a year that is over: `2025年,优良天数342天。`"""
    year = _YEAR.match(text)
    return year is not None and past is not None and int(year[1]) <= past
