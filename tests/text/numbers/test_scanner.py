from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from builder.model import Qualifier
from builder.text.numbers import scanner as scanning
from builder.text.numbers import units as patterns
from builder.text.numbers.number import Number, NumberKind
from builder.text.numbers.scanner import scan
from builder.vocabulary.generic.amounts import decoys
from tests.cputime import seconds

if TYPE_CHECKING:
    from builder.vocabulary.generic.amounts import Decoy

# One expected number, and all the ways to write it; the match must take the whole form.
SPELLINGS = {
    ("1.23", "亿", "="): ("1.23亿",),
    ("326", "万元", "="): ("326万元", "三百二十六万元"),
    ("1234.5", "万元", "="): ("1234.5万元", "1,234.5万元"),
    ("6000", "万元", "≈"): (
        "近6000万元",
        "约6000万元",
        "6000余万元",
        "6000多万元",
        "6000万元左右",
        "大约6000万元",
    ),
    ("92", "%", "≥"): (
        "92%以上",
        "不低于92%",
        "≥92%",
        "至少92%",
        "不少于92%",
        "92%及以上",
        "百分之九十二以上",
    ),
    ("32", "微克/立方米", "≤"): (
        "32微克/立方米以内",
        "不高于32微克/立方米",
        "不超过32微克/立方米",
        "32微克/立方米以下",
        "≤32微克/立方米",
    ),
    ("90", "%", ">"): ("超过90%", "突破90%", "逾90%", "大于90%", "超90%", "高于90%"),
    ("8", "人", "<"): ("不足8人", "不到8人", "少于8人", "低于8人"),
    ("127", "家", "="): ("127家", "一百二十七家"),
    ("20", "部", "≈"): ("20余部", "二十余部", "二十多部", "约20部"),
    ("1000", "人次", "≈"): ("1000余人次", "千余人次", "一千余人次", "1000多人次", "约1000人次"),
    ("1.2", "万人次", "≈"): ("1.2万余人次", "1.2万多人次", "约1.2万人次", "近1.2万人次"),
    ("5120", "人(次)", "="): ("5120人(次)",),
    ("2.4", "个百分点", "="): ("2.4个百分点",),
    ("3.5", "亿元", "="): ("3.5亿元", "三点五亿元"),
}
CLASSES = {
    "Ⅲ": ("Ⅲ类", "III类", "iii类", "ⅲ类", "三类水质", "三类标准", "III类水质"),
    "Ⅳ": ("Ⅳ类", "IV类", "ⅳ类", "四类水体"),
    "劣Ⅴ": ("劣Ⅴ类", "劣V类", "劣v类", "劣五类", "劣ⅴ类"),
}
RANGES = ("Ⅰ-Ⅲ类", "Ⅰ~Ⅲ类", "Ⅰ—Ⅲ类", "I-III类", "Ⅰ类-Ⅲ类", "Ⅰ至Ⅲ类", "Ⅰ–Ⅲ类", "I类至III类")
MASKS = (
    "20xx万元",
    "20XX万元",
    "*个",
    "X个",
    "XX个",
    "***家",
    "*.*个百分点",
    "202x年",
    "201*年",
    "20**年",
    "X%",
    "××亩",
    "1X家",
    "_个",
    "xx件",
    "X.X%",
    "○○户",
)
NO_AMOUNT = {
    "quoted": ("“六个100%”", "“1+7+18”", "“12345”热线", "“绿盾2022”"),
    "slogan": ("六个100%", "1+7+18", "五个一批", "两个维护"),
    "hotline": ("12345热线", "12369平台"),
    "set": ("10大攻坚行动", "8大行动"),
    "code": ("218号", "GB 3095", "013800000000"),
    "letters": ("PM2.5", "SO2", "O3", "5G", "3D"),
    "title": ("《2023年衡南县3项工作方案》",),
    "document": ("〔2017〕", "[2017]"),
    "pointing": ("前20名", "这3家", "每3个", "其3家"),
    "section": ("1.突出党建", "2、加强"),
    "year": ("2012",),
    "product": ("7×24",),
    "ratio": ("1/4", "24:00:1"),
}
DOUBTFUL = ("3、19亿元", "十几个", "数百家", "上百家", "三五个", "七八家", "几十家", "1.5个")
WORDS = (
    "三会一课",
    "八仙桥",
    "第三者责任",
    "百里长渠",
    "三塘镇",
    "一体化",
    "统一",
    "二氧化硫",
    "十堰市",
    "万福河",
)


def amounts(text: str) -> list[Number]:
    return [number for number in scan(text) if number.kind is NumberKind.AMOUNT]


@pytest.mark.parametrize(
    ("expected", "form"),
    [(expected, form) for expected, forms in SPELLINGS.items() for form in forms],
)
def test_an_amount_in_all_its_spellings(expected: tuple[str, str, str], form: str) -> None:
    value, unit, qualifier = expected
    (number,) = amounts(f"共计{form},其余")
    assert number.value == Decimal(value)
    assert (number.unit.replace("百分之", ""), number.qualifier) == (unit, Qualifier(qualifier))
    assert f"共计{form},其余"[number.start : number.end] == form


