"""What a class or a share of waters leaves out: read from its own clause, and from no other's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare.dossiers import dossiers
from builder.compare.exceptions import exception
from builder.config import Config
from builder.model import Extraction, Theme
from tests.smallreports import compared, extraction, indicator


def left_out(text: str, quote: str, metric: str = "water.class") -> str:
    start = text.index(quote)
    value = indicator("Ⅲ", metric=metric, unit="class")
    fact = replace(value, start=start, end=start + len(quote), themes=(Theme.WATER,))
    (dossier,) = dossiers([extraction("jia", fact, text=text)], Config())
    return exception(fact, dossier)


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "3个国控断面除总磷外各项指标均达到Ⅲ类水质标准。",
            "3个国控断面除总磷外各项指标均达到Ⅲ类",
            "总磷",
        ),
        ("西湖除总氮以外,水质为Ⅲ类。", "水质为Ⅲ类", "总氮"),
        ("东湖水质为Ⅲ类(总磷除外)、南湖Ⅳ类。", "东湖水质为Ⅲ类", "总磷"),
        ("北湖水质达到Ⅲ类标准(总氮不参评)。", "北湖水质达到Ⅲ类", "总氮"),
        ("水库水质稳定在Ⅲ类,湖库总氮除外。", "水库水质稳定在Ⅲ类", "湖库总氮"),
        ("水库水质为Ⅲ类(不含总氮)。", "水库水质为Ⅲ类", "总氮"),
        ("除总磷指标外,3个断面均达到Ⅲ类。", "3个断面均达到Ⅲ类", "总磷"),
    ],
)
def test_an_exception_is_read_with_its_class(text: str, quote: str, name: str) -> None:
    assert left_out(text, quote) == name


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("东湖水质为Ⅲ类、南湖除总磷外达到Ⅲ类。", "东湖水质为Ⅲ类"),
        ("东湖除总磷外为Ⅲ类、南湖水质为Ⅲ类。", "南湖水质为Ⅲ类"),
        ("东湖水质为Ⅲ类、南湖水质为Ⅲ类(总磷除外)。", "东湖水质为Ⅲ类"),
        ("除此之外,东湖水质达到Ⅲ类。", "东湖水质达到Ⅲ类"),
        ("清除河道垃圾外运120吨,断面水质达到Ⅲ类。", "断面水质达到Ⅲ类"),
        ("断面水质达到Ⅲ类,总磷浓度0.1毫克/升。", "断面水质达到Ⅲ类"),
    ],
)
def test_an_exception_of_another_value_is_none(text: str, quote: str) -> None:
    assert left_out(text, quote) == ""


def test_a_value_with_an_exception_compares_with_none_without_it() -> None:
    plain = "国考断面水质优良率100%"

    def share(report: str, place: str, text: str) -> Extraction:
        fact = replace(
            indicator("100", metric="water.good_ratio", unit="%", scope="国考断面"), end=len(plain)
        )
        region = ("某省", f"{place}市")
        return extraction(report, fact, text=text, bureau=f"{place}市生态环境局", region=region)

    reports = [share("a", "甲", plain), share("b", "乙", plain + "(总磷除外)")]
    (metric,) = compared(*reports).metrics
    assert metric.groups == ()
    alike = [share("a", "甲", plain), share("b", "乙", plain)]
    (metric,) = compared(*alike).metrics
    assert len(metric.groups) == 1
