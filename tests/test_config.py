from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import Config, read_config
from builder.toml_file import TomlError

ROOT = Path(__file__).parents[1]


def config_of(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def message_of(tmp_path: Path, text: str) -> str:
    with pytest.raises(TomlError) as caught:
        config_of(tmp_path, text)
    return str(caught.value)


def test_without_a_file_every_key_has_its_default() -> None:
    assert read_config(None) == Config()


def test_the_projects_own_file_says_the_defaults() -> None:
    assert read_config(ROOT / "briefing.toml") == Config()


def test_keys_of_the_file_win(tmp_path: Path) -> None:
    config = config_of(tmp_path, 'title = "甲"\nparts = ["matrix"]\n[fonts]\nbody = "宋体"\n')
    assert (config.title, config.parts, config.fonts.body) == ("甲", ("matrix",), "宋体")
    assert config.fonts.title == Config().fonts.title


def test_error_unknown_keys_name_the_nearest_valid_ones(tmp_path: Path) -> None:
    assert message_of(tmp_path, 'titel = "x"\n[fonts]\nbdy = "x"\n') == (
        "briefing.toml: fonts.bdy: 没有这个键。是不是想写 body？\n"
        "briefing.toml: titel: 没有这个键。是不是想写 title？"
    )


def test_error_unknown_key_like_no_other_lists_the_valid_ones(tmp_path: Path) -> None:
    assert message_of(tmp_path, "[fonts]\nzzzz = 1\n") == (
        "briefing.toml: fonts.zzzz: 没有这个键。可用的：body、title、heading1、heading2、latin。"
    )


def test_error_wrong_values_are_all_named(tmp_path: Path) -> None:
    assert message_of(tmp_path, 'profile = "gb"\n[findings]\nmost = 0\n') == (
        'briefing.toml: profile: 应为 "briefing" 或 "gbt9704"（现为 "gb"）\n'
        "briefing.toml: findings.most: 应不小于 1（现为 0）"
    )


def test_the_number_of_findings_has_moved(tmp_path: Path) -> None:
    assert message_of(tmp_path, "key_findings = 12\n") == (
        "briefing.toml: key_findings: 没有这个键。是不是想写 findings？"
    )


def test_levels_are_set_by_the_code_of_a_finding(tmp_path: Path) -> None:
    config = config_of(tmp_path, '[levels]\nboilerplate = "off"\ncorrection_stale = "error"\n')
    assert config.levels == {"boilerplate": "off", "correction_stale": "error"}


def test_error_unknown_code_names_the_nearest(tmp_path: Path) -> None:
    assert message_of(tmp_path, '[levels]\nboilerplat = "off"\n') == (
        "briefing.toml: levels.boilerplat: 没有这个代码。是不是想写 boilerplate？"
    )


def test_error_not_toml(tmp_path: Path) -> None:
    assert message_of(tmp_path, "title = ") == (
        "briefing.toml: 第 1 行第 9 列：值写得不对；文字要写在引号里。"
    )


def test_error_missing_file(tmp_path: Path) -> None:
    with pytest.raises(TomlError) as caught:
        read_config(tmp_path / "none.toml")
    assert str(caught.value) == "none.toml: 打不开，没有这个文件。请检查 --config 的路径。"
