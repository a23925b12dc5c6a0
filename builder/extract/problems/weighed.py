"""Problems that no known word tells, found by the letters that they are written in.

`两家锻造厂的热处理油烟,治理费抵得上一年利润。` has no word of shortcomings, and sounds like one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.extract.problems.found import CLAUSE
from builder.extract.problems.whole_statements import behind_contrast
from builder.model import Role, Sentence, Theme
from builder.outline.role_weights import OWN, ROLES, SCALE, letter_score, role_weights, unpacked
from builder.text.themes import themes
from builder.vocabulary.generic.announcements import announcement_words

# The name of this rule.
WEIGHED = "problem.weighed"
# What a text is about that names no field.
NO_FIELD = Theme.GOVERNANCE
_PROBLEMS = ROLES.index(Role.PROBLEMS)
# A clause beside a problem belongs to it unless it sounds so much more like something else.
FINE = -2 * SCALE


def weighed_clauses(text: str, known: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that sound like a problem, at most one a statement, and none in
    a statement that has a `known` one.

    `臭氧浓度151微克,同比上升4.9%,成为制约优良天数的短板` is one as a whole; of
    `建成57座,但仍有11座未通水` only what stands behind 但 is.
    """
    for statement in _statements(text):
        begin, stop = statement[0][0], statement[-1][1]
        if any(start < stop and begin < end for start, end in known):
            continue
        scores = _scores(text, statement)
        worst = max(range(len(scores)), key=scores.__getitem__)
        if scores[worst] > 0:
            yield _around(text, statement, scores, worst, worst)


def grown(text: str, start: int, end: int) -> tuple[int, int]:
    """A problem with the clauses beside it that tell more of it; the sentence sounds like one.

    `个别断面水质波动较大`, and then `其中渡口断面两次超标`.
    """
    for statement in _statements(text):
        inside = [at for at, (first, last) in enumerate(statement) if first < end and start < last]
        if inside and statement[inside[0]][0] <= start and end <= statement[inside[-1]][1]:
            scores = _scores(text, statement)
            first, last = _around(text, statement, scores, inside[0], inside[-1])
            return min(first, start), max(last, end)
    return start, end


def _around(
    text: str, statement: Sequence[tuple[int, int]], scores: Sequence[int], first: int, last: int
) -> tuple[int, int]:
    """Some clauses of a statement with those around them that sound like nothing else."""
    while first and scores[first - 1] > FINE:
        first -= 1
    while last + 1 < len(scores) and scores[last + 1] > FINE:
        last += 1
    return behind_contrast(text, statement[first][0]), statement[last][1]


def _scores(text: str, statement: Sequence[tuple[int, int]]) -> list[int]:
    return [_more_than_others(text[start:end]) for start, end in statement]


def leads(text: str, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a sentence says that there are problems, and the next one which.

    So does `一年来也暴露出不少短板。` before `沙尘天气多发,…`; `管网存在短板。` is one itself.
    """
    if following is None or following.section != sentence.section:
        return False
    general = announcement_words().shortcomings.nouns.search(text) is not None
    return general and following.weighed is Role.PROBLEMS and themes(text, ()) == (NO_FIELD,)


def _statements(text: str) -> Iterator[list[tuple[int, int]]]:
    """The clauses statement by statement, which a semicolon parts."""
    clauses = [match.span() for match in CLAUSE.finditer(text)]
    statement = clauses[:1]
    for (_, end), clause in pairwise(clauses):
        if ";" in text[end : clause[0]]:
            yield statement
            statement = []
        statement.append(clause)
    if statement:
        yield statement


def _more_than_others(clause: str) -> int:
    """How much more a clause sounds like a problem than like anything else."""
    scores = unpacked(letter_score(role_weights(), OWN, clause))
    return scores[_PROBLEMS] - max(score for at, score in enumerate(scores) if at != _PROBLEMS)
