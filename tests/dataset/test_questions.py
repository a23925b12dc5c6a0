from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from builder.config import Limits
from builder.pile.dataset_target import DatasetTarget
from builder.pile.extracting import Pile, extract_pile
from tests.dataset.countyyears import written
from tests.goldfacts import ROOT

PAGE = ROOT / "docs" / "questions.md"


def test_the_questions_of_the_page_have_their_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    target = DatasetTarget(path=tmp_path / "数据")
    pile = Pile(paths=(written(tmp_path / "报告"),), target=target, limits=Limits())
    assert extract_pile(pile).reports == 12
    page = PAGE.read_text(encoding="utf-8").replace("```", "")
    found = doctest.DocTestParser().get_doctest(page, {}, PAGE.name, str(PAGE), 0)
    failed, tried = doctest.DocTestRunner().run(found)
    assert (failed, tried > 12) == (0, True)
