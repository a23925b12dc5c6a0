"""Lines that belong to the web page or the file, and not to the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from builder.numerals import TO_TEN
from builder.outline.marks import starts_with_mark
from builder.vocabulary.generic.reports import furniture_words
from builder.vocabulary.words import Words

MAX_LABEL_CHARACTERS = 90
MAX_FURNITURE_CHARACTERS = 400
# A head or foot of a page that has words stands beside the numbers of two pages at least.
FEWEST_PAGES = 2
MAX_HEAD_CHARACTERS = 40
# One of these words may stand in a report: 发放宣传册,可登录网站查看全文.
FEWEST_SELLING = 2
MAX_HEAD_WORDS = 3

_PAGE_MARK = re.compile(
    r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*页)?"
    r"(?:[,(\s]*共\s*\d+\s*页\)?)?[-—–·\s]*"
)
_RULE = re.compile(r"[|_=+*~—–\-\s]{3,}|\|[|\s]*")
_STYLE = re.compile(
    r"\s*(?:@[a-z-]+|[.#]?[A-Za-z][\w.#>: -]{0,60})\s*\{[^{}]*\}?\s*"
    r"|\s*[a-z-]{2,30}\s*:\s*[^一-龥]{1,60};\s*"
)
# Also as letters are dated: 2024 年 9 月 27 日, 二〇二四年九月.
_DATE_LINE = re.compile(
    r"\(?(?:19|20)\d\d(?:-|/|\.|年)\d{1,2}(?:-|/|\.|月)\d{1,2}日?\)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+\S{2,30}){0,3}"
    r"|\(?(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\)?"
    rf"|\(?二[〇○零O0一二三四五六七八九]{{3}}年[{TO_TEN}]{{1,2}}月(?:[{TO_TEN}]{{1,3}}日)?\)?"
)


_COUNTER = re.compile(r"\d[\d,]*(?:\.\d+)?万?[次人]?(?=\s|$)")

PAGE_MARK, RUNNING_HEAD, ATTACHMENT = "page_mark", "running_head", "attachment"
# The report's own list of what is attached, 附件:1.情况表, and no file to be loaded from the page.
_ATTACHED = re.compile(r"附件\d?:(?=.{2})")
_LINKED = re.compile(r"下[载載]|\.(?:docx?|pdf|xlsx?|wps|zip|rar)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:附件\d?:)?(\d{1,2})[.、](?=.)")
_FORMS = (("rule_line", _RULE), (PAGE_MARK, _PAGE_MARK), ("date_line", _DATE_LINE))
# All of them begin with one of these, or with a digit; most lines do not.
_FORM_BEGINS = frozenset("|_=+*~—–-·第(二")
# 洛枫新闻网>要闻>正文: three names or more, with signs of the next link between them.
_PATH = re.compile(r"[^>»›→。;,:]{2,16}(?:(?:>>|[>»›→])[^>»›→。;,:]{2,16}){2,}")
_DIGITS = re.compile(r"\d+")


@cache
def _patterns() -> tuple[Words, Words, Words, frozenset[str], frozenset[str]]:
    words = furniture_words()
    return (
        words.openings,
        words.contained,
        words.tails,
        frozenset(words.lines),
        frozenset(words.attachments),
    )


@cache
def _path_of_links() -> re.Pattern[str]:
    """首页>政务公开>工作总结, 网站首页 | 规划计划: a line that names the way to the page."""
    return re.compile(rf"{furniture_words().homes.group}(?:[>»›→/|\\]|[-—–·]+(?=\S))")


def furniture_rule(line: str) -> str | None:
    """The rule that makes a stripped line furniture, or None for a line of the report.

    A line that ends as a sentence is furniture only by its opening: `来源:…` stays furniture,
    a sentence that merely speaks of a 门户网站 stays text.
    """
    if len(line) > MAX_FURNITURE_CHARACTERS:
        return None
    # 打印 关闭 are two buttons on a line.
    if len(words := line.split()) > 1 and _patterns()[3].issuperset(words):
        return "page_word"
    return _form_rule(line) or _word_rule(line.replace(" ", "").replace("\t", ""))


def counter_rule(line: str) -> str | None:
    """The rule that makes a stripped line furniture below a label of the page, `阅读:`, or None.

    A program's width or the page itself parts the two: `3852次 收藏`, `1.2万 推荐阅读:★★★★`.
    """
    short = len(line) <= MAX_LABEL_CHARACTERS
    return "page_block" if short and _COUNTER.match(line) and not _is_prose(line) else None


def goes_on_list(above: str, line: str) -> bool:
    """Whether a line goes on the list of attachments above it: 附件:1.情况表 / 2.项目表."""
    first, second = (
        _LISTED.match(one.replace(" ", "").replace("\u3000", "")) for one in (above, line)
    )
    short = len(line) <= MAX_LABEL_CHARACTERS and not _is_prose(line)
    return (
        first is not None and second is not None and short and int(second[1]) == int(first[1]) + 1
    )


def page_furniture(lines: Sequence[str]) -> list[str | None]:
    """For each stripped line of a text the rule that makes it a page's number, head or foot."""
    found: list[str | None] = [
        PAGE_MARK if _may_have_form(line) and _PAGE_MARK.fullmatch(line) else None for line in lines
    ]
    beside = {near for at, rule in enumerate(found) if rule for near in _beside(lines, at)}
    if not beside:
        return found
    named = {at: _DIGITS.sub("#", "".join(lines[at].split())) for at in beside}
    words = frozenset(named.values())
    times = Counter(
        name for line in lines if (name := _DIGITS.sub("#", "".join(line.split()))) in words
    )
    for at, name in named.items():
        if times[name] >= FEWEST_PAGES and found[at] is None:
            found[at] = RUNNING_HEAD
    return found


