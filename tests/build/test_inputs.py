from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.inputs import NothingToBuild, distinct_reports, input_files
from builder.model import Extraction, Refusal
from tests.goldfacts import gold_extractions


def yueyang() -> Extraction:
    return gold_extractions()[-1]


def renamed(extraction: Extraction, file: str, text: str | None = None) -> Extraction:
    source = extraction.outline.source
    source = replace(source, file=file, text=source.text if text is None else text)
    return replace(extraction, outline=replace(extraction.outline, source=source))


def test_files_come_in_the_order_of_their_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", ".hidden", "corrections.toml"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    assert [path.name for path in input_files(tmp_path)] == ["a.docx", "b.txt"]


def test_error_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuild) as caught:
        input_files(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。"
    )


def test_error_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuild) as caught:
        input_files(tmp_path / "none")
    assert str(caught.value) == (
        f"{tmp_path / 'none'}：没有这个文件夹。请用 --input 指定放报告的文件夹。"
    )


def test_different_reports_are_all_kept() -> None:
    assert distinct_reports(gold_extractions()) == (gold_extractions(), ())


def test_the_same_text_under_another_name_counts_once() -> None:
    twin = renamed(yueyang(), "z.txt", yueyang().outline.source.text.replace("\n", "\n\n"))
    kept, refused = distinct_reports([yueyang(), twin])
    assert kept == (yueyang(),)
    assert refused == (
        Refusal(
            file="z.txt",
            reason="与 yueyang-county-2024.txt 内容相同，只计一次",
            advice="删去其中一份即可。",
        ),
    )


def test_one_bureau_twice_in_one_period_counts_once() -> None:
    kept, refused = distinct_reports([yueyang(), renamed(yueyang(), "z.txt", "另一份文字")])
    assert kept == (yueyang(),)
    assert [item.reason for item in refused] == [
        "岳阳市生态环境局岳阳县分局同一时期（2024）已有一份报告：yueyang-county-2024.txt"
    ]


def test_one_bureau_in_two_periods_is_kept_twice() -> None:
    earlier = renamed(yueyang(), "2023.txt", "上一年的报告")
    earlier = replace(earlier, report=replace(earlier.report, period="2023"))
    assert distinct_reports([earlier, yueyang()])[0] == (earlier, yueyang())


def test_a_text_without_sections_and_facts_is_no_report() -> None:
    letter = replace(renamed(yueyang(), "letter.txt", "你好"), facts=())
    kept, refused = distinct_reports([letter])
    assert kept == ()
    assert [item.reason for item in refused] == ["找不到工作总结、存在问题或工作计划的任何章节"]
