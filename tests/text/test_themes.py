from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Theme
from builder.text.themes import heads, themes
from builder.vocabulary.environment.names import theme_weights

FIELD = [
    ("开展泄漏检测与修复", Theme.AIR),
    ("推广低VOCs原辅材料替代", Theme.AIR),
    ("实施错接混接改造", Theme.WATER),
    ("建成达标尾水回用设施", Theme.WATER),
    ("优先监管地块排查", Theme.SOIL),
    ("农村改厕和连片整治", Theme.RURAL),
    ("规范医疗垃圾收集", Theme.WASTE),
    ("开展增殖放流和矿山复绿", Theme.ECOLOGY),
    ("碳排放权配额清缴", Theme.CLIMATE),
    ("扎实办理督察转办件", Theme.INSPECTION),
    ("责令改正、按日计罚", Theme.ENFORCEMENT),
    ("启动第二次污染源普查", Theme.MONITORING),
    ("编制突发环境事件应急预案", Theme.RISK),
    ("妥善处理来信来访", Theme.PETITION),
    ("环评文件审批提速", Theme.PERMITTING),
    ("推进生态环境损害赔偿磋商", Theme.REFORM),
    ("组织环保志愿者进校园", Theme.EDUCATION),
    ("申报中央生态环保资金项目", Theme.PROJECTS),
    ("开好主题党日、讲好党课", Theme.PARTY),
    ("举办业务培训班,推行持证上岗", Theme.TEAM),
    ("实行一把手负总责、月调度", Theme.GOVERNANCE),
]


@pytest.mark.parametrize(("text", "theme"), FIELD)
def test_terms_of_the_field(text: str, theme: Theme) -> None:
    assert themes(text, ())[0] is theme


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("从严整改突出问题,逐一销号", Theme.PARTY),
        ("完成PM2.5年度目标任务", Theme.GOVERNANCE),
        ("污水处理厂竣工验收", Theme.INSPECTION),
    ],
)
def test_general_words_are_no_theme(text: str, theme: Theme) -> None:
    assert themes(text, ())[0] is not theme


# One spelling a line; the first theme must be the one named.
MAIN = {
    Theme.AIR: [
        "PM2.5平均浓度下降",
        "深化VOCs综合治理",
        "淘汰燃煤锅炉",
        "严格散煤管控",
        "加强扬尘管控",
        "开展柴油货车路检",
        "优良天数增加",
        "臭氧污染突出",
    ],
    Theme.WATER: [
        "国控断面达标",
        "入河排污口整治",
        "饮用水水源地保护",
        "雨污分流改造",
        "总磷浓度偏高",
        "乡镇污水处理厂运行不正常",
        "流域综合治理",
        "新建管网20公里",
    ],
    Theme.SOIL: ["受污染耕地安全利用", "建设用地准入管理", "土壤污染状况调查", "地块风险管控"],
    Theme.RURAL: [
        "农村生活污水治理",
        "畜禽养殖污染整治",
        "农村黑臭水体整治",
        "秸秆综合利用",
        "行政村环境整治",
    ],
    Theme.WASTE: [
        "危险废物规范化管理",
        "推进“无废城市”建设",
        "新污染物治理",
        "垃圾填埋场渗滤液处置",
        "医疗废物收集",
    ],
    Theme.ECOLOGY: [
        "“绿盾”自然保护地行动",
        "生物多样性本底调查",
        "生态文明示范创建",
        "湿地保护修复",
        "历史遗留废弃矿山生态修复",
    ],
    Theme.CLIMATE: ["碳排放核查", "温室气体自愿减排交易", "低碳试点"],
    Theme.INSPECTION: ["中央督察反馈问题整改销号", "“回头看”督查", "警示片问题整改"],
    Theme.ENFORCEMENT: [
        "严厉打击环境违法行为",
        "立案处罚",
        "“双随机、一公开”检查",
        "企业主体责任落实不到位",
    ],
    Theme.MONITORING: ["完善监测网络", "自动监测站建设", "监测数据质量"],
    Theme.RISK: ["开展应急演练", "核与辐射安全", "环境风险隐患排查"],
    Theme.PETITION: ["信访积案化解", "群众投诉办理", "12369热线举报"],
    Theme.PERMITTING: ["环评审批服务", "排污许可管理", "优化营商环境"],
    Theme.REFORM: ["生态环境损害赔偿", "横向生态补偿协议", "排污权交易", "企业信用评价"],
    Theme.EDUCATION: ["六五环境日宣传", "公众参与度不高", "环保志愿服务活动"],
    Theme.PROJECTS: ["争取专项资金", "谋划储备项目入库"],
    Theme.PARTY: ["党建引领", "党风廉政建设", "意识形态工作", "警示教育"],
    Theme.TEAM: ["执法队伍建设", "业务培训", "专业技术人员偏少", "打造生态环保铁军"],
    Theme.GOVERNANCE: ["压实属地责任", "“十五五”规划编制", "一岗双责"],
}


