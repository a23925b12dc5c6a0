"""What a set of items is called: who raised them, how, and the noun of the items.

中央、省督察交办我县信访件132件 is about 中央、省督察交办信访件: numbers, times and the own area go,
and so do the bureau's own verbs (受理, 排查); those of the raisers stay (反馈, 交办, 涉及我县).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.tallies.patterns import tally_words
from builder.extract.tallies.sides import last
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.extract.tallies.item_sets import ItemSet

MAX_SUBJECT_CHARACTERS = 34
MAX_RAISER_CHARACTERS = 28
MAX_BARE_CHARACTERS = 2
# “万人千吨”|饮用水源专项执法行动: a long name goes without the quoted words that it begins with.
MAX_CAMPAIGN_CHARACTERS = 14
QUOTED_FIRST = re.compile(r"^“[^“”]*”(?=[^“”]{2})")
GENERAL = "问题"
AND = re.compile(r"[、和与及]")
# A set that is told in the same clause ends so: 意见3条、.
OTHER_SET = re.compile(r"\d[个件项条起处]、")
CLAUSE_EDGE = re.compile(r"[,;:。!?\n|]")
# How far the noun that two sets share stands behind the first: 督察9项、省督察12项整改任务.
MAX_SHARED_CHARACTERS = 24
LIST_END = re.compile(r"[^,;。]*[、》”][^,;。、]*等(?=[^,;。、\d]{2})(?!级|待|离子|效)")


class _Patterns(NamedTuple):
    """`edges` stand around the noun of the items; `raised` ends the words before it.

    `lead` stands before those who raised the items; `carried_out` tells of an inspection as of a
    deed: 中央对我省开展了第三轮督察.
    """

    edges: re.Pattern[str]
    raised: re.Pattern[str]
    lead: re.Pattern[str]
    body: re.Pattern[str]
    unnamed: re.Pattern[str]
    carried_out: re.Pattern[str]
    campaign: re.Pattern[str]
    needing: re.Pattern[str]
    named: re.Pattern[str]
    more: re.Pattern[str]
    own: re.Pattern[str]
    level: re.Pattern[str]
    rounds: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, areas = tally_vocabulary(), area_words()
    subject, raisers = words.subject, words.raisers
    own_deeds = Words(
        verb for verb in inspections().raised.verbs if verb not in subject.outer
    ).pattern
    outer, fillers = subject.outer.pattern, words.fillers.pattern
    area = f"{areas.own.pattern}|{areas.whole.pattern}"
    time = (
        r"\d{4}年(?:至\d{4}年)?(?:以来|度|至今)?|[今去]年(?:以来)?|上半年|下半年|全年|年内"
        r"|第?[一二三四]季度|\d{1,2}(?:[-~至]\d{1,2})?月(?:\d+日)?"
    )
    return _Patterns(
        edges=re.compile(
            rf"^(?:{time}|{area}|{subject.before.pattern}|{subject.general.pattern}"
            rf"|{inspections().items.deeds.pattern}|{own_deeds}"
            rf"|(?:{subject.handling.pattern})(?!{subject.handled.pattern}))+"
            rf"|(?:(?!(?<=行)为){subject.after.group}|\d+批次?)+$"
        ),
        raised=re.compile(
            rf"(?P<who>[^,;。]*?)(?:{words.totals.pattern}|共|分别)*"
            rf"(?P<verb>(?:(?:{outer})并?)*(?:{outer}|{subject.silent.pattern}|{subject.handling.pattern}(?=的)))"
            rf"(?P<area>{area})?(?:{fillers})*的?$"
        ),
        lead=re.compile(
            rf"(?:{time}|{area}|{words.lead.pattern}|{subject.verbs.pattern}|[了的、]|\d+[次轮批]|[两一二三四五六七八九十]+是)+"
        ),
        body=re.compile(f"{raisers.bodies.pattern}|第[一二三四五]轮"),
        unnamed=re.compile(rf"^[^中央国家省市“]{{0,4}}(?:{subject.during.pattern})$"),
        carried_out=re.compile(
            rf"(?P<who>(?:{raisers.levels.pattern}))对[^,;。]{{1,4}}?开展了?"
            rf"(?P<round>第[一二三四五]轮)?(?=[^,;。]*?(?:{raisers.inspection.pattern}))"
        ),
        campaign=re.compile(
            rf"(?P<name>“[^“”,;。]{{1,12}}”[^,;。、“”\d]{{0,10}}|[^,;。、和及与\d“”]{{0,20}})"
            rf"(?P<round>{raisers.rounds.pattern})"
        ),
        needing=re.compile(
            f"(?:{words.need.pattern}|{words.ought.pattern}){words.needed.group}的?$"
            f"|(?:{areas.own.pattern}|{words.own_bureau.pattern})"
            f"{words.duty.leads.group}(?:{words.duty.deeds.group}?的)?$"
        ),
        named=re.compile(
            rf"(?:“[^“”,;。]{{1,10}}”[^,;。、“”]{{0,4}}?|[^,;。]{{2,14}}?(?:{raisers.rounds.pattern}))$"
        ),
        more=re.compile(f"(?:{inspections().items.strict.pattern})+"),
        own=re.compile(areas.own.pattern),
        level=re.compile(rf"第[一二三四五]轮|(?:{raisers.levels.pattern}|市级?)"),
        rounds=re.compile(r"^[两二三四]轮"),
    )


def subject(text: str, one: ItemSet, begin: int, context: str) -> str:
    """What the items of a set are; `begin` is where the words on it begin, `context` is before."""
    noun = _noun(text, one)
    if not noun:
        earlier = tally_words().noun.findall(context + text[begin : one.end])
        return str(earlier[-1]) if earlier else _plain(text, one) or one.unit
    first = min(
        (n.start for n in one.numbers.values() if n.end == one.noun[0]), default=one.noun[0]
    )
    lead = _after_other_set(text[_clause_start(text, first) : first])
    if need := _needing(text, one):
        return need + noun
    own = _patterns().own.match(text, one.noun[0], one.noun[1])
    if own and lead.endswith(tally_vocabulary().subject.concerning):
        noun = own[0] + noun
    named = _named(lead, noun, one.place)
    if named is None:
        bare = len(noun) <= MAX_BARE_CHARACTERS
        verb = _verb(lead)
        found = _campaign(text, begin, first, noun, verb) if bare else None
        kept = bare or not verb.endswith(tally_vocabulary().subject.finding)
        named = found or (verb + noun if kept else noun)
    return named[-MAX_SUBJECT_CHARACTERS:]


def names_raiser(named: str) -> bool:
    """Whether the name of a set says who raised its items: 数字城管|平台|受理案件."""
    return _patterns().body.search(named) is not None


def _after_other_set(lead: str) -> str:
    """The words before a noun behind the set they follow: 审计提出意见3条、|巡察反馈."""
    other = last(OTHER_SET, lead)
    behind = lead[other.end() :] if other else ""
    return behind if _patterns().body.search(behind) else lead


def _plain(text: str, one: ItemSet) -> str:
    return text[one.noun[0] : one.noun[1]].strip("、 ")


def _noun(text: str, one: ItemSet) -> str:
    """The noun of the items: 信访积案 of 12个信访积案, 大气环境问题 of 废气、油烟等大气环境问题."""
    start, end = one.noun
    if start == end:
        behind = CLAUSE_EDGE.split(text[end : end + MAX_SHARED_CHARACTERS])[0]
        found = tally_words().noun.search(behind)
        return found[0] if found else ""
    cells = text[start:end].strip("|").split("|")
    words = next((cell for cell in reversed(cells) if tally_words().noun.search(cell)), cells[-1])
    if (found := tally_words().noun.search(words)) and found.end() == len(words):
        more = _patterns().more.match(text, end)
        words += more[0] if more else ""
    words = LIST_END.sub("", words.strip("、 "))
    words += "”" if "“" in words and "”" not in words and text.startswith("”", end) else ""
    noun = _patterns().edges.sub("", words)
    # 属实309件 counts problems.
    return noun + GENERAL if tally_vocabulary().established.fullmatch(noun) else noun


def _clause_start(text: str, position: int) -> int:
    start = max(0, position - 2 * MAX_SUBJECT_CHARACTERS)
    edge = last(CLAUSE_EDGE, text[start:position])
    return start + edge.end() if edge else start


def _needing(text: str, one: ItemSet) -> str:
    """What narrows a wider set: 需整治的 of 排污口263个,需整治的58个; 我局牵头的 of 我局牵头9项."""
    if one.total is None or one.noun[0] >= one.start:
        return ""
    found = _patterns().needing.search(text[one.start : one.total.start])
    return found[0].removesuffix("的") + "的" if found else ""


def _named(lead: str, noun: str, place: int | None) -> str | None:
    """The noun with those who raised its items, None where its clause doesn't name them."""
    found = _patterns().raised.fullmatch(lead)
    if found is None:
        raised = list(tally_words().raised.finditer(lead))
        who = _who(lead[: raised[-1].start()]) if raised else ""
        if who.endswith(tuple(tally_vocabulary().subject.during)):
            return who + noun
        named = _patterns().named.search(lead)
        return _stripped(named[0]) + noun if named and not raised else None
    who = _who(found["who"], place)
    if not who:
        return None
    verb = found["verb"] + _concerned(found)
    if verb.endswith(tally_vocabulary().subject.silent):
        verb = tally_vocabulary().subject.silent.sub("", verb)
    return who + verb + noun


