"""What the items of an inspection are, and whether those left are behind or on time.

Only the same object stands side by side: the problems or tasks of an inspection as a whole. Letters
that inspectors handed over are another object, and so is one category of problems (涉水问题, 矿山).
All texts here are in Simplified Chinese.
"""

from __future__ import annotations

import re

from builder.compare.blocks import stands_in_block
from builder.model import Tally, TallySource
from builder.model.comparison import Dossier, RaisedItems
from builder.vocabulary.environment.work import inspections

INSPECTIONS = frozenset(
    {
        TallySource.CENTRAL_INSPECTION,
        TallySource.PROVINCIAL_INSPECTION,
        TallySource.MIXED_INSPECTION,
    }
)
# Rounds, years and signs: 第三轮, 2021年, 第五督察组.
_ROUNDS = re.compile(r"第?[\d〇零一二三四五六七八九十两]+(?:年度|年|轮|批|次|月|日)?|[\W_]+")
# The state of what is left goes on behind a comma: 其余3项正在整改,|均未到整改时限.
_GOES_ON = ("均", "都", "全部", "皆", "也")
_COMMA = re.compile(r"[,、:]")
_END = re.compile(r"[。;!\n]")


def raised_items(fact: Tally, dossier: Dossier) -> RaisedItems | None:
    """What the items of an inspection are; None of a set that no inspection raised.

    中央督察反馈我市问题 is the list, 督察组交办信访件 are letters; 纳入整改清单的矿山 and
    what stands under the heading of one problem are parts.
    """
    if fact.source not in INSPECTIONS:
        return None
    if stands_in_block(fact, dossier):
        return RaisedItems.PART
    subject, words = fact.subject, inspections().raised_whole
    letters = inspections().sources.petition.within(subject) or words.letters.within(
        words.raisers.sub(" ", subject)
    )
    rest = subject
    for home in dossier.homes:
        rest = rest.replace(home, " ")
    # 环境 is a word of letters, and of 生态环境保护督察 too: who raised them is taken off first.
    noun = (words.letters, words.of_letters) if letters else ()
    for some in (words.raisers, *noun, words.items, words.deeds):
        rest = some.sub(" ", rest)
    if _ROUNDS.sub("", words.area.sub(" ", rest)) or _is_shown(fact, dossier):
        return RaisedItems.PART
    return RaisedItems.LETTERS if letters else RaisedItems.WHOLE


def _is_shown(fact: Tally, dossier: Dossier) -> bool:
    """Whether a film or an unannounced visit raised them: 省河湖长制暗访反馈的8个问题."""
    source = dossier.extraction.outline.source.plain
    lead = source[: fact.start].rsplit("。", 1)[-1].rsplit("\n", 1)[-1]
    told = re.split(r"[;!]", lead)[-1] + dossier.plain(fact)
    films = list(inspections().sources.films.finditer(told))
    return bool(films) and not inspections().sources.inspection.within(told, films[-1].end())


def is_of_all_letters(fact: Tally) -> bool:
    """Whether a set holds every petition and none of one kind: 群众信访, not 涉气投诉."""
    words = inspections().raised_whole
    rest = fact.subject
    for some in (words.letters, words.of_letters, words.items, words.deeds, words.area):
        rest = some.sub(" ", rest)
    return not _ROUNDS.sub("", rest)


def is_on_time(fact: Tally, dossier: Dossier) -> bool:
    """Whether the report says that what is left is not due yet, or goes on as planned.

    其余3项达到序时进度, 剩余3项均未到整改时限; not 其余3项正在整改, nor 未达到序时进度.
    """
    if fact.done is None or fact.done == fact.total:
        return False
    source = dossier.extraction.outline.source.plain
    end = _END.search(source, fact.end)
    state = _state(source[fact.start : end.start() if end else len(source)], fact)
    words = inspections().pending
    return words.on_schedule.within(state) and not words.behind.within(state)


def is_of_running_plan(fact: Tally, dossier: Dossier) -> bool:
    """Whether a set is what is planned for a year that its report tells only a part of.

    In a first quarter 全年计划实施治理项目86个,完成8个 leaves nothing undone.
    """
    period = dossier.line.period
    running = period is not None and not period.whole_year and not dossier.line.spans_years
    told = dossier.clause(fact.start, fact.start) + fact.subject
    return inspections().pending.planned.within(told) and running


def _state(told: str, fact: Tally) -> str:
    """What a sentence says of what is left: around its number, or behind 其余 without one."""
    if fact.pending is None:
        rest = inspections().pending.rest.search(told)
        return _behind(told[rest.end() :]) if rest else ""
    number = rf"(?<![\d.]){re.escape(f'{fact.pending:f}')}(?![\d.])"
    places = list(re.finditer(number, told))
    if not places:
        return ""
    lead = _COMMA.split(told[: places[-1].start()])[-1]
    return lead + _behind(told[places[-1].end() :])


def _behind(told: str) -> str:
    """The clause behind a number, and the next one where it speaks of the same items."""
    first, *others = _COMMA.split(_END.split(told)[0])
    further = others[0] if others and (not first or others[0].startswith(_GOES_ON)) else ""
    return first + further
