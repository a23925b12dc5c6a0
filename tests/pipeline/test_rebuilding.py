from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cache import BROKEN, Cache
from builder.charts.draw import vector_drawings
from builder.cli import briefing
from builder.config import Config, Limits
from builder.model import Chart, Drawing, Extraction, Refusal
from builder.pipeline import drawing, extracting, rebuilding
from builder.pipeline.line import build
from builder.pipeline.rebuilding import rebuilt
from builder.pipeline.request import Request, Summary
from builder.pipeline.worker import extracted_or_refused
from builder.read import Entry
from builder.render.folder import default_templates
from tests.goldfacts import ROOT
from tests.pipeline.test_line import hashes

ALL = ("docx", "pdf", "html", "xlsx")
QUICK = ("html", "xlsx")
REPORTS = ("ganzhou-2024.txt", "yueyang-county-2024.txt")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in REPORTS:
        shutil.copy(ROOT / "seeds" / name, folder)
    return folder


@pytest.fixture
def request_(tmp_path: Path, reports: Path, own_cache: Path) -> Request:
    return Request(
        input=reports,
        output=tmp_path / "output",
        templates=default_templates(),
        config=Config(),
        formats=QUICK,
        cache=Cache(own_cache),
    )


def fresh(request: Request) -> dict[str, str]:
    """The sums of a build without a cache."""
    elsewhere = request.output.with_name("fresh")
    build(replace(request, output=elsewhere, cache=Cache()))
    return hashes(elsewhere)


def moments(folder: Path) -> dict[Path, tuple[int, int]]:
    found = (folder, *folder.rglob("*"))
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