@pytest.mark.parametrize(
    ("theme", "text"), [(t, text) for t, texts in MAIN.items() for text in texts]
)
def test_the_main_theme(theme: Theme, text: str) -> None:
    assert themes(text, ())[0] is theme


@pytest.mark.parametrize(
    ("text", "headings", "found"),
    [
        ("建立健全长效机制。", ("计划", "抓好督察问题整改"), (Theme.INSPECTION,)),
        ("开展专项行动。", ("计划", "打好蓝天保卫战"), (Theme.AIR,)),
        ("认真谋划。", ("2025年信访工作计划",), (Theme.PROJECTS,)),
        ("没有一个认识的词语", (), (Theme.GOVERNANCE,)),
        ("", (), (Theme.GOVERNANCE,)),
    ],
)
def test_headings_help_but_the_outermost(
    text: str, headings: tuple[str, ...], found: tuple[Theme, ...]
) -> None:
    assert themes(text, headings)[: len(found)] == found


def test_two_subjects_give_two_themes() -> None:
    assert set(themes("加强环境监测网络建设,打好蓝天保卫战,改善空气质量", ())) == {
        Theme.AIR,
        Theme.MONITORING,
    }


def test_no_word_is_entered_twice_for_a_theme() -> None:
    for word, pairs in theme_weights().items():
        assert len({theme for theme, _ in pairs}) == len(pairs), word


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_has_one_to_three_themes(text: str, headings: list[str]) -> None:
    found = themes(text, tuple(headings))
    assert 1 <= len(found) <= 3
    assert len(set(found)) == len(found)


NAMED = [
    "与河南大学共建环境法治研究基地。",
    "邀请湖南专家授课2次。",
    "赴江苏考察学习3次。",
    "与江西建立执法协作机制。",
    "组织湖北培训班1期。",
    "与黑龙江签订合作协议。",
    "赴浙江学习法治建设经验。",
    "与河北互派干部。",
]


@pytest.mark.parametrize("text", NAMED)
def test_letters_of_a_place_s_name_are_no_theme(text: str) -> None:
    assert Theme.WATER not in themes(text, ())


@pytest.mark.parametrize(
    "text", ["推进河道清淤。", "湖南段断面水质改善。", "开展长江禁捕和岸线整治。"]
)
def test_waters_are_the_theme_of_what_is_done_to_them(text: str) -> None:
    assert themes(text, ())[0] is Theme.WATER


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("部分干部“重开发、轻保护”思想没有根本扭转", Theme.GOVERNANCE),
        ("个别干部思想认识不到位,重视不够", Theme.GOVERNANCE),
        ("少数干部存在畏难情绪", Theme.GOVERNANCE),
        ("有的县区存在“过关”思想,标准不高", Theme.INSPECTION),
        ("个别单位应付督察、表面整改", Theme.INSPECTION),
        ("干部作风不实,推诿扯皮时有发生", Theme.PARTY),
    ],
)
def test_what_people_think_is_no_lack_of_staff(text: str, theme: Theme) -> None:
    assert themes(text, ())[0] is theme


@pytest.mark.parametrize(
    "text",
    [
        "部分干部专业能力还不适应",
        "部分干部业务能力不强",
        "基层干部队伍人员不足",
        "个别干部不会执法办案,能力不足",
    ],
)
def test_what_they_can_do_is(text: str) -> None:
    assert Theme.TEAM in themes(text, ())[:2]


def test_thoughts_of_the_party_stay_its_own() -> None:
    assert themes("思想政治工作有待加强", ())[0] is Theme.PARTY
    assert themes("党员干部教育管理宽松软", ())[0] is Theme.PARTY


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("大气、水环境质量改善压力大", "", (Theme.AIR, Theme.WATER)),
        ("扬尘和噪声扰民问题突出", "", (Theme.AIR, Theme.PETITION)),
        ("固废处置与生态修复短板明显", "", (Theme.WASTE, Theme.ECOLOGY)),
        (
            "生态环境质量改善压力大",
            "水环境方面,断面总磷超标;大气环境方面,PM2.5反弹。",
            (Theme.WATER, Theme.AIR),
        ),
    ],
)
def test_a_problem_with_two_heads_has_both(title: str, text: str, found: tuple[Theme, ...]) -> None:
    assert heads(title, text or title) == found


@pytest.mark.parametrize(
    "title",
    [
        "执法力量和监测能力不足",
        "秸秆禁烧、餐饮油烟管控不到位",
        "土壤及地下水污染防治基础薄弱",
        "水环境质量还不稳固",
    ],
)
def test_one_head_has_no_second(title: str) -> None:
    assert heads(title, title) == ()
