"""What holds for every view: marks lead somewhere, order tells nothing, few reports are enough."""

from __future__ import annotations

import pytest

from builder.model import Extraction, Refusal
from builder.model.page import Entry, runs_of
from builder.model.printed import RunStyle
from tests.goldfacts import gold_extractions
from tests.smallreports import extraction, gold_view, viewed


def entries() -> list[Entry]:
    """The evidence of what is printed."""
    blocks = (block for part in gold_view().parts for block in part.blocks)
    return [block for block in blocks if isinstance(block, Entry)]


def test_every_mark_leads_to_evidence() -> None:
    known = {mark for entry in entries() for mark, _ in entry.places}
    used = {run.mark for part in gold_view().parts for run in runs_of(part.blocks) if run.mark}
    assert used
    assert used <= known


def test_anchors_are_ascii_and_unique() -> None:
    anchors = [anchor for entry in entries() for _, anchor in entry.places]
    assert len(anchors) == len(set(anchors)) == 179
    assert all(anchor.isascii() and anchor[0].isalpha() for anchor in anchors)


def test_a_sentence_of_the_evidence_sets_its_figures_off() -> None:
    entry = next(one for one in entries() if "32.86" in "".join(run.text for run in one.runs))
    assert "32.86" in [run.text for run in entry.runs if run.style is RunStyle.STRONG]


def test_order_of_the_input_tells_nothing() -> None:
    assert viewed(*reversed(gold_extractions())) == gold_view()


def test_refused_files_are_named() -> None:
    refusal = Refusal(file="空.txt", reason="文件是空的", advice="换一份")
    assert viewed(*gold_extractions(), refused=[refusal]).refused == (refusal,)


@pytest.mark.parametrize(
    "reports", [gold_extractions()[:1], gold_extractions()[:2], (extraction("a"),)]
)
def test_fewer_reports(reports: tuple[Extraction, ...]) -> None:
    assert len(viewed(*reports).bureaus) == len(reports)
