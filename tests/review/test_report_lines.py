"""Corrections of what a report is: its facts are read again by them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builder.config import Config
from builder.extract import extract
from builder.model import BureauKind, Document, Extraction, Indicator, Level, Period, Severity
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.line import Request, compared, reviewed
from builder.render.folder import default_templates
from builder.review import Correction, Corrections, State, read_corrections, restated, review
from builder.toml_file import TomlError
from tests.outlines import outlined

SIGNED = {"reason": "封面写明", "who": "综合科", "when": date(2025, 3, 1)}
REPORT = """岳阳县生态环境工作情况
一、工作成效
全县PM2.5平均浓度为32.8微克/立方米，同比下降3.1%。上半年办结信访件31件。
二、存在问题
乡镇污水管网还不完善。
三、下一步打算
年底前建成污水管网12公里。
"""
NOTICE = "岳阳县生态环境局关于开展2024年污染防治工作的通知\n" + REPORT.partition("\n")[2]


def read(text: str = REPORT) -> Extraction:
    return extract(outlined(text))


def corrected(extraction: Extraction, **values: object) -> Extraction:
    report = extraction.report.report
    found = Correction.model_validate(
        {"action": "set", "kind": "report", "report": report, "values": values} | SIGNED
    )
    (made,) = review([extraction], Corrections(correction=(found,))).reports
    return made


def test_times_without_a_year_are_dated_by_the_stated_period() -> None:
    assert read().report.period is None
    made = corrected(read(), period="2023")
    assert (made.report.period, made.report.year) == (Period.parse("2023"), 2023)
    periods = {str(fact.period) for fact in made.facts if isinstance(fact, Indicator)}
    assert periods == {"2023"}


def test_place_and_level_follow_from_a_stated_bureau() -> None:
    made = corrected(read("2023年生态环境工作总结\n" + REPORT), bureau="衡南县环境保护局")
    line = made.report
    assert (line.bureau, line.level) == ("衡南县环境保护局", Level.COUNTY)
    assert line.region == ("湖南省", "衡阳市", "衡南县")
    assert (line.province, line.bureau_from) == ("湖南省", None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云溪市林业局", BureauKind.OTHER),
        ("云溪市人民政府", BureauKind.GOVERNMENT),
        ("云溪市生态环境局", BureauKind.ENVIRONMENT),
    ],
)
def test_the_kind_of_bureau_follows_from_its_stated_name(name: str, kind: BureauKind) -> None:
    line = corrected(read(), bureau=name).report
    assert (line.bureau, line.bureau_kind) == (name, kind)


def test_a_bureau_that_was_read_can_be_said_to_be_none() -> None:
    text = REPORT.replace("岳阳县生态", "岳阳县生态环境局2024年生态", 1)
    assert read(text).report.bureau == "岳阳县生态环境局"
    assert corrected(read(text), bureau="").report.bureau is None


def test_a_text_that_was_refused_is_read_all_the_same() -> None:
    refused = read(NOTICE)
    assert (refused.report.document, refused.facts) == (Document.REFUSED, ())
    made = corrected(refused, document="work_report")
    assert (made.report.document, made.report.reason) == (Document.WORK_REPORT, None)
    assert {type(fact).__name__ for fact in made.facts} >= {"Indicator", "Problem", "Commitment"}
    (finding,) = (one for one in made.findings if one.code == "correction_applied")
    assert (finding.severity, finding.report) == (Severity.NOTE, refused.report.report)


def test_several_corrections_of_a_report_add_up_and_come_before_those_of_its_facts() -> None:
    refused = read(NOTICE)
    report = refused.report.report
    entries = [
        {"kind": "indicator", "quote": "32.8微克/立方米", "values": {"value": "33"}},
        {"kind": "report", "values": {"document": "work_report"}},
        {"kind": "report", "values": {"period": "2022"}},
        {"kind": "report", "values": {"period": "2022"}},
    ]
    found = Corrections.model_validate(
        {"correction": [{"action": "set", "report": report} | SIGNED | one for one in entries]}
    )
    result = review([refused], found)
    assert [one.state for one in result.outcomes] == [
        *(State.APPLIED, State.APPLIED, State.APPLIED, State.UNNEEDED)
    ]
    (fact,) = (f for f in result.reports[0].facts if isinstance(f, Indicator))
    assert (str(fact.value), str(fact.period)) == ("33", "2022")


def test_a_report_that_is_not_there_is_named() -> None:
    entry = {"action": "set", "kind": "report", "report": "a", "values": {"period": "2024"}}
    found = Corrections.model_validate({"correction": [entry | SIGNED]})
    assert restated([read()], found).outcomes == {}
    (outcome,) = review([read()], found).outcomes
    assert (outcome.state, outcome.text) == (State.STALE, "没有这份报告")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            'values = { document = "refused" }',
            "correction[1].values.document: 不要的材料请移出报告文件夹",
        ),
        (
            'quote = "32.8"\nvalues = { period = "2024" }',
            "correction[1].quote: 更正整份材料（report）时不写这一项",
        ),
        (
            'values = { period = "去年" }',
            'correction[1].values.period: 应为统计期，如 "2024"、"2024H1"、"2024-01..2024-11"',
        ),
        ('values = { burea = "x" }', "correction[1].values.burea: 没有这个键。是不是想写 bureau？"),
    ],
)
def test_what_is_wrong_with_one_is_said(tmp_path: Path, entry: str, said: str) -> None:
    file = tmp_path / "corrections.toml"
    head = '[[correction]]\naction = "set"\nkind = "report"\nreport = "a"\n'
    file.write_text(
        f'{head}{entry}\nreason = "x"\nwho = "y"\nwhen = 2025-01-01\n', encoding="utf-8"
    )
    with pytest.raises(TomlError) as wrong:
        read_corrections(file)
    assert str(wrong.value) == f"corrections.toml: {said}"


def request(folder: Path, notice: str, corrections: str = "") -> Request:
    reports = folder / "in"
    reports.mkdir()
    (reports / "a.txt").write_text(notice, encoding="utf-8")
    if corrections:
        (reports / "corrections.toml").write_text(corrections, encoding="utf-8")
    return Request(
        input=reports, output=folder / "out", templates=default_templates(), config=Config()
    )


def test_a_refused_file_says_how_it_is_read_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuild) as nothing:
        reviewed(request(tmp_path, NOTICE))
    assert (
        "a.txt：这是通知，不是工作报告。请移出报告文件夹；"
        "若确是工作报告，请在 corrections.toml 里更正（briefing desk 的“材料”页点一下即可）。"
    ) in str(nothing.value)
    (refusal,) = nothing.value.refused
    assert refusal.judged == "a"


def test_a_briefing_is_made_of_a_text_that_is_said_to_be_a_report(tmp_path: Path) -> None:
    said = """[[correction]]
action = "set"
kind = "report"
report = "a"
values = { document = "work_report", bureau = "岳阳县生态环境局", period = "2023" }
reason = "印发的就是总结"
who = "综合科"
when = 2025-03-01
"""
    made = compared(request(tmp_path, NOTICE, said))
    assert made.refused == ()
    (dossier,) = made.comparison.reports
    assert (dossier.line.bureau, str(dossier.line.period)) == ("岳阳县生态环境局", "2023")
    assert [outcome.state for outcome in made.outcomes] == [State.APPLIED]
