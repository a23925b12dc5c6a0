from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import builder
from builder.frames import comparison_frame, facts_frame
from tests.goldfacts import ROOT, gold_extractions
from tests.smallreports import extraction, gold_comparison, indicator


def test_the_examples_of_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("```", "")
    found = doctest.DocTestParser().get_doctest(page, {}, "api.md", "docs/api.md", 0)
    failed, tried = doctest.DocTestRunner().run(found)
    assert (failed, tried > 5) == (0, True)


def test_importing_the_package_loads_nothing_else() -> None:
    code = (
        "import sys, builder; print(sorted(m for m in sys.modules if m.startswith('builder')));"
        "builder.extract_facts; print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["['builder']", "False"]


def test_error_no_such_name() -> None:
    with pytest.raises(AttributeError, match=r"^module 'builder' has no attribute 'compare_all'$"):
        builder.compare_all  # noqa: B018  # type: ignore[attr-defined]


def test_all_names_are_there() -> None:
    assert all(callable(getattr(builder, name)) for name in builder.__all__)


def test_facts_as_a_frame() -> None:
    frame = facts_frame(gold_extractions(), "indicators")
    assert set(frame["kind"]) == {"indicator"}
    assert str(frame["period_start"].dtype).startswith("datetime64")
    assert str(frame["number"].dtype) == "Float64"
    masked = facts_frame([extraction("a", indicator(period=None))], "indicators")
    assert masked["period_start"].isna().all()


def test_a_value_is_in_a_group_or_has_a_reason() -> None:
    frame = comparison_frame(gold_comparison())
    apart = frame["group"].isna()
    assert len(frame) == sum(len(one.values) for one in gold_comparison().metrics)
    assert frame.loc[apart, "reason"].notna().all()
    assert frame.loc[~apart, "period_start"].notna().all()
    grouped = frame[~apart].groupby("group")
    for column in ("metric", "unit", "period_start", "period_end"):
        assert (grouped[column].nunique() == 1).all()
    assert (grouped["bureau"].nunique() > 1).all()
