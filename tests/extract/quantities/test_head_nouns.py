"""Labels of quantities name what is counted, in whole words, and never another number's noun."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted


def labels(sentence: str) -> list[str]:
    """The labels of a sentence's quantities."""
    return [found.label for found in counted(sentence)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("查处违法行为74起。", "查处违法行为"),
        ("省里下达12项。", "省里下达"),
        ("受沙尘影响超标天数21天。", "受沙尘影响超标天数"),
        ("查处在线数据造假案件1起。", "查处在线数据造假案件"),
        ("在线监测设备12台。", "在线监测设备"),
        ("对外投资3亿元。", "对外投资"),
        ("在建项目8个。", "在建项目"),
        ("其中检查企业12家。", "检查企业"),
        ("目前共有在编人员9名。", "在编人员"),
    ],
)
def test_a_label_is_of_whole_words(sentence: str, label: str) -> None:
    assert labels(sentence)[-1] == label


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("其中“优”71天。", "“优”"),
        ("“小巨人”企业45家。", "“小巨人”企业"),
        ("检查企业(点位)612家次。", "检查企业(点位)"),
        ("污水处理厂三期(日处理能力5万吨)。", "污水处理厂三期日处理能力"),
        ("十个县(市)空气质量全部达标。", "县(市)空气质量全部达标"),
    ],
)
def test_quotes_and_brackets_stand_in_pairs(sentence: str, label: str) -> None:
    assert labels(sentence)[-1] == label


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("下设11个专业委员会。", ["下设专业委员会"]),
        ("开展全市149家企业评估。", ["企业评估"]),
        ("督促县6家部门落实责任。", ["部门落实责任"]),
        ("首批12家企业入园。", ["首批企业入园"]),
        ("完成13个2024年度削减任务。", ["削减任务"]),
        ("完成31个加油站207个地下油罐改造。", ["加油站", "地下油罐改造"]),
        ("已有6家回收单位及1家发电企业。", ["回收单位", "发电企业"]),
        ("新引进一家年处理量30万吨的利用企业。", ["新引进利用企业", "利用企业年处理量"]),
        ("15个处理厂中有4个因管网滞后。", ["处理厂", "处理厂中因管网滞后"]),
        ("建成5G基站8座。", ["建成5G基站"]),
        ("第三轮督察移交信访件96件。", ["第三轮督察移交信访件"]),
        ("以96.67%的满意率顺利通过。", ["满意率"]),
    ],
)
def test_a_number_has_its_own_noun(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("再生水利用率由41.3%提高到46.8%。", ["再生水利用率由", "再生水利用率"]),
        ("日处理规模由1万吨扩至2万吨。", ["日处理规模由", "日处理规模"]),
        ("罚款由300万元减少到120万元。", ["罚款由", "罚款"]),
        ("试点扩大至145家。", ["试点"]),
        ("贡献率上升3个百分点,达到51.2%。", ["贡献率"]),
        ("罚款100万元,同比增长41%。", ["罚款"]),
        ("收入增长5%,其中投资增长7%。", []),
    ],
)
def test_a_value_reached_is_told_from_its_change(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "立案处罚83件,罚款1012万元,同比分别上升20.3%和35%。",
            ["立案处罚", "罚款"],
        ),
        ("事故起数和死亡人数分别下降4.3%、5.6%。", []),
        ("林木覆盖率、湿地保护率分别达24.1%和50.2%。", ["林木覆盖率", "湿地保护率"]),
        ("食品、药品抽检合格率分别达99.62%、99.71%。", ["食品、药品抽检合格率"] * 2),
        ("分别完成年度目标的104%和108%。", ["完成年度目标"] * 2),
        ("发放资料300份、50份。", ["发放资料"] * 2),
    ],
)
def test_numbers_that_share_their_words(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


def test_a_list_is_quoted_whole() -> None:
    (first, second) = counted("事故起数和死亡人数分别为43起、5起。")
    assert first.quote == second.quote == "事故起数和死亡人数分别为43起、5起"


def test_a_long_label_is_cut_between_its_words() -> None:
    (found,) = counted(
        "磷酸铁锂离子动力电池、新能源汽车、风力发电机组等绿色低碳产品占比均达20%以上。"
    )
    assert found.label == "新能源汽车、风力发电机组等绿色低碳产品占比均"
