"""Corrections that name a fact by the mark of its sentence in the briefing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from pydantic import ValidationError

from builder.config import Config
from builder.model import Indicator
from builder.pipeline.marks import marked_sentences
from builder.review import Correction, Corrections, Review, State, review
from tests.goldfacts import gold_extractions

REPORTS = gold_extractions()
SIGNED = {"reason": "与公报不符", "who": "综合科", "when": date(2025, 3, 1)}
VALUE = {"value": "32.9"}


def correction(**fields: object) -> Correction:
    return Correction.model_validate({"kind": "indicator"} | SIGNED | fields)


def reviewed(*corrections: Correction) -> Review:
    marked = partial(marked_sentences, config=Config())
    return review(REPORTS, Corrections(correction=corrections), marked)


def value(found: Review, metric: str = "air.pm25") -> object:
    (report,) = [one for one in found.reports if one.report.report == "yueyang-county-2024"]
    facts = (fact for fact in report.facts if isinstance(fact, Indicator))
    return next(fact for fact in facts if fact.metric == metric).value


def test_a_mark_is_an_address() -> None:
    fixed = correction(action="set", mark="岳21", which={"metric": "air.pm25"}, values=VALUE)
    found = reviewed(fixed)
    assert value(found) == Decimal("32.9")
    (outcome,) = found.outcomes
    assert (outcome.state, outcome.report) == (State.APPLIED, "yueyang-county-2024")
    assert isinstance(outcome.before, Indicator)
    assert isinstance(outcome.after, Indicator)
    assert (outcome.before.value, outcome.after.value) == (Decimal("32.86"), Decimal("32.9"))


@pytest.mark.parametrize("printed", ["〔岳21〕", "岳21改", "〔岳21改〕"])
def test_a_mark_is_written_as_it_is_printed(printed: str) -> None:
    fixed = correction(action="set", mark=printed, quote="PM2.5浓度32.86", values=VALUE)
    assert value(reviewed(fixed)) == Decimal("32.9")


def test_several_facts_of_a_sentence_are_never_chosen_from() -> None:
    (outcome,) = reviewed(correction(action="drop", mark="岳22")).outcomes
    assert outcome.state is State.STALE
    assert outcome.text.endswith("请引得更长，或用 nth、which 指明")


def test_words_beside_a_mark_stand_in_its_sentence() -> None:
    fixed = correction(action="drop", mark="岳21", quote="达标率100%")
    (outcome,) = reviewed(fixed).outcomes
    assert outcome.text == "出处岳21的句子里没有所引的文字"


def test_a_mark_that_nothing_has_is_no_report() -> None:
    found = reviewed(correction(action="drop", mark="岳999"))
    assert found.outcomes[0].text == "简报里没有出处“岳999”"
    (stray,) = found.strays
    assert str(stray) == (
        "corrections.toml：第 1 条更正没有用上：简报里没有出处“岳999”。"
        "请改成简报里的出处标记，或改用 report 和 quote，或删去这一条。"
    )


def test_a_mark_is_that_of_the_briefing_which_the_corrections_above_it_make() -> None:
    marks = marked_sentences(REPORTS, config=Config())
    first = marks["岳1"]
    (report,) = [one for one in REPORTS if one.report.report == first.report]
    alone = [fact for fact in report.facts if first.stretch[0] <= fact.start < first.stretch[1]]
    gone = [
        Correction.model_validate(
            {"action": "drop", "kind": "quantity", "report": first.report, "quote": fact.quote}
            | SIGNED
        )
        for fact in alone
    ]
    fixed = correction(action="set", mark="岳20", which={"metric": "air.pm25"}, values=VALUE)
    assert value(reviewed(*gone, fixed)) == Decimal("32.9")
    assert value(reviewed(fixed, *gone)) == Decimal("32.86")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"action": "drop"}, "缺少这一项；也可以只写 mark"),
        ({"action": "drop", "mark": "岳1", "report": "a"}, "有了 mark 就不写 report"),
        ({"action": "add", "mark": "岳1", "values": VALUE}, "补充数据还缺少这一项"),
    ],
)
def test_error_an_address_is_a_mark_or_report_and_words(
    fields: dict[str, object], message: str
) -> None:
    with pytest.raises(ValidationError, match=message):
        correction(**fields)
