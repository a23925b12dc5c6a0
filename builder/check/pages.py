"""Findings about the page and the file that a report came in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.model import Finding, FlagType, Severity, SourceKind
from builder.numerals import SIGNS
from builder.vocabulary.environment.checks import checks
from builder.vocabulary.generic.reports import publishers
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked
    from builder.model import Furniture, Outline

# A date under the title and attachments after the text belong to the report, numbers and heads of
# pages to its print.
REPORTS_OWN = frozenset(("date_line", "attachment", "page_mark", "running_head"))
SHORTEST_CUT = 6
# Between head and rows of a table written in signs: | --- | :---: |.
_TABLE_RULE = re.compile(r"\|(?:[\s:—–-]+\|)+")


def page_findings(report: Checked) -> Iterator[Finding]:
    """Furniture, kind of page, script, cut texts, and what the reader could not read."""
    line = report.extraction.report
    outline = report.extraction.outline
    if line.source_kind is SourceKind.TEMPLATE_SITE:
        yield report.flag(
            FlagType.UNOFFICIAL_SOURCE,
            "来自范文或文档分享网站（{publisher}），不是发布单位自己的网页。",
            publisher=line.publisher or "名称不详",
        )
    if outline.source.converted:
        yield report.flag(
            FlagType.SCRIPT_CONVERTED,
            "简体文本被机器转成繁体（如“製度”“麵”“隻”），个别字词可能有误。",
        )
    for furniture in outline.furniture:
        words = outline.source.plain[furniture.start : furniture.end]
        own = furniture.rule in REPORTS_OWN or _TABLE_RULE.fullmatch(words.strip())
        if not own and not _is_source_line(outline, furniture):
            yield report.flag(
                FlagType.BOILERPLATE,
                "网页导航、计数、分享等文字混入正文。",
                (furniture.start, furniture.end),
            )
    yield from _cuts(report)
    yield from _remarks(report)


def _is_source_line(outline: Outline, furniture: Furniture) -> bool:
    """Whether a line says nothing but when and by whom a text was put up, and stands alone.

    Beside other furniture (索引号, 浏览量) it is one of the lines of a block of the page.
    """
    plain = outline.source.plain
    if not _source_line().fullmatch("".join(plain[furniture.start : furniture.end].split())):
        return False
    return not any(
        not plain[min(one.end, furniture.end) : max(one.start, furniture.start)].strip()
        for one in outline.furniture
        if one is not furniture and one.rule not in REPORTS_OWN
    )


@cache
def _source_line() -> re.Pattern[str]:
    """发布时间:2026-01-20 来源:某市人民政府办公室, without the blanks of a line."""
    words = publishers()
    dates, names = Words(words.date_labels).group, Words(words.publisher_labels).group
    day = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d\d?:\d\d(?::\d\d)?)?"
    name = r"[\u4e00-\u9fff]{2,24}?"
    return re.compile(f"(?:{dates}:?{day}|{names}:?{name}(?={dates}|{names}|{day}|$)|{day})+")


def _cuts(report: Checked) -> Iterator[Finding]:
    """Where the page says that it shows a part only, or the last sentence breaks off."""
    outline = report.extraction.outline
    plain = outline.source.plain
    for found in _previews().finditer(plain):
        start = plain.rfind("\n", 0, found.start()) + 1
        end = plain.find("\n", found.end())
        line = plain[start : len(plain) if end < 0 else end]
        begin = start + len(line) - len(line.lstrip())
        yield report.flag(
            FlagType.TRUNCATED,
            "网页只显示部分内容，正文不完整。",
            (begin, start + len(line.rstrip())),
        )
        return
    last = outline.sentences[-1] if outline.sentences else None
    if last is not None and last.end - last.start >= SHORTEST_CUT:
        ending = plain[last.start : last.end].rstrip()
        if ending.endswith(checks().cut_endings) or _breaks_off(ending):
            yield report.flag(
                FlagType.TRUNCATED, "正文在句中结束，可能不完整。", (last.start, last.end)
            )


@cache
def _previews() -> re.Pattern[str]:
    """Words of a preview: 试读结束, or 登录后可查看剩余内容 in whatever words it is said."""
    words = checks()
    return re.compile(
        f"{words.truncated.pattern}"
        rf"|{words.gates.group}[^。;\n]{{0,8}}{words.reading.group}[^。;,\n]{{0,4}}{words.rest.group}"
        rf"|{words.rest.group}(?:\d+%)?(?:内容|部分),?[^。;,\n]{{0,6}}{words.gates.group}"
    )


def _breaks_off(ending: str) -> bool:
    """Whether the last words of a text are a sentence without its end.

    严格落实中央八项规定精 opens with what is done, or has clauses; a signature, a date or a name
    (云门县生态环境局) has neither.
    """
    endings, patterns = checks().endings, _endings()
    if patterns.cut_count.search(ending):
        return True
    if not ending[-1:].isalpha() or ending.endswith((*endings.signed, *endings.whole)):
        return False
    if patterns.amount.search(ending):
        return False
    return "," in ending or patterns.opening.match(ending) is not None


class _Endings(NamedTuple):
    """Patterns of last sentences: they end with an amount, or with the half of one, or open."""

    amount: re.Pattern[str]
    cut_count: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def _endings() -> _Endings:
    words = checks().endings
    number = f"[\\d{SIGNS}两几数多余百千万亿]"
    return _Endings(
        amount=re.compile(f"{number}[公平立方千]{{0,2}}{words.units.group}$"),
        cut_count=re.compile(f"{number}{words.cut_counts.group}$"),
        opening=re.compile(f"{words.terms.group}?{checks().openings.group}"),
    )


def _remarks(report: Checked) -> Iterator[Finding]:
    """What the reader says of the file, and bytes that it had to replace."""
    source = report.extraction.outline.source
    if source.replaced_bytes:
        yield Finding(
            code="broken_bytes",
            severity=Severity.WARNING,
            report=source.report,
            message="文件中有 {count} 处字节无法解码，已替换为“�”。",
            values=(("count", str(source.replaced_bytes)),),
        )
    for remark in source.remarks:
        yield Finding(
            code="reader_remark",
            severity=Severity.WARNING,
            report=source.report,
            message=remark.message,
            values=remark.values,
        )
