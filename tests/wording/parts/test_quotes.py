"""Words of a source as they are shown on the pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare.dossiers import dossiers
from builder.config import Config
from builder.model import Furniture
from builder.model.comparison import Dossier
from builder.wording.parts.quotes import (
    Clause,
    clauses,
    condensed,
    listed,
    shown,
    stretch,
    weightiest,
)
from tests.smallreports import extraction, gold_dossiers


def dossier(text: str) -> Dossier:
    (found,) = dossiers([extraction(text=text)], Config())
    return found


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("加强监管,落实“五源齐控”;", "加强监管，落实“五源齐控”"),
        ('中央、省督察及"回头看"交办件', "中央、省督察及“回头看”交办件"),
        ("「動態清零」成為常態", "“動態清零”成為常態"),
        ("道路(工地)废气、餐饮油烟", "道路（工地）废气、餐饮油烟"),
        ("（一）大气方面:加强扬尘管控。", "大气方面：加强扬尘管控"),
        ("1.完成25家企业改造", "完成25家企业改造"),
        ("一是要完成3.5公里管网;", "完成3.5公里管网"),
        ("①出动1,045人次,办结3件", "出动1,045人次，办结3件"),
        ("2.5万吨/日的处理厂", "2.5万吨/日的处理厂"),
        ("12:30前报送:县局", "12:30前报送：县局"),
        ("PM2.5浓度为36.2微克/立方\n米,同比上升", "PM2.5浓度为36.2微克/立方米，同比上升"),
        ("完成 2 家水泥企业,执行 GB 3095 标准", "完成2家水泥企业，执行GB 3095标准"),
        ('"完成12家', "完成12家"),
        ("秸秆露天焚烧管控不力”的问题", "秸秆露天焚烧管控不力的问题"),
        ("一单两库", "一单两库"),
        ("第二轮省级督察,整改3项", "第二轮省级督察，整改3项"),
    ],
)
def test_full_width_signs_on_one_line(plain: str, words: str) -> None:
    assert shown(plain) == words


def test_stretch_is_simplified() -> None:
    report = gold_dossiers()["衡南县"]
    text = report.extraction.outline.source.text
    start = text.index("建成鄉鎮汙水處理廠25座")
    assert stretch(report, start, start + 13) == "建成乡镇污水处理厂25座"


def test_number_of_a_page_inside_a_sentence_is_left_out() -> None:
    text = "水环境风险不\n— 1 —\n容忍。"
    found = dossier(text)
    page = Furniture(start=text.index("—"), end=text.index("容") - 1, rule="page_number")
    outline = replace(found.extraction.outline, furniture=(page,))
    found = replace(found, extraction=replace(found.extraction, outline=outline))
    assert stretch(found, 0, len(text)) == "水环境风险不容忍"


def test_brackets_and_quotation_marks_hold_a_clause_together() -> None:
    text = "县（市，区）主要领导配齐，推行“边督，边改”；完成《甲：办法》"
    assert clauses(text) == (
        Clause("县（市，区）主要领导配齐", "，"),
        Clause("推行“边督，边改”", "；"),
        Clause("完成《甲：办法》", ""),
    )


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "持续深入推进改革，出台《赣州市美丽城市建设实施方案》",
            "出台《赣州市美丽城市建设实施方案》",
        ),
        ("以扬尘治理为重点，持续开展走航监测，不断提升水平", "持续开展走航监测"),
        ("突出问题已完成整改，将配合部门完成整改任务", "将配合部门完成整改任务"),
        ("同时，建立健全跨部门联动机制，形成工作合力", "建立健全跨部门联动机制"),
        ("加强监管", "加强监管"),
    ],
)
def test_the_clause_that_names_most(text: str, clause: str) -> None:
    assert weightiest(text) == clause


@pytest.mark.parametrize(
    ("text", "about", "clause"),
    [
        ("优良天数比率达到96%，农村生活污水治理率达到80%以上", "优良天数", "优良天数比率达到96%"),
        ("整治噪声，新建青石河断面自动监测站3座", "噪声", "整治噪声"),
        ("改善大气环境，建成八仙桥断面水站2座", "空气质量", "改善大气环境"),
        # Where none of it is on the matter, what names most is shown.
        ("整治噪声，新建青石河断面自动监测站3座", "臭氧", "新建青石河断面自动监测站3座"),
        ("到2030年，加强宣传", "", "加强宣传"),
        ("明年底前，加强宣传", "", "加强宣传"),
    ],
)
def test_the_clause_on_what_is_asked_about(text: str, about: str, clause: str) -> None:
    asked = (about,) if about else ()
    assert weightiest(text, asked) == clause
    assert condensed(text, 0, asked) == clause


def test_short_words_stay_whole() -> None:
    words = "少数企业存在侥幸心理，偷排漏排污染物"
    assert condensed(words, 60) == words


def test_condensed_words_are_whole_stretches_of_clauses() -> None:
    text = (
        "我县作为生猪调出大县，导致养殖行业投诉量大增。"
        "如宝盖镇群众在各平台投诉，最终发展到连续2天向国家信访局网上投诉9件次，造成恶劣影响"
    )
    assert condensed(text, 60) == (
        "我县作为生猪调出大县，导致养殖行业投诉量大增；"
        "如宝盖镇群众在各平台投诉，最终发展到连续2天向国家信访局网上投诉9件次"
    )
    assert condensed(text, 5) == "最终发展到连续2天向国家信访局网上投诉9件次"


def test_what_is_granted_does_not_stand_for_the_problem() -> None:
    text = "我县国控断面虽能达到省级考核目标，但八仙桥断面总磷浓度仍不能稳定达标"
    assert condensed(text, 25) == "但八仙桥断面总磷浓度仍不能稳定达标"


def test_stretches_in_a_row_stand_once() -> None:
    assert listed(["完成3件", "完成3件", "办结2件"]) == "完成3件；办结2件"
