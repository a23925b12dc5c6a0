"""Corrections written by a program: comments, order and line ends of the file stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from builder.review import Correction, read_corrections
from builder.review.editing import (
    GoneError,
    add_correction,
    change_correction,
    entry_id,
    remove_correction,
)
from builder.toml_file import TomlError

OWN = """\
# 2025年3月核对，综合科

[[correction]]
# 公报第2页
action = "set"
report = "yueyang-county-2024"   # 岳阳县
kind = "indicator"
quote = "优良率88.0%"
values = { value = "88.1" }
reason = "与公报不符"
who = "张三"
when = 2025-03-01

# 下面是信访
[[correction]]
action = "drop"
report = "ganzhou-2024"
kind = "tally"
quote = "甲"
reason = "重复"
who = "张三"
when = 2025-03-02
"""
NEW = Correction.model_validate(
    {
        "action": "set",
        "report": "yueyang-county-2024",
        "kind": "indicator",
        "quote": "PM2.5浓度32.86μg/m3",
        "nth": 2,
        "which": {"metric": "air.pm25"},
        "values": {"value": "32.9", "rank": {"position": 3, "area": "全市", "from": "last"}},
        "reason": "与“公报”不符\n第2页",
        "who": "综合科",
        "when": date(2025, 4, 1),
    }
)
WRITTEN = """\
[[correction]]
# 岳21　PM2.5浓度32.86μg/m3
action = "set"
report = "yueyang-county-2024"
kind = "indicator"
quote = "PM2.5浓度32.86μg/m3"
nth = 2
which = {metric = "air.pm25"}
values = {value = "32.9", rank = {position = 3, area = "全市", from = "last"}}
reason = "与“公报”不符\\n第2页"
who = "综合科"
when = 2025-04-01
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "corrections.toml"
    path.write_bytes(OWN.encode())
    return path


def test_a_correction_is_added_at_the_end(file: Path) -> None:
    add_correction(file, NEW, "岳21　PM2.5浓度32.86μg/m3")
    assert file.read_text(encoding="utf-8") == f"{OWN}\n{WRITTEN}"
    assert read_corrections(file).correction[2] == NEW
    assert [path.name for path in file.parent.iterdir()] == ["corrections.toml"]


def test_the_first_correction_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    add_correction(path, NEW, "岳21　PM2.5浓度32.86μg/m3")
    assert path.read_text(encoding="utf-8") == WRITTEN


def test_adding_and_taking_out_leaves_the_file_as_it_was(file: Path) -> None:
    entry = add_correction(file, NEW)
    assert remove_correction(file, entry) == NEW
    assert file.read_text(encoding="utf-8").rstrip() == OWN.rstrip()


def test_taking_out_the_first_keeps_the_comments_around_it(file: Path) -> None:
    first, second = read_corrections(file).correction
    remove_correction(file, entry_id(first))
    text = file.read_text(encoding="utf-8")
    assert read_corrections(file).correction == (second,)
    assert text.startswith("# 2025年3月核对，综合科\n")
    assert text.endswith(OWN[OWN.index("[[correction]]\naction") :])


def test_an_entry_is_led_to_other_words(file: Path) -> None:
    first, _ = read_corrections(file).correction
    changed = change_correction(file, entry_id(first), {"quote": "优良率88%"})
    assert read_corrections(file).correction[0] == changed
    assert file.read_text(encoding="utf-8") == OWN.replace("优良率88.0%", "优良率88%")


def test_lines_end_as_the_file_has_them_and_gbk_becomes_utf_8(file: Path) -> None:
    file.write_bytes(OWN.replace("\n", "\r\n").encode("gb18030"))
    add_correction(file, NEW)
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 30
    assert data.decode().startswith("# 2025年3月核对，综合科\r\n")


def test_error_an_entry_that_is_gone(file: Path) -> None:
    entry = add_correction(file, NEW)
    remove_correction(file, entry)
    with pytest.raises(GoneError):
        remove_correction(file, entry)


def test_error_a_wrong_change_leaves_the_file(file: Path) -> None:
    first, _ = read_corrections(file).correction
    with pytest.raises(ValidationError):
        change_correction(file, entry_id(first), {"values": {"value": "x"}})
    assert file.read_text(encoding="utf-8") == OWN


def test_error_a_wrong_file_is_not_written(file: Path) -> None:
    file.write_text("[[correction]\n", encoding="utf-8")
    with pytest.raises(TomlError, match="方括号没有写完"):
        add_correction(file, NEW)
    assert file.read_text(encoding="utf-8") == "[[correction]\n"


def test_error_nothing_is_written_through_a_link(file: Path) -> None:
    target = file.with_name("other.toml")
    file.rename(target)
    file.symlink_to(target)
    with pytest.raises(TomlError, match="是链接，不往里写"):
        add_correction(file, NEW)
    assert target.read_text(encoding="utf-8") == OWN
