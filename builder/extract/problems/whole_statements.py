"""Sentences and clauses that do nothing but say what is wrong, told by how they end."""

from __future__ import annotations

from functools import cache

from builder.extract.problems.causes import begins_cause, follows_from
from builder.outline.shortcomings import ends_wrong, states_shortcoming
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words


def says_only_what_is_wrong(text: str) -> bool:
    """Whether a sentence is a problem as a whole: `当前管网欠账较多,接户率十分有限。`

    What was so in earlier years is none, and `反馈问题:管网破损` is read with its label.
    """
    if ":" in text or not states_shortcoming(text):
        return False
    return not problem_words().former.words.within(text)


def with_clause_before(text: str, clauses: list[tuple[int, int]], index: int, begin: int) -> int:
    """Where a shortcoming begins with the clause before it that says what is wrong, too.

    `但消毒设施不配套,监测频次|达不到要求`; a cause is none.
    """
    start, end = clauses[max(index - 1, 0)]
    if begin <= start or text[end:begin].strip() != "," or begins_cause(text, start, end):
        return begin
    if not ends_wrong(text[start:end]) or follows_from(text, begin, clauses[index][1]):
        return begin
    return behind_contrast(text, start)


def behind_contrast(text: str, start: int) -> int:
    """Where a statement begins that 但 leads in."""
    contrast = _contrast().match(text, start)
    return contrast.end() if contrast else start


@cache
def _contrast() -> Words:
    passing = problem_words().passing
    return Words((*passing.contrast, *passing.joining))
