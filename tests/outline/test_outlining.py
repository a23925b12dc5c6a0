from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.config import Limits
from builder.model import Role
from builder.outline import outline
from builder.outline.role_weights import NO_WEIGHTS
from builder.read import read_source, source_from_text
from tests.goldfacts import ROOT
from tests.outlines import outlined, tree

WORDS = st.sampled_from(
    [
        *(
            "一、",
            "(一)",
            "1.",
            "（2）",
            "①",
            "一是",
            "二是",
            "首先,",
            "其次,",
            "——",
            "- ",
            "第一部分 ",
        ),
        *(
            "存在的问题",
            "2025年工作计划",
            "工作完成情况",
            "下一步,",
            "但也存在一些不足",
            "水质不达标",
        ),
        *(
            "。",
            ":",
            ";",
            "\n",
            "\n\n",
            " ",
            "完成整改3个",
            "由于",
            "受影响",
            "来源:",
            "附件",
            "| |",
            "“",
            "”",
        ),
        *("Ⅲ", "PM2.5", "１２", "*个", "製度", "\u3000", "�", "👉"),
    ]
)


# One structure in the numberings that reports use; each must give the same tree.
NUMBERINGS = [
    ("一、", "(一)", "1."),
    ("一、", "（一）", "1、"),
    ("一、", "1.", "(1)"),
    ("一、", "1、", "①"),
    ("第一部分 ", "一、", "（一）"),
    ("1.", "(1)", "①"),
    ("（一）", "1．", "（1）"),
    ("一、", "(一)", "——"),
]
CHINESE = "一二三四五六七八九十"
CIRCLED = "①②③④⑤"


def nth(mark: str, count: int) -> str:
    """A mark counted on."""
    mark = mark.replace("一", CHINESE[count]).replace("①", CIRCLED[count])
    return mark.replace("1", str(count + 1))


@pytest.mark.parametrize("marks", NUMBERINGS, ids=" ".join)
def test_any_numbering_gives_the_same_tree(marks: tuple[str, str, str]) -> None:
    outer, middle, inner = marks
    text = "\n".join(
        [
            "某市生态环境局2024年工作总结",
            "2024年,我局认真履职,各项工作取得了新的进展和明显成效,现将有关情况报告如下。",
            f"{nth(outer, 0)}工作完成情况",
            f"{nth(middle, 0)}大气环境质量",
            f"{nth(inner, 0)}空气质量稳步改善。全年优良率稳定提升。群众满意。",
            f"{nth(inner, 1)}扬尘管控持续加强。工地检查实现全覆盖。",
            f"{nth(middle, 1)}水环境质量",
            f"{nth(inner, 0)}断面水质达标。国控断面水质稳定。",
            f"{nth(outer, 1)}存在的问题",
            f"{nth(middle, 0)}基础设施滞后。管网老化严重,雨污混流。",
            f"{nth(outer, 2)}2025年工作计划",
            f"{nth(middle, 0)}抓好大气治理。推进锅炉改造。",
        ]
    )
    assert tree(text) == [
        "1 done 工作完成情况",
        "2 done 大气环境质量",
        "3 done 空气质量稳步改善",
        "3 done 扬尘管控持续加强",
        "2 done 水环境质量",
        "3 done 断面水质达标",
        "1 problems 存在的问题",
        "2 problems 基础设施滞后",
        "1 plan 2025年工作计划",
        "2 plan 抓好大气治理",
    ]


def test_headings_without_number_and_a_missing_number() -> None:
    text = """某县生态环境分局2023年工作总结和2024年工作计划
2023年,分局在县委、县政府领导下扎实推进各项工作,取得了一定成效。
一、工作开展情况
(一)高站位统筹部署。召开专题会议研究。
存在的问题
(一)大气环境质量改善难。涉及部门多。
三、2024年工作计划
(一)继续抓好整改。巩固整改成效。"""
    assert tree(text) == [
        "1 done 工作开展情况",
        "2 done 高站位统筹部署",
        "1 problems 存在的问题",
        "2 problems 大气环境质量改善难",
        "1 plan 2024年工作计划",
        "2 plan 继续抓好整改",
    ]


