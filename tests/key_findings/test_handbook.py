"""The examples of docs/findings.md do what it says of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.config import read_config
from builder.key_findings import candidates, conclusions
from builder.toml_file import TomlError
from tests.goldfacts import ROOT, gold_extractions
from tests.smallreports import gold_comparison, viewed

PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
(ERROR,) = re.findall(r"```text\n(.*?)\n```", PAGE, re.DOTALL)


def test_the_example_steers_the_seeds(tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    view = viewed(*gold_extractions(), config=read_config(path))
    assert [found.text for found in view.findings] == [
        "衡南县写明问题4个，3个未见对应承诺。下一年承诺4句，可核查的1句。",
        "78句承诺中可核查的11句。赣州市9句，潜江市、衡南县各1句，其余两家没有。",
        "12个问题中3个未见对应承诺。都在衡南县〔衡20〕〔衡18〕〔衡21〕。",
        "潜江市督察整改还有35项按期推进。2016—2023年交办166项，已完成131项〔潜31〕。",
        "衡南县督察信访件还有10件未办结。2023年9月6日—9月26日接收40件，已办结30件〔衡6〕。",
        "潜江市排污口整治还有24个未完成。共77个，已完成53个〔潜24〕。",
    ]


def test_the_error_is_the_one_that_comes(tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text('[findings]\ndrop = ["withn:air.pm25"]', encoding="utf-8")
    with pytest.raises(TomlError) as caught:
        conclusions(gold_comparison(), read_config(path))
    assert str(caught.value) == ERROR


def test_every_kind_of_key_is_told() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", PAGE.split("## ")[0], re.MULTILINE)
    told = {key.split(":")[0] for row in rows for key in re.findall(r"`([^`]+)`", row)}
    assert {finding.code for finding in candidates(gold_comparison(), "hengnan-2023")} <= told
    assert told == {
        "problems",
        "left",
        "progress",
        "above",
        "within",
        "worse",
        "better",
        "order",
        "value",
        "checkable",
        "kept",
        "shared",
        "own",
    }
