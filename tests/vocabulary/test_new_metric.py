"""A metric is one entry of `metrics.toml`; it is compared only as its entry says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
METRICS = Path("builder", "vocabulary", "environment", "metrics.toml")
ENTRY = """
[[metrics]]
id = "water.ammonia_nitrogen"
name = "氨氮浓度"
unit = "mg/L"
better = "lower"
theme = "water"
scope = "water"
{compares}
range = [0, 100]
words = ["氨氮浓度", "氨氮年均浓度", "氨氮平均浓度", "氨氮"]
"""
REPORT = """{bureau}生态环境局2024年工作总结

一、工作完成情况
2024年，全县国控断面氨氮平均浓度为{value}毫克/升。
"""
BUREAUS = {"衡南县": "0.32", "昆山市": "0.45"}


def built(tmp_path: Path, compares: str) -> subprocess.CompletedProcess[str]:
    """The program with one entry more, and what it makes of two reports."""
    shutil.copytree(ROOT / "builder", tmp_path / "builder")
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    path = tmp_path / METRICS
    before = path.read_text(encoding="utf-8")
    rates = before.index("# A rate whose metric")
    entry = ENTRY.format(compares=compares)
    path.write_text(before[:rates] + entry + "\n" + before[rates:], encoding="utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, (bureau, value) in enumerate(BUREAUS.items()):
        text = REPORT.format(bureau=bureau, value=value)
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "builder", "build", "--input", "reports", "--formats", "html"],
        cwd=tmp_path,
        env={"PATH": "", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )


def printed(tmp_path: Path) -> str:
    """The words of the briefing."""
    html = (tmp_path / "output" / "briefing.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]*>|\s", "", html)


@pytest.mark.parametrize("compares", ["by_named_object", "by_place"])
def test_a_metric_of_one_entry_is_read_and_compared_as_it_says(
    tmp_path: Path, compares: str
) -> None:
    done = built(tmp_path, f'compares = "{compares}"')
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "output" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    facts = [json.loads(line) for line in lines]
    found = [fact for fact in facts if fact.get("metric") == "water.ammonia_nitrogen"]
    assert [fact["value"] for fact in found] == list(BUREAUS.values())
    assert {(fact["unit"], fact["scope"], fact["period"]) for fact in found} == {
        ("mg/L", "国控断面", "2024")
    }
    words = printed(tmp_path)
    assert ("氨氮浓度可直接对比的有两家" in words) == (compares == "by_place")


def test_error_of_a_metric_that_does_not_say_how_it_compares(tmp_path: Path) -> None:
    done = built(tmp_path, "")
    number = len(tomllib.loads((tmp_path / METRICS).read_text(encoding="utf-8"))["metrics"])
    assert done.returncode == 1
    assert done.stderr.strip() == f"metrics.toml: metrics[{number}].compares: 缺少这一项"
    assert not (tmp_path / "output").exists()
