from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import Limits
from builder.model import Source
from builder.read import Unreadable, confinement, files, read_source
from builder.read.child import READERS
from builder.read.entries import printable_name
from builder.read.kinds import Kind
from builder.read.pages import Page
from tests.badfiles import BAD_FILES, READ, STRAYS, Bad, Stray
from tests.rawfiles import pdf_pages, shown

README = Path(__file__).parent / "README.md"
LIMITS = Limits(
    file_megabytes=5, text_characters=200_000, pages=50, seconds=10, memory_megabytes=800
)
HARMLESS = [bad for bad in BAD_FILES if not bad.confined]


def reason(path: Path) -> str:
    """What the reader says to a file: the reason of a whole refusal, or nothing."""
    try:
        sound(read_source(path, LIMITS))
    except Unreadable as error:
        return whole(error, path)
    return READ


def whole(error: Unreadable, path: Path) -> str:
    refusal = error.refusal.said()
    assert refusal.file == printable_name(path.name)
    assert not refusal.reason.endswith("。")
    assert refusal.advice.endswith("。")
    assert str(path.parent) not in str(error)
    return refusal.reason


def sound(source: Source) -> None:
    assert len(source.plain) == len(source.text)
    assert len(source.text) <= LIMITS.text_characters
    assert "root:" not in source.text


def in_this_process(file: str, found: Kind, data: bytes, limits: Limits) -> Page:
    return READERS[found](file, data, limits)


def saved(folder: Path, bad: Bad) -> Path:
    path = folder / bad.file
    path.write_bytes(bad.make())
    return path


@pytest.mark.parametrize("bad", HARMLESS, ids=lambda bad: bad.name)
def test_error_says_what_is_wrong_with_a_bad_file(
    bad: Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "confined_page", in_this_process)
    assert reason(saved(tmp_path, bad)) == bad.reason


@pytest.mark.slow
@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_error_is_the_same_under_limits(bad: Bad, tmp_path: Path) -> None:
    assert reason(saved(tmp_path, bad)) == bad.reason


@pytest.mark.parametrize("bad", [bad for bad in BAD_FILES if bad.holds], ids=lambda bad: bad.name)
def test_what_can_be_read_of_a_bad_file_is_there(
    bad: Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "confined_page", in_this_process)
    assert bad.holds in read_source(saved(tmp_path, bad), LIMITS).text


@pytest.mark.parametrize("stray", STRAYS, ids=lambda stray: stray.name)
def test_error_says_what_is_wrong_with_an_entry_of_the_folder(stray: Stray, tmp_path: Path) -> None:
    folder = tmp_path / "input"
    folder.mkdir()
    assert reason(stray.make(folder)) == stray.reason


def test_list_of_bad_inputs_is_complete() -> None:
    rows = [(item.name, item.what, item.reason or "照读") for item in (*BAD_FILES, *STRAYS)]
    listed = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in README.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    assert listed == [(f"`{name}`", what, said) for name, what, said in rows]
    assert len({name for name, _, _ in rows}) == len(rows) >= 60


def test_error_of_a_reader_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "START_SECONDS", -0.99)
    with pytest.raises(Unreadable) as error:
        confinement.confined_page("a.html", Kind.HTML, b"<p>", Limits(seconds=1))
    assert str(error.value) == (
        "a.html：读取时间超过上限 1 秒。"
        "请拆分文件或另存为 .txt，或调大 briefing.toml 的 limits.seconds。"
    )


@pytest.mark.slow
def test_pdf_with_a_million_objects_is_read_under_the_usual_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf_pages(shown("全市优良天数比例为百分之九十四点五。"), more=[b"0"] * 1_000_000)
    )
    assert read_source(path, Limits()).text == "全市优良天数比例为百分之九十四点五。"
