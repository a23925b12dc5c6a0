"""What a sentence is has two witnesses: the section it stands in, and its own words.

Where its words are plain they win: 同比下降5% was done though it stands in the plan, 力争达到90%
will be though it stands in the summary. A section whose sentences contradict its heading is read as
what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.model import Role, Sentence
from builder.outline.tense import Witness, hopes, wishes, witness

# So many sentences must contradict a heading, and so many times those that agree with it.
LEAST_AGAINST = 2
TIMES_AGAINST = 2

_OPPOSITE = {Role.PLAN: Role.DONE, Role.DONE: Role.PLAN}


def heard(plain: str, sentences: Iterable[Sentence], tops: Sequence[int]) -> Iterator[Sentence]:
    """The sentences, each with the role that both witnesses give it.

    `tops` has for each section the outermost one above it.
    """

    def part(sentence: Sentence) -> tuple[int | None, Role]:
        section = sentence.section
        return None if section is None else tops[section], sentence.role

    for (_, role), group in groupby(sentences, key=part):
        run = list(group)
        if role not in _OPPOSITE:
            yield from run
            continue
        texts = [plain[sentence.start : sentence.end] for sentence in run]
        said = [witness(text) for text in texts]
        reread = _contradicted(role, said, sum(map(wishes, texts)))
        for sentence, own, text in zip(run, said, texts, strict=True):
            yield replace(sentence, role=_role(sentence.role, own, text, reread=reread))


def _contradicted(role: Role, said: Sequence[Witness], wished: int) -> bool:
    """Whether the sentences of a section say that its heading is wrong; `wished` of them wish."""
    agreeing = sum(own.role is role for own in said)
    if role is Role.DONE:
        # A summary is full of sentences that say neither; so half must speak of what will be.
        return wished >= max(LEAST_AGAINST, len(said) / 2) and agreeing == 0
    against = sum(own.role is Role.DONE and own.plain for own in said)
    return against >= LEAST_AGAINST and against > TIMES_AGAINST * agreeing


def _role(role: Role, own: Witness, text: str, *, reread: bool) -> Role:
    """The role of one sentence of a section."""
    if reread:
        return own.role or _OPPOSITE[role]
    if role is Role.DONE:
        return Role.PLAN if wishes(text) else role
    # In a plan a word of hope beside it speaks for the plan: 在同比下降的基础上进一步改善.
    turned = own.role is Role.DONE and own.plain and not hopes(text)
    return Role.DONE if turned else role
