"""A second attack, on what was new: datasets, indexes, words, cache, dropped files.

Nobody's files are touched, nothing hangs, and what is wrong is told in one sentence.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builder.cache import NOT_OURS, Cache
from builder.cli import briefing
from builder.dataset.reading import DatasetError
from builder.dataset.selecting import selected_reports
from builder.dataset.where import read_where
from builder.desk.uploads import REMOVED, Refused, checked_name, set_aside
from builder.toml_file import TomlError
from builder.vocabulary.own import own_vocabulary

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

REPORT = (
    "{name}县生态环境局2024年工作总结\n一、工作成效\nPM2.5平均浓度31微克/立方米。\n"
    "二、存在问题\n断面超标。\n"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT.format(name="云溪"), encoding="utf-8")
    return folder


# --- datasets ------------------------------------------------------------------------------------


@pytest.fixture
def dataset(tmp_path: Path, reports: Path) -> Path:
    made = tmp_path / "dataset"
    assert run("extract", reports, "-o", made, "--format", "parquet").exit_code == 0
    return made


def part(dataset: Path) -> Path:
    return next((dataset / "reports").rglob("*.parquet"))


def with_column(name: str, value: object) -> Callable[[Path], None]:
    def change(dataset: Path) -> None:
        path = part(dataset)
        table: Any = pq.ParquetFile(path).read()
        index = table.column_names.index(name)
        old = table.column(name).to_pylist()
        new = [value(one) if callable(value) else value for one in old]
        pq.write_table(table.set_column(index, name, pa.array(new)), path)

    return change


def beside(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(dataset: Path) -> None:
        make(dataset / "reports" / "zz.parquet")

    return change


def cut(dataset: Path) -> None:
    part(dataset).write_bytes(part(dataset).read_bytes()[:-20])


def without_reports(dataset: Path) -> None:
    shutil.rmtree(dataset / "reports")


HARMED: dict[str, Callable[[Path], None]] = {
    "pipe": beside(os.mkfifo),
    "folder": beside(Path.mkdir),
    "empty": beside(Path.touch),
    "text": beside(lambda path: path.write_text("hello", encoding="utf-8")),
    "link out": beside(lambda path: path.symlink_to("/etc/passwd")),
    "link to nothing": beside(lambda path: path.symlink_to("nothing")),
    "link to itself": beside(lambda path: path.symlink_to(path.name)),
    "cut": cut,
    "no reports": without_reports,
    "year as text": with_column("year", "2024"),
    "year as list": with_column("year", [2024]),
    "source as number": with_column("source", 3),
    "source of nothing": with_column("source", "[]"),
    "source no number": with_column("source", "NaN"),
    "source too deep": with_column("source", "[" * 100_000),
    "source upwards": with_column("source", lambda text: text.replace("a.txt", "../a.txt")),
    "source at the root": with_column("source", lambda text: text.replace("a.txt", "/etc/a.txt")),
    "source on a disk": with_column("source", lambda text: text.replace("a.txt", "C:a.txt")),
    "half a letter": with_column("source", lambda text: text.replace("云溪", "云\\ud800")),
    "another length": with_column("source", lambda text: text.replace("云溪", "云溪溪", 1)),
}


@pytest.mark.parametrize("harm", HARMED.values(), ids=HARMED)
def test_error_of_a_dataset(dataset: Path, harm: Callable[[Path], None]) -> None:
    harm(dataset)
    with pytest.raises(DatasetError, match=re.escape(str(dataset))):
        selected_reports(dataset, read_where("year >= 2020"))


# --- the index beside a file of facts ------------------------------------------------------------

FORGED = {
    "before the beginning": lambda text: re.sub(r",0,(\d+)\]", r",-5,\1]", text),
    "beyond the end": lambda text: re.sub(r",0,\d+\]", r",0,99999999]", text),
    "beyond all numbers": lambda text: re.sub(r",0,\d+\]", f",0,{'9' * 30}]", text),
    "half a line": lambda text: re.sub(r",0,\d+\]", r",0,10]", text),
    "in a line": lambda text: re.sub(r",0,\d+\]", r",7,5]", text),
    "no length": lambda text: re.sub(r",0,\d+\]", r",0,0]", text),
    "a negative length": lambda text: re.sub(r",0,\d+\]", r",0,-1]", text),
    "a part of a number": lambda text: re.sub(r",0,\d+\]", r",0.5,1]", text),
    "too deep": lambda _: "[" * 100_000,
    "empty": lambda _: "",
    "no letter": lambda _: "\0",
    "another name": lambda text: text.replace("a.txt", "../a.txt"),
}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Facts of one report with their index, and in `again.jsonl` those of two reports."""
    folder = tmp_path_factory.mktemp("extracted")
    reports = folder / "reports"
    reports.mkdir()
    for name, target in {"云溪": "f.jsonl", "青溪": "again.jsonl"}.items():
        (reports / f"{'ab'[name == '青溪']}.txt").write_text(REPORT.format(name=name), "utf-8")
        assert run("extract", reports, "--jobs", "1", "-o", folder / target).exit_code == 0
    return folder


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_an_index_that_does_not_fit_costs_time_alone(
    tmp_path: Path, extracted: Path, forge: Callable[[str], str]
) -> None:
    folder = shutil.copytree(extracted, tmp_path / "copy")
    target, index = folder / "f.jsonl", folder / ".f.jsonl.index"
    index.write_text(forge(index.read_text(encoding="utf-8")), encoding="utf-8")
    assert run("extract", folder / "reports", "--jobs", "1", "-o", target).exit_code == 0
    assert target.read_bytes() == (folder / "again.jsonl").read_bytes()


