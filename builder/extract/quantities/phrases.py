"""What of the words around a number is the name of a thing, and what tells of a deed.

指导40家企业开展排污权交易 counts 企业排污权交易, 对1家企业进行了现场检查 only 企业. Light verbs go
(完成, 办理), those that say something stay (审批, 淘汰).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.extract.quantities.labels import without_lead
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.generic.labels import label_words

LEAST_CHARACTERS = 2
LEAST_NAME_CHARACTERS = 3
# 垃圾分类宣讲等志愿服务活动: the name behind a list is that of all.
LISTED = re.compile(
    r".*[、》”].*等(?![级待离效保量候])(?=[^,;。]{2})|.*[》”]等(?![级待离])(?=[^,;。]{2})"
)
# 县委常委会、政府常务会|专题研究: who met is no part of what they did.
MET = re.compile(r"^[^,;。]*、[^、]{2,10}会议?(?=[^会议、和]{4})")


class _Patterns(NamedTuple):
    """Patterns for a phrase: `light` to `met` at its beginning, `deed` to `share` behind a noun."""

    light: re.Pattern[str]
    actor: re.Pattern[str]
    addressed: re.Pattern[str]
    occasion: re.Pattern[str]
    causing: re.Pattern[str]
    doing: re.Pattern[str]
    predicate: re.Pattern[str]
    denied: re.Pattern[str]
    of_kind: re.Pattern[str]
    deed: re.Pattern[str]
    received: re.Pattern[str]
    nominal: re.Pattern[str]
    founded: re.Pattern[str]
    size: re.Pattern[str]
    level: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, areas = label_words().phrases, area_words()
    area = f"{areas.whole.pattern}|{areas.own.pattern}"
    parts, deeds = words.parts.pattern, words.deeds.pattern
    doing, light = words.doing.pattern, words.light.pattern
    return _Patterns(
        light=re.compile(rf"(?:(?!{parts})(?:{light})了?(?:{area})?)+"),
        actor=re.compile(
            rf"[^,;。、\d“”]{{0,12}}(?:{words.actors.pattern})(?:(?:累计|共计|共)(?![建享同治性产])|{light})"
        ),
        addressed=re.compile(rf"向[^,;。、]{{1,8}}?(?:{words.offices.pattern})"),
        occasion=re.compile(
            rf"[^,;。、]{{2,}}?(?:{words.occasions.pattern})中(?:共|累计|已)?(?![央型小心])"
        ),
        causing=re.compile(
            rf"(?:{words.causing.pattern})(?:了|并)?对?(?:{area}|[省市县区州](?!级))?"
        ),
        doing=re.compile(rf"(?!{parts})(?:{doing})了?"),
        predicate=re.compile(
            rf"(?!{parts})(?:{doing}|{words.predicates.pattern}|共(?![建享同治性产])"
            rf"|(?:{words.adverbs.pattern})(?:{words.told.pattern})|[\u4e00-\u9fff]{{2}}了(?!解))"
        ),
        denied=re.compile(
            r"(?P<noun>[^,;。的]{2,12}?)(?P<what>(?:尚未|未)(?![来成]|按期)[^,;。]{2,16})"
        ),
        of_kind=re.compile(words.of_kind.pattern),
        deed=re.compile(
            rf"(?P<noun>[^,;。的]{{2,}})的(?:[^,;。的]{{0,10}}(?:{deeds}))(?:[和与及、](?:{deeds}))*$"
        ),
        received=re.compile(
            r"(?P<noun>[^,;。的]{2,10})的(?P<what>[^,;。]{2,10}(?:得到|受到|获得)[^,;。]{2,10})"
        ),
        nominal=re.compile(rf"(?:{deeds})$"),
        founded=re.compile(
            rf"(?:^|[,;。])[^,;。]{{0,6}}?(?:{words.founding.pattern})了?(?P<noun>[^,;。\d]{{3,18}}?)"
            rf"(?:{words.founded.pattern})?,(?:[^,;。\d]{{2,10}}[\d.]+[^,;。\d]{{1,6}},){{0,2}}$"
        ),
        level=re.compile(rf"(?:{words.levels.pattern})(?:[、和及与]?(?:{words.levels.pattern}))*"),
        size=re.compile(f"[^,;。]{{0,4}}(?:{words.sizes.pattern})"),
    )


@cache
def _parts_before() -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """What may stand before a name: a sign that is in it, it, and how long a name must be left."""
    patterns = _patterns()
    return (
        ("等", LISTED, LEAST_CHARACTERS),
        ("会", MET, LEAST_CHARACTERS),
        ("中", patterns.occasion, LEAST_CHARACTERS),
        ("", patterns.actor, LEAST_CHARACTERS),
        ("向", patterns.addressed, LEAST_CHARACTERS),
        ("", patterns.light, LEAST_NAME_CHARACTERS),
    )


def named(words: str, *, share: bool = False) -> str:
    """The name in the words before a number: 主管网建设 of 完成主管网建设.

    Of a `share` the words stay: 完成年度目标的104%.
    """
    if share:
        return words
    words = _cell(words)
    for sign, pattern, least in _parts_before():
        # Most words have none of the signs; the patterns are slower.
        found = pattern.match(words) if sign in words else None
        if found is None:
            continue
        rest = words[found.end() :]
        if len(rest) >= least and not label_words().phrases.sizes.fullmatch(rest):
            words = rest
    return words


def _cell(words: str) -> str:
    """The cell of a row that names its number: 立案处罚 of 立案处罚|13件."""
    cells = [cell for cell in words.split("|") if len(cell) >= LEAST_CHARACTERS]
    if "|" not in words or not cells:
        return words.strip("|")
    bare = len(cells) > 1 and _patterns().light.fullmatch(without_lead(cells[-1]))
    return cells[-2] if bare else cells[-1]


def counted(words: str, before: str = "") -> str:
    """The name in the words behind a number: 企业 of 企业进行了现场检查.

    Of those who were made to do it (`before` is 指导), what they did stays: 企业排污权交易.
    """
    patterns = _patterns()
    first = patterns.doing.match(words)
    if first and len(words) - first.end() >= LEAST_CHARACTERS:
        return words[first.end() :]
    if relative := patterns.denied.fullmatch(words):
        return relative["what"] + relative["noun"]
    if relative := patterns.received.fullmatch(words):
        return f"{relative['what']}的{relative['noun']}"
    if of_deed := patterns.deed.fullmatch(words):
        return of_deed["noun"]
    caused = is_caused(before)
    found = (patterns.doing if caused else patterns.predicate).search(words, LEAST_CHARACTERS)
    if found:
        return words[: found.start()] + (words[found.end() :] if caused else "")
    return words


def is_caused(before: str) -> bool:
    """Whether the words before a number say that others were made to do it: 指导, 组织全市."""
    return _patterns().causing.fullmatch(before) is not None


def is_light(before: str) -> bool:
    """Whether the words before a number are a verb that says but that it was done: 完成全县."""
    return _patterns().light.fullmatch(before) is not None


def is_place(before: str) -> bool:
    """Whether the words before a number only say where they are: 辖区内86家企业."""
    return label_words().phrases.places.fullmatch(before) is not None


def is_level(before: str) -> bool:
    """Whether the words before a number say whose the thing behind it is: 中央、省|两轮督察."""
    return _patterns().level.fullmatch(before) is not None


def without_manner(before: str) -> str:
    """The verb without how it was done: 推进 of 深入推进."""
    found = label_words().phrases.manners.match(before)
    return before[found.end() :] if found else before


def of_kind(noun: str, words: str) -> str | None:
    """Those of a noun that are of a kind: 未正常运行处理站 of 处理站中有12座未正常运行."""
    return words + noun if _patterns().of_kind.match(words) else None


def with_shared_deed(noun: str, other: str) -> str:
    """A noun with the deed that the next one of its list has: 63个变更地块、3个腾退地块|调查."""
    head = noun[-LEAST_CHARACTERS:]
    _, found, rest = other.partition(head)
    shared = found and not rest.startswith("的") and _patterns().nominal.search(rest)
    return noun + rest if shared and not _patterns().nominal.search(noun) else noun


def behind_list(words: str, first: str) -> str:
    """The name behind the list of things that money was for: 等|13个治理项目|的实施.

    Of no list it is the `first` of them.
    """
    found = LISTED.match(words)
    words = words[found.end() :] if found else first
    of_deed = _patterns().deed.fullmatch(words)
    return of_deed["noun"] if of_deed else words


def founded_before(lead: str, size: str) -> str:
    """What the clause before tells was begun, whose size a number is: 启动湿地公园建设,总面积."""
    if _patterns().size.fullmatch(size) is None:
        return ""
    found = _patterns().founded.search(lead)
    return found["noun"] if found else ""


def is_money(words: str) -> bool:
    """Whether the words behind a number without 元 name money: 1.23亿|资金."""
    return label_words().phrases.money.fullmatch(words) is not None


def is_spent(words: str) -> bool:
    """Whether the words before money only say that it was spent: 累计投入."""
    return label_words().phrases.spent.fullmatch(words) is not None


def is_owner(words: str) -> bool:
    """Whether the words behind a size name whose it is: 年处理量30万吨|的利用企业."""
    return words.startswith("的") or _patterns().predicate.search(words) is None
