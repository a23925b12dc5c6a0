"""What a masked stretch hides: a year, a name or a number."""

from __future__ import annotations

import pytest

from builder.compare.dossiers import dossiers
from builder.config import Config
from builder.model import Finding, FlagType, Severity
from builder.model.comparison import Masked
from tests.smallreports import extraction


def masked(*quotes: str) -> tuple[Masked, ...]:
    findings = [
        Finding(
            code=FlagType.PLACEHOLDER,
            severity=Severity.WARNING,
            report="jia",
            message="数值或名称被隐去：{words}。",
            quote=quote,
        )
        for quote in quotes
    ]
    (found,) = dossiers([extraction("jia", findings=findings)], Config())
    return found.masked


@pytest.mark.parametrize(
    "quote", ["XX市生态环境局", "XX河断面水质达", "某某化工园区", "XX街道雨污分流"]
)
def test_a_mask_before_a_noun_hides_a_name(quote: str) -> None:
    assert masked(quote) == (Masked.NAME,)


@pytest.mark.parametrize("quote", ["20xx万元专项治理", "*个", "2xxx辆", "XX名执法人员要", "下降%"])
def test_a_mask_before_a_unit_hides_a_number(quote: str) -> None:
    assert masked(quote) == (Masked.NUMBER,)


@pytest.mark.parametrize("quote", ["202x年一季度工作", "20XX年", "202X"])
def test_a_masked_year(quote: str) -> None:
    assert masked(quote) == (Masked.YEAR,)


def test_what_is_hidden_is_told_in_its_order() -> None:
    assert masked("*个", "XX县环保局", "202x年") == tuple(Masked)
    assert masked() == ()
