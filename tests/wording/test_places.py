"""Names of places in Latin letters, and the marks made of them."""

from __future__ import annotations

import pytest

from builder.language import Language
from builder.wording.places import latin_letters, place_words, romanised_name


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("岳阳县", "Yueyang County"),
        ("潜江市", "Qianjiang City"),
        ("陕西省", "Shaanxi Province"),
        ("山西省", "Shanxi Province"),
        ("重庆市", "Chongqing"),
        ("西藏自治区", "Tibet"),
        ("内蒙古自治区", "Inner Mongolia"),
        ("新疆维吾尔自治区", "Xinjiang"),
        ("广西壮族自治区", "Guangxi"),
        ("澳门特别行政区", "Macao"),
        ("呼和浩特市", "Hohhot City"),
        ("兴安盟", "Hinggan League"),
        ("恩施土家族苗族自治州", "Enshi Autonomous Prefecture"),
        ("浦东新区", "Pudong New Area"),
    ],
)
def test_official_spellings(name: str, latin: str) -> None:
    assert romanised_name(name) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("西安市", "Xi'an City"),
        ("六安市", "Lu'an City"),
        ("长沙县", "Changsha County"),
        ("长子县", "Zhangzi County"),
        ("朝阳区", "Chaoyang District"),
        ("都匀市", "Duyun City"),
        ("单县", "Shanxian County"),
        ("和县", "Hexian County"),
        ("杭州", "Hangzhou"),
    ],
)
def test_what_pinyin_by_letters_misses(name: str, latin: str) -> None:
    assert romanised_name(name) == latin


def test_places_without_a_name() -> None:
    assert romanised_name("某区") == "Unnamed District"
    assert romanised_name("某县（区）") == "Unnamed County/District"
    assert romanised_name("report-2") == "report-2"


def test_chinese_keeps_its_names() -> None:
    assert place_words("陕西省", Language("zh")) == "陕西省"
    assert place_words("陕西省", Language("en")) == "Shaanxi Province"


def test_letters_are_initials_where_they_are_free() -> None:
    names = ["岳阳县", "衡阳县", "衡南县", "湖南省", "某区", "陕西省", "山西省"]
    assert latin_letters(names) == ["YY", "HY", "HN", "HU", "UD", "SX", "SH"]


def test_letters_are_unique_among_many() -> None:
    given = latin_letters(["岳阳县"] * 60)
    assert len(set(given)) == 60
    assert given[0] == "YY"
