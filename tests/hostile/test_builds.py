"""Whole builds: what a person has done to the folders, many reports, and processes that end."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import briefing
from builder.config import Config, Limits
from builder.model import Extraction
from builder.pipeline import extracting
from builder.pipeline.extracting import extracted_reports
from builder.pipeline.line import Request, build
from builder.pipeline.pool import Worker
from builder.pipeline.publish import OutputError
from builder.pipeline.worker import extracted_or_refused
from builder.read import Entry
from builder.render.folder import default_templates
from builder.vocabulary.adding import OwnVocabulary
from tests.goldfacts import ROOT

SEED = ROOT / "seeds" / "yueyang-county-2024.txt"
REPORT = "{name}2024年工作总结\n一、工作成效\n完成治理项目{number}个。\n二、存在问题\n断面超标。\n"
LETTERS = "青白云龙金银石松竹梅兰清澄明秀丰永安福宁溪岭川江河湖海山谷原"


def small_reports(folder: Path, count: int, *, named: bool = True) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        first, second = divmod(number, len(LETTERS))
        name = f"{LETTERS[first]}{LETTERS[second]}市生态环境局" if named else ""
        text = REPORT.format(name=name, number=number + 1)
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


def request(folder: Path, output: Path, *formats: str, jobs: int = 1, lang: str = "zh") -> Request:
    return Request(
        input=folder,
        output=output,
        templates=default_templates(),
        config=Config.model_validate({"language": lang}),
        formats=formats,
        jobs=jobs,
    )


def hashes(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_summary_names_what_was_renamed_and_what_is_older(tmp_path: Path) -> None:
    reports, output = small_reports(tmp_path / "r", 2), tmp_path / "o"
    arguments = ("build", "--input", reports, "--output", output, "--formats")
    first = run(*arguments, "html,xlsx").output
    assert "改名" not in first
    assert "仍是以前的" not in first
    with (output / "briefing.html").open("ab") as file:
        file.write(b"<!-- mine -->")
    said = run(*arguments, "html").output
    assert "  briefing.html 有人改过，已改名为 briefing（人工修改 1）.html，没有覆盖\n" in said
    assert "  briefing.xlsx 这次没有生成，仍是以前的\n" in said
    assert (output / "briefing（人工修改 1）.html").read_bytes().endswith(b"<!-- mine -->")
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["kept"]) == ["briefing.xlsx"]
    assert "briefing.xlsx" not in manifest["outputs"]
    assert "仍是以前的" not in run(*arguments, "html,xlsx").output


def test_the_output_may_lie_among_the_reports_and_is_not_read(tmp_path: Path) -> None:
    reports = small_reports(tmp_path, 2)
    once = build(request(reports, tmp_path / "output", "html"))
    before = hashes(tmp_path / "output")
    again = build(request(reports, tmp_path / "output", "html"))
    assert (once.reports, again.reports, again.refused) == (2, 2, ())
    assert hashes(tmp_path / "output") == before


def test_reports_in_folders_have_texts_in_folders(tmp_path: Path) -> None:
    small_reports(tmp_path / "r" / "2024" / "一季度", 2)
    summary = build(request(tmp_path / "r", tmp_path / "o", "html"))
    assert summary.reports == 2
    assert (tmp_path / "o/text/2024/一季度/0000.txt").is_file()
    lines = (tmp_path / "o/facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["report"] for line in lines} == {
        "2024/一季度/0000",
        "2024/一季度/0001",
    }
    manifest = json.loads((tmp_path / "o/manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["inputs"]) == [
        "2024/一季度/0000.txt",
        "2024/一季度/0001.txt",
    ]


@pytest.mark.parametrize("folder", ["r", "./r", "r/../r", "link"])
def test_error_the_output_is_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    small_reports(tmp_path / "r", 1)
    (tmp_path / "link").symlink_to("r")
    with pytest.raises(OutputError, match="这是放报告的文件夹，简报不能也放在这里"):
        build(request(Path("r"), Path(folder), "html"))
    assert [path.name for path in (tmp_path / "r").iterdir()] == ["0000.txt"]


def test_error_the_output_is_the_templates(tmp_path: Path) -> None:
    small_reports(tmp_path / "r", 1)
    with pytest.raises(OutputError, match="这是放模板的文件夹"):
        build(request(tmp_path / "r", default_templates(), "html"))


@pytest.mark.parametrize("option", ["--output", "--input"])
@pytest.mark.parametrize("name", ["", " "])
def test_error_an_empty_name(option: str, name: str) -> None:
    result = run("build", option, name)
    assert result.exit_code == 2
    assert "名字是空的。请写明文件夹，或去掉这个参数。" in result.output


def entries(folder: Path, count: int) -> list[Entry]:
    return [Entry.of(path) for path in sorted(small_reports(folder, count).iterdir())]


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    found = entries(tmp_path, extracting.POOL_FROM)
    assert extracted_reports(found, Limits(), 2) == extracted_reports(found, Limits(), 1)


def test_error_a_process_that_is_killed_costs_its_report_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "POOL_FROM", 3)
    told = Worker.result

    def killed(self: Worker, work: partial[object]) -> object:
        if work.args[0].name == "0001.txt":
            self._process.kill()
            self._process.wait()
        return told(self, work)

    monkeypatch.setattr(Worker, "result", killed)
    extracted, refused = extracted_reports(entries(tmp_path, 4), Limits(), 2)
    assert [found.report.report for found in extracted] == ["0000", "0002", "0003"]
    assert [str(item) for item in refused] == [
        "0001.txt：读取这份报告的进程意外结束，可能是内存不足。请关闭其他程序后再试，或拆分文件。"
    ]


def test_a_process_that_was_killed_once_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "POOL_FROM", 3)
    told, left = Worker.result, ["kill"]

    def killed(self: Worker, work: partial[object]) -> object:
        if work.args[0].name == "0001.txt" and left:
            left.pop()
            self._process.kill()
        return told(self, work)

    monkeypatch.setattr(Worker, "result", killed)
    extracted, refused = extracted_reports(entries(tmp_path, 4), Limits(), 2)
    assert (len(extracted), refused) == (4, ())


def worker(module: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *module.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def test_a_worker_ends_when_its_parent_does(tmp_path: Path) -> None:
    process = worker("-m builder.pipeline.worker")
    assert process.stdin is not None
    assert process.stdout is not None
    (entry,) = entries(tmp_path, 1)
    work = partial(extracted_or_refused, entry, Limits())
    pickle.dump((work, OwnVocabulary()), process.stdin)
    process.stdin.flush()
    assert isinstance(pickle.load(process.stdout), Extraction)  # noqa: S301 -- our child
    process.stdin.close()
    assert process.wait(5) == 1
    process.stdout.close()


def test_a_process_that_works_ends_too(tmp_path: Path) -> None:
    script = tmp_path / "busy.py"
    script.write_text(
        "import sys, time\nfrom builder.orders import orders\n"
        "for _ in orders(sys.stdin.buffer):\n    print('busy', flush=True)\n    time.sleep(60)\n",
        encoding="utf-8",
    )
    process = worker(str(script))
    assert process.stdin is not None
    assert process.stdout is not None
    pickle.dump(1, process.stdin)
    process.stdin.flush()
    assert process.stdout.readline() == b"busy\n"
    process.stdin.close()
    assert process.wait(5) == -signal.SIGTERM
    process.stdout.close()
