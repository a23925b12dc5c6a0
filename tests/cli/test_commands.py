from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.__main__ import main
from builder.cli import briefing
from builder.cli.review import excerpt
from builder.config import read_config
from tests.goldfacts import ROOT

SEEDS = ROOT / "seeds"


@pytest.fixture(autouse=True)
def _signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `main` does with signals is for a process of its own."""
    for name in ("end_at_once", "interrupt", "ignore"):
        monkeypatch.setattr(f"builder.__main__.{name}", lambda: None)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


def failure(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    monkeypatch.setattr("sys.argv", ["briefing", *map(str, arguments)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1


def test_wrong_arguments_end_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["briefing", "build", "--nothing"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert "--nothing" in capsys.readouterr().err


def test_help_names_every_command() -> None:
    listed = run("--help").output
    for command in ("build", "check-templates", "doctor", "explain", "extract", "init", "review"):
        assert f"\n  {command} " in listed


def test_build_says_what_it_made(tmp_path: Path) -> None:
    output = tmp_path / "output"
    result = run("build", "--input", SEEDS, "--output", output, "--formats", "html,xlsx")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == f"已生成 {output}（5 份报告）"
    assert [line.split("（")[0] for line in lines[1:3]] == ["  briefing.html", "  briefing.xlsx"]
    assert "  数据质量：" in result.output
    assert "  数字：未归入表格 " in result.output


def test_strict_fails_where_a_report_was_left_out(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "empty.txt").touch()
    (reports / "yueyang.txt").write_bytes((SEEDS / "yueyang-county-2024.txt").read_bytes())
    arguments = ("build", "--input", reports, "--output", tmp_path / "o", "--formats", "html")
    lenient, strict = run(*arguments), run(*arguments, "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert "  没有并入 empty.txt：" in lenient.output


def test_error_unknown_format() -> None:
    result = run("build", "--formats", "docx,odt")
    assert result.exit_code == 2
    assert "没有格式 odt；可用：docx,pdf,html,xlsx" in result.output


def test_error_empty_folder_is_one_line_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failure(monkeypatch, "build", "--input", tmp_path, "--output", tmp_path / "output")
    assert capsys.readouterr().err == (
        f"{tmp_path}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。\n"
    )


def test_error_configuration_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text('titel = "x"', encoding="utf-8")
    failure(monkeypatch, "build", "--config", config, "--input", SEEDS)
    assert capsys.readouterr().err == "briefing.toml: titel: 没有这个键。是不是想写 title？\n"


def test_extract_writes_the_facts_file(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    seed = SEEDS / "ganzhou-2024.txt"
    assert run("extract", seed, "-o", target).exit_code == 0
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert {row["report"] for row in rows} == {"ganzhou-2024"}
    assert rows[0]["kind"] == "report"


def test_error_extract_names_what_it_could_not_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("extract", empty, "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 1
    assert "没有读取 empty.txt：" in result.output
    assert "没有一份报告可用。" in result.output


def test_explain_shows_text_rules_and_coverage() -> None:
    result = run("explain", SEEDS / "yueyang-county-2024.txt")
    assert result.exit_code == 0
    assert "2024年,我县空气质量综合指数3.22" in result.output.replace("\n", "")
    assert "全文数字 " in result.output
    assert "未读懂" in result.output


def test_init_makes_a_folder_that_the_build_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "简报"
    assert run("init", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "briefing.toml",
        "seeds",
        "templates",
    ]
    assert read_config(folder / "briefing.toml").templates == "templates"
    report = SEEDS / "yueyang-county-2024.txt"
    (folder / "seeds" / report.name).write_bytes(report.read_bytes())
    monkeypatch.chdir(folder)
    (folder / "templates" / "briefing.css").write_text("/* 本处的版式 */", encoding="utf-8")
    assert run("build", "--formats", "html").exit_code == 0
    assert "/* 本处的版式 */" in (folder / "output" / "briefing.html").read_text(encoding="utf-8")


def test_error_init_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "文件夹不是空的" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_review_lists_what_to_look_at_first_by_mark() -> None:
    lines = run("review", "--input", SEEDS, "--number", "5").output.splitlines()
    assert lines[0].startswith("最需要看一眼的 5 处，全部 ")
    assert "  岳2    岳阳县  数量  教育资料 约20部  —— 没有把握、约数" in lines[1::2]
    assert lines[1].endswith("  —— 没有把握、年份不明、混有其他年份")
    assert lines[2].startswith("          “…治理项目;特别是在2023年度")
    assert f'  mark = "{lines[1].split()[0]}"' in lines


def test_review_lists_twenty_unless_told_otherwise() -> None:
    def listed(*options: str) -> int:
        return run("review", "--input", SEEDS, *options).output.count("  —— ")

    assert listed() == 20
    assert listed("--all") > 30


def test_review_shows_corrections_in_vain_first_with_the_nearest_words(tmp_path: Path) -> None:
    shutil.copy(SEEDS / "yueyang-county-2024.txt", tmp_path)
    (tmp_path / "corrections.toml").write_text(
        '[[correction]]\naction = "set"\nreport = "yueyang-county-2024"\nkind = "indicator"\n'
        'quote = "PM2.5浓度33.86μg/m3"\nvalues = { value = "33" }\n'
        'reason = "看错"\nwho = "综合科"\nwhen = 2025-01-01\n',
        encoding="utf-8",
    )
    lines = run("review", "--input", tmp_path, "--number", "1").output.splitlines()
    assert lines[:2] == [
        f"没有照改的更正 1 条（在 {tmp_path / 'corrections.toml'}，请改好或删去）：",
        "  第 1 条（岳阳县）：所引的文字已不在原文中；最接近的是“PM2.5浓度32.86μg/m3”〔岳10〕",
    ]


def test_an_excerpt_holds_the_words_that_it_is_for() -> None:
    sentence = "甲" * 100 + "PM2.5浓度32.86" + "乙" * 100
    assert excerpt(sentence, "PM2.5浓度32.86", 40) == f"…{'甲' * 14}PM2.5浓度32.86{'乙' * 14}…"
    assert excerpt("短句。", "短", 40) == "短句。"


def test_review_writes_entries_that_are_all_commented_out(tmp_path: Path) -> None:
    target = tmp_path / "corrections.toml"
    assert run("review", "--input", SEEDS, "-o", target).exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    assert text.count("\n# [[correction]]") == 21
    assert "\n# ---- 岳16 · yueyang-county-2024 · 数量 · 没有把握\n#      2024年,共接受了" in text


def test_explain_shows_what_each_fact_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "260")
    output = run("explain", SEEDS / "yueyang-county-2024.txt").output
    (row,) = [line for line in output.splitlines() if line.startswith("│ 1171 ")]
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert cells[1:5] == [
        "指标",
        "细颗粒物（PM2.5）平均浓度",
        "32.86 μg/m³，同比下降3.64%（改善）",
        "2024年",
    ]


def test_error_review_overwrites_nothing(tmp_path: Path) -> None:
    target = tmp_path / "corrections.toml"
    target.write_text("mine", encoding="utf-8")
    assert run("review", "--input", SEEDS, "-o", target).exit_code == 1
    assert target.read_text(encoding="utf-8") == "mine"


def test_findings_lists_what_page_1_may_say_with_its_keys(tmp_path: Path) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text('[findings]\nmost = 2\ndrop = ["problems"]\n', encoding="utf-8")
    printed = run("findings", "--config", config, "--input", SEEDS).output.splitlines()
    assert printed[:6] == [
        "1.  86  left:qianjiang-2024:督察",
        "        潜江市督察整改还有35项按期推进：2016—2023年交办166项，已完成131项",
        "2.  82  left:hengnan-2023:信访",
        "        衡南县督察信访件还有10件未办结：2023年9月6日—9月26日接收40件，已办结30件",
        "–   90  problems",
        "        四家写明问题12个，3个未见对应承诺：均在衡南县：养殖行业、大气环境、乡镇污水处理",
    ]
