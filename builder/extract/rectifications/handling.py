"""The words of rectifications as patterns: what was raised, how it was handled, what ends it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.numerals import TO_TEN
from builder.vocabulary.environment.work import RectificationWords, rectification_words
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words


class Handling(NamedTuple):
    """Words and patterns of a clause, by what they tell.

    `told` names who raised which problem, `found` in a part on problems what a check found;
    `left` goes on with what is not settled yet; `lead` says when, or by which line people call.
    """

    raised: Words
    finders: Words
    means: Words
    hint: Words
    handled: re.Pattern[str]
    following: Words
    refused: Words
    by: Words
    endings: Words
    towards: Words
    against_shortcomings: re.Pattern[str]
    brought: re.Pattern[str]
    dealt: Words
    done_in_plan: re.Pattern[str]
    discovered: Words
    motions: Words
    contrast: Words
    giving: Words
    services: Words
    sanctions: Words
    to_come: re.Pattern[str]
    deeds: Words
    settling: Words
    handed: re.Pattern[str]
    told: re.Pattern[str]
    found: re.Pattern[str]
    already: re.Pattern[str]
    left: re.Pattern[str]
    rate: re.Pattern[str]
    lead: re.Pattern[str]
    launched: re.Pattern[str]


@cache
def handling() -> Handling:
    """The patterns, made once."""
    words = rectification_words()
    raised = problem_words().raised
    told = (
        f"{raised.overseers.group}{gap(12)}?{raised.how.group}{gap(4)}?"
        f"的{gap(40, 3)}?{words.shortcomings.group}"
    )
    rate = rf"{gap(8, digits=False)}{words.rates.group}率{gap(2, digits=False)}\d"
    return Handling(
        raised=words.raised,
        finders=words.finders,
        means=words.means,
        # One of these stands in all that is handled; a list of plain words is found quickly.
        hint=Words(
            dict.fromkeys(
                (*words.settling, *words.acting, *words.handled, *words.review, *words.dealing)
            )
        ),
        handled=re.compile(_handled(words)),
        following=words.following,
        refused=words.refused,
        by=words.by,
        endings=words.endings,
        towards=words.towards,
        against_shortcomings=re.compile(
            f"{words.against.group}{gap(60, 2)}{words.shortcomings.group}"
        ),
        brought=re.compile(
            f"(?:{words.towards.pattern})[^,;。]{{0,30}}?(?:{words.brought.pattern})"
            f"[^,;。]{{0,24}}(?=,|$)"
        ),
        dealt=words.dealt,
        done_in_plan=re.compile(
            f"(?:{words.now.pattern}|现(?=已)|截[至止]{gap(12, 1)}?)[^;。]{{0,40}}?"
            f"已{gap(10)}?{words.settled.group}[^,;。]*"
        ),
        discovered=words.discovered,
        motions=words.motions,
        contrast=problem_words().passing.contrast,
        giving=words.giving,
        services=words.services,
        sanctions=words.sanctions,
        to_come=re.compile(
            f"{words.to_come.pattern}|{words.planning.group}{gap(14)}?{words.planned_deeds.group}$"
        ),
        deeds=words.deeds,
        settling=words.settling,
        handed=re.compile(rf"{words.giving.group}{gap(12)}?{words.rectifying.group}任务\d"),
        told=re.compile(told),
        found=re.compile(rf"{words.discovered.group}{gap(30)}\d|{told}"),
        already=re.compile(f"{words.now.group}?{words.settledly.group}"),
        rate=re.compile(rate),
        left=re.compile(
            rf"{words.rest.group}{gap(16)}?(?:[\d{TO_TEN}两]|{words.matters.pattern})"
            rf"|\d[\d,]*\s*[一-龥]{gap(8)}?{words.ongoing.group}|正在"
            f"|{rate}"
        ),
        lead=re.compile(
            f"(?:{words.spans.group}(?:共计|一共|累计|共)?)?"
            f"(?:通过{gap(24, 2)}?(?={words.taking.pattern}))?(?!{words.givers.pattern})"
        ),
        launched=re.compile(f"{gap(8)}?{words.launching.group}{gap(30)}?{words.finders.group}"),
    )


def _handled(words: RectificationWords) -> str:
    """Each way to say that problems were handled, as text of a pattern."""
    matters, forms, verbs = words.matters.pattern, words.forms.pattern, words.verbs.pattern
    complaints, settling = words.complaints.pattern, words.settling.pattern
    rectifying, closing = words.rectifying.pattern, words.closing.pattern
    # To look at outfalls, to name and to mark them puts none right.
    others = Words(word for word in words.matters if word not in words.outfalls).pattern
    putting_right = Words(word for word in words.acting if word not in words.looking).group
    outfalls = f"{words.outfalls.group}{gap(10)}?{putting_right}"
    reviewed = words.reviewed.pattern
    no_review = words.no_review.pattern
    raised = (*words.matters, *words.complaints, *words.reviewed)
    done = (*words.rectifying, *words.verbs, *words.settling, *words.dealing, *words.handled)
    done = (*done, *words.settledly, *words.rates)
    begins = {"对", *(word[0] for word in (*raised, *done))}
    # The look ahead at the first letter spares most places of a text the trial of every form.
    return (
        f"(?=[{''.join(sorted(begins))}])(?:"
        f"(?:{matters}){gap(8)}(?:{rectifying})|(?:{rectifying})(?:{forms})"
        f"|(?:{verbs}){gap(14, no='、')}(?:{rectifying})"
        f"|(?:{matters}){gap(14)}(?:{closing})"
        f"|(?:{complaints}){gap(18)}?(?:{settling})"
        f"|(?:{settling}){gap(14)}?(?:{complaints})"
        f"|对{gap(24, 2)}?(?:(?:{others}){gap(10)}?{words.acting.group}|{outfalls})"
        f"|(?:{reviewed})(?:(?!{no_review})[^,;。]){{0,12}}?{words.review.group}"
        f"|(?:{words.dealing.pattern}){gap(10)}?{words.faults.group}"
        f"|{words.settledly.group}{words.manners.group}?{words.ends.group}"
        rf"|{words.rates.group}率{gap(2, digits=False)}\d"
        f"|{words.handled.pattern})"
    )
