"""Tables of items: each row is a set with what was settled of it."""

from __future__ import annotations

import pytest

from builder.extract.tallies import tallies
from tests.extract.reports import read
from tests.periods import period


def sets(text: str, head: str | None = None) -> list[tuple[str, ...]]:
    """Subject, source, and the numbers of the tallies of a text."""
    found = read(text) if head is None else read(text, head=head)
    return [
        (
            one.subject,
            one.source.value,
            *("" if value is None else str(value) for value in (one.total, one.done, one.pending)),
        )
        for one in tallies(found, period("2024")).facts
    ]


@pytest.mark.parametrize(
    "table",
    [
        (
            "单位 | 反馈问题数 | 已完成 | 正在整改 | 完成率\n"
            "东镇 | 12 | 10 | 2 | 83.3%\n"
            "合计 | 20 | 18 | 2 | 90%"
        ),
        "乡镇\t反馈问题（个）\t完成整改（个）\t未完成（个）\n东镇\t12\t10\t2\n合计\t20\t18\t2",
        (
            "序号  单位  反馈问题  已整改  整改中  整改率\n"
            "1  东镇  12  10  2  83.3%\n"
            "2  总计  20  18  2  90%"
        ),
        (
            "| 责任单位 | 反馈问题总数 | 已完成整改 | 剩余 |\n"
            "|---|---|---|---|\n"
            "| 东镇 | 12个 | 10个 | 2个 |\n"
            "| 合计 | 20个 | 18个 | 2个 |"
        ),
        (
            "单位 | 反馈问题 | | \n"
            " | 反馈问题数 | 完成销号 | 达到序时进度\n"
            "东镇 | 12 | 10 | 2\n"
            "合计 | 20 | 18 | 2"
        ),
        (
            "单位|反馈问题数|整改时限|整改完成数|阶段性完成|备注\n"
            "东镇|12|年底|10|2|—\n"
            "合计|20|年底|18|2|—"
        ),
        (
            "单位 ｜ 反馈问题数 ｜ 已办结 ｜ 在办\n"
            "东镇 ｜ １２ ｜ １０ ｜ ２\n"
            "小计 ｜ ２０ ｜ １８ ｜ ２"
        ),
        (
            "县区 | 反馈问题数（件） | 已销号数 | 持续推进数 | 销号率（%）\n"
            "东镇 | 12 | 10 | 2 | 83.3\n"
            "合计 | 20 | 18 | 2 | 90"
        ),
    ],
)
def test_each_row_is_a_set(table: str) -> None:
    caption = "中央生态环境保护督察反馈问题整改情况表\n"
    assert sets(caption + table) == [
        ("东镇反馈问题", "central_inspection", "12", "10", "2"),
        ("反馈问题", "central_inspection", "20", "18", "2"),
    ]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "督察轮次 | 反馈问题 | 完成整改\n第一轮中央督察 | 32 | 32\n省级督察 | 15 | 13",
            ["32", "15"],
        ),
        (
            "类型 | 受理件数 | 办结件数 | 办结率\n大气 | 52 | 50 | 96.2%\n噪声 | 31 | 31 | 100%",
            ["52", "31"],
        ),
        ("县区 | 排查排污口数 | 完成整治 | 完成率\n东区 | 30 | 20 | 66.7%", ["30"]),
        ("乡镇 | 交办信访件 | 已办结 | 阶段性办结 | 责令整改\n东镇 | 9 | 8 | 1 | 3", ["9"]),
        ("来源 | 来信 | 来电 | 合计 | 办结\n省级督察 | 3 | 4 | 7 | 6", ["7"]),
        ("单位 | 整改任务数 | 应完成数 | 已完成数\n东镇 | 9 | 8 | 7\n西镇 | — | — | —", ["9"]),
    ],
)
def test_what_is_counted(table: str, found: list[str]) -> None:
    assert [total for _, _, total, *_ in sets(table)] == found


@pytest.mark.parametrize(
    "table",
    [
        "任务 | 目标 | 完成 | 完成率\n巡查河道 | 100 | 120 | 120%",
        "单位 | 反馈问题数 | 备注\n东镇 | 12 | 无",
        "县区 | 检查企业 | 立案\n东区 | 120 | 12",
        "单位 | 反馈问题数 | 完成整改 | 完成销号\n东镇 | 12 | 10 | 8",
        "单位 | 反馈问题数 | 已完成 | 正在整改\n东镇 | * | * | *",
        "首页 | 信访 | 办结 | 公开\n新闻 | 受理 | 查询 | 联系",
    ],
)
def test_what_is_no_set(table: str) -> None:
    assert sets(table) == []


def test_a_table_of_problems_or_of_the_plan_counts_nothing() -> None:
    head = "某市生态环境局2024年工作总结\n一、2024年工作情况\n立案6件。\n二、2025年工作计划\n"
    assert sets("单位 | 反馈问题数 | 已完成\n东镇 | 12 | 10", head=head) == []


@pytest.mark.parametrize("line", ["\n", " "])
@pytest.mark.parametrize(
    "rows",
    [
        ("来源 交办数 已完成 推进中", "省级督察反馈问题 9项 8项 1项", "信访问题 7个 5个 2个"),
        ("问题来源 总数 完成整改 正在整改", "省级督察反馈问题 9 8 1", "信访问题 7 5 2"),
        (
            "序号 来源 牵头单位 交办数 已完成 推进中",
            "1 省级督察反馈问题 东区 9 8 1",
            "2 信访问题 西区 7 5 2",
        ),
        (
            "来源 交办数 牵头单位 已完成 推进中",
            "省级督察反馈问题 9项 东区 8项 1项",
            "信访问题 7个 西区 5个 2个",
        ),
    ],
)
def test_rows_without_lines(rows: tuple[str, ...], line: str) -> None:
    found = sets(f"问题整改{line}" + line.join(rows))
    assert [one[2:] for one in found] == [("9", "8", "1"), ("7", "5", "2")]


@pytest.mark.parametrize(
    "text",
    [
        # No head of the names, and a name with a blank in the first row.
        "交办数 已完成 推进中 省级督察反馈问题 9项 8项 1项 信访问题 7个 5个 2个",
        "来源 交办数 已完成 推进中 省级 督察反馈问题 9项 8项 1项 信访问题 7个 5个 2个",
        "来源甲 乙项 省级督察反馈问题 9项 8项 1项 信访问题 7个 5个 2个",
    ],
)
def test_no_set_runs_over_rows(text: str) -> None:
    assert sets(text) == []
