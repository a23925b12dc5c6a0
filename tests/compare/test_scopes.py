from __future__ import annotations

import pytest

from builder.compare.scopes import scope
from builder.language import Language
from builder.wording.scopes import scope_label

ZH = Language("zh")


@pytest.mark.parametrize(
    "words",
    [
        ("中心城区", "市中心城区", "主城区"),
        ("县级及以上集中式饮用水水源地", "2个县级以上集中式饮用水源地", "县级及以上城市饮用水水源"),
        ("国考断面", "25个国控断面", "3个国控水质监测断面", "纳入国家考核的7个地表水断面"),
        ("地表水省监测断面", "省控断面", "4个省考断面"),
        ("19个乡镇(街道)饮用水水源保护区", "乡镇级饮用水水源地"),
        ("功能区昼间", "昼间"),
        (None, "全县", "我县"),
    ],
)
def test_same_scope_in_other_words(words: tuple[str | None, ...]) -> None:
    assert len({scope(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, "中心城区"),
        ("中心城区", "县级及以上城市"),
        ("国考断面", "省控断面"),
        ("国考断面", "国、省考断面"),
        ("国考断面", "地表水断面"),
        ("县级饮用水水源地", "乡镇饮用水水源地"),
        ("昼间", "夜间"),
        ("沙尘天气剔除后", None),
        ("地表水市控考核断面浍楼闸", "市控断面"),
        ("赣江干流4个断面", "4个断面"),
        ("3个国控水质监测断面除总磷外各项指标", "3个国控水质监测断面"),
    ],
)
def test_other_scope(one: str | None, other: str | None) -> None:
    assert scope(one) != scope(other)


@pytest.mark.parametrize("words", ["全省", "全市", "全国", "全州", "全自治区"])
def test_an_area_around_the_bureau_is_not_its_own(words: str) -> None:
    assert scope(words).narrows("wider")
    assert not scope(words).whole


def test_what_a_bureau_calls_its_own_area_narrows_nothing() -> None:
    assert scope("全市", ("全市",)).whole
    assert scope("全市中心城区", ("全市",)) == scope("中心城区")


def test_named_object_keeps_its_name() -> None:
    assert scope("地表水市控考核断面浍楼闸").name == "浍楼闸"
    assert scope("1个国考断面(沁河龙湾)").name == "沁河龙湾"
    assert scope("资溪县").name == "资溪县"


def test_masked_name() -> None:
    assert scope("XX河口断面").masked
    assert not scope("X个区级及以上集中式饮用水水源地").masked
    assert not scope("八仙桥断面").masked


def test_labels() -> None:
    assert scope_label(scope(None), ZH) == "未限定范围"
    assert scope_label(scope("2个县级以上集中式饮用水源地"), ZH) == "县级及以上饮用水水源"
    assert scope_label(scope("地表水市控考核断面浍楼闸"), ZH) == "市级断面浍楼闸"


def test_own_names_of_the_jurisdiction_narrow_nothing() -> None:
    homes = ("湖南省", "岳阳市", "岳阳县")
    assert scope("岳阳县", homes).whole
    assert scope("岳阳县4个省控水质监测断面", homes) == scope("省控断面")
