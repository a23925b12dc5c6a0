"""A fault of ours at one report costs that report only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.config import Config
from builder.extract import extract
from builder.pipeline import faults, worker
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.line import Request, compared
from tests.disturbed import HEAD

GOOD = f"{HEAD}PM2.5浓度32微克/立方米。\n二、存在问题\n一是能力不足。\n"
STAGES = [(worker, "read_entry"), (worker, "outline"), (worker, "extract"), (faults, "check")]


def request(folder: Path, names: tuple[str, ...]) -> Request:
    for number, name in enumerate(names):
        text = GOOD.replace("云溪县", f"{name}县").replace("32", str(32 + number))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Request(
        input=folder, output=folder / "out", templates=Path("templates"), config=Config()
    )


def failing(stage: Callable[..., object], error: BaseException) -> Callable[..., object]:
    """The stage, but for the report 坏."""

    def fails(*given: object) -> object:
        if "坏" in str(getattr(given[0], "name", "")) or "坏县" in str(given[0])[:2000]:
            raise error
        return stage(*given)

    return fails


@pytest.mark.parametrize("error", [AttributeError("x"), RecursionError(), MemoryError()])
@pytest.mark.parametrize(("module", "stage"), STAGES)
def test_the_others_are_built(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    stage: str,
    error: Exception,
) -> None:
    asked = request(tmp_path, ("甲", "乙", "坏"))
    monkeypatch.setattr(module, stage, failing(getattr(module, stage), error))
    made = compared(asked)
    assert [report.report.report for report in made.reports] == ["乙", "甲"]
    (refusal,) = made.refused
    assert refusal.file == "坏.txt"
    assert type(error).__name__ in str(refusal)
    assert "其余报告照常" in str(refusal)


@pytest.mark.parametrize(("module", "stage"), STAGES)
def test_where_all_fail_each_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, stage: str
) -> None:
    asked = request(tmp_path, ("坏",))
    monkeypatch.setattr(module, stage, failing(getattr(module, stage), KeyError("x")))
    with pytest.raises(NothingToBuild, match=r"坏\.txt：处理这份报告时程序出错（KeyError"):
        compared(asked)


def test_an_end_that_is_asked_for_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(tmp_path, ("坏",))
    monkeypatch.setattr(worker, "extract", failing(extract, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        compared(asked)


@pytest.mark.parametrize(
    "sentence",
    [
        "投入资金一千多万。",
        "十多万",
        "惠及五百余万。",
        "百余亿",
        "\u200b",
        "6\u202e",
        "½",
        "10⁴⁴",
        "成",
    ],
)
def test_sentences_that_ended_builds_end_none(tmp_path: Path, sentence: str) -> None:
    asked = request(tmp_path, ("甲",))
    (tmp_path / "丙.txt").write_text(GOOD.replace("云溪", "丙") + sentence, encoding="utf-8")
    assert len(compared(asked).reports) == 2
