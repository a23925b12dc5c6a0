"""Values and names that were masked before the text was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.model import Finding, FlagType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked

HAN = r"[\u4e00-\u9fff]"
# Masked years and numbers, masked names, stars and boxes, and units whose number was deleted.
MASK = re.compile(
    # What any of them can begin with: without this the scan takes four times as long.
    r"(?=[\dxXP*○△□某率例上下提降增均水达优])(?:"
    r"(?P<year>(?:19|20)(?:[xX*×_○]{1,2}|\d[xX*×_○])(?![A-Za-z\d]))"
    rf"|(?P<letters>(?<![A-Za-z\d.+])[xX]{{1,6}}(?=(?:[\u4e00-\u9fff%.、,;。)]|个|$))(?!射线|光|线机|形))"
    r"|(?P<metric>PM[xX](?![A-Za-z]))|(?P<digits>\d[xX*]{2,}(?![A-Za-z\d])|\d*[xX*]{1,3}\.[xX*\d]{1,3}(?![A-Za-z\d]))"
    rf"|(?P<stars>(?<=[^*\w\n])\*{{1,4}}(?:\.\*+)?(?={HAN}|[%、])|(?<={HAN})\*{{1,4}}(?:\.\*+)?(?={HAN}|[%、,;。]))"
    rf"|(?P<boxes>[○△□]{{2,}}(?={HAN}))"
    rf"|(?P<some>某某(?={HAN}))"
    r"|(?P<deleted>(?:[率例](?:为|达到?|上升|提高)?|(?:上升|下降|提高|降低|增长)(?:了)?)(?:%|个百分点)|(?:均值|水质)为类|达到类|优于类))"
)
AFTER = re.compile(r"[\u4e00-\u9fff%]{0,6}")
MARKED_UP = re.compile(r"\*\*[^*\n]{1,60}\*\*")


def placeholders(report: Checked) -> Iterator[Finding]:
    """One finding for every masked value or name of the report's own text."""
    text = report.text
    bold = [found.span() for found in MARKED_UP.finditer(text)] if _is_markdown(text) else []
    for found in MASK.finditer(text):
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
