"""What a text is: a work report, a plan, a bulletin, news, or surely no report at all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.report.periods import names_issue
from builder.model import BureauKind, Document, Role
from builder.vocabulary.environment.bureaus import bureau_words
from builder.vocabulary.generic.reports import documents
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.extract.report.bureaus import Bureau
    from builder.model import Outline

ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# 第五次会议纪要 ends with its kind, whatever number stands behind: 会议纪要第3号, 规划2021-2030年.
NUMBER = re.compile(
    r"第?[\d一二三四五六七八九十]+[期号次稿]$|(?:19|20)\d\d(?:[-—~至](?:19|20)\d\d)?年?$"
)
HEAD_CHARACTERS = 200
# A greeting on a line of its own stands before the first sentence.
GREETING_CHARACTERS = 16
# A column of a website (通知公告) is shorter than the title of a paper.
MIN_TITLE_CHARACTERS, MAX_TITLE_CHARACTERS = 6, 60
FIRST_LINES = 3
# What a title says and no column of a website (通知公告) does.
_ABOUT = "关于"
NO_TITLE = re.compile(r"[。;>|:]")


class DocumentKind(NamedTuple):
    """What a text is; of a refused one the word that says so (会议纪要)."""

    document: Document
    reason: str | None = None


def document_kind(outline: Outline, title: str | None) -> DocumentKind:
    """What the text is by its title, else by how it begins, else by its parts.

    Only what is surely no report is refused: a notice that hands out a plan is that plan.
    """
    for heading in (title,) if title else _first_lines(outline):
        if found := _of_title(heading):
            return found
    if all(party in outline.source.plain for party in documents().parties):
        return DocumentKind(Document.REFUSED, "合同")
    return DocumentKind(_of_head(outline) or _of_parts(outline))


def titled_paper(outline: Outline) -> str | None:
    """The first line that says by itself that the text is no report: 关于开展专项整治工作的通知."""
    for line in _first_lines(outline):
        found = _of_title(line) if _ABOUT in line else None
        if found and found.document is Document.REFUSED:
            return line
    return None


def bureau_kind(
    outline: Outline, title: str, bureau: Bureau | None, name: str | None
) -> BureauKind:
    """Whose report it is, by the bureau's name, else by the title, else by what it speaks of."""
    words = documents()
    if bureau is not None:
        return BureauKind.ENVIRONMENT
    for named in (name or "", title):
        if words.government.within(named) or "政府工作报告" in named:
            return BureauKind.GOVERNMENT
    if name is not None:
        ours = bureau_words().fields.within(name)
        return BureauKind.ENVIRONMENT if ours else BureauKind.OTHER
    spoken = words.environment.within(outline.source.plain)
    return BureauKind.ENVIRONMENT if spoken else BureauKind.OTHER


def _of_title(title: str) -> DocumentKind | None:
    bare = NUMBER.sub("", ASIDE.sub("", "".join(title.split())))
    words, patterns = documents(), _patterns()
    for kind in words.kinds:
        if not (bare.endswith(kind.endings) or kind.contained.within(bare)):
            continue
        ending = next((word for word in kind.endings if bare.endswith(word)), None)
        word = ending or next(word for word in kind.contained if word in bare)
        if kind.document is not Document.REFUSED:
            return DocumentKind(kind.document)
        if not _is_report(bare, word, patterns):
            return DocumentKind(Document.REFUSED, word)
    return None


class _Patterns(NamedTuple):
    """`put_up` and `more` are a report's word with what may stand behind it in its title."""

    handed_out: Words
    brought: Words
    asking: frozenset[str]
    no_papers: tuple[str, ...]
    put_up: re.Pattern[str]
    more: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = documents()
    return _Patterns(
        handed_out=words.handed_out,
        brought=words.brought,
        asking=frozenset(words.asking),
        no_papers=tuple(words.no_papers),
        put_up=re.compile(f"(?:{words.reports.pattern})(?:{words.put_up.pattern})$"),
        more=re.compile(f"(?:{words.reports.pattern})(?:{words.more.pattern})"),
    )


def _is_report(title: str, word: str, patterns: _Patterns) -> bool:
    """Whether a title that ends like another paper is that of a report all the same.

    关于印发2025年工作要点的通知 hands one out, 2024年工作总结公示 puts one up; 关于报送2024年工作
    总结的通知 only asks for one, and 工作总结管理办法 is about them.
    """
    if title.endswith(patterns.no_papers):
        return True
    if not documents().reports.within(title):
        return False
    if patterns.handed_out.within(title) or patterns.put_up.search(title):
        return True
    if word in patterns.asking:
        return False
    return patterns.brought.within(title) or patterns.more.search(title) is not None


def _first_lines(outline: Outline) -> tuple[str, ...]:
    """The lines that may be the title of a text whose title no report would have."""
    plain = outline.source.plain
    lines = [line.strip() for line in plain[: HEAD_CHARACTERS * 2].split("\n") if line.strip()]
    return tuple(
        line
        for line in lines[:FIRST_LINES]
        if MIN_TITLE_CHARACTERS <= len(line) <= MAX_TITLE_CHARACTERS and not NO_TITLE.search(line)
    )


def _of_head(outline: Outline) -> Document | None:
    """What the first words of a text without a telling title say it is."""
    words = documents()
    plain = outline.source.plain
    start = outline.sentences[0].start if outline.sentences else 0
    head = plain[start : start + HEAD_CHARACTERS]
    for_government = _speaks_for_government().search(head) is not None
    greeting = plain[max(0, start - GREETING_CHARACTERS) : start]
    if words.addresses.within(head) or (outline.title is None and words.addresses.within(greeting)):
        return Document.GOVERNMENT_REPORT if for_government else Document.SPEECH
    if words.news.within(head):
        return Document.NEWS
    told = words.bulletins.within(head[: HEAD_CHARACTERS // 2]) or names_issue(outline)
    return Document.BULLETIN if told else None


@cache
def _speaks_for_government() -> re.Pattern[str]:
    words = documents()
    return re.compile(f"{words.speaking.group}[^,。]{{0,12}}{words.government.group}")


def _of_parts(outline: Outline) -> Document:
    roles = {sentence.role for sentence in outline.sentences}
    return Document.PLAN if roles == {Role.PLAN} else Document.WORK_REPORT
