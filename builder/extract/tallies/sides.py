"""What the words on both sides of a number say of it, and what a clause says of all items."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from builder.extract.tallies.item_sets import TEN_THOUSAND, single
from builder.extract.tallies.patterns import tally_words
from builder.model import TallySource
from builder.text.inspections import tally_source
from builder.text.modality import modality
from builder.vocabulary.environment.tallies import tally_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.tallies.item_sets import Side
    from builder.text.numbers.number import Number

ITEM_UNITS = frozenset("件个项起处条宗例桩小大点口座")
# What these raise are items, by whatever name.
RAISING = frozenset(
    (
        TallySource.CENTRAL_INSPECTION,
        TallySource.PROVINCIAL_INSPECTION,
        TallySource.MIXED_INSPECTION,
        TallySource.CAMPAIGN,
        TallySource.DISCIPLINE,
    )
)
FIRMS, FIRM, HOUSEHOLDS = "家", "企业", "户"
# How far around a number its words are looked for.
MAX_NEAR_CHARACTERS = 16
# What may follow a number of raised or settled items: nothing, or a word that goes on with it.
NOTHING_ELSE = re.compile(r"[、的并占以(]|$")
# Before 前 this makes a date: 12月31日前完成31件 is a plan, 目前完成31件 is none.
DEADLINE = re.compile(r"(?<![目此])前$")
RATE_NAMES = re.compile(r"[^,;。、和及与]+?率(?=[、和及与]|分别)")
# 对辖区41个, 对全县58个: what the items are of that something is done to.
TOWARDS = re.compile(r"对[^,;。]{0,10}$")
# A time between 计划 and its verb, and how far before the verb such a word stands.
TIMED = re.compile(r"(?:(?:19|20)\d\d年|[今明]年|\d{1,2}月|[内底]|全年|上半年|下半年)+$")
MAX_REFUSED_CHARACTERS = 6
CLAUSE_BEHIND = re.compile(r",(?P<clause>[^,;。\n]+)")
Span = tuple[int, int]


def noun_of(side: Side) -> tuple[Span | None, bool]:
    """Where the noun of the counted items stands, and whether it is one that is raised."""
    words, number = tally_words(), side.number
    raised = _raised_noun(side)
    if raised is not None:
        return raised, True
    faulty = number.unit == FIRMS and NOTHING_ELSE.match(side.after)
    if faulty and words.found_of.search(side.before):
        return (_noun_span(side, len(side.before))[0], number.start - len("的")), True
    if words.raised_before.search(side.before) and NOTHING_ELSE.match(side.after):
        return _noun_span(side, len(side.before)), True
    if found := words.loose_before.search(side.before):
        return _noun_span(side, found.start()), False
    found = words.loose_after.match(side.after)
    return (number.end, number.end + found.end()) if found else None, False


def _raised_noun(side: Side) -> Span | None:
    """问题|70件, 113个|长江入河排污口, 完成排污口整治|134个."""
    words, number = tally_words(), side.number
    never = words.never.search(
        side.before[-MAX_NEAR_CHARACTERS:] + side.after[:MAX_NEAR_CHARACTERS]
    )
    if single(number.unit)[:1] not in ITEM_UNITS or never:
        return None
    if found := words.noun_before.search(side.before):
        return _noun_span(side, found.start())
    # 审议意见|4条、政协提案7件: the noun behind is the next number's.
    apart = side.after.startswith("、") and words.loose_before.search(side.before)
    if not apart and (found := words.noun_after.match(side.after)):
        return number.end, number.end + found.end()
    if found := words.established.search(side.before):
        return number.start - len(side.before) + found.start(), number.start
    return (
        _matter(side)
        or _things_raised(side)
        or _shared_noun(side)
        or _noun_of_due(side)
        or _noun_of_settled(side)
    )


def _things_raised(side: Side) -> Span | None:
    """“清河行动”排查出的35处|乱堆点|清理完毕31处: whatever an inspection or a campaign raised."""
    words, number = tally_words(), side.number
    found = words.raised_things.match(side.after)
    if found is None or words.raised_of.search(side.before) is None:
        return None
    raised = tally_source(side.before, "") in RAISING
    return (number.end, number.end + found.end()) if raised else None


def _matter(side: Side) -> Span | None:
    """督察留给我们的|14件|事: what inspectors or the public leave to be done."""
    words = tally_words()
    found = words.matter_after.match(side.after)
    if found is None or not words.matter_before.within(side.before):
        return None
    return side.number.end, side.number.end + found.end()


def _noun_of_due(side: Side) -> Span | None:
    """督察反馈问题应于2024年底前完成的|11项: the noun stands before what is due."""
    words = tally_words()
    due = words.due_set.search(side.before)
    found = last(words.noun, side.before[: due.start()]) if due else None
    if found is None:
        return None
    begin = side.number.start - len(side.before)
    return _noun_span(side, found.start())[0], begin + found.end()


def _shared_noun(side: Side) -> Span | None:
    """中央督察9项|、省督察12项整改任务: the noun behind the next number is that of both."""
    words = tally_words()
    shares = words.raiser_before.search(side.before) and words.shared_noun.match(side.rest)
    return (side.number.end, side.number.end) if shares else None


def _noun_of_settled(side: Side) -> Span | None:
    """完成排污口整治|134个, 累计完成整改验收销号|46项."""
    words = tally_words()
    if not is_done_before(side):
        return None
    found = last(words.noun, side.before)
    if found is None and words.closing_before.search(side.before):
        # 今年办结了|4起|案件 tells of enforcement, unless the public brought them up.
        cases = tally_vocabulary().cases.match(side.after) is not None
        if cases and not words.matter_before.within(side.before):
            return None
        return side.number.start - len(side.before), side.number.start
    return _noun_span(side, found.start()) if found else None


def _noun_span(side: Side, offset: int) -> Span:
    """The noun before a number: from the last verb of raising to the number."""
    start = side.number.start - len(side.before)
    verb = last(tally_words().raised, side.before[:offset] if offset else side.before)
    return (start + verb.end() if verb else start), side.number.start


def noun_before(text: str, side: Side) -> Span | None:
    """The noun that the sentence names before a clause: 沿江|排口|普查登记288个,须治理的97个."""
    first = max(text.rfind(sign, 0, side.clause[0]) for sign in "。;\n") + 1
    found = last(tally_words().noun, text[first : side.clause[0]])
    if found is None or single(side.number.unit)[:1] not in ITEM_UNITS:
        return None
    return first + found.start(), first + found.end()


def found_and_settled(text: str, side: Side) -> Span | None:
    """The noun of what was found and settled at once: 查处|露天焚烧|41起,均已当场扑灭.

    Other nouns than those of items, so that the clause behind has to settle them all. Cases are
    enforcement, and settled by closing them.
    """
    number = side.number
    if not side.last or number.unit[:1] not in ITEM_UNITS or side.after:
        return None
    found = tally_words().found_before.search(side.before)
    behind = CLAUSE_BEHIND.match(text, number.end)
    if found is None or behind is None or not settles_all(behind["clause"]):
        return None
    begin = number.start - len(side.before)
    return begin + found.start("noun"), begin + found.end("noun")


def counts_work(text: str, number: Number, noun: Span) -> bool:
    """Whether a number of what nobody raises measures work: 1.2万户|农村改厕任务, 320户|改造任务.

    1.2万件举报 are items, and so are 23户|散乱污企业.
    """
    many = number.unit.startswith(TEN_THOUSAND)
    return many or (number.unit == HOUSEHOLDS and FIRM not in text[slice(*noun)])


def is_raised(text: str, side: Side, noun: Span) -> bool:
    """Whether somebody raised settled items: 修复矿山|图斑|37处 is work, as no word says so."""
    words = tally_words()
    nouns = words.noun.findall(text, *noun)
    if not nouns or not all(words.if_raised.fullmatch(one) for one in nouns):
        return True
    clause = text[slice(*side.clause)]
    raised = words.raised_by.search(clause) or tally_source(clause, "") is not TallySource.OTHER
    return bool(raised)


def is_done_alone(side: Side) -> bool:
    """妥善调处群众投诉327件; 3个存量问题销号: settled items without a total."""
    words = tally_words()
    listed = side.last or side.after.endswith("、")
    after = side.after.rstrip("、")
    if modality().hoped.search(side.after) or words.needing.search(side.before):
        return False
    if listed and words.closed_after.fullmatch(after) and words.noun_after.match(after):
        return not words.refused.search(side.after) and not settles_all(side.after)
    # 整改任务|26项 are named so, and not yet settled.
    bare = words.noun.sub("", side.before)
    done = last(words.done, bare)
    if done is None or words.taken_up.fullmatch(done[0]):
        return False
    # 省级督察整改|问题35个 are named after the inspection.
    if words.raised.search(bare) or any(words.raiser.ending(bare[: done.start()])):
        return False
    # 抽查已销号问题|30个 looks at what others settled.
    if words.looked_at.search(bare[: done.start()]):
        return False
    first = max(0, done.start() - MAX_REFUSED_CHARACTERS)
    return not words.refused.search(bare[first : done.start()])


def is_manner_alone(side: Side) -> bool:
    """Whether only a manner of settling is told of the items: 封堵直排口|31个."""
    words = tally_words()
    done = last(words.done, side.before)
    return done is not None and words.manner.fullmatch(done[0]) is not None


def is_done_before(side: Side) -> bool:
    """已办结|69件, 完成整改|246件; not 责令整改|56家."""
    return _done_before(side.before)


# Whether a number opens a set, goes on with one or is a part of it: each asks this first.
@lru_cache(maxsize=64)
def _done_before(before: str) -> bool:
    words = tally_words()
    found = words.done_before.search(before)
    if found is None or modality().hoped.search(before):
        return False
    weak = words.weak.fullmatch(found["verb"]) is not None
    if words.with_them.fullmatch(found["verb"]) and words.given_before.search(
        before, 0, found.start()
    ):
        return False
    # 规范整治|26个 is a manner, as 封堵|12个 is.
    manner = words.manner_before.search(before)
    if manner is not None and manner.start() < found.start():
        return False
    # 计划|2025年|完成12个 is no deed of that year.
    lead = TIMED.sub("", before[: found.start()])[-MAX_REFUSED_CHARACTERS:]
    urging = _urged() if weak else tally_vocabulary().urging
    lead = urging.sub("", lead)
    due = tally_vocabulary().due_verbs.search(lead, max(0, len(lead) - 2)) is not None
    return not due and not words.refused.search(lead) and not DEADLINE.search(lead)


def is_pushed(side: Side) -> bool:
    """推动整改|79个 behind a total: so many are settled, as 推动立案|12个 are not."""
    words = tally_words()
    found = words.done_before.search(side.before)
    if found is None or words.taken_up.fullmatch(found["verb"]):
        return False
    return _pushed().fullmatch(side.before, 0, found.start()) is not None


@cache
def _pushed() -> re.Pattern[str]:
    """What may stand before the verb of settling: 目前已累计推动, but not 明年将推动."""
    words = tally_vocabulary()
    lead = f"(?:目前|现|并|{words.already.pattern}|{words.fillers.pattern})*"
    return re.compile(f"{lead}{words.pushing.group}")


@cache
def _urged() -> re.Pattern[str]:
    """已督促|整改81个 tells of settled items, 督促|整改12家 does not."""
    return re.compile(f"已(?:{tally_vocabulary().urging.pattern})")


def is_done_after(side: Side) -> bool:
    """36项|已完成, 10项|整改到位; but in 问题|36项|已完成 the number is that of all."""
    words = tally_words()
    found = words.done_after.match(side.after)
    if found is None or words.noun_before.search(side.before):
        return False
    return side.last or found.end() < len(side.after)


def is_watched(side: Side) -> bool:
    """Whether what was completed is watching the items: 完成54个|排污口上半年取样监测.

    So it is of what was only looked at: 对41个|排污口开展溯源监测.
    """
    words = tally_words()
    done = last(words.done, side.before)
    completed = done is not None and words.completed.fullmatch(done[0]) is not None
    towards = TOWARDS.search(side.before) is not None and words.done.search(side.rest) is None
    return (completed or towards) and words.watched.match(side.rest) is not None


def asked_for(side: Side) -> bool:
    """Whether the words before a number hope, or urge others, to settle its items."""
    return (
        side.before.endswith(tally_vocabulary().urging)
        or modality().hoped.search(side.before) is not None
    )


def settles_all(clause: str) -> bool:
    """Whether a clause says that all items are settled: 均已办结, but not 均正在整改."""
    words = tally_words()
    # 全部办结或阶段性办结 leaves open how many are settled.
    if words.staged.search(clause):
        return False
    for pattern in (words.settled, words.already):
        if (found := pattern.search(clause)) and not modality().hoped.search(
            clause, 0, found.end()
        ):
            # 均已督促整改到位 is settled, 均已督促整改 is not.
            weak = words.weak.fullmatch(found["verb"])
            gap = found["gap"] if weak else tally_vocabulary().urging.sub("", found["gap"])
            handed_on = weak and words.handed_on.within(gap)
            if not handed_on and not words.refused.search(gap):
                return True
    return False


def listed_rate(sides: Sequence[Side]) -> Number | None:
    """The rate of handling in a list: 办结率和满意率分别达到99.6%和95%."""
    for index, side in enumerate(sides):
        if "分别" not in side.before or side.number.unit != "%":
            continue
        names = RATE_NAMES.findall(side.before)
        positions = (at for at, name in enumerate(names) if tally_words().rate.search(name))
        position = next(positions, len(names))
        listed = [one.number for one in sides[index : index + len(names)]]
        if len(listed) == len(names) > position and all(one.unit == "%" for one in listed):
            return listed[position]
    return None


def last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern in a text."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007 -- the last one is meant
        pass
    return found
