from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.config import Limits
from builder.extract import extract
from builder.model import Extraction, Period, Refusal
from builder.outline import outline
from builder.pipeline.inputs import NothingToBuild, distinct_reports, input_files
from builder.read import source_from_text
from tests.goldfacts import gold_extractions


def yueyang() -> Extraction:
    return gold_extractions()[-1]


def renamed(extraction: Extraction, file: str, text: str | None = None) -> Extraction:
    source = extraction.outline.source
    source = replace(
        source, report=Path(file).stem, file=file, text=source.text if text is None else text
    )
    return replace(extraction, outline=replace(extraction.outline, source=source))


def test_files_come_in_the_order_of_their_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", ".hidden", "corrections.toml"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    files, refused = input_files(tmp_path, Limits())
    assert [file.name for file in files] == ["a.docx", "b.txt"]
    assert refused == ()


def test_error_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuild) as caught:
        input_files(tmp_path, Limits())
    assert str(caught.value) == (
        f"{tmp_path}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。"
    )


def test_error_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuild) as caught:
        input_files(tmp_path / "none", Limits())
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
            reason="与 {twin} 内容相同，只计一次",
            advice="删去其中一份即可。",
            values=(("twin", "yueyang-county-2024.txt"),),
        ),
    )


def test_one_bureau_twice_in_one_period_counts_once() -> None:
    kept, refused = distinct_reports([yueyang(), renamed(yueyang(), "z.txt", "另一份文字")])
    assert kept == (yueyang(),)
    assert [item.said().reason for item in refused] == [
        "岳阳市生态环境局岳阳县分局同一时期（2024）已有一份报告：yueyang-county-2024.txt"
    ]


def test_two_files_that_differ_in_their_suffix_alone_are_told() -> None:
    twin = renamed(yueyang(), "yueyang-county-2024.md", "另一份文字")
    _, refused = distinct_reports([yueyang(), twin])
    assert [(item.said().reason, item.advice) for item in refused] == [
        ("与 yueyang-county-2024.txt 只有后缀不同，分不清出处", "请给其中一个文件改名。")
    ]


BODY = (
    "一、工作成效\n完成治理项目3个。\n二、存在问题\n空气质量不稳定。\n三、下一步计划\n推进治理。\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("甲县生态环境局2024年工作总结", "乙县生态环境局2024年工作总结"),
        ("某市生态环境局甲分局2023年度工作情况报告", "某市生态环境局乙分局2023年度工作情况报告"),
        ("甲市环境保护局2017年工作总结及2018年工作计划", "乙市环境保护局2017年工作总结"),
    ],
)
def test_several_reports_in_one_file_are_refused(first: str, second: str) -> None:
    source = source_from_text("two", "two.txt", f"{first}\n{BODY}\n{second}\n{BODY}")
    _, refused = distinct_reports([extract(outline(source))])
    assert [item.said().reason for item in refused] == [f"一个文件里有 2 份报告：{first}；{second}"]


@pytest.mark.parametrize(
    "text",
    [
        f"甲县生态环境局2024年工作总结\n甲县生态环境局2024年工作总结\n{BODY}",
        f"甲县生态环境局2024年工作总结\n{BODY}\n乙县生态环境局2024年工作总结\n",
        f"甲县生态环境局2024年工作总结\n{BODY}配合乙县生态环境局做好2024年工作总结。\n{BODY}",
    ],
)
def test_other_titles_in_a_report_do_not_make_it_two(text: str) -> None:
    kept, refused = distinct_reports([extract(outline(source_from_text("one", "one.txt", text)))])
    assert len(kept) == 1
    assert refused == ()


def test_one_bureau_in_two_periods_is_kept_twice() -> None:
    earlier = renamed(yueyang(), "2023.txt", "上一年的报告")
    earlier = replace(earlier, report=replace(earlier.report, period=Period.years(2023)))
    assert distinct_reports([earlier, yueyang()])[0] == (earlier, yueyang())


def test_a_text_without_sections_and_facts_is_no_report() -> None:
    letter = replace(renamed(yueyang(), "letter.txt", "你好"), facts=())
    kept, refused = distinct_reports([letter])
    assert kept == ()
    assert [item.said().reason for item in refused] == [
        "找不到工作总结、存在问题或工作计划的任何章节"
    ]
