"""Numbers of the text that no value was made of, because they can't be read with certainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model import Finding, Severity
from builder.read.unseen import without_unseen
from builder.text.numbers.unclear import BROKEN_NUMBER, SPLIT_NUMBER, UNREADABLE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked

MESSAGES = {
    SPLIT_NUMBER: "“{words}”中间有空格或换行，分不清是一个数还是两个数，没有取值；请对照原件。",
    BROKEN_NUMBER: "“{words}”不像一个写完整的数，没有取值；请对照原件。",
    UNREADABLE_NUMBER: "“{words}”里有读不出的数字（划去、叠印、乱码或反转显示），"
    "没有取值；请对照原件。",
}


def unclear_numbers(report: Checked) -> Iterator[Finding]:
    """A finding for each."""
    source = report.extraction.outline.source
    for use in report.extraction.coverage.uses:
        message = MESSAGES.get(use.rule)
        if message is not None:
            quote = source.text[use.start : use.end]
            yield Finding(
                code=use.rule,
                severity=Severity.WARNING,
                report=source.report,
                message=message,
                values=(("words", " ".join(without_unseen(quote).split())),),
                start=use.start,
                end=use.end,
                quote=quote,
            )
