"""Labels are short noun phrases: the name of what is counted, without the deed around it."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted


def labels(sentence: str) -> list[str]:
    """The labels of a sentence's quantities."""
    return [found.label for found in counted(sentence)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("完成主管网建设140公里。", "主管网建设"),
        ("办理了“五类案件”3起。", "“五类案件”"),
        ("按要求完成优先监管地块调查２个。", "优先监管地块调查"),
        ("制作播出专题节目5期。", "专题节目"),
        ("各级媒体累计登稿482篇。", "登稿"),
        ("向国家信访局网上投诉9件次。", "网上投诉"),
        ("在全省大练兵活动中获得三等奖两个。", "三等奖"),
        ("市本级完成辐射安全许可证换发34家。", "辐射安全许可证换发"),
        ("联合公安、城管等部门开展夜查行动26次。", "夜查行动"),
        ("开展宣教进校园、宣讲进社区等志愿服务活动8次。", "志愿服务活动"),
        ("组织观看《全会精神》等教育资料二十余部。", "教育资料"),
        ("提请县委常委会、政府常务会专题研究环保工作7次。", "专题研究环保工作"),
        ("| 管网建设 | 已完成 | 23公里 |", "管网建设"),
        ("排污许可证核发：17张", "排污许可证核发"),
    ],
)
def test_light_verbs_and_lists_before_a_name_go(sentence: str, label: str) -> None:
    assert labels(sentence) == [label]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("指导40家企业开展排污权交易。", "企业排污权交易"),
        ("督促28家企业完成无组织排放改造。", "企业无组织排放改造"),
        ("督促3家矿山企业落实主体责任。", "矿山企业落实主体责任"),
        ("组织180余人次参加省、市两级业务培训。", "省、市两级业务培训"),
        ("对1家涉重金属企业进行了现场检查。", "涉重金属企业"),
        ("对辖区内86家涉气企业开展专项检查。", "涉气企业"),
        ("为52家重点排污企业安装了监控设备。", "重点排污企业"),
        ("对云集、车江、松江等8个重点乡镇采取网格化管理。", "重点乡镇"),
        ("省里下达的15项约束性指标全面达到要求。", "约束性指标"),
        ("召开10余次县委常委会和政府常务会研究部署环保工作。", "县委常委会和政府常务会"),
        ("推进13个水环境治理项目的实施与销号。", "水环境治理项目"),
        ("仍有61个行政村未开展生活污水治理。", "未开展生活污水治理行政村"),
        ("23.65万农村人口的饮水安全得到改善提升。", "饮水安全得到改善提升的农村人口"),
        ("全市18座污水处理厂全部达到排放标准。", "污水处理厂"),
        ("完成63个变更用途地块、3个腾退地块土壤调查。", "腾退地块土壤调查"),
    ],
)
def test_what_was_done_with_a_thing_is_no_part_of_its_name(sentence: str, label: str) -> None:
    assert labels(sentence)[-1] == label


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("投入600万元完成甲厂、乙厂等大气深度治理项目的实施与验收。", ["大气深度治理项目投入"]),
        (
            "投入近6000万元完成池塘改造、湿地修复等13个水环境治理项目。",
            ["13个水环境治理项目投入", "水环境治理项目"],
        ),
        ("县里共投入1.23亿资金。", ["资金"]),
        ("引进1家年消化能力40万吨的发电企业。", ["引进发电企业", "发电企业年消化能力"]),
        (
            "启动了湿地公园建设,规划总面积5000亩,预计投资2亿元。",
            ["湿地公园规划总面积", "湿地公园预计投资"],
        ),
        ("15座处理站中有4座未正常运行。", ["处理站", "未正常运行处理站"]),
        ("完成63个变更地块、3个腾退地块土壤调查。", ["变更地块土壤调查", "腾退地块土壤调查"]),
        ("化学需氧量、氨氮分别减排1250吨、86吨。", ["化学需氧量减排", "氨氮减排"]),
        (
            "化学需氧量、氨氮较2020年分别多减排12吨和9吨。",
            ["化学需氧量较2020年多减排", "氨氮较2020年多减排"],
        ),
        ("召开局党组会28次、专题会议16次研究生态环保工作。", ["局党组会", "专题会议"]),
        ("深入推进12个行业126家企业深度治理。", ["行业", "企业深度治理"]),
    ],
)
def test_an_amount_is_said_of_its_owner(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Verbs that say something stay, and so does a name that begins or ends like one.
        ("淘汰老旧柴油车1203辆。", ["淘汰老旧柴油车"]),
        ("审批环评文件41个。", ["审批环评文件"]),
        ("完成投资6500万元。", ["完成投资"]),
        ("完成年度任务的104%。", ["完成年度任务"]),
        ("编制实施方案12份。", ["编制实施方案"]),
        ("6家企业通过清洁生产审核。", ["企业通过清洁生产审核"]),
        ("召开会议4次。", ["召开会议"]),
    ],
)
def test_a_name_stays_whole(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "年度任务1000亩。",
        "全年目标任务120家。",
        "省下达任务为36公里。",
        "其中年度计划12个。",
        "计划1000亩。",
    ],
)
def test_what_was_asked_for_is_no_quantity(sentence: str) -> None:
    assert counted(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "罚款金额同比增长41%。",
        "编制较上年增加12名。",
        "罚款比去年多35.2万元。",
        "单位地区生产总值能耗较2020年下降１８．６％。",
        "事故起数和死亡人数分别下降14.3%和11.1%。",
        "森林面积增加1200亩。",
        "环评审批提速50%以上。",
        "审批时限压缩百分之六十。",
        "危废产生量较“十三五”末减少了约1200吨。",
        "原报查处案件15起有误。",
        "上年上报案件360件(有误)。",
    ],
)
def test_changes_and_wrong_figures_are_no_quantities(sentence: str) -> None:
    assert counted(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "新增就业2.15万人。",
        "新增加编制12名。",
        "削减总磷12吨。",
        "氮氧化物减排86吨。",
        "罚款增至86万元。",
    ],
)
def test_what_was_added_or_reached_is_counted(sentence: str) -> None:
    assert len(counted(sentence)) == 1


@pytest.mark.parametrize("sentence", ["整改任务6大类。", "下达任务书12份。", "完成计划书3份。"])
def test_a_task_that_was_done_is_counted(sentence: str) -> None:
    assert len(counted(sentence)) == 1
