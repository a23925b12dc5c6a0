"""Patterns of items raised and settled, made of `vocabulary/inspections.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from builder.clauses import gap
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyWords:
    """Patterns for the text on one side of a number, and for clauses without one.

    `…_before` ends at the number, `…_after` begins behind its unit. `settled` and `already` are
    statements on all items of a set (均已办结, 已完成销号).
    """

    hint: re.Pattern[str]
    goes_on: re.Pattern[str]
    noun: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    loose_before: re.Pattern[str]
    loose_after: re.Pattern[str]
    whole: Words
    never: Words
    raised_before: re.Pattern[str]
    raised: re.Pattern[str]
    raiser: Words
    raiser_before: re.Pattern[str]
    shared_noun: re.Pattern[str]
    raised_and_done: re.Pattern[str]
    done_before: re.Pattern[str]
    closing_before: re.Pattern[str]
    done_after: re.Pattern[str]
    manner: Words
    manner_before: re.Pattern[str]
    deadline_before: re.Pattern[str]
    taken_up: Words
    done: re.Pattern[str]
    closed_after: re.Pattern[str]
    refused: Words
    handed_on: Words
    completed: Words
    watched: re.Pattern[str]
    looked_at: re.Pattern[str]
    closed_before: re.Pattern[str]
    handed_before: re.Pattern[str]
    given_before: re.Pattern[str]
    with_them: Words
    established: re.Pattern[str]
    at_once: Words
    weak: Words
    settled: re.Pattern[str]
    already: re.Pattern[str]
    pending_before: re.Pattern[str]
    staged: re.Pattern[str]
    staged_too: re.Pattern[str]
    state_before: re.Pattern[str]
    state_after: re.Pattern[str]
    pending_after: re.Pattern[str]
    underway_after: Words
    rate: re.Pattern[str]
    rate_before: re.Pattern[str]
    rate_follows: re.Pattern[str]
    handled: Words
    handed: Words
    traced: Words
    apart_before: re.Pattern[str]
    due_set: re.Pattern[str]
    needing: re.Pattern[str]
    found_of: re.Pattern[str]
    found_before: re.Pattern[str]
    raised_of: re.Pattern[str]
    raised_things: re.Pattern[str]
    if_raised: Words
    raised_by: re.Pattern[str]
    matter_before: Words
    matter_after: re.Pattern[str]
    settled_before: re.Pattern[str]


@cache
def tally_words() -> TallyWords:
    """The patterns, made once."""
    words, around, fillers = inspections(), tally_vocabulary(), _fillers()
    strict, loose = words.items.strict.pattern, words.items.loose.pattern
    verbs = _settling()
    done, raised = Words(verbs).pattern, words.raised.verbs.pattern
    strong = Words(verb for verb in verbs if verb not in words.done.weak).pattern
    manners, rates = words.done.manners.pattern, words.rates.pattern
    counted = Words(verb for verb in verbs if verb not in words.done.manners).pattern
    # A case is one of enforcement unless inspectors or the public brought it up.
    cases = f"{words.items.brought.group}{gap(14)}?{around.cases.group}"
    # Between a number and its noun none of these stands: 11个巡查组排查问题 counts no problems.
    bodies = f"(?!{around.not_bodies.pattern}){around.bodies.group}"
    not_between = f"{bodies}|{words.items.bodies.pattern}|[,;。(]"
    no_item = f"(?!{words.done.not_items.pattern})"
    staged = f"(?:完成)?{words.pending.staged.group}(?:{done})(?:{done})?"
    state = f"{staged}|{words.pending.on_time.pattern}"
    return TallyWords(
        hint=re.compile(f"{strict}|{done}"),
        goes_on=re.compile(f"{words.goes_on.pattern}|{gap(6, digits=False)}?(?:{rates})"),
        noun=re.compile(strict),
        noun_before=re.compile(f"(?:{strict}|{cases}){fillers}$"),
        noun_after=re.compile(f"(?:(?!{not_between}).){{0,24}}?(?:{strict})"),
        loose_before=re.compile(f"(?:{loose}){fillers}$"),
        loose_after=re.compile(f"(?:(?!{not_between}).){{0,16}}?(?:{loose})"),
        whole=words.items.whole,
        never=words.items.never,
        raised_before=re.compile(f"(?:{raised}){fillers}$"),
        raised=re.compile(raised),
        raiser=Words((*words.sources.inspection, *words.sources.films)),
        raiser_before=re.compile(f"(?:{words.sources.inspection.pattern}|{raised}){fillers}$"),
        shared_noun=re.compile(
            rf"[、和及与]{gap(12, digits=False, no='、')}\d+[项个件]各?类?(?:{strict})"
        ),
        raised_and_done=re.compile(f"(?:{raised})并{around.promptly.group}?(?:{done})"),
        closing_before=re.compile(f"{words.done.closing.group}{fillers}$"),
        done_before=re.compile(f"(?P<verb>{counted}){fillers}$"),
        done_after=re.compile(
            f"{around.already.group}{{0,8}}(?:{strong}|{_accepted()}"
            f"|(?:(?<=已)|(?<=已全部))(?:{counted})){no_item}"
        ),
        manner=words.done.manners,
        manner_before=re.compile(f"(?:{manners}){fillers}$"),
        deadline_before=re.compile(
            f"{around.term.group}(?:{gap(4)}{around.within_term.group})?{fillers}$"
        ),
        taken_up=words.done.taken_up,
        done=re.compile(done),
        closed_after=re.compile(rf"{gap(12)}?{words.done.closed.group}(?=$|、)"),
        refused=words.done.refused,
        handed_on=words.done.handed_on,
        completed=words.done.completed,
        watched=re.compile(f"{gap(24)}?{words.done.watched.group}(?![^,;。]*(?:{strong}))"),
        looked_at=re.compile(f"(?:{around.checking.pattern})[了对]?[^,;。]{{0,6}}?已?$"),
        closed_before=re.compile(
            f"(?:{around.checking.pattern})[了对]?[^,;。]{{0,6}}?已(?:{words.done.closing.pattern})[^,;。]*$"
        ),
        handed_before=re.compile(f"(?:{around.handed.pattern})(?!件)[^,;。、]{{0,8}}?{fillers}$"),
        given_before=re.compile(f"{words.done.given.group}{gap(12)}{words.done.to_whom.group}$"),
        with_them=words.done.with_them,
        established=re.compile(
            f"{around.not_established.not_ending()}(?:{around.established.pattern})"
            f"(?:问题|举报|信访)?件?的?{fillers}$"
        ),
        at_once=words.done.at_once,
        weak=words.done.weak,
        # 件件有落实 is a motto.
        settled=re.compile(
            # 逐一建档、分类整治 settles none of them yet.
            f"{words.done.all.group}(?P<gap>{gap(14, no='、')}?)(?<!有)(?P<verb>{done}){no_item}"
        ),
        already=re.compile(
            rf"已(?P<gap>{gap(8)}?)(?P<verb>{strong}){no_item}(?:{words.done.closing.pattern}|并|[^,;。\w]|$)"
        ),
        pending_before=re.compile(f"(?:{words.pending.before.group}|{staged}){gap(8)}$"),
        staged=re.compile(staged),
        # 办结及阶段性办结|82件 tells neither how many are settled nor how many are left.
        staged_too=re.compile(
            f"(?:{done})(?:[及和或与并]|\\((?:含|包括|包含)?)(?:已|部分)?{staged}\\)?{fillers}$"
        ),
        state_before=re.compile(f"(?P<state>{state}){gap(8)}$"),
        state_after=re.compile(f"(?:均|已|都|系|属|为)*(?P<state>{state})"),
        pending_after=re.compile(
            rf"(?:\([^()]{{0,30}}\))?{gap(6, no='、(')}?(?:{words.pending.after.pattern}"
            f"|{words.pending.unsettled.group}(?!{gap(6)}的))"
        ),
        underway_after=words.pending.underway,
        rate=re.compile(f"(?:{rates})$"),
        rate_before=re.compile(
            f"[、和及]?(?:{gap(4, 1)}率[、和]|{gap(24)}?(?:{strict}|{loose}))?"
            f"{around.before_rate.group}*(?:{rates}){gap(12, digits=False)}"
        ),
        rate_follows=re.compile(rf"[^,;。\d、]{{0,4}},[^,;。\d]{{0,8}}?(?:{rates})"),
        handled=words.handled,
        handed=around.handed,
        traced=words.traced,
        due_set=re.compile(
            rf"{around.due_set.group}的?{gap(4, digits=False)}$"
            # 督察反馈问题应于2024年底前完成的|11项.
            rf"|{around.due_verbs.group}于?{gap(14)}{around.due_deeds.group}{around.needed.group}?的$"
        ),
        # 其中需整治的|26个: those are to be settled, and were not.
        needing=re.compile(f"{around.need.group}{around.needed.group}的$"),
        # 发现未安装净化设施的|146家.
        found_of=re.compile(f"(?:{raised}){gap(24, 2, digits=False)}的$"),
        found_before=re.compile(
            f"{around.finding.group}(?P<noun>(?:(?!{around.no_finds.pattern})"
            f"[^,;。、\\d]){{2,12}}?){fillers}$"
        ),
        # “清河行动”排查出的|35处|乱堆点|清理完毕31处.
        raised_of=re.compile(f"(?:{raised}|{around.finding.pattern})[出到]?的{fillers}$"),
        raised_things=re.compile(
            rf"[^,;。、()\d]{{2,12}}?(?={around.already.group}*(?:{words.done.all.pattern})?"
            f"{around.already.group}*(?:{strong})|[,;。(]|$)"
        ),
        if_raised=words.items.if_raised,
        raised_by=re.compile(f"{raised}|{words.items.raised_by.pattern}"),
        matter_before=Words(
            dict.fromkeys(
                (*words.sources.inspection, *words.sources.discipline, *words.sources.petition)
            )
        ),
        matter_after=re.compile(f"{words.items.matters.group}(?=[,;。、]|$)"),
        # 对已销号的|61个 looks at them again.
        settled_before=re.compile(f"对(?:全部|所有)?已(?:{done})的$"),
        apart_before=re.compile(f"(?:{words.changes.pattern}|{words.sanctions.pattern}){gap(12)}$"),
    )


def _settling() -> tuple[str, ...]:
    """The verbs of settling, those made of an act and its end among them: 清理完毕."""
    done = inspections().done
    made = (f"{act}{end}" for act in done.acts for end in done.ends)
    return tuple(dict.fromkeys((*done.verbs, *made)))


def _fillers() -> str:
    """What may stand between a noun or verb and its number: 问题共45个, 第二批12件."""
    fillers, own = tally_vocabulary().fillers.pattern, area_words().own.pattern
    return (
        f"(?:{fillers}|{own}|第{gap(12, 1)}?批次?"
        r"|[\d一二三四五六七八九十]+个?批次?、?|[:“”\"]){0,8}"
    )


def _accepted() -> str:
    """What settles an item without a verb of settling: 16项|通过省级验收."""
    words = tally_vocabulary()
    by, on_site = words.accepting.pattern, words.on_site.pattern
    return f"{words.passing.group}(?:{by})?(?:{on_site})?{words.acceptances.group}"
