"""The last word on the role of a sentence: that of the rules, or of the weights where these are
sure that it is another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from builder.model import Odds, Role, Sentence, TextGrid
from builder.outline.role_weights import (
    ROLES,
    SCALE,
    RoleWeights,
    contexts,
    letter_scores,
    whole_scores,
)
from builder.outline.shortcomings import states_shortcoming
from builder.outline.tense import own_role
from builder.vocabulary.generic.reports import headings

# To look up a member of an enumeration takes as long as a search.
_BY_FAR, _LIKELIER, _SLIGHT = Odds.BY_FAR, Odds.LIKELIER, Odds.SLIGHT

# How much likelier than any other a role must be to overrule the rules, and to make a fact sure, as
# logarithms of odds. Of documents that neither had seen, 95 of 100 sentences beyond the second were
# read rightly, and 97 of 100 in documents as most are.
LIKELIER = SCALE * SCALE
BY_FAR = 3 * LIKELIER // 2
# What the weights may make of each role. What the rules hold to be the page's or a signature stays
# so, and what was done keeps its figures: of a problem told in it the clause is found later.
TURNED = {
    Role.DONE: {Role.PLAN},
    Role.PROBLEMS: {Role.DONE, Role.PLAN, Role.OTHER},
    Role.PLAN: {Role.DONE, Role.PROBLEMS, Role.OTHER},
    Role.OTHER: frozenset[Role](),
}


def weighed_roles(
    plain: str, sentences: Iterable[Sentence], tables: Sequence[TextGrid], weights: RoleWeights
) -> Iterator[Sentence]:
    """The sentences in order, each with the role that rules and weights give it.

    `tables` are in text order. The cells of tables have the role that their column's head tells.
    """
    firsts = [table.start for table in tables]
    read = list(sentences)
    letters = letter_scores(weights, plain, read)
    for sentence, context in zip(read, contexts(letters, read, plain), strict=True):
        table = bisect_right(firsts, sentence.start) - 1
        if table >= 0 and sentence.start < tables[table].end:
            yield sentence
            continue
        scores = whole_scores(weights, context)
        *_, second, first = sorted(scores)
        weighed, odds = ROLES[scores.index(first)], _odds(first - second)
        # To make it so takes half as long as to replace its fields.
        yield Sentence(
            start=sentence.start,
            end=sentence.end,
            section=sentence.section,
            headings=sentence.headings,
            # Without weights all are as likely.
            role=_role(sentence, plain, weighed, odds) if first > second else sentence.role,
            item=sentence.item,
            told=sentence.told,
            weighed=weighed,
            odds=odds,
        )


def _odds(more: int) -> Odds:
    return _BY_FAR if more >= BY_FAR else _LIKELIER if more >= LIKELIER else _SLIGHT


def _role(sentence: Sentence, plain: str, weighed: Role, odds: Odds) -> Role:
    """The role that the weights leave a sentence with, or give it."""
    role = sentence.role
    # Work done and work to come have the same words, so that a heading says which, and nothing is
    # promised but by far. That a page without headings is a plan was only assumed: at the least
    # doubt it is none.
    promised = role is Role.DONE and weighed is Role.PLAN
    by_heading = sentence.told and weighed is Role.DONE
    least = Odds.BY_FAR if promised or by_heading else Odds.LIKELIER
    doubted = role is Role.PLAN and not sentence.told
    if not (odds >= least or doubted) or weighed not in TURNED[role]:
        return role
    text = plain[sentence.start : sentence.end].replace("\n", "")
    if _holds(sentence, text, weighed):
        return role
    if not odds and Role.DONE in {weighed, own := own_role(text).role}:
        return Role.DONE if own is Role.DONE else role
    return weighed


def _holds(sentence: Sentence, text: str, weighed: Role) -> bool:
    """Whether the role that the rules gave a sentence holds, whatever the weights say.

    So where its own words say it, and where a heading says that it was done: work done and work to
    come have the same words, so that 推进管网建设。 under 工作完成情况 was done.
    """
    if sentence.role is Role.PROBLEMS:
        # Of 信访投诉量大。 what stands below it tells how many they are.
        counted = weighed is Role.DONE and sentence.told and len(sentence.headings) > 1
        return counted or states_shortcoming(text)
    if sentence.role is Role.DONE and sentence.told:
        return True
    # 去年全县建成站点3座。 in a plan.
    back = sentence.role is Role.DONE and headings().tense.looking_back.match(text) is not None
    return back or own_role(text).role is sentence.role
