from __future__ import annotations

import subprocess
import sys

import pytest

from builder import program
from builder.program import RULES, program_version, rules_version
from tests.goldfacts import ROOT

# What runs the rules, and what only says why they failed.
AROUND = {"orders", "pipeline", "user_error"}
IMPORTED = """
import sys, builder.pipeline.worker
print(*sorted({name.split(".")[1] for name in sys.modules if name.startswith("builder.")}))
"""


def test_all_that_reading_a_report_imports_counts_as_its_rules() -> None:
    command = [sys.executable, "-c", IMPORTED]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    rules = {name.removesuffix(".py") for name in RULES}
    assert set(told.stdout.split()) - AROUND - rules == {"processes"}


def test_a_sum_is_of_files_and_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules_version.__wrapped__(), program_version.__wrapped__()
    assert before == (rules_version(), program_version())
    monkeypatch.setattr(program, "_version", lambda package: "1" if package == "lxml" else "")
    after = rules_version.__wrapped__(), program_version.__wrapped__()
    assert set(before).isdisjoint(after)