def _verb(lead: str) -> str:
    """The verb of those who raised the items, where the text names them elsewhere: 交办|信访件."""
    found = _patterns().raised.fullmatch(lead)
    if (
        found is None
        or "并" in found["verb"]
        or tally_vocabulary().subject.silent.within(found["verb"])
    ):
        return ""
    return found["verb"] + _concerned(found)


def _concerned(found: re.Match[str]) -> str:
    """The own area behind 涉及, where it is a part of the name."""
    concerning = tally_vocabulary().subject.concerning
    return found["area"] or "" if found["verb"].endswith(concerning) else ""


def _who(words: str, place: int | None = None) -> str:
    """Those who raised the items, "" where the words name nobody who does."""
    patterns = _patterns()
    if told := patterns.carried_out.search(words):
        words = (told["round"] or "") + told["who"] + words[told.end() :]
    words = _of_list(_stripped(patterns.carried_out.sub("", words)), place)
    if len(words) > MAX_RAISER_CHARACTERS:
        words = re.split("[、]", words)[-1]
    if patterns.unnamed.match(words) or not patterns.body.search(words):
        return ""
    return words


def _of_list(words: str, place: int | None) -> str:
    """Who of several raised the items of a listed set: 省督察 of 中央、省两轮督察, place 1."""
    patterns = _patterns()
    names = AND.split(words)
    if place is None or not place < len(names):
        return words
    first = patterns.level.match(names[-1])
    whole = all(tally_vocabulary().raisers.bodies.within(name) for name in names)
    if whole or first is None:
        return names[place] if whole else words
    shared = patterns.rounds.sub("", names[-1][first.end() :])
    return names[place] + shared if place + 1 < len(names) else first[0] + shared


def _stripped(words: str) -> str:
    lead = _patterns().lead.match(words)
    return words[lead.end() :] if lead else words


def _campaign(text: str, begin: int, end: int, noun: str, verb: str) -> str | None:
    """A bare noun after the campaign that the sentence names before: 专项执法行动发现问题."""
    stop = _clause_start(text, end)
    treated = re.search(
        rf"(?:^|[,;。、])(?P<name>[^,;。、]{{2,24}}{re.escape(noun)})(?:{tally_vocabulary().subject.treated.pattern})[^,;。、]{{0,12}},$",
        text[begin:stop],
    )
    if treated:
        return _stripped(treated["name"])
    found = last(_patterns().campaign, text[begin:stop])
    if found is None:
        return None
    name = _stripped(found["name"].rpartition("等")[2])
    if len(name + found["round"]) > MAX_CAMPAIGN_CHARACTERS:
        name = QUOTED_FIRST.sub("", name)
    return name if name.endswith(noun) else name + found["round"] + verb + noun
