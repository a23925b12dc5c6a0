"""说明: what the file is, how to read it, what its columns hold, and what is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import Fate
from builder.model.sheet import Sheet
from builder.wording.sheets.book import Book
from builder.wording.sheets.fields import Field, SheetSpec

READING = (
    (
        "数字",
        (
            "照原文，小数位数也照原文，不换算；计量单位另列。"
            "本简报计算的只有“督察与整改”表里标着“计算”的两列，和可比组里的位次。"
        ),
    ),
    (
        "求和",
        (
            "指标或事项的名称带着计量单位，按它汇总不会把不同单位加在一起；"
            "按单位、主题等汇总前，先用“计量单位”筛选到一种单位。"
            "总数与其中数、同一件事印出两次的，都各占一行，求和前请看原句。"
        ),
    ),
    (
        "透视表",
        "行放“指标或事项”，列放“单位”，值放“数值”；数有多少条事实，值放“计数”求和。",
    ),
    ("目标", "承诺要达到的数在“目标值”，不在“数值”，不会与已有的数混在一起。"),
    ("空白", "原文没有写明，或该列与这类事实无关。空白不是零。"),
    (
        "相比",
        (
            "“可比组”相同的数值，统计期、范围、方法、单位都相同，才能并列和排位次；"
            "空白的看“不可比原因”。"
        ),
    ),
    ("日期", "统计期、报告期、计划期都是真日期，起止两天都包括在内。"),
    ("出处", "点蓝色的数字或编号到“出处”表的整句，再点编号回到“全部数据”。"),
    ("打印", "各表横向、按页宽打印，列多的只打印前面的主要各列。"),
)
"""What a reader must know, by the word that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line of the guide."""

    part: str
    name: str
    words: str


def remarks(sheets: Iterable[Sheet], book: Book) -> Iterator[Remark]:
    """The lines of the guide, part by part; `sheets` are all the others, 全部数据 first."""
    sheets, language = tuple(sheets), book.language
    for sheet in sheets:
        yield Remark(part=language("各表"), name=sheet.title, words=sheet.says)
    for name, words in READING:
        yield Remark(part=language("怎样读"), name=language(name), words=language(words))
    yield from _columns(sheets, book)
    yield from _reports(book)


def _columns(sheets: tuple[Sheet, ...], book: Book) -> Iterator[Remark]:
    """The columns that need a word; those of other sheets are named once."""
    told: set[str] = set()
    for sheet in sheets:
        part = book.language("“{sheet}”的列", sheet=sheet.title)
        for column in sheet.columns:
            if column.says and column.head not in told:
                told.add(column.head)
                yield Remark(part=part, name=column.head, words=column.says)


def _reports(book: Book) -> Iterator[Remark]:
    """The reports, the files that could not be used, the numbers that were not understood."""
    language, comparison = book.language, book.comparison
    for report in comparison.reports:
        line, file = report.line, report.extraction.outline.source.file
        words = language("；").join(filter(None, (line.title, file)))
        yield Remark(part=language("报告"), name=language.bureau(line.report), words=words)
    for refusal in comparison.refused:
        said = refusal.said(language)
        words = language("{reason}。{advice}", reason=said.reason, advice=said.advice)
        yield Remark(part=language("未能使用的文件"), name=said.file, words=words)
    for report in comparison.reports:
        count = report.extraction.coverage.count(Fate.UNREAD)
        if count:
            words = language("{count}个，列在“未读懂的数字”表", count=count)
            name = language.bureau(report.line.report)
            yield Remark(part=language("没有读懂的数字"), name=name, words=words)


GUIDE: SheetSpec[Remark] = SheetSpec(
    title="说明",
    says="",
    frozen=2,
    fields=(
        Field(head="部分", width=18, value=lambda row, _: row.part),
        Field(head="名称", width=20, value=lambda row, _: row.name),
        Field(head="说明", width=100, value=lambda row, _: row.words),
    ),
)
