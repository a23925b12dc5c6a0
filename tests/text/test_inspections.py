from __future__ import annotations

import pytest

from builder.model import TallySource
from builder.text.inspections import tally_source

# The text of a set of items, and where they were raised.
SOURCES: list[tuple[str, TallySource]] = [
    (
        "第三轮中央生态环境保护督察期间,转办我市信访件286件,办结280件。",
        TallySource.CENTRAL_INSPECTION,
    ),
    ("督察进驻期间,共受理群众来电来信286件,办结280件。", TallySource.MIXED_INSPECTION),
    ("中央督察组进驻期间,受理群众举报286件,已办结280件。", TallySource.CENTRAL_INSPECTION),
    ("省督察组进驻期间交办群众举报问题286个,已办结280个。", TallySource.PROVINCIAL_INSPECTION),
    ("受理12345、12369等平台转办件286件,办结280件。", TallySource.PETITION),
    ("“12345”政务服务便民热线办理工单286件,按期办结率100%。", TallySource.PETITION),
    ("全年共接到噪声投诉286件,办结280件。", TallySource.PETITION),
    (
        "中央生态环境保护督察转办件和12345热线转办件共286件,办结280件。",
        TallySource.MIXED_INSPECTION,
    ),
    ("中央环保督察及12369平台信访件,共受理286件,办结280件。", TallySource.MIXED_INSPECTION),
    ("开展“利剑”专项执法行动,发现问题45个,整改38个。", TallySource.CAMPAIGN),
    ("开展饮用水水源地环境问题专项整治,排查问题45个,完成整改38个。", TallySource.CAMPAIGN),
    ("“绿盾2024”强化监督发现问题45个,完成整改38个。", TallySource.CAMPAIGN),
    ("开展汛前环境隐患大排查,发现隐患45处,整改38处。", TallySource.CAMPAIGN),
    ("开展危险废物安全专项检查,发现问题45个,已全部整改。", TallySource.CAMPAIGN),
    ("日常巡查发现问题45个,整改38个。", TallySource.OTHER),
    ("网格员巡查发现问题45个,整改38个。", TallySource.OTHER),
    ("长江入河排污口45个,完成整治38个。", TallySource.OUTFALL),
    ("入海排口45个,完成整治38个。", TallySource.OUTFALL),
    ("开展入河排污口排查整治专项行动,45个排口完成整治38个。", TallySource.OUTFALL),
    ("中央督察反馈的45个排污口问题完成整改38个。", TallySource.CENTRAL_INSPECTION),
    ("县委巡察反馈问题45个,整改38个。", TallySource.DISCIPLINE),
    ("省委第三巡视组反馈问题45个,完成整改38个。", TallySource.DISCIPLINE),
    ("省纪委监委交办的45个问题线索完成整改38个。", TallySource.DISCIPLINE),
    ("承办人大代表建议12件,办结12件。", TallySource.OTHER),
    # Films of the state are shown as its inspections' (hand-found facts of three sets of pages).
    ("国家长江经济带生态环境警示片披露问题45个,完成整改38个。", TallySource.CENTRAL_INSPECTION),
    ("国家生态环境警示片披露的65个问题销号61个。", TallySource.CENTRAL_INSPECTION),
    ("国家移交的长江经济带警示片问题86个,完成整改82个。", TallySource.CENTRAL_INSPECTION),
    ("面对上级督察不回避,中央督察组交办的26件信访件已办结25件。", TallySource.CENTRAL_INSPECTION),
    (
        "市委、市政府坚持把督察整改作为政治任务,反馈的26个问题完成25个。",
        TallySource.MIXED_INSPECTION,
    ),
    ("审计反馈问题45个,完成整改38个。", TallySource.OTHER),
    ("上级交办问题45个,完成整改38个。", TallySource.OTHER),
    ("卫星遥感监测发现疑似图斑45个,完成整改38个。", TallySource.OTHER),
    ("市环委会督办问题45个,完成整改38个。", TallySource.OTHER),
    ("中央、省环保督察反馈问题45个,完成整改38个。", TallySource.MIXED_INSPECTION),
    ("中央和省级生态环境保护督察反馈问题45个,完成整改38个。", TallySource.MIXED_INSPECTION),
    ("两轮中央环保督察反馈问题45个,完成整改38个。", TallySource.CENTRAL_INSPECTION),
    (
        "第一轮、第二轮中央生态环境保护督察反馈问题45个,完成整改38个。",
        TallySource.CENTRAL_INSPECTION,
    ),
    ("央督反馈问题45个,完成整改38个。", TallySource.CENTRAL_INSPECTION),
    ("省督反馈问题45个,完成整改38个。", TallySource.PROVINCIAL_INSPECTION),
    ("自治区生态环境保护督察反馈问题45个,完成整改38个。", TallySource.PROVINCIAL_INSPECTION),
    ("市生态环境保护督察反馈问题45个,完成整改38个。", TallySource.OTHER),
    ("中央第八生态环境保护督察组交办我县信访件45件,办结38件。", TallySource.CENTRAL_INSPECTION),
    ("国家生态环境保护督察反馈问题45个,完成整改38个。", TallySource.CENTRAL_INSPECTION),
    ("省第二生态环境保护督察组交办信访件45件,办结38件。", TallySource.PROVINCIAL_INSPECTION),
    ("黄河警示片披露问题45个,完成整改38个。", TallySource.OTHER),
    ("“清废行动”交办点位问题45个,完成整改38个。", TallySource.CAMPAIGN),
    ("“百日攻坚”行动排查隐患45处,整改38处。", TallySource.CAMPAIGN),
    ("“夏季攻势”任务45项,完成38项。", TallySource.CAMPAIGN),
    ("开展交叉执法检查,发现问题45个,整改38个。", TallySource.CAMPAIGN),
    ("市级交叉检查反馈问题45个,完成整改38个。", TallySource.CAMPAIGN),
    ("生态环境部监督帮扶交办问题45个,完成整改38个。", TallySource.CAMPAIGN),
    ("省厅帮扶组发现问题45个,已整改38个。", TallySource.CAMPAIGN),
    ("开展秋冬季攻坚,发现问题45个,整改38个。", TallySource.CAMPAIGN),
    ("扬尘治理专项发现问题45个,整改38个。", TallySource.CAMPAIGN),
    ("保护地强化监督问题点位45个,完成整改38个。", TallySource.CAMPAIGN),
    ("省长江经济带生态环境警示片披露问题45个,整改38个。", TallySource.PROVINCIAL_INSPECTION),
    ("排查环境安全隐患45处,完成整改38处。", TallySource.OTHER),
    ("开展环境风险隐患排查,发现隐患45个,整改38个。", TallySource.OTHER),
    ("汛前排查隐患45处,整改38处。", TallySource.OTHER),
    ("对照专项资金清单梳理问题45个,整改38个。", TallySource.OTHER),
    ("深入打好污染防治攻坚战,检查发现问题45个,整改38个。", TallySource.OTHER),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_source_of_the_items(text: str, source: TallySource) -> None:
    assert tally_source(text, "") is source


REFERRED: list[tuple[str, str, TallySource]] = [
    ("期间共接收信访件40件", "省生态环境保护督察组进驻我市", TallySource.PROVINCIAL_INSPECTION),
    ("交办信访件40件", "第三轮中央生态环境保护督察", TallySource.CENTRAL_INSPECTION),
    ("检查发现的83个隐患", "开展“利剑”专项行动", TallySource.CAMPAIGN),
    ("受理投诉40件", "中央生态环境保护督察反馈问题", TallySource.PETITION),
]


@pytest.mark.parametrize(("text", "context", "source"), REFERRED)
def test_what_was_named_before(text: str, context: str, source: TallySource) -> None:
    assert tally_source(text, context) is source
