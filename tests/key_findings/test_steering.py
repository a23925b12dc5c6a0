"""`focus` and `[findings]` of briefing.toml, with their mistakes whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import Config, read_config
from builder.key_findings import conclusions, focused
from builder.key_findings.numbers import said_numbers
from builder.model.comparison import Conclusion
from builder.toml_file import TomlError
from tests.smallreports import compared, extraction, gold_comparison

USUAL = (
    "problems",
    "left:qianjiang-2024:督察",
    "left:hengnan-2023:信访",
    "worse:air.good_days_ratio",
    "within:air.pm25",
    "checkable",
)


def steered(tmp_path: Path, text: str) -> tuple[Conclusion, ...]:
    path = tmp_path / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    return conclusions(gold_comparison(), read_config(path))


def keys(tmp_path: Path, text: str) -> tuple[str, ...]:
    return tuple(conclusion.finding.key for conclusion in steered(tmp_path, text))


def error(tmp_path: Path, text: str) -> str:
    with pytest.raises(TomlError) as caught:
        steered(tmp_path, text)
    return str(caught.value)


def test_without_a_word_the_weightiest(tmp_path: Path) -> None:
    assert keys(tmp_path, "") == USUAL


def test_fewer(tmp_path: Path) -> None:
    assert keys(tmp_path, "[findings]\nmost = 2") == USUAL[:2]


def test_one_that_is_dropped_gives_its_room_to_the_next(tmp_path: Path) -> None:
    told = keys(tmp_path, '[findings]\ndrop = ["left:qianjiang-2024:督察", "checkable"]')
    assert told == (
        "problems",
        "left:hengnan-2023:信访",
        "worse:air.good_days_ratio",
        "within:air.pm25",
        "left:qianjiang-2024:排污口",
        "shared:water",
    )


def test_one_that_is_pinned_is_told_whatever_its_weight(tmp_path: Path) -> None:
    told = keys(tmp_path, '[findings]\npin = ["better:air.pm25"]')
    assert told == (*USUAL[:4], "checkable", "better:air.pm25")


def test_an_order_of_ones_own(tmp_path: Path) -> None:
    told = keys(tmp_path, '[findings]\norder = ["checkable", "within:air.pm25"]')
    assert told == ("checkable", "within:air.pm25", *USUAL[:4])


def test_what_comes_first_is_told_whatever_its_weight(tmp_path: Path) -> None:
    told = keys(tmp_path, '[findings]\norder = ["better:air.pm25"]')
    # PM2.5 is told of once: within its limit gives way.
    assert told == ("better:air.pm25", *USUAL[:4], "checkable")


def test_own_words_stand_with_what_they_are_said_of(tmp_path: Path) -> None:
    told = steered(
        tmp_path,
        '[findings.reword."left:qianjiang-2024:督察"]\n'
        'lead = "潜江市督察任务还剩35项"\ndetail = "166项中完成131项，占78.92%"',
    )
    assert (told[1].lead, told[1].detail) == (
        "潜江市督察任务还剩35项",
        "166项中完成131项，占78.92%",
    )
    assert (told[0].lead, told[0].detail) == ("", "")


def test_names_hold_no_numbers_and_spelled_ones_count() -> None:
    said = list(said_numbers("PM2.5三家达标，O3共1,234天，占３５％"))
    assert [(words, str(value)) for words, value in said] == [
        ("1,234", "1234"),
        ("35", "35"),
        ("三", "3"),
    ]


def test_error_numbers_that_no_fact_of_the_finding_has(tmp_path: Path) -> None:
    text = (
        '[findings.reword."left:qianjiang-2024:督察"]\n'
        'lead = "潜江市还剩36项"\ndetail = "两家未完成"'
    )
    listed = "1、6、12、31、35、78.92、131、166、2016、2023"
    place = 'briefing.toml: findings.reword."left:qianjiang-2024:督察": '
    assert error(tmp_path, text) == (
        f"{place}数字 36 在这条要点的依据里没有。可用的数字：{listed}。请改用其中的。\n"
        f"{place}数字 两 在这条要点的依据里没有。可用的数字：{listed}。请改用其中的。"
    )


def test_error_words_too_long_for_page_1(tmp_path: Path) -> None:
    text = f'[findings.reword.checkable]\nlead = "{"承诺" * 15}"\ndetail = "{"核查" * 10}"'
    assert error(tmp_path, text) == (
        'briefing.toml: findings.reword."checkable": lead 和 detail 合计最多 45 个字'
        "（现为 50 个）。请改短。"
    )


def test_error_unknown_keys_name_the_nearest(tmp_path: Path) -> None:
    text = '[findings]\ndrop = ["checkable", "withn:air.pm25"]\npin = ["left:qianjiang:督察"]'
    assert error(tmp_path, text) == (
        "briefing.toml: findings.drop[2]: 没有代号为“withn:air.pm25”的要点。"
        "是不是想写 within:air.pm25？全部要点和它们的代号见 briefing findings。\n"
        "briefing.toml: findings.pin[1]: 没有代号为“left:qianjiang:督察”的要点。"
        "是不是想写 left:qianjiang-2024:督察？全部要点和它们的代号见 briefing findings。"
    )


def test_error_pinned_and_dropped_or_too_many(tmp_path: Path) -> None:
    text = '[findings]\nmost = 1\ndrop = ["problems"]\npin = ["problems", "checkable"]'
    assert error(tmp_path, text) == (
        "briefing.toml: findings.pin[1]: “problems”同时写在 drop 里。请从其中一处删去。\n"
        "briefing.toml: findings: pin 和 order 共 2 条，多于 most = 1。请少写几条。"
    )


def test_the_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "三季度.toml"
    path.write_text('focus = "甲市"', encoding="utf-8")
    with pytest.raises(TomlError) as caught:
        conclusions(gold_comparison(), read_config(path))
    assert str(caught.value) == (
        "三季度.toml: focus: 材料里没有“甲市”。可用的：潜江市、岳阳县、赣州市、衡南县、某区。"
    )


@pytest.mark.parametrize("name", ["衡南县", "hengnan-2023", "衡阳市生态环境局衡南分局"])
def test_our_own_bureau_by_each_of_its_names(name: str) -> None:
    assert focused(gold_comparison(), Config(focus=name)) == "hengnan-2023"


def test_our_own_bureau_has_one_conclusion(tmp_path: Path) -> None:
    assert keys(tmp_path, 'focus = "衡南县"') == (USUAL[0], "own:hengnan-2023", *USUAL[1:5])


def test_of_several_years_the_latest_is_meant() -> None:
    years = [extraction(f"a-{year}", period=year) for year in ("2023", "2024")]
    assert focused(compared(*years), Config(focus="甲市")) == "a-2024"


def test_error_our_own_bureau_is_not_among_them(tmp_path: Path) -> None:
    assert error(tmp_path, 'focus = "衡难县"') == (
        "briefing.toml: focus: 材料里没有“衡难县”。是不是想写 衡南县？"
    )