@pytest.mark.parametrize(
    ("expected", "form"),
    [(expected, form) for expected, forms in CLASSES.items() for form in forms],
)
def test_a_water_class_in_all_its_spellings(expected: str, form: str) -> None:
    (number,) = scan(f"断面达到{form},")
    assert (number.kind, number.value) == (NumberKind.CLASS, expected)


@pytest.mark.parametrize("form", RANGES)
def test_a_range_of_classes(form: str) -> None:
    (number,) = scan(f"断面{form}比例")
    assert number.classes == ("Ⅰ", "Ⅲ")


@pytest.mark.parametrize("form", MASKS)
def test_a_masked_number_has_no_value(form: str) -> None:
    found = scan(f"完成{form},")
    assert [number.value for number in found] == [None] * len(found)
    assert NumberKind.MASKED in {number.kind for number in found}


@pytest.mark.parametrize("text", ["安全利用率%,", "同比上升个百分点", "水质均值为类,", "比例达%。"])
def test_a_deleted_number_is_masked(text: str) -> None:
    assert [number.rule for number in scan(text)] == ["deleted"]


@pytest.mark.parametrize("text", ["NOx减排", "X射线装置", "X光", "VOCs", "a*b"])
def test_letters_that_mask_nothing(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("rule", "form"), [(rule, form) for rule, forms in NO_AMOUNT.items() for form in forms]
)
def test_what_says_no_amount(rule: str, form: str) -> None:
    found = scan(form)
    assert rule in {number.rule for number in found}
    assert all(n.value is None or n.kind is not NumberKind.AMOUNT or n.start > 3 for n in found)


@pytest.mark.parametrize("form", DOUBTFUL)
def test_a_doubtful_number_has_no_value(form: str) -> None:
    found = scan(f"完成投资{form}。")
    assert {number.kind for number in found} == {NumberKind.DOUBT}
    assert {number.value for number in found} == {None}


@pytest.mark.parametrize("word", WORDS)
def test_words_with_numerals_are_no_numbers(word: str) -> None:
    assert [n for n in scan(f"推进{word}工作") if n.kind is not NumberKind.ORDINAL] == []


@pytest.mark.parametrize("decoy", decoys().decoys, ids=lambda decoy: decoy.word)
def test_every_decoy_bites(decoy: Decoy, monkeypatch: pytest.MonkeyPatch) -> None:
    start = decoy.sentence.index(decoy.word)
    end = start + len(decoy.word)
    held = [n for n in scan(decoy.sentence) if n.start < end and n.end > start]
    assert {number.rule for number in held} == {decoy.rule}
    unarmed = replace(patterns.amounts(), decoys=patterns.finder(["\0"]))
    monkeypatch.setattr(scanning, "amounts", lambda: unarmed)
    read = [n for n in scan(decoy.sentence) if n.start < end and n.end > start]
    assert {number.value is not None for number in read} == {True}


def test_a_unit_behind_a_list_is_shared() -> None:
    found = amounts("浓度分别为12、40、77和48微克/立方米")
    assert [(n.value, n.measure, n.shared) for n in found] == [
        (Decimal(12), "μg/m³", True),
        (Decimal(40), "μg/m³", True),
        (Decimal(77), "μg/m³", True),
        (Decimal(48), "μg/m³", False),
    ]


@pytest.mark.parametrize("text", ["分别为1,200,300微克/立方米", "依次为1,200,300微克/立方米"])
def test_commas_of_an_announced_list_part_numbers(text: str) -> None:
    assert [number.value for number in scan(text)] == [Decimal(1), Decimal(200), Decimal(300)]


@pytest.mark.parametrize("text", ["每立方米31微克", "每立方米为31微克", "每标准立方米约31微克"])
def test_a_unit_before_the_value(text: str) -> None:
    (number,) = amounts(text)
    assert (number.value, number.measure) == (Decimal(31), "μg/m³")


@pytest.mark.parametrize("text", ["3-5个", "3至5个", "3~5个", "3—5个", "3到5个"])
def test_a_range_has_both_ends(text: str) -> None:
    (number,) = scan(text)
    assert (number.value, number.upper, number.unit) == (Decimal(3), Decimal(5), "个")


@pytest.mark.parametrize(
    "text", ["由38降至35", "从3到5个", "提高2个百分点至88%", "下降3微克至32微克", "增加2天到88天"]
)
def test_from_and_to_are_two_numbers(text: str) -> None:
    assert len(scan(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1,111," * 16_000,
        "Ⅰ-" * 50_000,
        "万亿" * 50_000,
        "*.*个" * 25_000,
        "“" * 100_000,
    ],
    ids=["digits", "commas", "classes", "numerals", "masks", "quotes"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    scan("1个")
    tenth = seconds(partial(scan, text[: len(text) // 10]))
    assert seconds(partial(scan, text)) < 40 * max(tenth, 0.01)
