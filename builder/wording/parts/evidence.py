"""附录　原文出处: every cited sentence once, its figures set off, under the headings above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.model.comparison import CitedSentence
from builder.model.page import (
    Block,
    BriefingPart,
    EntryPath,
    Heading,
    Paragraph,
    ParagraphKind,
    runs_of,
)
from builder.model.parts import PartName
from builder.model.printed import Run
from builder.wording.evidence import EvidenceLists
from builder.wording.parts.context import Context

_COLUMNS = 2


def printed_evidence(parts: Iterable[BriefingPart], context: Context) -> tuple[BriefingPart, ...]:
    """The sentences whose marks some parts print."""
    marks = {run.mark for part in parts for run in runs_of(part.blocks) if run.mark}
    note = context.language(
        "每条为原文整句，引用的数字加粗；点编号回到引用处。全部原文和未引用的数字见briefing.html、briefing.xlsx。"
    )
    blocks = tuple(_blocks(context, marks))
    if not blocks:
        return ()
    return (
        BriefingPart(
            name=PartName.EVIDENCE,
            title=context.language("附录　原文出处"),
            blocks=(Paragraph(runs=(Run(note),), kind=ParagraphKind.NOTE), *blocks),
            numbered=False,
            columns=_COLUMNS,
            starts_page=True,
        ),
    )


def _blocks(context: Context, marks: set[str]) -> Iterator[Block]:
    """A heading a bureau, and under each path of headings its sentences."""
    lists = EvidenceLists(context.language)
    for report in context.comparison.evidence:
        cited = [one for one in report.sentences if _is_cited(one, context, marks)]
        if cited:
            yield Heading(text=context.language.bureau(report.report), numbered=False)
        for path, sentences in groupby(cited, key=lists.path):
            yield EntryPath(text=path)
            yield from map(lists.entry, sentences)


def _is_cited(sentence: CitedSentence, context: Context, marks: set[str]) -> bool:
    return any(context.language.mark(fact) in marks for fact in sentence.facts)
