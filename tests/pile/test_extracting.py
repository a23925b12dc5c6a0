from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from builder.check import check
from builder.config import Limits
from builder.extract import extract
from builder.facts_file import facts_jsonl
from builder.frames import facts_frame
from builder.outline import outline
from builder.pile import engines, extracting
from builder.pile.dataset_target import DatasetTarget
from builder.pile.engines import local, rescued
from builder.pile.extracting import Extracted, Pile, extract_pile
from builder.pile.lines import LinesTarget
from builder.pile.parts import Batch, BatchResult, Target
from builder.pipeline.pool import Worker
from builder.read import read_source
from builder.user_error import UserError
from tests.goldfacts import ROOT

TARGETS = ["jsonl", "parquet"]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    shutil.copytree(ROOT / "seeds", folder)
    (folder / "empty.txt").touch()
    return folder


def target(tmp_path: Path, form: str) -> Target:
    if form == "jsonl":
        return LinesTarget.beside(tmp_path / "facts.jsonl")
    return DatasetTarget(path=tmp_path / "dataset")


def pile(reports: Path, place: Target, **more: Any) -> Pile:  # noqa: ANN401 -- as of `Pile`
    return Pile(paths=(reports,), target=place, limits=Limits(), **more)


def kept(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "reports" not in path.parts
    }


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_lines_are_those_of_the_facts_file(tmp_path: Path, reports: Path) -> None:
    found = extract_pile(pile(reports, target(tmp_path, "jsonl")))
    texts = sorted((ROOT / "seeds").glob("*.txt"))
    wanted = facts_jsonl(check(extract(outline(read_source(one, Limits())))) for one in texts)
    written = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    refused = [line for line in written if '"refused"' in line]
    assert "".join(line for line in written if line not in refused) == wanted
    assert [json.loads(line) for line in refused] == [
        {
            "kind": "refused",
            "report": "empty",
            "file": "empty.txt",
            "reason": "文件是空的，没有任何文字",
            "advice": "请换成有正文的文件，或把它移出输入文件夹。",
        }
    ]
    assert (found.reports, found.skipped) == (5, 0)
    assert [str(item).partition("：")[0] for item in found.refused] == ["empty.txt"]
    assert not (tmp_path / ".facts.jsonl.parts").exists()


def test_the_dataset_is_what_the_frames_are(tmp_path: Path, reports: Path) -> None:
    place = target(tmp_path, "parquet")
    found = extract_pile(pile(reports, place))
    texts = sorted((ROOT / "seeds").glob("*.txt"))
    wanted = facts_frame(check(extract(outline(read_source(one, Limits())))) for one in texts)
    frame = pd.read_parquet(place.path / "facts")
    assert len(frame) == len(wanted) == found.facts
    order = ["report", "start", "end", "kind", "rule", "value"]
    mine = frame.astype({"kind": "string"}).sort_values(order, ignore_index=True)
    theirs = wanted.sort_values(order, ignore_index=True)
    days = dict.fromkeys(("period_start", "period_end"), "datetime64[s]")
    pd.testing.assert_frame_equal(mine[list(theirs)].astype(days), theirs)
    rows = pd.read_parquet(place.path / "reports").set_index("file")
    assert rows.loc["yueyang-county-2024.txt", "province"] == "湖南省"
    assert rows.loc["empty.txt", "refused"] == "文件是空的，没有任何文字"
    assert int(rows["facts"].sum()) == found.facts


def test_each_kind_has_its_folder(tmp_path: Path, reports: Path) -> None:
    place = target(tmp_path, "parquet")
    extract_pile(pile(reports, place))
    assert sorted(path.name for path in (place.path / "facts").iterdir()) == [
        "kind=commitment",
        "kind=indicator",
        "kind=problem",
        "kind=quantity",
        "kind=rectification",
        "kind=tally",
    ]
    indicators = pd.read_parquet(place.path / "facts" / "kind=indicator")
    assert "32.86" in set(indicators["value"])


@pytest.mark.parametrize("form", TARGETS)
def test_what_is_the_same_is_not_read_again(tmp_path: Path, reports: Path, form: str) -> None:
    place = target(tmp_path, form)
    extract_pile(pile(reports, place))
    before = kept(tmp_path)
    again = extract_pile(pile(reports, place))
    assert (again.reports, again.facts, again.skipped, again.refused) == (0, 0, 6, ())
    assert kept(tmp_path) == before


@pytest.mark.parametrize("form", TARGETS)
def test_a_changed_report_is_read_again_and_no_row_is_doubled(
    tmp_path: Path, reports: Path, form: str
) -> None:
    place = target(tmp_path, form)
    extract_pile(pile(reports, place))
    report = reports / "yueyang-county-2024.txt"
    report.write_bytes(report.read_bytes().replace(b"32.86", b"31.86"))
    (reports / "new.txt").write_bytes((ROOT / "seeds" / "ganzhou-2024.txt").read_bytes())
    again = extract_pile(pile(reports, place))
    assert (again.reports, again.skipped) == (2, 5)
    fresh = replace(place, path=tmp_path / "fresh", **_beside(form, tmp_path))  # type: ignore[type-var]
    extract_pile(pile(reports, fresh))
    assert rows_of(place.path) == rows_of(fresh.path)


def _beside(form: str, tmp_path: Path) -> dict[str, Path]:
    return {"parts": tmp_path / "p", "index": tmp_path / "i"} if form == "jsonl" else {}