@pytest.mark.parametrize("name", [".f.jsonl.parts", ".f.jsonl.index", "f.jsonl"])
def test_error_of_what_stands_in_the_way_of_facts(tmp_path: Path, reports: Path, name: str) -> None:
    if name.endswith("parts"):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / name).symlink_to("elsewhere")
    else:
        (tmp_path / name).mkdir()
    result = run("extract", reports, "-o", tmp_path / "f.jsonl")
    assert result.exit_code == 1
    assert "f.jsonl：" in result.output
    assert "None" not in result.output
    assert not any((tmp_path / "elsewhere").glob("*"))


# --- words of one's own --------------------------------------------------------------------------

BEFORE = '[[before]]\nqualifier = "≈"\nwords = [{}]\n'
WORDS = {
    "nothing of an entry": "[[before]]\n",
    "a table for a list": '[before]\nqualifier = "≈"\n',
    "no such qualifier": '[[before]]\nqualifier = "?"\nwords = ["大致"]\n',
    "a number": BEFORE.format("1"),
    "an empty word": BEFORE.format('""'),
    "a blank": BEFORE.format('" "'),
    "a line end": BEFORE.format('"约\\n"'),
    "twice": BEFORE.format('"大致", "大致"'),
    "there already": BEFORE.format('"约"'),
    "any sign": BEFORE.format('".*"'),
    "a choice": BEFORE.format('"]|[^"'),
    "a class": BEFORE.format('"[0-9]"'),
    "a group": BEFORE.format('"(?:a)"'),
    "an end": BEFORE.format('"约$"'),
    "no such key": 'behind = ["大致"]\n',
    "too deep": "a = " + "[" * 5_000,
    "too many parts": f"{'.'.join('a' * 500)} = 1\n",
    "half a file": '[[before]]\nqualifier = "',
}


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_error_of_a_word_of_ones_own(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "hedges.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TomlError, match=r"hedges\.toml: "):
        own_vocabulary(folder)


@pytest.mark.parametrize(
    "name", ["hedge.toml", "hedges.toml.txt", "sub/hedges.toml", "Hedges - 副本.toml"]
)
def test_error_of_a_table_that_would_be_overlooked(tmp_path: Path, name: str) -> None:
    path = tmp_path / "vocabulary" / name
    path.parent.mkdir(parents=True)
    path.write_text(BEFORE.format('"大致"'), encoding="utf-8")
    with pytest.raises(TomlError, match="toml"):
        own_vocabulary(tmp_path / "vocabulary")


# --- the cache -----------------------------------------------------------------------------------


def kept(folder: Path) -> tuple[bytes, tuple[str, ...]]:
    """What two caches in turn give of one entry, and what the second has to say."""
    Cache(folder).made("kind", ["input"], lambda: b"made")
    second = Cache(folder)
    return second.made("kind", ["input"], lambda: b"made"), second.notices


@pytest.mark.parametrize("way", ["file", "secret is a folder", "entry is a folder", "null"])
def test_a_cache_that_can_not_be_written_costs_time_alone(tmp_path: Path, way: str) -> None:
    folder = Path("/dev/null") if way == "null" else tmp_path / "cache"
    if way == "file":
        folder.write_text("mine", encoding="utf-8")
    elif way != "null":
        folder.mkdir(mode=0o700)
        (folder / "secret").mkdir() if way == "secret is a folder" else None
        for number in range(256) if way == "entry is a folder" else ():
            (folder / f"{number:02x}").write_text("mine", encoding="utf-8")
    assert kept(folder)[0] == b"made"
    assert way != "file" or folder.read_text(encoding="utf-8") == "mine"


def test_a_secret_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "cache").mkdir(mode=0o700)
    (tmp_path / "cache" / "secret").symlink_to("../mine")
    assert kept(tmp_path / "cache") == (b"made", ())
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_cache_into_which_others_may_write_is_not_used(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(mode)
    assert kept(folder) == (b"made", (NOT_OURS.format(folder=folder),))
    assert not any(folder.iterdir())


@pytest.mark.parametrize("harm", [b"", b"x", b"\0" * 40, b"y" * 10_000])
def test_an_entry_that_was_changed_is_thrown_away(tmp_path: Path, harm: bytes) -> None:
    folder = tmp_path / "cache"
    Cache(folder).keep("kind", ["input"], b"made")
    (entry,) = folder.glob("??/*")
    entry.write_bytes(harm)
    cache = Cache(folder)
    assert cache.found("kind", ["input"]) is None
    assert len(cache.notices) == 1


# --- what is dropped and set aside ---------------------------------------------------------------


NAMES = "a\u200b.txt a\u2066.txt a\x7f.txt a\ue000.txt a|b.txt a?.txt aux.docx lpt1 ~$a.docx ../x"
LOOKALIKES = ("a.txt ", "corrections - 副本.toml", "Corrections.TOML", "corrections.toml.txt")


@pytest.mark.parametrize("name", [*NAMES.split(" "), *LOOKALIKES, "a" * 251])
def test_error_of_a_name_that_is_dropped(name: str) -> None:
    with pytest.raises(Refused):
        checked_name(name)


def test_error_nothing_is_set_aside_through_a_link(tmp_path: Path, reports: Path) -> None:
    (tmp_path / "outside").mkdir()
    (reports / REMOVED).symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="是链接"):
        set_aside(reports, "a.txt")
    assert (reports / "a.txt").is_file()
    assert not any((tmp_path / "outside").iterdir())


def test_a_file_that_is_set_aside_twice_is_there_twice(reports: Path) -> None:
    for _ in range(3):
        (reports / "a.txt").write_text("a", encoding="utf-8")
        set_aside(reports, "a.txt")
    assert sorted(path.name for path in (reports / REMOVED).iterdir()) == [
        "a.txt",
        "a（2）.txt",
        "a（3）.txt",
    ]
