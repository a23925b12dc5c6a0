"""环境质量: air, water and the rest, each said in a few words with one picture or table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model import Indicator
from builder.model.page import Block, BriefingPart, Heading, Paragraph, ParagraphKind
from builder.model.parts import PartName
from builder.model.printed import Run
from builder.wording.parts.air import air
from builder.wording.parts.context import Context
from builder.wording.parts.metrics import Metrics
from builder.wording.parts.titles import TITLES
from builder.wording.parts.water import Water


def indicators(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing where no report states a value."""
    sections = (
        ("大气", air(context)),
        ("水", Water(context).blocks()),
        ("土壤、农村和其他", Metrics(context).blocks()),
    )
    blocks = tuple(
        block for title, made in sections for block in _titled(context.language(title), made)
    )
    if not blocks:
        return ()
    return (
        BriefingPart(
            name=PartName.INDICATORS,
            title=context.language(TITLES[PartName.INDICATORS]),
            blocks=(*blocks, *_doubtful(context)),
        ),
    )


def _titled(title: str, made: Iterable[Block]) -> Iterator[Block]:
    """Blocks under their heading; no heading where there are none."""
    blocks = tuple(made)
    if blocks:
        yield Heading(text=title)
        yield from blocks


def _doubtful(context: Context) -> Iterator[Paragraph]:
    """How many values were read but are not sure, and therefore not printed."""
    count = sum(
        not fact.is_sure for report in context.comparison.reports for fact in report.of(Indicator)
    )
    if count:
        words = context.language("另有{count}个数值须核对，未列入，见 briefing.xlsx。", count=count)
        yield Paragraph(runs=(Run(words),), kind=ParagraphKind.NOTE)
