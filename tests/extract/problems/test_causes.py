from __future__ import annotations

import pytest

from builder.extract.problems.causes import cause_span

CAUSES = [
    ("质量不稳。究其原因,主要是基层投入不足,技术薄弱。", "基层投入不足,技术薄弱"),
    ("污染未受控,主要原因是散养户点多面广。", "散养户点多面广"),
    ("超标。原因在于管网老化,雨污混流。", "管网老化,雨污混流"),
    ("部分企业由于资金紧张、技术落后等原因,难以达标。", "由于资金紧张、技术落后等原因"),
    ("王子城河因沿线雨污混接、生态基流不足,水质未达到要求。", "因沿线雨污混接、生态基流不足"),
    ("进入瓶颈期,因机动车保有量快速增长,浓度居高不下", "因机动车保有量快速增长"),
    ("压力大。受不利气象条件和区域传输影响,浓度易反弹。", "受不利气象条件和区域传输影响"),
    ("压力不减,受高温少雨等因素叠加影响,臭氧不降反升", "受高温少雨等因素叠加影响"),
    (
        "不稳定。受上风向污染影响明显,加上石料等行业集中,浓度高。",
        "受上风向污染影响明显,加上石料等行业集中",
    ),
    ("改善难。涉及部门多、原因广,单靠一家治理,导致排名靠后。", "涉及部门多、原因广,单靠一家治理"),
    ("突出。我县作为调出大县,设施无法密封,有臭气逸出,导致投诉大增。", "设施无法密封,有臭气逸出"),
    ("形势严峻,静风频率高,加之布局不合理,污染时有发生。", "静风频率高,加之布局不合理"),
]
NONE = [
    "基层执法力量薄弱,专业人员偏少,任务繁重。",
    "受理信访投诉40件,受污染耕地面积大。",
    "因此,队伍素质有待提高。",
    "多种因素叠加,原因复杂多样。",
    "部分企业受到处罚,因地制宜不够。",
]


@pytest.mark.parametrize(("text", "cause"), CAUSES)
def test_the_marked_cause(text: str, cause: str) -> None:
    span = cause_span(text, 0, len(text))
    assert span is not None
    assert text[span[0] : span[1]] == cause


@pytest.mark.parametrize("text", NONE)
def test_no_cause_is_marked(text: str) -> None:
    assert cause_span(text, 0, len(text)) is None
