"""Page 1: the conclusions, what to beware of, how to read the pages, and where the parts are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model import BureauKind, Document
from builder.model.page import (
    Block,
    BriefingPart,
    Conclusion,
    Contents,
    Paragraph,
    ParagraphKind,
)
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.wording.key_findings import KeyFindings
from builder.wording.key_findings.lists import Lists
from builder.wording.parts.cautions import cautions
from builder.wording.parts.context import Context
from builder.wording.parts.titles import title
from builder.wording.runs import sentence

_NAMED = 6
"""So many bureaus are named under the headline before 等."""


def findings(context: Context, following: Iterable[PartName]) -> tuple[BriefingPart, ...]:
    """The first page; `following` are the parts behind it, for its contents."""
    made = _FirstPage(context)
    blocks = (*made.blocks(), *made.contents(following))
    return (BriefingPart(name=PartName.FINDINGS, title="", blocks=blocks, numbered=False),)


class _FirstPage:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language

    def blocks(self) -> Iterator[Block]:
        """What stands under the head."""
        yield Paragraph(runs=(Run(self._sources()),), kind=ParagraphKind.SOURCES)
        conclusions = tuple(self._conclusions())
        yield from conclusions
        if beware := cautions(self.context):
            yield self._note(self._led(self.language("使用提示"), beware))
        yield self._note(self._led(self.language("怎样看"), self._reading(conclusions)))

    def contents(self, following: Iterable[PartName]) -> Iterator[Contents]:
        """The line that says where the parts are."""
        parts = tuple((name, title(name, self.language)) for name in following)
        if parts:
            yield Contents(lead=self.language("目录"), parts=parts)

    def _sources(self) -> str:
        """依据潜江市、岳阳县、赣州市、衡南县、某区生态环境部门的工作总结编成"""
        reports = self.context.comparison.reports
        places = dict.fromkeys(report.identity for report in reports)
        named = {
            report.identity: self.language.place(report.line.report) for report in reversed(reports)
        }
        lists = Lists(self.language)
        own = all(report.line.bureau_kind is BureauKind.ENVIRONMENT for report in reports)
        kinds = {report.line.document for report in reports}
        words = "工作总结" if kinds == {Document.WORK_REPORT} else "工作材料"
        whose = (
            "依据{bureaus}生态环境部门的{reports}编成" if own else "依据{bureaus}的{reports}编成"
        )
        return self.language(
            whose,
            bureaus=lists.folded([named[place] for place in places], _NAMED),
            reports=self.language(words),
        )

    def _conclusions(self) -> Iterator[Conclusion]:
        wording = KeyFindings(self.language)
        for number, conclusion in enumerate(self.context.conclusions, 1):
            said = wording.said(conclusion)
            yield Conclusion(
                number=number,
                lead=sentence(said.lead, self.language),
                detail=sentence(said.detail, self.language) if said.detail else (),
            )

    def _reading(self, conclusions: Iterable[Conclusion]) -> Runs:
        """How marks, letters and — are to be read; the example is a mark of this page."""
        printed = (run for each in conclusions for run in (*each.lead, *each.detail))
        example = next((run for run in printed if run.mark), None)
        like = self.language.runs("（如{mark}）", mark=(example,)) if example else ""
        return self.language.runs(
            "数字右上小字{like}指附录中的原句；浅色并带字母的值口径不同，不并列；“—”为没有可列入的数。",
            like=like,
        )

    def _led(self, lead: str, words: Runs) -> Runs:
        return (
            Run(self.language("{lead}　", lead=lead), style=RunStyle.STRONG),
            *words,
        )

    def _note(self, runs: Runs) -> Paragraph:
        return Paragraph(runs=runs, kind=ParagraphKind.NOTE)