def test_lead_phrases_are_headings_where_a_section_shows_them_regularly() -> None:
    text = """二、2025年工作打算
(一)纵深推进从严治党。深化模范机关建设。办好学习活动,形成传达机制。夯实组织基础。开展提升年活动。
(二)全面推进美丽建设。扩大先行成果。出台实施方案,建立指标体系。"""
    assert tree(text) == [
        "1 plan 2025年工作打算",
        "2 plan 纵深推进从严治党",
        "3 plan 深化模范机关建设",
        "3 plan 夯实组织基础",
        "2 plan 全面推进美丽建设",
        "3 plan 扩大先行成果",
    ]


def test_a_lone_short_sentence_is_no_lead_phrase() -> None:
    text = """二、2025年工作打算
(一)优化营商环境。深化改革,优化审批服务。加强生态环境宣传教育。推进成果应用,指导企业。
(二)深化体制改革。进一步探索横向生态补偿协议。落实赔偿机制,加强监管。
(三)强化执法。持续推进多领域行动,严厉打击违法。不断规范办案程序。"""
    assert [line for line in tree(text) if line.startswith("3")] == []


def test_paragraphs_that_begin_with_lead_phrases() -> None:
    text = """三、下半年工作打算
在空气质量上求突破。聚焦臭氧污染防治,组织夏季攻坚。
在水质达标上下功夫。制定流域方案,关停养殖场。
在能力建设上补短板。争取省厅支持,增配设备。"""
    assert tree(text)[1:] == [
        "2 plan 在空气质量上求突破",
        "2 plan 在水质达标上下功夫",
        "2 plan 在能力建设上补短板",
    ]


@pytest.mark.parametrize("mark", ["一是", "(1)", "①", "第一,", "其一,", "1.", "首先,", "（一）"])
def test_item_marks_stand_outside_the_sentence(mark: str) -> None:
    second = {"首先,": "其次,"}.get(mark, nth(mark, 1))
    text = f"二、存在问题\n主要有:\n{mark}空气质量不稳,污染反弹。\n{second}水质不稳,支流超标。"
    found = outlined(text)
    items = [s for s in found.sentences if s.item is not None]
    assert [text[s.start : s.end] for s in items] == [
        "空气质量不稳,污染反弹。",
        "水质不稳,支流超标。",
    ]
    assert [s.item == s.start for s in items] == [True, True]
    assert {s.role for s in items} == {Role.PROBLEMS}


LEADS = [
    ("在肯定成绩的同时,我们也清醒地看到工作中还有薄弱环节:水质不稳。", Role.PROBLEMS),
    ("虽然取得了一些成绩,但也存在一些不足之处。", Role.PROBLEMS),
    ("尽管如此,我们也清醒认识到面临的压力。", Role.PROBLEMS),
    ("工作中还存在以下问题:一是水质不稳。", Role.PROBLEMS),
    ("但仍面临不少困难和挑战。", Role.PROBLEMS),
    ("与上级要求相比,还存在一定的差距。", Role.PROBLEMS),
    ("工作中,我们也发现了一些问题和不足:其一,能力滞后。", Role.PROBLEMS),
    ("存在的问题主要有:环境监测能力不足。", Role.PROBLEMS),
    ("下一步,我局将继续加大执法力度。", Role.PLAN),
    ("下阶段,全局将重点抓好整改。", Role.PLAN),
    ("2025年,我局将着力做好以下工作。", Role.PLAN),
    ("今后,要进一步压实责任。", Role.PLAN),
    ("明年,将推进能力建设。", Role.PLAN),
    ("接下来,我们将加强监管。", Role.PLAN),
    ("下半年,我局将全力推进治理。", Role.PLAN),
    ("在今后的工作中,我们将再接再厉。", Role.PLAN),
    ("针对存在的环境风险逐一制定方案。", Role.DONE),
    ("排查发现问题706个,整改687个。", Role.DONE),
    ("2024年,我局将三项工作列为重点。", Role.DONE),
    ("着力缩小城乡区域差距,协调发展。", Role.DONE),
    ("清醒把握形势,扎实推进工作。", Role.DONE),
]


@pytest.mark.parametrize(("lead", "role"), LEADS, ids=[lead[:12] for lead, _ in LEADS])
def test_a_lead_sentence_tells_the_role(lead: str, role: Role) -> None:
    text = f"某局2024年工作总结\n2024年,我局认真履职,完成了各项工作任务,取得了较好成绩。\n{lead}"
    # What the rules say: that work was done tells nothing of the next paragraph's bare verbs.
    read = outline(source_from_text("report", "report.txt", text), NO_WEIGHTS)
    assert read.sentences[-1].role is role


