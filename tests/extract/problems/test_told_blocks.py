"""Problems found that headings name, with what was done about them told in the text below."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Problem, Rectification
from tests.extract.reports import outlined

HEAD = "某区分局关于危险废物专项整治的自查报告\n一、总体情况\n召开专题会议4次。\n"


def told(body: str, part: str = "二、问题整改情况") -> tuple[list[str], list[str], list[str]]:
    """Titles and quotes of the problems, and quotes of the rectifications."""
    text = f"{HEAD}{part}\n{body}三、下一步打算\n完成剩余3项整改。\n"
    facts = extract(outlined(text)).facts
    problems = [fact for fact in facts if isinstance(fact, Problem)]
    return (
        [fact.title for fact in problems],
        [fact.quote for fact in problems],
        [fact.quote for fact in facts if isinstance(fact, Rectification)],
    )


@pytest.mark.parametrize(
    ("part", "fault", "state", "work"),
    [
        (
            "二、问题整改情况",
            "危险废物超期贮存",
            "4家企业贮存危险废物超过1年未转移",
            ",已督促转移58.6吨。",
        ),
        (
            "二、发现的问题及整改情况",
            "台账记录不规范。",
            "12家企业账实不符。",
            "分局逐家下发整改通知,全部补录到位。",
        ),
        (
            "二、检查发现问题整改落实情况",
            "污水管网破损",
            "东街段管网塌陷3处",
            ",目前已修复2处,其余1处正在施工。",
        ),
        (
            "二、排查发现问题处置情况",
            "在线监控设施闲置。",
            "2家企业设备停用半年。",
            "已责令恢复运行并立案1起。",
        ),
    ],
)
def test_a_heading_that_names_a_fault_has_a_problem_and_its_rectification(
    part: str, fault: str, state: str, work: str
) -> None:
    between = "" if fault.endswith("。") else "。"
    problem = f"{fault}{between}{state}"
    titles, problems, rectifications = told(
        f"1.{problem}{work}\n2.{problem}{work}自动监控数据传输有效率96.8%。\n", part
    )
    assert titles == [fault.rstrip("。")] * 2
    assert problems == [problem] * 2
    assert rectifications == [f"{problem}{work}".rstrip("。")] * 2


@pytest.mark.parametrize(
    "body",
    [
        # Headings of work, of complaints, and a fault without a word on its handling.
        "1.推进污水直排问题整治。已完成整治12处。\n2.加强台账管理。补录台账340条。\n",
        "1.群众反映问题。收到信访举报7件,全部办结。\n2.召开会议。召开会议3次。\n",
        "1.危险废物超期贮存。4家企业贮存危险废物超过1年。\n2.设施闲置。2家企业设备停用。\n",
    ],
)
def test_work_complaints_and_untold_faults_are_no_blocks(body: str) -> None:
    assert told(body)[0] == []


def test_below_another_part_a_heading_names_no_found_problem() -> None:
    assert told("1.设施不正常运行必查。已检查企业12家次。\n", "二、执法监管情况")[0] == []