def test_an_unchanged_build_writes_nothing_and_says_the_same(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = replace(request_, formats=ALL)
    first = rebuilt(request)
    before = moments(request.output.parent)
    monkeypatch.setattr("builder.pipeline.line.build", None)
    second = rebuilt(request)
    assert second == replace(first, unchanged=True)
    assert not first.unchanged
    assert moments(request.output.parent) == before


def test_a_rebuild_has_the_bytes_of_a_fresh_one(request_: Request, reports: Path) -> None:
    request = replace(request_, formats=ALL)
    rebuilt(request)
    report = reports / "yueyang-county-2024.txt"
    report.write_bytes(report.read_bytes().replace(b"32.86", b"31.86"))
    assert not rebuilt(request).unchanged
    assert hashes(request.output) == fresh(request)


def test_one_report_changed_is_the_one_that_is_read(
    request_: Request, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt(request_)
    read: list[str] = []

    def watched(entry: Entry, limits: Limits) -> Extraction | Refusal:
        read.append(entry.name)
        return extracted_or_refused(entry, limits)

    monkeypatch.setattr(extracting, "extracted_or_refused", watched)
    report = reports / "ganzhou-2024.txt"
    report.write_bytes(report.read_bytes() + "\n另，加强宣传。".encode())
    rebuilt(request_)
    assert read == ["ganzhou-2024.txt"]


def test_only_charts_that_show_something_else_are_drawn(
    request_: Request, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt(request_)
    drawn: list[str] = []

    def watched(charts: list[Chart], fonts: Path) -> tuple[Drawing, ...]:
        drawn.extend(chart.id for chart in charts)
        return vector_drawings(charts, fonts)

    monkeypatch.setattr(drawing, "vector_drawings", watched)
    report = reports / "yueyang-county-2024.txt"
    report.write_bytes(report.read_bytes().replace(b"32.86", b"31.86"))
    rebuilt(request_)
    every = {path.stem for path in (request_.output / "charts").glob("*.svg")}
    assert set(drawn) < every
    assert drawn


def changed_setting(request: Request) -> Request:
    return replace(request, config=Config(title="另一个标题"))


def changed_format(request: Request) -> Request:
    return replace(request, formats=("html",))


def added_correction(request: Request) -> Request:
    (request.input / "corrections.toml").write_text("", encoding="utf-8")
    return request


def renamed_report(request: Request) -> Request:
    (request.input / "ganzhou-2024.txt").rename(request.input / "ganzhou.txt")
    return request


def changed_template(request: Request) -> Request:
    templates = request.output.with_name("templates")
    shutil.copytree(request.templates, templates, ignore=shutil.ignore_patterns("fonts"))
    with (templates / "briefing.css").open("a", encoding="utf-8") as file:
        file.write("/* 本处 */")
    return replace(request, templates=templates)


def edited_output(request: Request) -> Request:
    with (request.output / "briefing.html").open("a", encoding="utf-8") as file:
        file.write("改过")
    return request


def deleted_output(request: Request) -> Request:
    (request.output / "facts.csv").unlink()
    return request


def edited_manifest(request: Request) -> Request:
    with (request.output / "manifest.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    return request


def cut_off_build(request: Request) -> Request:
    (request.output.parent / ".output.abcdefgh.briefing").mkdir()
    return request


def asked_fresh(request: Request) -> Request:
    return replace(request, cache=Cache(request.cache._folder, fresh=True))  # noqa: SLF001


@pytest.mark.parametrize(
    "change",
    [
        changed_setting,
        changed_format,
        added_correction,
        renamed_report,
        changed_template,
        edited_output,
        deleted_output,
        edited_manifest,
        cut_off_build,
        asked_fresh,
    ],
    ids=lambda change: change.__name__,
)
def test_any_change_is_a_build(request_: Request, change: Callable[[Request], Request]) -> None:
    rebuilt(request_)
    assert rebuilt(request_).unchanged
    changed = change(request_)
    assert not rebuilt(changed).unchanged
    if change is not changed_format:
        mine = {name: found for name, found in hashes(changed.output).items() if "人工" not in name}
        assert mine == fresh(changed)


def test_what_a_person_edited_is_renamed_as_ever(request_: Request) -> None:
    rebuilt(request_)
    edited_output(request_)
    assert rebuilt(request_).renamed == {"briefing.html": "briefing（人工修改 1）.html"}
    assert rebuilt(request_).unchanged


def test_another_version_of_the_program_makes_all_anew(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt(request_)
    monkeypatch.setattr("builder.pipeline.sums.program_version", lambda: "another")
    assert not rebuilt(request_).unchanged


def test_other_libraries_make_the_pdf_anew(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = replace(request_, formats=("pdf",))
    rebuilt(request)
    assert rebuilt(request).unchanged
    monkeypatch.setattr(rebuilding, "asked_versions", lambda: {"pango": "0.1"})
    assert not rebuilt(request).unchanged


def test_a_report_that_may_be_read_another_time_is_tried_again(
    request_: Request, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "old.rtf").write_bytes(rb"{\rtf1 x}")
    monkeypatch.setattr("builder.read.office.libreoffice", lambda: None)
    monkeypatch.setenv("PATH", "")
    first = rebuilt(request_)
    assert [refusal.may_pass for refusal in first.refused] == [True]
    assert not rebuilt(request_).unchanged


def broken_build(request: Request, cache: Path) -> Summary:
    rebuilt(request)
    for path in cache.glob("??/*"):
        path.write_bytes(b"x" + path.read_bytes()[1:])
    return rebuilt(replace(request, cache=Cache(cache)))


def test_error_a_broken_cache_is_thrown_away_with_a_line(
    request_: Request, own_cache: Path
) -> None:
    summary = broken_build(request_, own_cache)
    assert summary.notices == (BROKEN,)
    assert hashes(request_.output) == fresh(request_)
    assert rebuilt(replace(request_, cache=Cache(own_cache))).notices == ()


def test_error_facts_forged_in_the_cache_are_not_printed(
    request_: Request, own_cache: Path
) -> None:
    rebuilt(request_)
    for path in own_cache.glob("??/*"):
        path.write_bytes(path.read_bytes().replace(b"32.86", b"12.86"))
    shutil.rmtree(request_.output)
    rebuilt(replace(request_, cache=Cache(own_cache)))
    assert hashes(request_.output) == fresh(request_)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


def test_the_command_says_that_nothing_has_changed(tmp_path: Path, reports: Path) -> None:
    output = tmp_path / "output"
    command = ("build", "--input", reports, "--output", output, "--formats", "html")
    first, second, third = run(*command), run(*command), run(*command, "--fresh")
    assert first.output.startswith(f"已生成 {output}（2 份报告）\n")
    assert second.output == first.output.replace("已生成", "没有变化，未重写")
    assert third.output == first.output