def _beside(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines above and below a page's number that may be a head or a foot."""
    for way in (range(at - 1, -1, -1), range(at + 1, len(lines))):
        near = next((place for place in way if lines[place]), None)
        if near is not None and _may_repeat(lines[near]):
            yield near


def _may_repeat(line: str) -> bool:
    return (
        len(line) <= MAX_HEAD_CHARACTERS
        and len(line.split()) <= MAX_HEAD_WORDS
        and line[-1] not in "。;:"
        and "|" not in line
        and not starts_with_mark(line, 0)
    )


def _form_rule(line: str) -> str | None:
    """Furniture by its signs: rows of |, page numbers, dates, style sheets."""
    if len(line) <= MAX_LABEL_CHARACTERS and _may_have_form(line):
        for rule, pattern in _FORMS:
            if pattern.fullmatch(line):
                return rule
    return "style_sheet" if line.isascii() and _STYLE.fullmatch(line) else None


def _may_have_form(line: str) -> bool:
    first = line[:1]
    return first in _FORM_BEGINS or first.isdecimal()


def _word_rule(bare: str) -> str | None:
    """Furniture by its words."""
    opening, contained, _, lines, _ = _patterns()
    if bare in lines or sells(bare):
        return "page_word"
    if _path_of_links().match(bare):
        return "page_block"
    if _is_prose(bare):
        return None
    if opening.match(bare) or _ATTACHED.match(bare):
        own = _ATTACHED.match(bare) and not _LINKED.search(bare)
        return ATTACHMENT if own else "page_block"
    if len(bare) <= MAX_LABEL_CHARACTERS and contained.search(bare):
        return "page_word"
    return "page_block" if _PATH.fullmatch(bare) else None


def sells(sentence: str) -> bool:
    """Whether one short sentence sells the rest of the text: `本文共1865字,下载仅需9元。`"""
    if len(sentence) > MAX_LABEL_CHARACTERS or "。" in sentence[:-1]:
        return False
    selling = furniture_words().selling
    found = selling.search(sentence)
    # Nearly all have none.
    return found is not None and (
        len({found[0] for found in selling.finditer(sentence)}) >= FEWEST_SELLING
    )


def _is_prose(bare: str) -> bool:
    """Whether a line is a full sentence: the page writes short labels."""
    if not bare.endswith("。"):
        return bare.count("。") > 1
    return len(bare) > MAX_LABEL_CHARACTERS // 2 or bare.count(",") > 1 or bare.count("。") > 1


def tail_rule(line: str) -> str | None:
    """The rule by which the report ends before a line, or None."""
    _, _, tail, _, attachments = _patterns()
    bare = line.replace(" ", "").rstrip(":")
    if bare in attachments:
        return "attachment"
    if len(bare) <= MAX_LABEL_CHARACTERS and tail.match(bare) and not _is_prose(bare):
        return "related"
    return None
