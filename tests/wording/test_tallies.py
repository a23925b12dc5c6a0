from __future__ import annotations

from builder.model import TallyRow
from tests.smallreports import extraction, gold_view, tally, viewed


def row(bureau: str, subject: str) -> TallyRow:
    rows = gold_view().tallies
    return next(found for found in rows if (found.bureau, found.subject) == (bureau, subject))


def test_all_sets_of_the_seeds_inspections_first() -> None:
    sources = [found.source for found in gold_view().tallies]
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


def test_printed_and_computed_rate() -> None:
    found = row("岳阳县", "群众投诉问题")
    assert (found.total.text, found.done.text, found.state) == ("70", "69", "推进中")
    assert (found.printed_rate.text, found.printed_rate.computed) == ("98.57%", False)
    assert (found.computed_rate.text, found.computed_rate.computed) == ("98.57%", True)
    assert (found.pending.text, found.pending.computed) == ("1", True)
    assert found.total.marks == found.computed_rate.marks == ("岳37",)


def test_pending_as_printed() -> None:
    found = row("潜江市", "中央和省督察交办整改任务")
    assert (found.pending.text, found.pending.computed) == ("35", False)
    assert (found.computed_rate.text, found.printed_rate.text) == ("78.92%", "未载明")
    assert (found.period, found.note) == ("2016—2023年", "原文称“截至”，见出处")


def test_what_is_not_printed_is_said() -> None:
    found = row("潜江市", "第三轮中央生态环保督察涉及我市问题")
    assert (found.total.text, found.done.text, found.pending.text) == ("19", "未载明", "未载明")
    assert (found.computed_rate.text, found.state) == ("不能计算", "办结数未载明")
    assert row("岳阳县", "“夏季攻势”整治任务").state == "总数未载明"
    assert row("岳阳县", "环保督察反馈问题").state == "已全部完成"


def test_wrong_rate_is_noted_and_told() -> None:
    found = viewed(extraction("a", tally("70", "69", rate="89.57")))
    (only,) = found.tallies
    assert only.note.startswith("原文比率与按原文数字计算的不一致")
    assert (only.printed_rate.text, only.computed_rate.text) == ("89.57%", "98.57%")
    assert found.findings[0].text == (
        "原文比率与原文数字不一致的有1处：甲市“交办问题”原文89.57%〔甲1〕，"
        "按69/70为98.57%（据原文数字计算）。"
    )


def test_parts_that_do_not_add_up_are_noted() -> None:
    (only,) = viewed(extraction("a", tally("386", "314", pending="62"))).tallies
    assert only.note.startswith("完成数与未完成数之和不等于总数")


def test_more_done_than_raised_is_doubted() -> None:
    (only,) = viewed(extraction("a", tally("3", "4"))).tallies
    assert (only.state, only.pending.text) == ("完成数大于总数，存疑", "不能计算")
