from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builder.cache import Cache
from builder.config import Config, Limits
from builder.model import Extraction, Refusal
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.line import Request, Summary, build, compared
from builder.pipeline.steps import Steps
from builder.render.folder import default_templates
from tests.goldfacts import ROOT

SEEDS = ROOT / "seeds"
DATA = ("html", "xlsx")


def request(folder: Path, output: Path, formats: tuple[str, ...] = DATA) -> Request:
    return Request(
        input=folder,
        output=output,
        templates=default_templates(),
        config=Config(),
        formats=formats,
    )


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    output = tmp_path_factory.mktemp("full") / "output"
    return output, build(request(SEEDS, output, ("docx", "pdf", "html", "xlsx")))


def test_the_seeds_become_all_formats_and_the_data_beside_them(full: tuple[Path, Summary]) -> None:
    output, summary = full
    texts = {f"text/{path.name}" for path in SEEDS.iterdir()}
    assert set(hashes(output)) >= texts | {
        "briefing.docx",
        "briefing.pdf",
        "briefing.html",
        "briefing.xlsx",
        "facts.csv",
        "facts.jsonl",
        "links.jsonl",
        "findings.jsonl",
        "manifest.json",
    }
    assert summary.reports == 5
    assert summary.refused == ()
    assert summary.notices == ()


def test_the_manifest_lists_every_output_with_its_hash(full: tuple[Path, Summary]) -> None:
    output, _ = full
    listed = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    found = hashes(output)
    del found["manifest.json"]
    assert listed == found


def test_every_quote_stands_at_its_offsets(full: tuple[Path, Summary]) -> None:
    output, _ = full
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (output / "text").iterdir()}
    rows = [json.loads(line) for line in (output / "facts.jsonl").read_text("utf-8").splitlines()]
    quoted = [row for row in rows if "quote" in row]
    assert len(quoted) > 300
    for row in quoted:
        assert texts[row["report"]][row["start"] : row["end"]] == row["quote"]


def test_the_same_reports_elsewhere_give_the_same_bytes(
    full: tuple[Path, Summary], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Apia")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    copied = tmp_path / "reports"
    copied.mkdir()
    for path in sorted(SEEDS.iterdir(), reverse=True):
        shutil.copy(path, copied)
    monkeypatch.chdir(tmp_path)
    build(request(copied, tmp_path / "output", ("docx", "pdf", "html", "xlsx")))
    assert hashes(tmp_path / "output") == hashes(full[0])


def test_a_bad_file_costs_nothing_but_itself(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    shutil.copytree(SEEDS, reports)
    (reports / "empty.txt").touch()
    (reports / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100))
    (reports / "letter.txt").write_text("老张：你好。周末来吃饭。", encoding="utf-8")
    shutil.copy(reports / "ganzhou-2024.txt", reports / "zz-copy.txt")
    summary = build(request(reports, tmp_path / "output"))
    assert summary.reports == 5
    assert [item.file for item in summary.refused] == [
        "empty.txt",
        "picture.png",
        "letter.txt",
        "zz-copy.txt",
    ]
    page = (tmp_path / "output" / "briefing.html").read_text(encoding="utf-8")
    for item in summary.refused:
        assert item.file in page
        assert item.said().reason in page


def test_error_in_english_says_why_files_are_not_used(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    shutil.copytree(SEEDS, reports)
    (reports / "{0}.txt").touch()
    (reports / "long.txt").write_text("长" * 20_001, encoding="utf-8")
    shutil.copy(reports / "ganzhou-2024.txt", reports / "{a}.txt")
    config = Config(language="en", limits=Limits(text_characters=20_000))
    made = compared(replace(request(reports, tmp_path / "output"), config=config))
    assert made.briefing.comparison.refused == (
        Refusal(
            file="long.txt",
            reason="the text has 20001 characters, more than the limit of 20000",
            advice="Split the file, or raise limits.text_characters in briefing.toml.",
        ),
        Refusal(
            file="{0}.txt",
            reason="the file is empty and has no text at all",
            advice="Replace it with a file that has text, or take it out of the input folder.",
        ),
        Refusal(
            file="{a}.txt",
            reason="the same content as ganzhou-2024.txt, counted once",
            advice="Delete one of the two.",
        ),
    )
    assert list(map(str, made.refused)) == [
        (
            "long.txt：正文有 20001 个字符，超过上限 20000。"
            "请拆分文件，或调大 briefing.toml 的 limits.text_characters。"
        ),
        "{0}.txt：文件是空的，没有任何文字。请换成有正文的文件，或把它移出输入文件夹。",
        "{a}.txt：与 ganzhou-2024.txt 内容相同，只计一次。删去其中一份即可。",
    ]


def test_error_nothing_can_be_built_leaves_the_last_output(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "briefing.docx").write_text("last", encoding="utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "empty.txt").touch()
    with pytest.raises(NothingToBuild) as caught:
        build(request(reports, output))
    assert str(caught.value).startswith(
        f"{reports}：没有一份报告可用，上一次的输出没有动。\n  empty.txt："
    )
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "last"


class Told(Steps):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.expected: list[str] = []
        self.done: list[str] = []

    def stage(self, name: str) -> None:
        self.stages.append(name)

    def files(self, names: Sequence[str]) -> None:
        self.expected += names

    def read(self, name: str, found: Extraction | Refusal) -> None:
        assert isinstance(found, Extraction)
        self.done.append(name)


def test_stages_and_reports_are_told_in_their_order(tmp_path: Path) -> None:
    told = Told()
    build(request(SEEDS, tmp_path / "output", ("html",)), told)
    assert told.stages == ["extract", "review", "compare", "charts", "render", "publish"]
    assert told.expected == told.done == sorted(path.name for path in SEEDS.iterdir())


def test_a_report_that_is_known_from_before_is_told_as_well(tmp_path: Path) -> None:
    wanted = replace(
        request(SEEDS, tmp_path / "output", ("html",)), cache=Cache(tmp_path / "cache")
    )
    build(wanted)
    told = Told()
    build(wanted, told)
    assert told.expected == told.done == sorted(path.name for path in SEEDS.iterdir())
