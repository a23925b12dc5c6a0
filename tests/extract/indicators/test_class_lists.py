"""Classes before the names of the waters that have them."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted, measured


def found(sentence: str) -> list[tuple[str | None, str]]:
    """Scope and class of every class of a sentence."""
    facts = measured(sentence).facts
    return [(fact.scope, str(fact.value)) for fact in facts if fact.metric == "water.class"]


@pytest.mark.parametrize(
    "said",
    [
        "Ⅱ类断面2个:金溪口、石岭村",
        "水质达到二类的断面有2个:金溪口、石岭村",
        "Ⅱ类水质断面2个(金溪口、石岭村)",
        "达到Ⅱ类的有金溪口、石岭村2个断面",
        "Ⅱ类：金溪口、石岭村",
        "Ⅱ类断面2个,分别是金溪口和石岭村",
        "II类(2个):金溪口、石岭村",
        "二类水质的断面有两个,分别为金溪口、石岭村",
        "Ⅱ类国控断面共2个，即金溪口、石岭村",
        "水质为Ⅱ类的点位包括金溪口、石岭村等5个点位",
    ],
)
def test_each_named_water_of_a_list_has_the_class(said: str) -> None:
    both = [("金溪口", "Ⅱ"), ("石岭村", "Ⅱ")]
    assert found(f"{said}。") == both
    assert found(f"全县11个断面中:{said};Ⅲ类断面1个,为清水湾。") == [*both, ("清水湾", "Ⅲ")]


def test_names_keep_their_brackets_and_the_list_its_month() -> None:
    (first, *rest) = measured("8月份Ⅱ类断面2个:青石、龙口（水厂）。").facts
    assert [first.scope, *(one.scope for one in rest)] == ["青石", "龙口(水厂)"]
    assert first.quote == "Ⅱ类断面2个:青石、龙口（水厂）"
    assert str(first.period) == "2024-08"


def test_the_number_of_a_list_is_counted_no_more() -> None:
    assert counted("Ⅱ类断面2个:金溪口、石岭村。") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ⅰ类水质断面2个,Ⅱ类水质断面3个。",
        "水质达到二类的断面有2个,占20%。",
        "Ⅱ类断面3个:金溪口、石岭村。",
        "Ⅰ-Ⅲ类断面2个:金溪口、石岭村。",
        "未达到Ⅲ类的断面有1个:清水湾。",
        "达到Ⅲ类水质目标的断面有2个:金溪口、石岭村。",
        "执行Ⅲ类标准的断面有2个:金溪口、石岭村。",
        "Ⅱ类断面1个,为全市最好。",
        "Ⅱ类水质为主。",
        "Ⅱ类断面2个,均为国控断面。",
        "超Ⅲ类断面1个:清水湾。",
        "力争Ⅱ类断面达到2个:金溪口、石岭村。",
    ],
)
def test_a_count_a_range_and_an_aim_give_no_class(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize("said", ["白河断面水质达到Ⅱ类(城区段)", "白河断面达到Ⅱ类,为历史最好"])
def test_a_class_behind_its_water_is_that_water_s(said: str) -> None:
    assert found(f"{said}。") == [("白河断面", "Ⅱ")]


@pytest.mark.parametrize(
    "said",
    [
        "2座水库水质达到地表水二类标准，为金溪水库和石岭水库",
        "2座水质为Ⅱ类，系金溪水库、石岭水库",
        "两座湖库达到Ⅱ类，包括金溪水库、石岭水库",
        "2座水库水质达到Ⅱ类,即金溪水库和石岭水库",
    ],
)
def test_names_behind_their_class_and_number_have_it(said: str) -> None:
    assert found(f"{said}。") == [("金溪水库", "Ⅱ"), ("石岭水库", "Ⅱ")]


def test_a_number_that_does_not_agree_gives_no_names() -> None:
    assert found("3座水库水质达到Ⅱ类，为金溪水库和石岭水库。") == [("3座水库", "Ⅱ")]


@pytest.mark.parametrize("kind", ["水质", "断面", "河段"])
@pytest.mark.parametrize("mark", ["", "（1）", "①"])
def test_the_lines_of_a_list_by_class_are_no_headings(kind: str, mark: str) -> None:
    sentence = f"各断面情况如下：\n{mark}Ⅱ类{kind}：金溪口、老码头；\n"
    assert found(sentence) == [("金溪口", "Ⅱ"), ("老码头", "Ⅱ")]


@pytest.mark.parametrize(
    "legend",
    ["Ⅳ类水质：轻度污染；", "Ⅱ类水质比例：38.5%；", "Ⅲ类水质：适用于渔业用水区；", "Ⅱ类水质：优。"],
)
def test_what_a_class_means_is_no_name(legend: str) -> None:
    assert found(legend) == []


def test_a_list_without_title_begins_with_its_lead() -> None:
    facts = measured(
        "Ⅱ类水质：源头桥；\nⅢ类水质：铁索桥。",
        head="2025年7月，鹅颈河水质状况如下：\n",
        period=None,
    ).facts
    assert [(one.scope, str(one.value)) for one in facts] == [("源头桥", "Ⅱ"), ("铁索桥", "Ⅲ")]
