"""`briefing explain`: a report's text with what was read out of it, and what was not."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from builder.check import check
from builder.cli.messages import fail
from builder.cli.settings import config_option, settings_in_use
from builder.cli.terminal import visible
from builder.extract import extract
from builder.kinds import KINDS, kind_of
from builder.language import SOURCE_LANGUAGE, Language
from builder.model import Extraction, Fate
from builder.outline import outline
from builder.read import Unreadable, read_source
from builder.wording.fact_words import fact_words

# Sentences first: what stands inside them is painted over them.
PAINTED = tuple(reversed(KINDS))
UNREAD = ("未读懂的数字", "bold black on yellow")
FURNITURE = ("网页杂项", "dim strike")


@click.command("explain")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@config_option
@click.option(
    "--rules/--no-rules", default=True, show_default=True, help="列出每条事实和它的规则。"
)
def explain_command(file: Path, config: Path | None, rules: bool) -> None:
    """在终端上显示报告原文：各类事实以颜色标出，并列出每条事实的指标、数值、期间、范围和规则。"""
    limits = settings_in_use(config).limits
    try:
        source = read_source(file, limits)
    except Unreadable as error:
        refusal = error.refusal.said()
        fail(f"{file}：{refusal.reason}。{refusal.advice}")
    extraction = check(extract(outline(source)))
    console = Console(highlight=False)
    console.print(legend())
    console.print(painted_text(extraction))
    if rules:
        console.print(rule_table(extraction))
    console.print(coverage_line(extraction))


def legend() -> Text:
    """The colours and what they stand for."""
    kinds = ((kind.label, kind.style) for kind in PAINTED)
    entries = [*kinds, UNREAD, FURNITURE]
    return Text("　").join(Text(name, style=style) for name, style in entries)


def painted_text(extraction: Extraction) -> Text:
    """The source text with its facts, unread numbers and page furniture in their colours."""
    text = Text(visible(extraction.outline.source.text))
    for piece in extraction.outline.furniture:
        text.stylize(FURNITURE[1], piece.start, piece.end)
    for kind in PAINTED:
        for fact in extraction.facts:
            if isinstance(fact, kind.record):
                text.stylize(kind.style, fact.start, fact.end)
    for use in extraction.coverage.uses:
        if use.fate is Fate.UNREAD:
            text.stylize(UNREAD[1], use.start, use.end)
    return text


def rule_table(extraction: Extraction) -> Table:
    """Every fact with what it says, its rule and quote, and every finding, in text order."""
    table = Table(
        *("位置", "类别", "指标或事项", "数值", "期间", "范围", "规则", "原文"),
        title="事实与提示",
        title_justify="left",
    )
    language = Language(SOURCE_LANGUAGE)
    rows = []
    for fact in extraction.facts:
        said = fact_words(fact, language)
        cells = (said.about, said.value, said.period, said.scope, fact.rule, fact.quote)
        rows.append((fact.start, kind_of(fact).label, *cells))
    for finding in extraction.findings:
        text = finding.quote or finding.message.format(**dict(finding.values))
        rows.append((finding.start or 0, "提示", "", "", "", "", finding.code, text))
    for start, *words in sorted(rows):
        table.add_row(str(start), *(Text(visible(one).replace("\n", "⏎")) for one in words))
    return table


def coverage_line(extraction: Extraction) -> str:
    """How many numbers the text has and what became of them."""
    counts = {fate: extraction.coverage.count(fate) for fate in Fate}
    return (
        f"全文数字 {len(extraction.coverage.uses)} 个：进入事实 {counts[Fate.FACT]}，"
        f"确知不是数据 {counts[Fate.NONE]}，未读懂 {counts[Fate.UNREAD]}。"
    )
