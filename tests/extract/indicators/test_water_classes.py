"""Classes of named waters: those that move, and those in brackets behind their object."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured

Found = list[tuple[str | None, str, str | None]]


def found(sentence: str) -> Found:
    """Scopes, classes and periods of a sentence."""
    facts = measured(sentence).facts
    return [(f.scope, str(f.value), str(f.period)) for f in facts if f.metric == "water.class"]


@pytest.mark.parametrize(
    "move",
    [
        "水质由Ⅳ类改善为Ⅲ类",
        "由Ⅳ类提升到Ⅲ类",
        "水质从Ⅳ类好转至Ⅲ类",
        "水质类别由IV类升至III类",
        "由去年的Ⅳ类跃升至Ⅲ类",
        "水质由上年同期四类水质恢复到三类水质",
        "年均水质由Ⅳ类变为Ⅲ类",
        "水质由Ⅳ类提升1个类别至Ⅲ类",
        "水质同比由Ⅳ类转变为Ⅲ类",
        "由Ⅳ类优化为Ⅲ类",
    ],
)
def test_a_class_that_moves_has_its_base(move: str) -> None:
    assert found(f"沙河断面{move}。") == [
        ("沙河断面", "Ⅳ", "2023"),
        ("沙河断面", "Ⅲ", "2024"),
    ]


@pytest.mark.parametrize(
    "move",
    ["下降为", "恶化到", "下滑至", "降为", "回落至", "退化为", "降级为", "跌落至", "变差为"],
)
def test_a_class_may_get_worse(move: str) -> None:
    assert found(f"石门水库水质由Ⅲ类{move}劣Ⅴ类。") == [
        ("石门水库", "Ⅲ", "2023"),
        ("石门水库", "劣Ⅴ", "2024"),
    ]


def test_the_base_has_its_own_year() -> None:
    assert found("沙河断面年均水质由2020年的劣Ⅴ类改善至Ⅳ类。") == [
        ("沙河断面", "劣Ⅴ", "2020"),
        ("沙河断面", "Ⅳ", "2024"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争沙河断面由Ⅳ类提升到Ⅲ类。",
        "沙河断面未能由Ⅳ类提升到Ⅲ类。",
        "沙河断面由X类提升到X类。",
    ],
)
def test_a_class_that_has_not_moved(sentence: str) -> None:
    assert [value for _, value, period in found(sentence) if period == "2024"] == []


@pytest.mark.parametrize(
    "bracket",
    [
        "(Ⅳ类)",
        "(Ⅳ类,目标为Ⅲ类)",
        "(Ⅳ类,目标Ⅲ类)",
        "(现状Ⅳ类,考核目标Ⅲ类)",
        "(水质Ⅳ类)",
        "(均值Ⅳ类、目标Ⅲ类)",
        "(IV类)",
        "(现状为Ⅳ类)",
        "(目标Ⅲ类,实际Ⅳ类)",
        "（Ⅳ类，目标为Ⅲ类）",
    ],
)
def test_a_class_in_brackets(bracket: str) -> None:
    assert found(f"王庄断面{bracket}未达标。") == [("王庄断面", "Ⅳ", "2024")]


@pytest.mark.parametrize(
    "sentence",
    [
        "执行地表水(Ⅲ类)标准。",
        "水质优良(Ⅲ类)比例100%。",
        "王庄断面(目标Ⅲ类)水质好转。",
        "王庄断面(X类)未达标。",
        "达到优良水质(Ⅲ类)要求。",
    ],
)
def test_what_is_no_class_in_brackets(sentence: str) -> None:
    assert found(sentence) == []


def test_each_of_a_list_has_its_own_class() -> None:
    assert found("未达标断面为沙河桥(Ⅴ类)和石桥闸(劣Ⅴ类)。") == [
        ("沙河桥", "Ⅴ", "2024"),
        ("石桥闸", "劣Ⅴ", "2024"),
    ]
    assert found("柏树湾断面均值为Ⅱ类、三岔口断面均值为Ⅳ类。") == [
        ("柏树湾断面", "Ⅱ", "2024"),
        ("三岔口断面", "Ⅳ", "2024"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "除总磷外各项指标",
        "除总磷外其余指标",
        "除化学需氧量以外",
        "除总磷、总氮外其他指标",
        "(除总磷外)",
        "除总磷外所有监测指标",
        "除粪大肠菌群之外各项因子",
        "除总氮外",
    ],
)
def test_what_is_left_out_is_no_part_of_the_scope(words: str) -> None:
    assert found(f"3个国控断面{words}均达到Ⅲ类标准。") == [("3个国控断面", "Ⅲ", "2024")]


def test_the_scope_of_what_was_left_out() -> None:
    sentence = "3个国控断面除总磷外各项指标均达到Ⅲ类标准,总磷平均浓度0.12毫克/升。"
    assert [f.scope for f in measured(sentence).facts] == ["3个国控断面", "3个国控断面"]


@pytest.mark.parametrize(
    ("said", "count", "direction"),
    [
        ("水质由Ⅲ类改善为Ⅱ类,同比上升一个类别", "1", "up"),
        ("水质提升1个类别至Ⅱ类", "1", "up"),
        ("提升1个水质类别至Ⅱ类", "1", "up"),
        ("水质提高两个类别,达到Ⅱ类", "2", "up"),
        ("水质为Ⅱ类,同比下降1个类别", "1", "down"),
        ("水质为Ⅱ类(同比下降一个类别)", "1", "down"),
        ("水质由Ⅰ类恶化为Ⅱ类,较上年下降一个级别", "1", "down"),
        ("水质达到Ⅱ类,较去年跃升２个类别", "2", "up"),
    ],
)
def test_how_far_a_class_moved(said: str, count: str, direction: str) -> None:
    change = measured(f"白河断面{said}。").facts[-1].change
    assert change is not None
    assert (str(change.value), change.unit, change.direction) == (count, "class", direction)
    assert change.better is (direction == "up")


@pytest.mark.parametrize(
    "sentence",
    [
        "白河断面水质为Ⅳ类,沙河断面为Ⅱ类,同比提升1个类别。",
        "白河断面水质为Ⅳ类,同比好转。",
        "白河断面水质为Ⅳ类,涉及3个类别企业。",
    ],
)
def test_a_class_that_did_not_move(sentence: str) -> None:
    assert measured(sentence).facts[0].change is None


@pytest.mark.parametrize(
    "sentence",
    [
        "近岸海域水质达到二类海水水质标准。",
        "近岸海域优良水质面积比例85%。",
        "近岸海域水质优良率达到90.5%。",
        "优良海水比例85%。",
        "近岸海域。水质优良率90%。",
        "全市海域一、二类海水面积比例90%。",
        "近岸海域水质均值为Ⅱ类。",
        "海水水质达标率100%。",
    ],
)
def test_the_sea_is_no_river(sentence: str) -> None:
    assert measured(sentence).facts == ()


def test_a_river_into_the_sea_is_one() -> None:
    (fact,) = measured("入海河流断面水质优良率100%。").facts
    assert fact.scope == "入海河流断面"


@pytest.mark.parametrize(
    "spot", ["柳庄水库坝前", "白鹤湖湖心", "青龙潭水库取水口", "响水河汇入口上游", "灵湖出水闸"]
)
@pytest.mark.parametrize("mark", ["③", "1.", "（1）"])
def test_a_spot_before_a_colon_names_its_water(mark: str, spot: str) -> None:
    facts = measured(f"{mark}{spot}：全年监测4次，均值为Ⅳ类水质。").facts
    assert [(one.scope, one.value) for one in facts] == [(spot, "Ⅳ")]


def test_work_before_a_colon_names_none() -> None:
    assert not measured("（1）建设跨江大桥：均值为Ⅳ类。").facts


@pytest.mark.parametrize(
    "adverb", ["历史性", "破天荒", "一举", "突破性", "有史以来首次", "喜人地", "终于"]
)
def test_a_word_of_degree_is_no_part_of_a_name(adverb: str) -> None:
    facts = measured(f"三江口断面水质稳定达到Ⅱ类，老鹰嘴断面{adverb}达到Ⅲ类。").facts
    assert [(one.scope, one.value) for one in facts] == [("三江口断面", "Ⅱ"), ("老鹰嘴断面", "Ⅲ")]


@pytest.mark.parametrize("name", ["白河断面左岸", "白河断面上游", "白河断面（左岸）"])
def test_what_still_names_a_place_stays(name: str) -> None:
    (fact,) = measured(f"{name}水质为Ⅲ类。").facts
    assert fact.scope == name.replace("（", "(").replace("）", ")")


def test_a_name_may_begin_with_such_a_word() -> None:
    (fact,) = measured("历史文化街区断面水质为Ⅲ类。").facts
    assert fact.scope == "历史文化街区断面"


@pytest.mark.parametrize(
    ("sentence", "scope", "value"),
    [
        ("经整治，龙须沟水质已好转为Ⅳ类。", "龙须沟", "Ⅳ"),
        ("石板沟水质恢复到Ⅲ类。", "石板沟", "Ⅲ"),
        ("双桥涌水质现已提升为四类。", "双桥涌", "Ⅳ"),
        ("柳堡断面全年均值为Ⅳ类。", "柳堡断面", "Ⅳ"),
    ],
)
def test_a_water_that_has_turned_to_a_class(sentence: str, scope: str, value: str) -> None:
    assert found(sentence) == [(scope, value, "2024")]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争石板沟水质好转为Ⅲ类。",
        "石板沟水质要求达到Ⅲ类。",
        "加强沟通协调，按照Ⅳ类标准管控。",
        "水质异常问题沟通后按Ⅲ类水体管理。",
    ],
)
def test_what_is_asked_of_a_ditch_or_talked_over_is_no_class(sentence: str) -> None:
    assert found(sentence) == []
