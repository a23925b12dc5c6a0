"""督察与整改, 问题与承诺, 承诺 and 同类数字 of the seeds, checked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from builder.model import Qualifier
from builder.model.sheet import Sheet
from tests.goldfacts import gold_extractions
from tests.pairedreports import pair
from tests.sheetrows import Row, made, picked, rows
from tests.smallreports import extraction, gold_dossiers, quantity, second, tally


@cache
def gold() -> dict[str, Sheet]:
    return made(*gold_extractions())


def one(title: str, **wanted: object) -> Row:
    """The only row of a sheet of the seeds with these cells."""
    (found,) = [row for row in rows(gold()[title]) if wanted.items() <= row.items()]
    return found


def test_all_sets_of_the_seeds_inspections_first() -> None:
    sources = [source for (source,) in picked(gold()["督察与整改"], "来源")]
    assert len(sources) == 19
    assert list(dict.fromkeys(sources)) == [
        "中央督察",
        "省级督察",
        "中央和省级督察",
        "专项行动",
        "信访投诉",
        "排污口整治",
        "纪检监督",
        "其他",
    ]


def test_printed_and_computed_rate_of_a_seed() -> None:
    found = one("督察与整改", 单位="岳阳县", 事项="群众投诉问题（件）")
    assert (found["总数"], found["已完成"], found["进展"]) == (70, 69, "推进中")
    assert found["完成率（%）"] == found["完成率（计算，%）"] == Decimal("98.57")
    assert (found["未完成（计算）"], found["出处"]) == (1, "岳37")


def test_pending_as_printed() -> None:
    found = one("督察与整改", 单位="潜江市", 事项="中央和省督察交办整改任务（项）")
    assert found["未完成"] == 35
    assert "未完成（计算）" not in found
    assert (found["完成率（计算，%）"], found["备注"]) == (
        Decimal("78.92"),
        "原文称“截至”，见出处",
    )
    assert str(found["统计期起"]) == "2016-01-01"
    assert str(found["统计期止"]) == "2023-12-31"


def test_what_is_not_printed_is_blank() -> None:
    found = one("督察与整改", 单位="潜江市", 事项="第三轮中央生态环保督察涉及我市问题（项）")
    assert found["总数"] == 19
    assert {"已完成", "未完成", "完成率（计算，%）", "进展"}.isdisjoint(found)
    assert "进展" not in one("督察与整改", 单位="岳阳县", 事项="“夏季攻势”整治任务（项）")


def test_parts_that_do_not_add_up_are_noted() -> None:
    (only,) = rows(made(extraction("a", tally("386", "314", pending="62")))["督察与整改"])
    assert str(only["备注"]).startswith("完成数与未完成数之和不等于总数")


def test_more_done_than_raised_is_doubted() -> None:
    (only,) = rows(made(extraction("a", tally("3", "4")))["督察与整改"])
    assert only["进展"] == "完成数大于总数，存疑"
    assert {"未完成（计算）", "完成率（计算，%）"}.isdisjoint(only)


def test_a_row_for_each_named_problem() -> None:
    bureaus = [bureau for (bureau,) in picked(gold()["问题与承诺"], "单位")]
    assert {bureau: bureaus.count(bureau) for bureau in gold_dossiers()} == {
        "岳阳县": 3,
        "衡南县": 4,
        "某区": 4,
        "潜江市": 1,
        "赣州市": 0,
    }


def test_problems_that_the_plan_leaves_out_are_said() -> None:
    states = [state for (state,) in picked(gold()["问题与承诺"], "对应承诺")]
    assert states.count("未见对应承诺") == 3


@pytest.mark.parametrize(
    ("bureau", "number", "measures"),
    [
        (
            "岳阳县",
            1,
            [
                "发现并改正道路(工地)废气、餐饮油烟、秸秆禁烧等大气环境问题367个",
                "13个2024年度洞庭湖总磷污染控制削减任务",
                "大气深度治理项目投入：投入600万元",
            ],
        ),
        (
            "岳阳县",
            3,
            ["180余人次参加省、市两级业务培训和视频培训", "57人通过执法证考试"],
        ),
        ("某区", 1, []),
        ("某区", 4, ["专题节目5期", "新闻报道20篇", "志愿者500名"]),
        ("衡南县", 3, []),
        ("衡南县", 4, ["建成乡镇污水处理厂25座", "主管网建设140公里"]),
    ],
)
def test_measures_on_the_same_matter(bureau: str, number: int, measures: list[str]) -> None:
    found = str(one("问题与承诺", 单位=bureau, 序号=number).get("已做工作", ""))
    assert [line.partition("〔")[0] for line in found.split("\n") if line] == measures
    assert all(line.endswith("〕") for line in found.split("\n") if line)


def test_problem_found_in_an_inspection_meets_its_own_rectification() -> None:
    found = one("问题与承诺", 单位="潜江市", 序号=1)
    assert (
        str(found["已做工作"])
        .split("\n")[1]
        .startswith("针对第二轮省级环保督察交办的部分乡镇地下水型饮用水源地")
    )
    assert found["对应承诺"] == "仅同主题承诺"


def test_cause_where_it_is_stated() -> None:
    assert one("问题与承诺", 单位="岳阳县", 序号=1)["原因"] == "受县城区排水影响"
    assert "原因" not in one("问题与承诺", 单位="岳阳县", 序号=3)


def test_promises_with_a_target_and_without() -> None:
    found = one("承诺", 单位="潜江市", 序号=7)
    assert found["目标"] == "完成剩余3条国家清单农村黑臭水体整治销号"
    assert (found["可核查性"], found.get("时限")) == ("有数量", None)
    plain = one("承诺", 单位="岳阳县", 序号=1)
    assert "目标" not in plain
    assert plain["标题路径"] == "2025年工作思路 › 持续强基固本,力争环境质量稳中求进"


def test_promises_name_the_problems_that_they_answer() -> None:
    found = [row for row in rows(gold()["承诺"]) if row["单位"] == "岳阳县"]
    assert [row.get("对应的问题") for row in found] == [
        "问题1",
        "问题1",
        None,
        None,
        None,
        "问题2",
        "问题2",
        "问题3",
    ]


def test_same_kind_under_other_words() -> None:
    found = [row for row in rows(gold()["同类数字"]) if str(row["类别"]).startswith("环评审批")]
    assert {(row["单位"], row["事项"], row["数值"], row["计量单位"]) for row in found} == {
        ("潜江市", "环评审批", Decimal(82), "个"),
        ("某区", "审批建设项目环评文件", Decimal(26), "件"),
        ("岳阳县", "建设项目环评审批事项", Decimal(36), "件"),
    }


def test_amounts_keep_their_printed_units() -> None:
    about = replace(quantity("6000", "万元", "项目投入", start=5), qualifier=Qualifier.ABOUT)
    first = extraction("a", quantity("600", "万元", "治理投入"), about)
    found = rows(made(first, second(quantity("1.23", "亿", "完成投资")))["同类数字"])
    assert [(row["类别"], row.get("限定"), row["数值"]) for row in found] == [
        ("项目资金投入（万元）", None, 600),
        ("项目资金投入（万元）", "≈", 6000),
        ("项目资金投入（亿）", None, Decimal("1.23")),
    ]


def test_figures_of_a_kind_stand_unit_by_unit() -> None:
    twice = quantity("193.2", "万元", "罚款"), quantity("2", "亿元", "罚款", start=5)
    found = made(extraction("a", *twice), second(quantity("5", "万元", "罚款")))["同类数字"]
    assert picked(found, "类别", "单位", "数值") == [
        ("罚款金额（万元）", "甲市", Decimal("193.2")),
        ("罚款金额（万元）", "乙市", 5),
        ("罚款金额（亿元）", "甲市", 2),
    ]


def test_only_checkable_promises_are_followed() -> None:
    found = rows(made(*pair())["上一年承诺"])
    assert [row["序号"] for row in found] == [1, 2, 3, 4, 5]
    assert {row["单位"] for row in found} == {"青溪县（2023年）"}
    assert [row["兑现情况"] for row in found].count("已完成") == 2
