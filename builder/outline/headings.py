"""Which words are headings: of numbered paragraphs, of lines without number, of lead phrases."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE_ENDS_AND_COLON, EVERY_END, SENTENCE_ENDS, gap
from builder.outline.announcements import announced
from builder.outline.mainheadings import main_heading_end
from builder.outline.marks import ItemMark, Style
from builder.vocabulary.generic.outline import outline_words

MAX_HEADING_CHARACTERS = {
    Style.PART: 60,
    Style.TOP: 60,
    Style.BRACKETED: 48,
    Style.DIGIT: 45,
    Style.DIGIT_BRACKETED: 40,
    Style.CIRCLED: 30,
    Style.ITEM: 30,
    Style.ORDINAL: 30,
    Style.FIRST: 26,
    Style.DASH: 30,
}
MOST_COMMAS = {Style.ITEM: 1, Style.ORDINAL: 1, Style.FIRST: 1, Style.DASH: 1}
MAX_LINE_CHARACTERS = 30
MAX_COLON_HEADING_CHARACTERS = 22
MAX_SIGNATURE_CHARACTERS = 80
ATTACHMENT_REACH = 150
GAP_REACH = 400
MAX_LEAD_CHARACTERS = 24
MIN_HEADING_CHARACTERS = 2

_FIRST_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]")
_COLON = re.compile(f"{gap(22, 2, ends=EVERY_END, no='、')}:")
# A page that lost its line breaks has a blank after a heading, then its text: not 优良率 92 %.
_GAP = re.compile(
    rf"[^\s{EVERY_END}]{{4,30}}(?=\s+(?!\d[\d.,]*\s?[^\d\s.,、年月])\S[^\n]{{24,}}。)"
)
# Numbers that stand in names do not make a heading a statement.
_NAMES = re.compile(
    r"20\d\d年|^20\d\d(?=:)|“[^”]*”|\"[^\"]*\"|\d{1,2}月?[-—–~至]\d{1,2}月份?|\d{1,2}月份"
    r"|PM\s?2\.5|PM\s?10|VOCs|O3|\d·\d+"
)
# Ⅱ类断面:金溪口、白鹭滩 says of each name what it has, and heads nothing.
_CLASS_ALONE = re.compile(r"劣?[ⅠⅡⅢⅣⅤIV]{1,3}类[^,。;:\s]{0,6}:")
_AMOUNT = re.compile(r"\d|%|[XxX*]{2}")
_CHINESE = re.compile(r"[一-龥]")
_STATING = frozenset("。;!?")
_LEAD = re.compile(f"{gap(24, 4, ends=EVERY_END, digits=False)}。[”’]?")


@cache
def _signature() -> re.Pattern[str]:
    words = outline_words().lines
    return re.compile(
        f"{words.salutations.group}[^。]{{0,20}}[。!:,]?"
        f"|{gap(24, 2, ends=CLAUSE_ENDS_AND_COLON, no='、')}{words.signers.group}:?"
        # Who prints a letter and who gets it: 某县生态环境局办公室 2025年1月20日印发; 抄送:县委办。
        rf"|{gap(30, no='、', digits=False)}20\d\d *年 *\d{{1,2}} *月 *\d{{1,2}} *日"
        f"{words.printed.group}"
        f"|{words.copies.group}:[^;]*"
    )


@cache
def _attached() -> re.Pattern[str]:
    names = outline_words().marks.numbered.group
    return re.compile(rf"\n\s*{names}\d?[:.、]?[^。;]*$")


def is_attached(plain: str, start: int) -> bool:
    """Whether a line stands in a list of what is attached: 附件:1.完成情况表 |2.重点项目表."""
    return _attached().search(plain, max(0, start - ATTACHMENT_REACH), start) is not None


class MarkedText(NamedTuple):
    """A paragraph, or the part of one that an enumeration mark begins; or a table (`tabled`)."""

    mark: ItemMark | None
    start: int
    end: int
    opens_paragraph: bool
    tabled: bool = False


class Heading(NamedTuple):
    """Where a heading's own words stand, and where the text under it begins."""

    start: int
    end: int
    body: int


def run_in_heading(plain: str, marked: MarkedText) -> Heading | None:
    """The heading at the beginning of a marked text that goes on after it.

    `(一)污染防治攻坚纵深推进。聚焦…`, `一是高位调度。今年以来…`, `(二)水环境质量:…`
    """
    if marked.mark is None or _CLASS_ALONE.match(plain, marked.start, marked.end):
        return None
    style = marked.mark.style
    if style is Style.TOP:
        end = main_heading_end(plain, marked.start, marked.end)
        if end is not None:
            return Heading(marked.start, end, end)
    gap = _COLON.match(plain, marked.start, marked.end)
    if gap and gap.end() < marked.end and gap.end() - marked.start <= MAX_COLON_HEADING_CHARACTERS:
        return _heading(plain, marked.start, gap.end() - 1, gap.end(), style)
    blank = _GAP.match(plain, marked.start, min(marked.end, marked.start + GAP_REACH))
    if blank:
        return _heading(plain, marked.start, blank.end(), blank.end(), style)
    first = _FIRST_SENTENCE.match(plain, marked.start, marked.end)
    if first is None or first.end() == marked.end:
        return None
    return _heading(plain, marked.start, first.end() - 1, first.end(), style)


def whole_heading(plain: str, marked: MarkedText) -> Heading | None:
    """The whole text as a heading, if it may be one; what follows decides."""
    if marked.mark is None:
        return None
    stop = marked.end
    while stop > marked.start and plain[stop - 1] in "。:!":
        stop -= 1
    # 三、还差什么? is a question, and a heading all the same.
    if plain[stop - 1] == "?" and announced(plain[marked.start : stop], main=True):
        stop -= 1
    if not _STATING.isdisjoint(plain[marked.start : stop]):
        return None
    return _heading(plain, marked.start, stop, marked.end, marked.mark.style)


def _heading(plain: str, start: int, end: int, body: int, style: Style) -> Heading | None:
    text = plain[start:end]
    length = len(text.replace(" ", ""))
    if not MIN_HEADING_CHARACTERS <= length <= MAX_HEADING_CHARACTERS[style]:
        return None
    if text.count(",") > MOST_COMMAS.get(style, 3) or _AMOUNT.search(_NAMES.sub("", text)):
        return None
    return Heading(start, end, body)


def line_heading(plain: str, start: int, end: int) -> Heading | None:
    """An unnumbered line as a heading: short, without an end mark, no table row, no signature."""
    text = plain[start:end]
    stop = end - 1 if text.endswith(":") else end
    if (
        len(text) > MAX_LINE_CHARACTERS
        or text[-1] in "。;!?,、…)"
        or "  " in text
        or "|" in text
        or "," in text
    ):
        return None
    # 不足: and 打算 are short, and all the same plainly headings.
    short = len(text) < MIN_HEADING_CHARACTERS + 2 and announced(text, main=True) is None
    if not _CHINESE.search(text) or short or is_signature(text):
        return None
    if _AMOUNT.search(_NAMES.sub("", text)):
        return None
    return Heading(start, stop, end)


def is_lead(plain: str, start: int, end: int) -> bool:
    """Whether a sentence may be a lead phrase: short, one clause, without amounts."""
    return end - start <= MAX_LEAD_CHARACTERS + 1 and _LEAD.fullmatch(plain, start, end) is not None


def is_signature(text: str) -> bool:
    """Whether a line greets, closes or signs: `各位代表:`, `特此报告。`, `某市生态环境局`."""
    return len(text) <= MAX_SIGNATURE_CHARACTERS and _signature().fullmatch(text) is not None
