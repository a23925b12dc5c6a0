from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result

from builder.cache import Cache
from builder.cli import briefing
from builder.config import Config, Limits
from builder.dataset.reading import DatasetError
from builder.dataset.selecting import selected_reports
from builder.dataset.where import read_where
from builder.pile.dataset_target import DatasetTarget
from builder.pile.extracting import Pile, extract_pile
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.line import build
from builder.pipeline.rebuilding import rebuilt
from builder.pipeline.request import Request
from builder.render.folder import default_templates
from tests.goldfacts import ROOT
from tests.pipeline.test_line import hashes

HUNAN = "province == '湖南' and level == 'county'"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    shutil.copytree(ROOT / "seeds", folder)
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture
def dataset(tmp_path: Path, reports: Path) -> Path:
    target = DatasetTarget(path=tmp_path / "dataset")
    extract_pile(Pile(paths=(reports,), target=target, limits=Limits(), jobs=1))
    return target.path


def request(folder: Path, output: Path, **more: Any) -> Request:  # noqa: ANN401 -- as of `Request`
    return Request(
        input=folder,
        output=output,
        templates=default_templates(),
        config=Config(),
        formats=("html", "xlsx"),
        **more,
    )


def test_a_briefing_of_the_dataset_is_that_of_the_files(
    tmp_path: Path, reports: Path, dataset: Path
) -> None:
    build(request(reports, tmp_path / "files"))
    summary = build(request(dataset, tmp_path / "dataset-output", dataset=True))
    assert [item.file for item in summary.refused] == ["empty.txt"]
    assert hashes(tmp_path / "dataset-output") == hashes(tmp_path / "files")


def test_a_briefing_of_some_is_that_of_their_files(
    tmp_path: Path, reports: Path, dataset: Path
) -> None:
    some = tmp_path / "some"
    some.mkdir()
    for name in ("hengnan-2023.txt", "yueyang-county-2024.txt"):
        shutil.copy(reports / name, some)
    build(request(some, tmp_path / "files"))
    where = read_where(HUNAN)
    build(request(dataset, tmp_path / "chosen", dataset=True, where=where))
    assert hashes(tmp_path / "chosen") == hashes(tmp_path / "files")


def test_corrections_stand_in_the_folder_of_the_dataset(tmp_path: Path, dataset: Path) -> None:
    (dataset / "corrections.toml").write_text(
        '[[correction]]\nreport = "nobody"\nkind = "indicator"\nquote = "1"\naction = "drop"\n'
        'reason = "原文看错"\nwho = "张三"\nwhen = 2025-03-01\n',
        encoding="utf-8",
    )
    summary = build(request(dataset, tmp_path / "o", dataset=True))
    assert [item.file for item in summary.refused] == ["empty.txt", "corrections.toml"]


def test_an_unchanged_dataset_builds_nothing(
    tmp_path: Path, reports: Path, dataset: Path, own_cache: Path
) -> None:
    def built(where: str) -> bool:
        cache = Cache(own_cache)
        more = {"dataset": True, "where": read_where(where), "cache": cache}
        return rebuilt(request(dataset, tmp_path / "o", **more)).unchanged

    assert [built(HUNAN), built(HUNAN)] == [False, True]
    assert not built(f"{HUNAN} and year == 2024")
    report = reports / "yueyang-county-2024.txt"
    report.write_bytes(report.read_bytes().replace(b"32.86", b"31.86"))
    extract_pile(Pile(paths=(reports,), target=DatasetTarget(path=dataset), limits=Limits()))
    assert not built(f"{HUNAN} and year == 2024")


def test_error_no_report_fulfils_the_condition(tmp_path: Path, dataset: Path) -> None:
    where = read_where("year == 1999")
    with pytest.raises(NothingToBuild) as caught:
        build(request(dataset, tmp_path / "o", dataset=True, where=where))
    assert str(caught.value) == (
        f'{dataset}：6 份报告里没有一份符合 --where "year == 1999"。'
        "请放宽条件；上一次的输出没有动。"
    )


def test_error_a_folder_without_reports_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="不是数据集。请先用 briefing extract"):
        selected_reports(tmp_path, None)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def without_a_column(path: Path) -> None:
    table = pyarrow.parquet.ParquetFile(path).read()
    pyarrow.parquet.write_table(table.drop_columns(["source"]), path)


def changed(column: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        table = pyarrow.parquet.ParquetFile(path).read()
        place = table.column_names.index(column)
        values = [value and change(value) for value in table.column(column).to_pylist()]
        made = pyarrow.array(values, table.schema.field(place).type)
        pyarrow.parquet.write_table(table.set_column(place, table.schema.field(place), made), path)

    return apply


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut_off, "读不了，不是完好的 Parquet 文件"),
        (without_a_column, "没有这些列：source。不是 briefing extract 写的数据集。"),
        (changed("source", lambda _: "[]"), "报告的内容读不懂，可能是别的版本写的"),
        (changed("source", lambda one: one.replace("-2024", "-2025", 1)), "的内容互不相合"),
        (
            changed("source", lambda one: one.replace("ganzhou", "../../ganzhou")),
            "的内容互不相合，不是 briefing extract 写的。",
        ),
    ],
    ids=["cut off", "column", "record", "name", "way out"],
)
def test_error_a_dataset_of_others_is_not_trusted(
    dataset: Path, spoil: Callable[[Path], None], said: str
) -> None:
    for path in (dataset / "reports").iterdir():
        spoil(path)
    with pytest.raises(DatasetError) as caught:
        selected_reports(dataset, None)
    assert said in str(caught.value)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--where", "year == 2024"), "--where 要与 --from 一起用：它从数据集里选报告。"),
        (("--from", "a", "--input", "b"), "--from 和 --input 只能用一个。"),
    ],
)
def test_error_options_that_do_not_go_together(arguments: tuple[str, ...], said: str) -> None:
    result = run("build", *arguments)
    assert result.exit_code == 2
    assert f"Error: {said}\n" in result.output


def test_the_command_builds_from_a_dataset(tmp_path: Path, dataset: Path) -> None:
    arguments = ("--where", HUNAN, "--output", tmp_path / "o", "--formats", "html")
    result = run("build", "--from", dataset, *arguments)
    assert result.output.startswith(f"已生成 {tmp_path / 'o'}（2 份报告）\n")
