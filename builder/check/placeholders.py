"""Values and names that were masked before the text was published."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.clauses import CLAUSE_ENDS
from builder.model import Finding, FlagType
from builder.vocabulary.environment.checks import checks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked

HAN = r"[\u4e00-\u9fff]"
AFTER = re.compile(r"[\u4e00-\u9fff%]{0,6}")
# Bold print ends with no comma: **水库水质Ⅱ类,**断面水质Ⅲ类 has two names masked.
MARKED_UP = re.compile(r"\*\*[^*\n]{1,60}(?<![,，、])\*\*")


def placeholders(report: Checked) -> Iterator[Finding]:
    """One finding for every masked value or name of the report's own text."""
    text = report.text
    bold = [found.span() for found in MARKED_UP.finditer(text)] if _is_markdown(text) else []
    for found in _mask().finditer(text):
        if any(start <= found.start() < end for start, end in bold):
            continue
        after = AFTER.match(text, found.end())
        end = after.end() if after else found.end()
        quote = text[found.start() : end]
        yield report.flag_at(
            FlagType.PLACEHOLDER,
            "数值或名称被隐去：{words}。",
            found.start(),
            end,
            words=quote,
        )


def _is_markdown(text: str) -> bool:
    """Whether stars are bold print: they come in pairs and headings have their #."""
    return text.startswith("#") or "\n#" in text or "\n**" in text


@cache
def _mask() -> re.Pattern[str]:
    """Masked years and numbers, masked names, stars and boxes, units whose number was deleted."""
    words = checks().masks
    deleted = (
        f"(?:{words.shares.group}{words.reaching.group}?|{words.changes.group}了?)(?:%|个百分点)"
    )
    letters = {word[0] for word in (*words.shares, *words.changes, *words.classes)}
    end = f"(?=(?:[\\u4e00-\\u9fff%.、)]|[{CLAUSE_ENDS}]|$))"
    return re.compile(
        # What any of them can begin with: without this the scan takes four times as long.
        rf"(?=[\dxXP*○△□某{''.join(sorted(letters))}])(?:"
        r"(?P<year>(?:19|20)(?:[xX*×_○]{1,2}|\d[xX*×_○])(?![A-Za-z\d]))"
        rf"|(?P<letters>(?<![A-Za-z\d.+])[xX]{{1,6}}{end}(?!{words.rays.pattern}))"
        r"|(?P<metric>PM[xX](?![A-Za-z]))"
        r"|(?P<digits>\d[xX*]{2,}(?![A-Za-z\d])|\d*[xX*]{1,3}\.[xX*\d]{1,3}(?![A-Za-z\d]))"
        rf"|(?P<stars>(?<=[^*\w\n])\*{{1,4}}(?:\.\*+)?(?={HAN}|[%、])"
        rf"|(?<={HAN})\*{{1,4}}(?:\.\*+)?(?={HAN}|[%、{CLAUSE_ENDS}]))"
        rf"|(?P<boxes>[○△□]{{2,}}(?={HAN}))"
        rf"|(?P<some>某某(?={HAN}))"
        rf"|(?P<deleted>{deleted}|{words.classes.group}类))"
    )
