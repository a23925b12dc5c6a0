from __future__ import annotations

from builder.model import BriefingPart, PartName, Run, RunStyle
from builder.model.page import Entry, EntryPath, Heading, Paragraph
from builder.wording.parts.evidence import printed_evidence
from tests.printedparts import context, said, seed_comparison


def cited_by(*marks: str) -> BriefingPart:
    runs = tuple(Run(f"〔{mark}〕", mark) for mark in marks)
    return BriefingPart(name=PartName.OVERVIEW, title="一览", blocks=(Paragraph(runs=runs),))


def test_only_the_sentences_of_printed_marks_are_printed_each_once() -> None:
    (part,) = printed_evidence([cited_by("潜2", "岳10", "潜2")], context(seed_comparison()))
    entries = [block for block in part.blocks if isinstance(block, Entry)]
    assert [entry.places[0][0] for entry in entries] == ["潜2", "岳10"]
    heads = [block.text for block in part.blocks if isinstance(block, Heading)]
    assert heads == ["潜江市", "岳阳县"]


def test_an_entry_is_the_whole_sentence_with_its_figures_set_off_under_its_headings() -> None:
    (part,) = printed_evidence([cited_by("岳10")], context(seed_comparison()))
    (entry,) = [block for block in part.blocks if isinstance(block, Entry)]
    strong = [run.text for run in entry.runs if run.style is RunStyle.STRONG]
    assert {"32.86", "3.64", "88.0", "3.2"} <= set(strong)
    assert said(entry.runs).endswith("。")
    paths = [block.text for block in part.blocks if isinstance(block, EntryPath)]
    assert len(paths) == 1


def test_where_nothing_is_cited_there_is_no_appendix() -> None:
    assert printed_evidence([cited_by()], context(seed_comparison())) == ()
