from __future__ import annotations

import pytest

from builder.extract.problems.inline import inline_problems
from tests.outlines import outlined

OPENING = "某局2024年工作总结\n一、环境质量情况\n"

STATED = [
    (
        "国控断面达到Ⅳ类,优于目标;市控断面小马厂河水质为Ⅳ类,未达到Ⅲ类考核目标。",
        "市控断面小马厂河水质为Ⅳ类,未达到Ⅲ类考核目标",
    ),
    (
        "主城区PM2.5为38微克,同比下降,NO2平均浓度41ug/m3,超过国家标准1ug/m3,同比持平。",
        "NO2平均浓度41ug/m3,超过国家标准1ug/m3",
    ),
    ("干流水质保持Ⅲ类;上河坝断面为Ⅴ类,较上年有所恶化;其余良好。", "上河坝断面为Ⅴ类,较上年有所恶化"),
    ("临水断面总磷浓度均值0.21mg/L,超过Ⅲ类标准。", "临水断面总磷浓度均值0.21mg/L,超过Ⅲ类标准"),
    ("沱湖断面均值为Ⅳ类水质,超过Ⅲ类水质控制标准。", "沱湖断面均值为Ⅳ类水质,超过Ⅲ类水质控制标准"),
    (
        "丹河断面改善为IV类,北石店河断面水质为劣V类,未完成年度考核目标。",
        "北石店河断面水质为劣V类,未完成年度考核目标",
    ),
    ("优良天数203天,距离省定目标相差14天。", "优良天数203天,距离省定目标相差14天"),
    ("东乡区空气优良率88.6%,低于考核目标。", "东乡区空气优良率88.6%,低于考核目标"),
    ("八仙桥断面总磷浓度仍不能稳定达标。", "八仙桥断面总磷浓度仍不能稳定达标"),
    ("臭氧浓度不降反升。", "臭氧浓度不降反升"),
    (
        "但乡镇执法力量薄弱的问题依然存在,偷排现象时有发生。",
        "乡镇执法力量薄弱的问题依然存在,偷排现象时有发生",
    ),
    ("三塘污水处理厂不能正常运行。", "三塘污水处理厂不能正常运行"),
    ("优良天数比例78.4%,比年度目标低2.6个百分点。", "优良天数比例78.4%,比年度目标低2.6个百分点"),
    ("5个市考断面中有2个断面水质未达标。", "5个市考断面中有2个断面水质未达标"),
    ("三塘断面氨氮超标2次。", "三塘断面氨氮超标2次"),
    ("南河水质未达到Ⅲ类。", "南河水质未达到Ⅲ类"),
    ("清淤工程尚未完成年度任务。", "清淤工程尚未完成年度任务"),
    ("县城空气质量排名靠后。", "县城空气质量排名靠后"),
    ("乡镇环境基础设施欠账较多。", "乡镇环境基础设施欠账较多"),
    ("部分支流返黑返臭。", "部分支流返黑返臭"),
    ("污水管网建设滞后。", "污水管网建设滞后"),
]
HEADED = [
    (
        "2.优良天数比率。目标值72%,实际完成71.2%,未完成年度任务。",
        "目标值72%,实际完成71.2%,未完成年度任务",
    ),
    ("(三)环境信访。受理164件,未完成年度任务。", None),
]
RAISED = [
    (
        "巡视组反馈我市存在的河道采砂破坏植被问题,已完成修复。",
        "巡视组反馈我市存在的河道采砂破坏植被问题",
    ),
    ("省督察组指出我县的垃圾堆存渗漏问题已整改。", "省督察组指出我县的垃圾堆存渗漏问题"),
    ("媒体曝光的化工园废水偷排问题整改完成。", "媒体曝光的化工园废水偷排问题"),
    (
        "针对第二轮省级环保督察交办的部分乡镇水源地的水质不达标问题,推进供水一体化。",
        "第二轮省级环保督察交办的部分乡镇水源地的水质不达标问题",
    ),
    (
        "省生态环境警示片披露的虎踞镇锡矿历史遗留废渣污染问题,完成整治。",
        "省生态环境警示片披露的虎踞镇锡矿历史遗留废渣污染问题",
    ),
    (
        "省警示片反映的交界处养殖废水直排问题,已关停养殖场3家。",
        "省警示片反映的交界处养殖废水直排问题",
    ),
    (
        "中央环保督察反馈的西河流域生活污水溢流问题已整改到位。",
        "中央环保督察反馈的西河流域生活污水溢流问题",
    ),
]
DECOYS = [
    "全市无未达标断面,水质优良。",
    "对未达到序时进度要求的县区进行约谈。",
    "PM2.5浓度31微克/立方米,低于年度目标。",
    "空气质量优于国家二级标准,未发生污染事件。",
    "淘汰不达标锅炉12台,整治不达标断面3个。",
    "查处超标排放问题30个,已督促整改到位。",
    "督察反馈的12个问题已完成整改。",
    "督察反馈的突出生态环境问题全部整改销号。",
    "如未完成年度目标任务的,每项扣1分。",
    "确保不出现水质不达标情况。",
    "扭转了空气质量持续恶化的局面。",
    "推动解决部分河流不能稳定达标问题。",
]


def quotes(sentence: str) -> list[str]:
    outline = outlined(OPENING + sentence)
    return [outline.source.text[f.start : f.end] for f in inline_problems(outline)]


@pytest.mark.parametrize(("sentence", "quote"), STATED + RAISED)
def test_a_shortcoming_told_in_the_summary(sentence: str, quote: str) -> None:
    assert quotes(sentence) == [quote]


@pytest.mark.parametrize("sentence", DECOYS)
def test_decoys(sentence: str) -> None:
    assert quotes(sentence) == []


@pytest.mark.parametrize(("text", "problem"), HEADED)
def test_what_falls_short_may_stand_in_the_heading(text: str, problem: str | None) -> None:
    outline = outlined(OPENING + text)
    found = [outline.source.text[one.start : one.end] for one in inline_problems(outline)]
    assert found == ([] if problem is None else [problem])


PAST = [
    "“十四五”之初,我县环境基础设施欠账较多,水质恶化。",
    "十三五初期,全县水环境任务艰巨。",
    "2021年,我县PM2.5浓度居高不下,治理任务艰巨。",
    "过去,东河水质不达标。",
    "以前东河水质长期超标。",
    "三年前,东河水质恶化。",
    "曾经东河黑臭,水质不达标。",
    "此前,管网建设滞后。",
]
PRESENT = [
    "2024年,东河水质不达标。",
    "过去一年,东河水质不达标。",
    "目前,东河水质不达标。",
    "年评价结果超标。",
    "区域声环境质量略有下滑。",
]


@pytest.mark.parametrize("text", PAST)
def test_what_was_so_in_earlier_years_is_no_problem(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize("text", PRESENT)
def test_what_is_so_is_one(text: str) -> None:
    assert len(quotes(text)) == 1
