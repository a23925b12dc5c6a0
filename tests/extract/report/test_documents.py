"""What a text is, and what is surely no report."""

from __future__ import annotations

import pytest

from builder.check import check
from builder.extract import extract
from builder.extract.report import report_line
from builder.facts_file import facts_jsonl
from builder.model import BureauKind, Document, ReportLine
from builder.pipeline.inputs import distinct_reports
from tests.outlines import outlined

PARTS = "一、工作情况\n完成治理项目12个。\n二、下一步计划\n整治排污口3个。\n"


def line(text: str) -> ReportLine:
    return report_line(outlined(text))


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("云门县生态环境局关于开展夏季臭氧检查的通知", "通知"),
        ("云门县生态环境局关于报送2024年工作总结的通知", "通知"),
        ("关于报送2024年度工作总结及2025年工作计划的通知", "通知"),
        ("关于做好2024年工作总结报送工作的通知", "通知"),
        ("云门县生态环境局工作总结管理办法", "管理办法"),
        ("云门县生态环境局2024年度优秀人员名单", "名单"),
        ("云门县2024年度排污许可证", "许可证"),
        ("关于2024年度先进单位的公示", "公示"),
        ("云门县噪声污染防治规定", "规定"),
        ("云门县水利局会议纪要", "会议纪要"),
        ("云门市生态环境局会议纪要(第3期)", "会议纪要"),
        ("云门市扬尘污染防治条例", "条例"),
        ("云门县生态环境局污水处理厂招标公告", "公告"),
        ("云门市生态环境监测服务合同", "合同"),
        ("国务院关于印发“十四五”节能减排发展规划的通知", "通知"),
        ("云门市生态环境局建设项目环评审批公示", "公示"),
        ("云门市“十四五”生态环境保护规划(2021-2025年)", "保护规划"),
    ],
)
def test_what_is_surely_no_report_is_refused_with_its_kind(title: str, what: str) -> None:
    found = line(f"{title}\n{PARTS}")
    assert (found.document, found.reason) == (Document.REFUSED, what)


@pytest.mark.parametrize(
    ("title", "document"),
    [
        ("云门县生态环境局关于印发2025年工作要点的通知", Document.PLAN),
        ("云门市生态环境局关于贯彻条例情况的报告", Document.WORK_REPORT),
        ("关于2024年工作总结的报告", Document.WORK_REPORT),
        ("关于报送2024年工作总结的报告", Document.WORK_REPORT),
        ("关于上报2024年工作总结的函", Document.WORK_REPORT),
        ("云门县生态环境局2024年工作总结公示", Document.WORK_REPORT),
        ("2024年工作总结及解决办法", Document.WORK_REPORT),
        ("2024年排污许可证核发工作总结", Document.WORK_REPORT),
        ("环境影响评价公示工作情况汇报", Document.WORK_REPORT),
        ("生态环境损害赔偿管理规定执行情况报告", Document.WORK_REPORT),
        ("云门县生态环境局2024年工作总结", Document.WORK_REPORT),
        ("云门县生态环境局2025年工作计划", Document.PLAN),
        ("2025年云门县政府工作报告", Document.GOVERNMENT_REPORT),
        ("云门县生态环境局法治建设自查报告", Document.SELF_CHECK),
        ("2024年云门市生态环境状况公报", Document.BULLETIN),
        ("云门市2024年12月环境质量状况", Document.BULLETIN),
        ("在全市生态环境保护工作会议上的讲话", Document.SPEECH),
        ("云门县生态环境局督察整改落实情况", Document.OTHER_REPORT),
    ],
)
def test_reports_of_every_kind_are_named_as_what_they_are(title: str, document: Document) -> None:
    found = line(f"{title}\n{PARTS}")
    assert (found.document, found.reason) == (document, None)


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("记者从市生态环境局获悉，2024年，我市优良天数比例为91%。\n", Document.NEWS),
        ("本报讯 昨日，全市完成治理项目12个。\n", Document.NEWS),
        ("各位代表：现在，我代表云门市人民政府向大会报告工作。\n", Document.GOVERNMENT_REPORT),
        ("同志们：今天会议的任务是部署治污。完成治理项目12个。\n", Document.SPEECH),
        ("根据《云门市环境质量简报》，8月份优良天数比例97%。\n", Document.BULLETIN),
        ("2024年，我局完成治理项目12个，立案6件。\n", Document.WORK_REPORT),
    ],
)
def test_a_text_without_a_title_is_told_by_its_beginning(text: str, document: Document) -> None:
    assert line(text).document is document


def test_a_contract_is_refused_without_a_title() -> None:
    found = line("甲方：云门县生态环境局\n乙方：某某公司\n乙方完成监测12次。\n")
    assert (found.document, found.reason) == (Document.REFUSED, "合同")


def test_a_refused_text_has_its_line_with_the_reason_and_no_facts() -> None:
    extraction = check(extract(outlined(f"云门县水利局会议纪要\n{PARTS}")))
    (written,) = facts_jsonl([extraction]).splitlines()
    assert '"document": "refused"' in written
    assert '"reason": "会议纪要"' in written


def test_a_refused_text_is_left_out_and_named_and_the_others_stay() -> None:
    minutes = extract(outlined(f"云门县水利局会议纪要\n{PARTS}"))
    report = extract(outlined(f"云门县生态环境局2024年工作总结\n{PARTS}"))
    kept, refused = distinct_reports([minutes, report])
    assert kept == (report,)
    assert "这是会议纪要，不是工作报告" in str(refused[0])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云门县生态环境局2024年工作总结", BureauKind.ENVIRONMENT),
        ("岳阳市生态环境局岳阳县分局2024年工作总结", BureauKind.ENVIRONMENT),
        ("县生态环境分局2024年工作总结", BureauKind.ENVIRONMENT),
        ("云门县人民政府2024年工作总结", BureauKind.GOVERNMENT),
        ("2025年云门县政府工作报告", BureauKind.GOVERNMENT),
        ("云门县农业农村局2024年工作总结", BureauKind.OTHER),
        ("云门市应急管理局2024年工作总结", BureauKind.OTHER),
        ("云门县水利局2024年工作总结", BureauKind.OTHER),
    ],
)
def test_the_bureau_has_a_kind(title: str, kind: BureauKind) -> None:
    assert line(f"{title}\n{PARTS}").bureau_kind is kind


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("云门县生态环境局2024年工作总结", True),
        ("2024年云门市生态环境状况公报", False),
        ("云门县生态环境局2025年工作要点", False),
        ("云门县生态环境局自查报告", False),
    ],
)
def test_only_a_work_report_is_told_what_part_it_lacks(title: str, *, told: bool) -> None:
    findings = check(extract(outlined(f"{title}\n一、空气\n完成治理项目12个。\n"))).findings
    assert ("missing_section" in {finding.code for finding in findings}) is told


@pytest.mark.parametrize(
    ("title", "owes"),
    [
        ("云门县生态环境局2024年工作总结", True),
        ("云门县农业农村局2024年工作总结", False),
        ("2025年云门县政府工作报告", False),
        ("云门县生态环境局2025年工作计划", False),
    ],
)
def test_only_an_environment_bureaus_work_report_owes_indicators(title: str, *, owes: bool) -> None:
    assert line(f"{title}\n{PARTS}").owes_indicators is owes
