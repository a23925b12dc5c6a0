"""Corrections that fit nothing are told; their values are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import Config
from builder.pipeline.line import Compared, Request, compared
from builder.review import Corrections, read_corrections
from builder.toml_file import TomlError
from tests.disturbed import HEAD, told

ENTRY = """[[correction]]
action = "{action}"
report = "{report}"
kind = "{kind}"
quote = "{quote}"
values = {values}
reason = "原文看错"
who = "张三"
when = 2025-03-01
"""
TEXT = f"{HEAD}PM2.5浓度32.86微克/立方米。\n二、存在问题\n一是能力不足。\n"


def entry(**given: str) -> str:
    fields = {
        "action": "set",
        "report": "云溪县-2024",
        "kind": "indicator",
        "quote": "PM2.5浓度32.86微克/立方米",
        "values": '{ value = "32.9" }',
    }
    return ENTRY.format(**fields | given)


def built(folder: Path, text: str, corrections: str) -> Compared:
    (folder / "云溪县-2024.txt").write_text(text, encoding="utf-8")
    (folder / "corrections.toml").write_text(corrections, encoding="utf-8")
    return compared(
        Request(input=folder, output=folder / "out", templates=Path("templates"), config=Config())
    )


@pytest.mark.parametrize(
    "report",
    [
        "云溪县-2024.txt",
        "云溪县-2024.docx",
        "云溪县2024",
        "云溪县-2023",
        "云溪 县-2024",
        "雲溪县-2024",
    ],
)
def test_a_report_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, report: str) -> None:
    made = built(tmp_path, TEXT, entry(report=report))
    (stray,) = made.refused
    said = str(stray)
    assert said.startswith("corrections.toml：第 1 条更正没有用上")
    assert report in said
    assert "最接近的是“云溪县-2024”" in said
    assert [refusal.reason for refusal in made.briefing.comparison.refused] == [stray.said().reason]


def test_a_report_like_no_other_is_told_too(tmp_path: Path) -> None:
    (stray,) = built(tmp_path, TEXT, entry(report="xyz")).refused
    assert "最接近" not in str(stray)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"quote": "没有这样的话也没有相近的话"}, "所引的文字已不在原文中"),
        ({"quote": "PM2.5浓度32.68微克/立方米"}, "最接近的是“PM2.5浓度32.86微克/立方米”"),
        ({"kind": "tally", "values": '{ total = "3" }'}, "没有提取出"),
        ({"values": '{ value = "Ⅲ" }'}, "更正后的数值“Ⅲ”与单位“μg/m³”不合"),
    ],
)
def test_a_correction_that_fits_nothing_is_told(
    tmp_path: Path, given: dict[str, str], said: str
) -> None:
    made = built(tmp_path, TEXT, entry(**given))
    (warning,) = made.warnings
    assert warning.startswith("corrections.toml 第 1 条（云溪县-2024）没有照改")
    assert said in warning
    assert "correction_stale" in {finding.code for finding in made.reports[0].findings}


def test_one_that_fits_is_not_told(tmp_path: Path) -> None:
    made = built(tmp_path, TEXT, entry())
    assert (made.warnings, made.refused) == ((), ())


def test_words_copied_without_the_breaks_of_their_lines_are_found(tmp_path: Path) -> None:
    text = TEXT.replace("32.86", "32.\u200b86").replace("微克", "微\n克")
    assert built(tmp_path, text, entry()).warnings == ()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ('{ period = "2024年" }', "应为统计期"),
        ('{ period = "2024-13" }', "应为统计期"),
        ('{ period = "2024-11..2024-01" }', "应为统计期"),
        ('{ period = "2024Q5" }', "应为统计期"),
        ('{ value = "Ⅲ", unit = "μg/m³" }', '单位应为 "class"'),
        ('{ value = "32.9", unit = "class" }', '单位应为 "class"'),
        ('{ metric = "air.pm25", value = "Ⅲ" }', "数值与它不合"),
        ('{ metric = "water.class", value = "3" }', "数值与它不合"),
        ('{ value = "1e400" }', "应为数字"),
        ("{ value = 1e400 }", "应为数字"),
        ('{ value = "9999999999999999999999" }', "应为数字"),
        ("{ value = nan }", "应为数字"),
        ("{ rank = { position = 0 } }", "应不小于 1"),
        ("{ rank = { position = 9, of = 3 } }", "名次不能是第 9"),
    ],
)
def test_values_are_checked(tmp_path: Path, values: str, said: str) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(entry(values=values), encoding="utf-8")
    with pytest.raises(TomlError) as error:
        read_corrections(path)
    assert "correction[1].values" in str(error.value)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ('{ total = "3", done = "5" }', "不能多于总数 3"),
        ('{ total = "3", pending = "5" }', "不能多于总数 3"),
        ('{ total = "-3" }', "不能是负数"),
        ('{ rate = "130" }', "应在 0 与 100 之间"),
    ],
)
def test_counts_are_checked(tmp_path: Path, values: str, said: str) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(entry(kind="tally", values=values), encoding="utf-8")
    with pytest.raises(TomlError, match=said):
        read_corrections(path)


def test_a_period_has_one_writing(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(entry(values='{ period = "2024-01..2024-12" }'), encoding="utf-8")
    found: Corrections = read_corrections(path)
    values = found.correction[0].checked_values()
    assert str(values.given["period"]) == "2024"


def test_told_has_its_facts() -> None:
    assert told("PM2.5浓度32.86微克/立方米。").facts
