"""Numbers that signs nobody sees, blanks, line ends and notes part: never a wrong value."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from builder.widths import columns
from tests.disturbed import bare, codes, read, told, value_of, values, wrapped

SEEDS = sorted(Path("seeds").glob("*.txt"))
SENTENCE = "PM2.5平均浓度6{gap}3微克/立方米，同比下降8.5%。"
# Signs that take no room: of control, direction, joining, variants; tags and notes.
UNSEEN = [
    *(0x00, 0x01, 0x1F, 0x9F, 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E),
    *(0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202C, 0x202D, 0x2060, 0x2061, 0x2062),
    *(0x2063, 0x2064, 0x2066, 0x2068, 0x2069, 0x206A, 0x206F, 0xFE00, 0xFE0F, 0xFEFF, 0xFFF9),
    *(0x1BCA0, 0x1D173, 0xE0001, 0xE0020, 0xE0100),
]
# What parts a number without saying how it goes on.
PARTING = [
    *" \t\n\u00a0\u2002\u2009\u202f\u3000\u3164\u2800\x0b\x0c\x85\u2028",
    "  ", " \n", "\n\n", "\n　　", "\r\n", "&nbsp;", "&shy;", "<U+00A0>",
    "\ufffc", "\ufffd", "\ue000",
]  # fmt: skip


@pytest.mark.parametrize("code", UNSEEN, ids=hex)
def test_signs_that_nobody_sees_part_no_number(code: int) -> None:
    assert value_of(SENTENCE.format(gap=chr(code))) == "63"


# What stands behind a mark of right-to-left writing may be shown in reverse.
@pytest.mark.parametrize("code", sorted({*UNSEEN} - {0x200F}), ids=hex)
def test_they_part_no_word_and_no_unit(code: int) -> None:
    sentence = "PM2.5平均浓度63微克/立方米，同比下降8.5%。"
    assert value_of(chr(code).join(sentence)) == "63"


def test_the_quote_is_the_source_with_its_signs_and_places() -> None:
    extraction = told(SENTENCE.format(gap="\u200b\u00ad"))
    (fact, *_) = extraction.facts
    assert "6\u200b\u00ad3" in fact.quote
    assert extraction.outline.source.text[fact.start : fact.end] == fact.quote
    assert "reader_remark" in codes(extraction)


@pytest.mark.parametrize("gap", PARTING, ids=ascii)
def test_a_parted_number_has_no_value_and_a_finding(gap: str) -> None:
    extraction = told(SENTENCE.format(gap=gap))
    assert not [value for value in values(extraction) if "μg" in value]
    assert codes(extraction) & {"split_number", "broken_number", "unreadable_number"}


def test_two_numbers_are_two_and_names_are_names() -> None:
    assert value_of("PM10 55微克/立方米。", "air.pm10") == "55"
    assert value_of("SO 2浓度8微克/立方米。", "air.so2") == "8"
    assert "split_number" not in codes(told("1. 35家企业完成整改。2. 18家企业正在整改。"))
    assert "split_number" not in codes(told("截至2024年12月31日 35家企业完成整改。"))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("优良天数比例9 2 . 6 %，同比上升1.2个百分点。", "92.6"),
        ("优良天数比例92 .6%。", "92.6"),
        ("优良天数比例92. 6%。", "92.6"),
        ("优 良 天 数 比 例 9 3 %。", "93"),
        ("优良天数比例9 3%。", None),
        ("优良天数比例9 2.6%。", None),
        ("优良天数比例92.6 4%。", None),
        ("优良天数比例92,6%。", None),
        ("优良天数比例92。6%。", None),
        ("优良天数比例92..6%。", None),
        ("优良天数比例92.6.4%。", None),
        ("优良天数比例92\n.6%。", None),
    ],
)
def test_digits_set_apart_and_blanks_in_decimals(sentence: str, value: str | None) -> None:
    assert value_of(sentence, "air.good_days_ratio") == value


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u3000"])
def test_no_other_value_takes_the_place_of_one_that_is_unclear(gap: str) -> None:
    sentence = f"PM2.5、PM10、二氧化硫浓度分别为6{gap}3、55、20微克/立方米。"
    assert value_of(sentence) is None
    assert value_of(sentence, "air.pm10") in {"55", None}
    assert value_of(sentence, "air.so2") in {"20", None}
    assert value_of(f"O3浓度1{gap}45微克/立方米。", "air.o3") is None
    assert value_of(f"总磷浓度0.0{gap}65mg/L。", "water.total_phosphorus") is None


@pytest.mark.parametrize("width", [28, 36, 40])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_seeds_with_their_lines_cut_give_their_own_facts(seed: Path, width: int) -> None:
    text = seed.read_text(encoding="utf-8")
    whole, cut = read(text), read(wrapped(text, width))
    assert Counter(map(bare, cut.facts)) == Counter(map(bare, whole.facts))
    for fact in cut.facts:
        assert cut.outline.source.text[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_seeds_cut_and_strewn_with_unseen_signs_give_their_own_facts(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    strewn = "\n".join("\u200b".join(line) for line in wrapped(text, 36).split("\n"))
    assert Counter(map(bare, read(strewn).facts)) == Counter(map(bare, read(text).facts))


def folded(text: str, width: int) -> str:
    """Lines cut at columns, and never before a sign that must not begin a line."""
    lines = []
    for line in text.split("\n"):
        begun = ""
        for sign in line:
            if columns(begun + sign) > width and sign not in "，。；：、！？”）》%":
                lines.append(begun)
                begun = ""
            begun += sign
        lines.append(begun)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [56, 72])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_lines_cut_at_columns_give_no_wrong_value(seed: Path, width: int) -> None:
    text = seed.read_text(encoding="utf-8")
    whole, cut = values(read(text)), values(read(folded(text, width)))
    more, kept = Counter(cut) - Counter(whole), Counter(cut) & Counter(whole)
    assert not more
    assert kept.total() >= 0.97 * len(whole)


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    lines = "\n".join(f"{mark}、加强大气污染防治工作，检查企业{mark}家" for mark in range(21, 40))
    assert told(lines).outline.whole is None
