"""材料说明: which reports were read and what to beware of, what was not read, and the terms."""

from __future__ import annotations

from collections.abc import Iterator

from builder.language import SOURCE_LANGUAGE
from builder.model import Document, Indicator
from builder.model.comparison import Dossier
from builder.model.page import Block, BriefingPart, Column, Paragraph, ParagraphKind, Row, Table
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.wording.bureaus import Bureaus
from builder.wording.cells import NOTHING, cell, row, styled
from builder.wording.parts.context import Context
from builder.wording.parts.sheets import FROM
from builder.wording.parts.titles import TITLES
from builder.wording.periods import day_words

MOST_REFUSED = 12
TERMS = (
    ("可直接对比", "指标、数据期、范围都相同；只对这样的值比高低"),
    ("未限定范围", "报告写的是全辖区，或没有写明范围"),
    ("有相关承诺", "计划中有句子写到该问题的对象；写到不等于能够解决"),
    ("仅同主题承诺", "计划中只有同一主题的句子，没有写到该问题的对象"),
    ("未见对应承诺", "计划中没有找到相关的句子；报告以外另有安排的，本简报不掌握"),
    ("可核查的承诺", "句中写明数量、时限或具名成果"),
    ("由本简报计算", "完成率、剩余数和占比；其余数字都按原文"),
)
"""Words of this briefing with what they mean."""


def materials(context: Context) -> tuple[BriefingPart, ...]:
    """The part."""
    made = _Materials(context)
    return (
        BriefingPart(
            name=PartName.MATERIALS,
            title=context.language(TITLES[PartName.MATERIALS]),
            blocks=tuple(made.blocks()),
        ),
    )


class _Materials:
    def __init__(self, context: Context) -> None:
        self.language = context.language
        self.comparison = context.comparison
        self.bureaus = Bureaus(context.language)

    def blocks(self) -> Iterator[Block]:
        if len(self.comparison.reports) < FROM:
            yield self._reports()
        else:
            yield self._elsewhere()
        yield from self._refused()
        yield self._terms()

    def _elsewhere(self) -> Paragraph:
        """Of many bureaus each has its material and its cautions on its sheet."""
        words = self.language(
            "各单位的材料名称和使用注意写在“单位情况”各页，来源见 briefing.xlsx“材料”。"
        )
        return Paragraph(runs=(Run(words + self._unread()),))

    def _reports(self) -> Table:
        language, unread = self.language, self._unread()
        return Table(
            caption=language("材料来源和使用注意"),
            columns=(
                Column(head=(language("单位"),), width=20),
                Column(head=(language("材料"),), width=66),
                Column(head=(language("使用注意"),), width=76),
            ),
            rows=tuple(map(self._report, self.comparison.reports)),
            note=(Run(unread),) if unread else (),
        )

    def _report(self, report: Dossier) -> Row:
        language, line = self.language, report.line
        file = report.extraction.outline.source.file
        told = [line.title or language("没有标题（{file}）", file=file)]
        if line.document is not Document.WORK_REPORT:
            told.append(language("（不是工作总结）"))
        where = [line.publisher or "", self._day(report)]
        facts = language("，").join(filter(None, where))
        cautions = language("；").join(map(language.inside, self.bureaus.cautions(report)))
        return row(
            cell(*self._names(report), head=True),
            cell("".join(told), styled(facts, RunStyle.QUIET)),
            cell(language.sentence(cautions) or NOTHING),
        )

    def _names(self, report: Dossier) -> Iterator[str | Runs]:
        """What the briefing calls a bureau; where that is not its own name, this too, once."""
        short, place = self.language.bureau(report.line.report), report.name.place
        yield short
        if self.language.code != SOURCE_LANGUAGE and place not in short:
            yield styled(place, RunStyle.QUIET)

    def _day(self, report: Dossier) -> str:
        published = report.line.published
        if published is None:
            return ""
        return self.language("{day}发布", day=day_words(published, self.language))

    def _unread(self) -> str:
        """How many numbers were not understood; nobody is to think that they were forgotten."""
        unread = sum(coverage.unread for coverage in self.comparison.coverage)
        if not unread:
            return ""
        return self.language(
            "原文有{count}处数字没有读懂，未采用，逐处列在 briefing.xlsx“未读懂的数字”。",
            count=unread,
        )

    def _refused(self) -> Iterator[Block]:
        """The files that could not be used, each with its reason."""
        language, refused = self.language, self.comparison.refused
        if not refused:
            return
        yield Paragraph(
            runs=(Run(language("未能使用的文件{count}个：", count=len(refused))),),
            kind=ParagraphKind.ITEM,
        )
        for each in refused[:MOST_REFUSED]:
            yield Paragraph(runs=(Run(str(each.said(language))),), kind=ParagraphKind.ITEM)
        if len(refused) > MOST_REFUSED:
            more = language("其余见 briefing.xlsx“说明”。")
            yield Paragraph(runs=(Run(more),), kind=ParagraphKind.ITEM)

    def _terms(self) -> Table:
        """What the words of this briefing mean; only those that it uses."""
        language, used = self.language, set(self._used())
        return Table(
            caption=language("本简报用语"),
            columns=(
                Column(head=(language("用语"),), width=34),
                Column(head=(language("含义"),), width=128),
            ),
            rows=tuple(
                row(cell(language.sentence(language(term)), head=True), cell(language(meaning)))
                for term, meaning in TERMS
                if term in used
            ),
        )

    def _used(self) -> Iterator[str]:
        if len(self.comparison.reports) > 1 and self._of_indicators():
            yield from ("可直接对比", "未限定范围")
        if self.comparison.problems:
            yield from ("有相关承诺", "仅同主题承诺", "未见对应承诺")
        if any(plan.commitments for plan in self.comparison.plans):
            yield "可核查的承诺"
        yield "由本简报计算"

    def _of_indicators(self) -> bool:
        return any(report.of(Indicator) for report in self.comparison.reports)