def rows_of(path: Path) -> list[str]:
    """All rows, sorted: of a dataset those of the facts and those of the reports."""
    if path.is_file():
        return path.read_text(encoding="utf-8").splitlines()
    frames = (pd.read_parquet(path / "facts"), pd.read_parquet(path / "reports"))
    return sorted(",".join(map(str, row)) for frame in frames for row in frame.to_numpy().tolist())


@pytest.mark.parametrize("form", TARGETS)
def test_other_rules_read_everything_again(
    tmp_path: Path, reports: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = target(tmp_path, form)
    extract_pile(pile(reports, place))
    monkeypatch.setattr("builder.pile.parts.rules_version", lambda: "other")
    again = extract_pile(pile(reports, place))
    assert (again.reports, again.skipped) == (5, 0)
    assert len({row for row in rows_of(place.path) if "empty.txt" in row}) == 1


@pytest.mark.parametrize("form", TARGETS)
def test_fresh_reads_everything_again(tmp_path: Path, reports: Path, form: str) -> None:
    place = target(tmp_path, form)
    extract_pile(pile(reports, place))
    before = rows_of(place.path)
    again = extract_pile(pile(reports, place, fresh=True))
    assert (again.reports, again.skipped) == (5, 0)
    assert rows_of(place.path) == before


class Stopped(Exception):  # noqa: N818
    pass


def stopping(batches: Sequence[Batch], jobs: int) -> Iterator[BatchResult]:
    """An engine that is stopped once the first batch is written and the second half done."""
    yield from local(batches[:1], jobs)
    with batches[1].target.part(batches[1].name, batches[1].rules):
        raise Stopped


@pytest.mark.parametrize("form", TARGETS)
def test_a_stopped_run_goes_on(
    tmp_path: Path, reports: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "MOST_A_BATCH", 2)
    place = target(tmp_path, form)
    with pytest.raises(Stopped):
        extract_pile(pile(reports, place, engine=stopping))
    again = extract_pile(pile(reports, place))
    assert (again.reports + len(again.refused), again.skipped) == (4, 2)
    whole = replace(place, path=tmp_path / "whole", **_beside(form, tmp_path))  # type: ignore[type-var]
    extract_pile(pile(reports, whole))
    assert rows_of(place.path) == rows_of(whole.path)


def test_facts_without_their_reports_do_not_count(tmp_path: Path, reports: Path) -> None:
    place = target(tmp_path, "parquet")
    extract_pile(pile(reports, place))
    for path in (place.path / "reports").iterdir():
        path.unlink()
    before = len(pd.read_parquet(place.path / "facts"))
    again = extract_pile(pile(reports, place))
    assert (again.reports, again.facts) == (5, before)
    assert len(pd.read_parquet(place.path / "facts")) == before


def test_reports_that_are_not_named_stay_in_the_dataset(tmp_path: Path, reports: Path) -> None:
    place = target(tmp_path, "parquet")
    extract_pile(pile(reports, place))
    one = replace(pile(reports, place), paths=(reports / "ganzhou-2024.txt",))
    assert extract_pile(one).skipped == 1
    assert len(pd.read_parquet(place.path / "reports")) == 6


def test_error_lines_that_a_person_edited_are_not_taken_over(tmp_path: Path, reports: Path) -> None:
    place = target(tmp_path, "jsonl")
    extract_pile(pile(reports, place))
    before = place.path.read_bytes()
    place.path.write_bytes(before.replace(b"32.86", b"12.86"))
    assert extract_pile(pile(reports, place)).skipped == 0
    assert place.path.read_bytes() == before


def test_several_processes_write_what_one_writes(tmp_path: Path, reports: Path) -> None:
    found: dict[int, Extracted] = {}
    for jobs in (1, 2):
        place = LinesTarget.beside(tmp_path / f"{jobs}.jsonl")
        found[jobs] = extract_pile(pile(reports, place, jobs=jobs))
    assert found[1] == found[2]
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_progress_counts_all_files(tmp_path: Path, reports: Path) -> None:
    told: list[tuple[int, int]] = []
    place = target(tmp_path, "jsonl")
    extract_pile(pile(reports, place), lambda done, count: told.append((done, count)))
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)


def test_a_process_killed_in_mid_run_costs_nothing(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, left = Worker.result, ["kill"]

    def killed(self: Worker, work: partial[BatchResult]) -> BatchResult:
        if left:
            left.pop()
            self._process.kill()
        return told(self, work)

    monkeypatch.setattr(Worker, "result", killed)
    place = target(tmp_path, "jsonl")
    assert extract_pile(pile(reports, place, jobs=2)).reports == 5
    whole = LinesTarget.beside(tmp_path / "whole.jsonl")
    extract_pile(pile(reports, whole))
    assert place.path.read_bytes() == whole.path.read_bytes()


def test_error_a_report_that_kills_each_process_is_the_only_one_lost(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Worker.result

    def killed(self: Worker, work: partial[BatchResult]) -> BatchResult:
        given = getattr(work.args[0], "entries", work.args[:1])
        if any(entry.name == "ganzhou-2024.txt" for entry in given):
            self._process.kill()
            self._process.wait()
        return told(self, work)

    monkeypatch.setattr(Worker, "result", killed)
    found = extract_pile(pile(reports, target(tmp_path, "jsonl"), jobs=2))
    assert found.reports == 4
    assert "读取这份报告的进程意外结束" in str(found.refused)
    assert rescued is engines.rescued


def test_error_a_worker_of_another_version_is_refused(tmp_path: Path, reports: Path) -> None:
    batch = Batch(entries=(), limits=Limits(), target=target(tmp_path, "jsonl"), rules="other")
    with pytest.raises(UserError, match="程序或词表与发起的不同"):
        batch.written()
    assert reports.exists()
