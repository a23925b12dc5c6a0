"""全部数据: every fact of every report, one number a row, its unit in its name.

A pivot by what a number is can therefore not add 亿元 to 万元; targets stand in columns of their
own, so that it adds none to a result.
"""

from __future__ import annotations

from builder.kinds import kind_of
from builder.language import Language
from builder.model import Indicator, Period, Problem, Quantity, Tally
from builder.model.sheet import ColumnKind, SheetCell
from builder.vocabulary.environment.names import names
from builder.wording.sheets.book import DATA, Book
from builder.wording.sheets.cells import (
    bare_unit,
    end,
    further_themes,
    hedge,
    named,
    start,
    sureness,
    theme,
)
from builder.wording.sheets.entries import Entry, TallyNumber
from builder.wording.sheets.fact_details import COMPARISON, WORK
from builder.wording.sheets.fields import Field, SheetSpec

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE
PARTS = {
    TallyNumber.TOTAL: "{subject}：总数",
    TallyNumber.DONE: "{subject}：已完成",
    TallyNumber.PENDING: "{subject}：未完成",
    TallyNumber.RATE: "{subject}：完成率",
}


def _tally_name(part: TallyNumber | None, fact: Tally, language: Language) -> str:
    """信访件：未完成, or what the report calls those that are left: 信访件：阶段性办结."""
    if part is None:
        return fact.subject
    if part is TallyNumber.PENDING and fact.pending_as:
        return language("{subject}：{state}", subject=fact.subject, state=fact.pending_as)
    return language(PARTS[part], subject=fact.subject)


def _name(entry: Entry, book: Book) -> str:
    language, fact = book.language, entry.fact
    match fact:
        case Indicator():
            name = language.sentence(language(names().metrics[fact.metric]))
        case Tally():
            name = _tally_name(entry.part, fact, language)
        case Quantity():
            name = fact.label
        case Problem():
            name = fact.title
        case _:
            words = entry.target or fact
            name = book.plain(words.start, words.end, fact)
    return named(name, entry.unit, book)


def _value(entry: Entry, book: Book) -> SheetCell:
    return None if entry.value is None else book.cited(entry.value, entry.fact)


def _period(entry: Entry) -> Period | None:
    return entry.fact.period if isinstance(entry.fact, Indicator | Tally) else None


def _scope(entry: Entry, _: Book) -> str:
    return (entry.fact.scope or "") if isinstance(entry.fact, Indicator) else ""


MEASURED: tuple[Field[Entry], ...] = (
    Field(
        head="出处",
        width=8,
        value=lambda row, book: book.mark(row.fact),
        says="原文整句的编号；点开到“出处”表",
    ),
    Field(
        head="单位",
        width=12,
        value=lambda row, book: book.bureau(row.fact),
        says="哪一家的报告",
    ),
    Field(
        head="类别",
        width=11,
        value=lambda row, book: book.language(kind_of(row.fact).label),
        says="指标、办理情况、数量、整改、问题或承诺",
    ),
    Field(
        head="指标或事项",
        width=38,
        value=_name,
        says="数字说的是什么，带计量单位：单位不同，名称就不同，按它汇总不会把不同单位加在一起",
    ),
    Field(
        head="限定",
        width=6,
        value=lambda row, _: hedge(row.qualifier),
        says="≥、≤、>、<、≈（约、余、近）；空白表示就是这个数",
    ),
    Field(
        head="数值",
        width=12,
        value=_value,
        kind=NUMBER,
        says="原文的数，小数位数照原文，不换算；目标不在此列",
    ),
    Field(
        head="计量单位",
        width=10,
        value=lambda row, book: bare_unit(row.unit, book),
        says="数值的单位，照原文，万元、亿元不换算",
    ),
    Field(
        head="水质类别",
        width=10,
        value=lambda row, _: row.grade,
        says="以类别表示的水质，Ⅰ至劣Ⅴ",
    ),
    Field(
        head="统计期起",
        width=12,
        value=lambda row, _: start(_period(row)),
        kind=DATE,
        says="指标和办理情况的统计期的第一天；原文不明的空白",
    ),
    Field(
        head="统计期止",
        width=12,
        value=lambda row, _: end(_period(row)),
        kind=DATE,
        says="统计期的最后一天",
    ),
    Field(
        head="范围",
        width=18,
        value=_scope,
        says="原文限定的地区、对象或条件；空白表示原文没有限定",
    ),
)
"""What a number is, how much, and of when and where."""

SOURCE: tuple[Field[Entry], ...] = (
    Field(
        head="主题",
        width=14,
        value=lambda row, book: theme(row.fact, book),
        says="第一主题，按主题计数用它",
    ),
    Field(
        head="其他主题",
        width=18,
        value=lambda row, book: further_themes(row.fact, book),
        says="还涉及的主题",
    ),
    Field(
        head="把握",
        width=8,
        value=lambda row, book: sureness(row.fact, book),
        says="须核对的，用前请看原句",
    ),
    Field(
        head="更正",
        width=20,
        value=lambda row, _: row.fact.correction or "",
        says="人工更正的理由；空白表示没有更正过",
    ),
    Field(
        head="计数",
        width=7,
        value=lambda row, _: 1 if row.first else None,
        kind=NUMBER,
        says="一条事实的第一行为1，其余空白：数有多少条，加这一列",
    ),
    Field(
        head="原句",
        width=60,
        value=lambda row, book: book.sentence(row.fact),
        says="数字所在的整句，一字不改",
    ),
    Field(
        head="标题路径",
        width=36,
        value=lambda row, book: book.path(row.fact),
        says="整句上面的各级标题，由外到内",
    ),
    Field(
        head="文件",
        width=24,
        value=lambda row, book: book.file(row.fact),
        says="报告的文件名",
    ),
    Field(
        head="报告期起",
        width=12,
        value=lambda row, book: start(book.report(row.fact).line.period),
        kind=DATE,
        says="整份报告的期间的第一天",
    ),
    Field(
        head="报告期止",
        width=12,
        value=lambda row, book: end(book.report(row.fact).line.period),
        kind=DATE,
        says="整份报告的期间的最后一天",
    ),
    Field(
        head="起点",
        width=8,
        value=lambda row, _: row.fact.start,
        kind=NUMBER,
        says="引文在原文中的开始位置，与facts.jsonl相同",
    ),
    Field(
        head="终点",
        width=8,
        value=lambda row, _: row.fact.end,
        kind=NUMBER,
        says="引文的结束位置",
    ),
)
"""Where a fact stands, and how sure it is."""

FACTS: SheetSpec[Entry] = SheetSpec(
    title=DATA,
    says="每份报告的每一条事实，一行一个数；没有数的问题、整改和承诺各占一行",
    fields=(*MEASURED, *COMPARISON, *WORK, *SOURCE),
    frozen=4,
    printed=len(MEASURED) + 4,
    wrapped=False,
)