def test_a_turn_to_problems_ends_with_its_paragraph() -> None:
    text = """某局2024年工作总结
2024年,我局完成了各项工作任务。但也存在一些不足。水质不稳。
全年立案20件。"""
    assert [s.role for s in outlined(text).sentences] == [
        Role.DONE,
        Role.PROBLEMS,
        Role.PROBLEMS,
        Role.DONE,
    ]


def test_a_page_without_line_breaks() -> None:
    text = (
        "某市生态环境局2021年工作总结和2022年工作思路 今年以来,各项工作取得成效,汇报如下: "
        "一、2021年工作开展情况 (一)质量持续改善。优良率提升。 二、存在问题 一是臭氧污染凸显。"
        "三、2022年工作思路 (一)坚决治气。推进治理。"
    )
    assert tree(text) == [
        "1 done 2021年工作开展情况",
        "2 done 质量持续改善",
        "1 problems 存在问题",
        "1 plan 2022年工作思路",
        "2 plan 坚决治气",
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda p: p.stem)
def test_every_sentence_of_the_seeds_stands_in_its_section(path: object) -> None:
    found = outline(read_source(path, Limits()))  # type: ignore[arg-type]
    for sentence in found.sentences:
        assert sentence.start < sentence.end
        if sentence.section is not None:
            section = found.sections[sentence.section]
            assert section.start <= sentence.start
            assert sentence.end <= section.end


@given(st.lists(WORDS, max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_raises_and_parts_are_in_order(text: str) -> None:
    found = outlined(text)
    starts = [sentence.start for sentence in found.sentences]
    assert starts == sorted(starts)
    ends = [sentence.end for sentence in found.sentences]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for section in found.sections:
        assert 0 <= section.start <= section.body <= section.end <= len(text)
        assert section.parent is None or found.sections[section.parent].start <= section.start
    assert all(0 <= item.start < item.end <= len(text) for item in found.furniture)


OPENINGS = [
    "2024年,全县优良天数302天,优良率82.5%。",
    "优良天数303天。",
    "PM2.5平均浓度30微克/立方米",
    "全县断面水质优良比例100%;",
    "办理信访件58件,已办结57件",
    "检查企业120家次。",
    "今年以来,工作有序推进。",
    "投入资金300万元",
]
NOT_YET = ["各位代表:", "(2024年12月30日)", "2024年12月30日", "局长"]


@pytest.mark.parametrize("line", OPENINGS)
def test_a_short_line_under_the_title_is_text(line: str) -> None:
    text = f"甲县生态环境局2024年工作总结\n{line}\n一、主要工作\n完成治理项目9个。\n"
    found = outlined(text)
    assert [found.source.text[one.start : one.end] for one in found.sentences] == [
        line,
        "完成治理项目9个。",
    ]


@pytest.mark.parametrize("line", NOT_YET)
def test_who_speaks_when_and_to_whom_is_no_text(line: str) -> None:
    text = f"甲县生态环境局2024年工作总结\n{line}\n一、主要工作\n完成治理项目9个。\n"
    found = outlined(text)
    assert [found.source.text[one.start : one.end] for one in found.sentences] == [
        "完成治理项目9个。"
    ]


PLAN_AS_OBJECT = [
    "深入实施空气质量提升计划",
    "推进水质提升三年计划",
    "落实年度减排计划",
    "扎实推动清废行动计划",
    "精心谋划部署",
    "执行执法检查计划",
    "细化分解年度计划",
    "抓紧编制专项规划",
]


@pytest.mark.parametrize("heading", PLAN_AS_OBJECT)
def test_a_plan_that_is_carried_out_is_no_plan_to_come(heading: str) -> None:
    title = "甲县生态环境局2024年工作总结"
    text = f"{title}\n一、2024年工作情况\n(一){heading}。加强扬尘控制。完成淘汰31台。\n"
    assert {one.role for one in outlined(text).sentences} == {Role.DONE}


@pytest.mark.parametrize(
    "heading", ["新年计划", "明年打算", "2025年计划", "近期工作安排", "下步计划"]
)
def test_a_short_heading_of_the_time_to_come_is_a_plan(heading: str) -> None:
    title = "甲县生态环境局2024年工作总结"
    text = f"{title}\n一、2024年工作情况\n完成淘汰31台。\n二、{heading}\n新建2座。\n"
    assert outlined(text).sentences[-1].role is Role.PLAN
