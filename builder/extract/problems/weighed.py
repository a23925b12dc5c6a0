"""Problems that no known word tells, found by the letters that they are written in.

`两家锻造厂的热处理油烟,治理费抵得上一年利润。` has no word of shortcomings, and sounds like one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from builder.extract.problems.whole_statements import behind_contrast
from builder.model import Role
from builder.outline.role_weights import OWN, ROLES, letter_score, role_weights, unpacked

# The name of this rule.
WEIGHED = "problem.weighed"
_PROBLEMS = ROLES.index(Role.PROBLEMS)


def weighed_clauses(text: str, clauses: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that sound like a problem, at most one a statement.

    `臭氧浓度151微克,同比上升4.9%,成为制约优良天数的短板` is one as a whole; of
    `建成57座,但仍有11座未通水` only what stands behind 但 is.
    """
    for statement in _statements(text, clauses):
        best, begun, total = 0, 0, 0
        found: tuple[int, int] | None = None
        for start, end in statement:
            if total <= 0:
                begun, total = start, 0
            total += _more_than_others(text[start:end])
            if total > best:
                best, found = total, (begun, end)
        if found is not None:
            yield behind_contrast(text, found[0]), found[1]


def _statements(text: str, clauses: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The clauses statement by statement, which a semicolon parts."""
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
