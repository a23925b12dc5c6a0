from __future__ import annotations

import pytest

from builder.extract.commitments import commitments
from builder.extract.links import links
from builder.extract.problems import problems
from builder.model import Link, Strength
from tests.goldfacts import GOLD, gold_extractions
from tests.outlines import numbers, outlined

PLAN = """
三、2025年工作计划
(一)深化大气治理。推进扬尘管控和烟花爆竹禁放。
(二)深化水环境治理。实施石桥河流域综合治理,新建管网15公里。
(三)深化农村治理。完成8个行政村环境整治,落实设施管护经费。
(四)加强队伍建设。招录执法人员4名,开展执法练兵。
(五)推进监测站标准化建设,配齐仪器设备。
(六)压实各方责任,健全长效机制。"""


def linked(problem: str) -> tuple[Link, list[str]]:
    """The link of a single problem, and the commitments that it leads to."""
    outline = outlined(f"某局2024年工作总结\n二、存在的问题\n一是{problem}{PLAN}")
    named = problems(outline)
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, named, promised)
    quotes = {one.start: one.quote for one in promised}
    return link, [quotes[start] for start in link.commitments]


DIRECT = [
    ("石桥河断面个别月份超标。", "实施石桥河", "石桥河"),
    ("部分河流水质不稳,石桥河尤为突出。", "实施石桥河", "石桥河"),
    ("农村设施管护经费不足,停运较多。", "完成8个", "设施管护经费"),
    ("执法人员少,任务重。", "招录执法人员", "执法人员"),
    ("县级监测站仪器设备老化。", "推进监测站", "监测站"),
    ("监测站标准化建设滞后。", "推进监测站", "监测站标准化"),
    ("烟花爆竹禁放执行不严。", "推进扬尘", "烟花爆竹禁放"),
    ("施工扬尘管控不到位。", "推进扬尘", "扬尘"),
]


@pytest.mark.parametrize(("problem", "answer", "word"), DIRECT)
def test_shared_words_join_directly(problem: str, answer: str, word: str) -> None:
    link, quotes = linked(problem)
    assert link.strength is Strength.DIRECT
    assert any(quote.startswith(answer) for quote in quotes)
    assert any(word in shared for shared in link.shared)


def test_the_same_theme_joins_in_general() -> None:
    link, quotes = linked("臭氧浓度偏高,优良天数减少。")
    assert link.strength is Strength.GENERAL
    assert quotes == ["推进扬尘管控和烟花爆竹禁放。"]
    assert link.shared == ()


@pytest.mark.parametrize(
    "problem",
    [
        "信访投诉量大,重复投诉多。",
        "危险废物处置能力不够。",
        "公众参与度不高,宣传不够。",
        "部分乡镇重视不够,推进工作力度不足。",
        "督察反馈问题整改进展缓慢。",
    ],
)
def test_nothing_answers(problem: str) -> None:
    link, quotes = linked(problem)
    assert (link.strength, quotes, link.shared) == (Strength.NONE, [], ())


SENSES = [
    ("公众参与度不高。", "广泛开展环保志愿服务。"),
    ("群众环保意识不强。", "办好环境日和开放日等主题活动。"),
    ("部分乡镇重视不够。", "定期召开联席会议,对滞后乡镇约谈。"),
    ("部门联动不紧密。", "健全环委会运行规则。"),
    ("企业守法意识淡薄。", "严厉打击恶意排放。"),
    ("专业技术人才短缺。", "公开招录大学生3名。"),
    ("环境监管能力不足。", "优化网格化监管模式。"),
    ("党建与业务融合不深。", "推动从严治党向纵深发展。"),
    ("督察整改任务重。", "年底前剩余2项全部销号。"),
    ("县级财力十分有限。", "全力争取资金。"),
]
UNANSWERED = [
    ("公众参与度不高。", "完成管网建设5公里。"),
    ("企业守法意识淡薄。", "建设空气站2座。"),
    ("专业技术人才短缺。", "开展扬尘整治。"),
    ("监测能力不足。", "关停砖厂3家。"),
]


def answers(problem: str, answer: str) -> list[str]:
    """The commitments that answer a problem, of a plan that says two things."""
    outline = outlined(
        f"某局2024年工作总结\n二、存在的问题\n一是{problem}\n"
        f"三、2025年工作计划\n(一){answer}\n(二)修订辐射许可指南,编写年鉴。"
    )
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    quotes = {one.start: one.quote for one in promised}
    return [quotes[start] for start in link.commitments]


@pytest.mark.parametrize(("problem", "answer"), SENSES)
def test_other_words_of_the_same_sense_join(problem: str, answer: str) -> None:
    assert answers(problem, answer) == [answer]


@pytest.mark.parametrize(("problem", "answer"), UNANSWERED)
def test_another_sense_joins_nothing(problem: str, answer: str) -> None:
    assert answers(problem, answer) == []


def test_each_part_of_a_problem_is_answered() -> None:
    plan = "(一)深化治水,国控断面全部达标。\n(二)深化治气,优良天数不减。"
    outline = outlined(
        "某局2024年工作总结\n二、存在的问题\n一是环境质量改善压力大。水环境方面,青河断面总磷波动;"
        f"大气环境方面,静风天气多。\n三、2025年工作计划\n{plan}"
    )
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.commitments == tuple(one.start for one in promised)


def test_the_seeds_answer_as_the_gold_does() -> None:
    gold = {
        (link.report, link.problem): bool(link.commitments)
        for extraction in gold_extractions(gold=GOLD)
        for link in extraction.links
    }
    answered = {}
    for extraction in gold_extractions(gold=GOLD):
        outline = outlined(extraction.outline.source.text)
        for link in links(outline, problems(outline), commitments(outline, numbers(outline))):
            answered[extraction.report.report, link.problem] = bool(link.commitments)
    assert answered == gold


BY_CHANCE = [
    "执法力量不足。因新增管网等监管职责而编制未增加,一线人员仅9人。",
    "信访量上升。由于管网施工扰民,投诉增多。",
    "审批人手紧张。受管网项目集中申报影响,积压较多。",
]


@pytest.mark.parametrize("problem", BY_CHANCE)
def test_a_word_of_the_cause_alone_joins_nothing_of_another_theme(problem: str) -> None:
    _, quotes = linked(problem)
    assert not any("管网" in quote for quote in quotes)


SHORT_OBJECTS = [
    ("海岸监管存在薄弱环节。渔港设施不配套,渔港权属分散。", "推行渔港“一港一策”。"),
    ("空气受沙尘影响大。春季沙尘频发。", "开展沙尘监测预警。"),
    ("磷石膏消纳能力不足。堆存量大。", "新建磷石膏利用项目1个。"),
    ("新污染物底数不清。", "完成新污染物筛查企业18家。"),
    ("生态系统退化。", "完成生态系统修复1200亩。"),
    ("重污染天数增多。重污染天数比上年多3天。", "把重污染天数控制在2天以内。"),
    ("油烟扰民。油烟投诉多。", "开展油烟抽测60家次。"),
    ("尾矿库隐患突出。尾矿库3座超期服役。", "完成尾矿库治理3座。"),
]


@pytest.mark.parametrize(("problem", "answer"), SHORT_OBJECTS)
def test_the_name_of_a_thing_joins_though_it_is_short(problem: str, answer: str) -> None:
    text = f"某局2024年工作总结\n二、存在的问题\n一是{problem}{PLAN}\n(七){answer}"
    outline = outlined(text)
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.strength is Strength.DIRECT
    assert promised[-1].start in link.commitments


def test_a_heading_alone_answers_nothing() -> None:
    text = (
        "某局2024年工作总结\n二、存在的问题\n一是执法队伍力量薄弱,人员老化。\n三、2025年工作计划\n"
        "(一)加强队伍建设\n新建污水处理站3座。\n招录执法人员4名。\n"
    )
    outline = outlined(text)
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    answers = {one.start: one.quote for one in promised}
    assert [answers[start] for start in link.commitments] == ["招录执法人员4名。"]


HEADED = [
    ("噪声投诉居高不下。", "深化噪声治理", "联合公安部门开展夜间执法不少于20次。"),
    ("臭氧污染逐步凸显。", "坚决打好臭氧污染防治攻坚战", "完成36家企业深度治理。"),
    ("餐饮油烟扰民。", "抓实油烟整治", "安装在线监控120套。"),
    ("秸秆焚烧屡禁不止。", "管好秸秆", "与15个乡镇签订责任状。"),
]
OTHER_HEADED = [
    ("臭氧污染逐步凸显。", "坚决打好臭氧污染防治攻坚战", "力争全年PM2.5控制在34微克/立方米以内。"),
    ("秸秆焚烧屡禁不止。", "管控秸秆和扬尘", "对扬尘工地开展抽查60次。"),
    ("公众参与度不高。", "深入打好污染防治攻坚战", "完成36家企业深度治理。"),
]


@pytest.mark.parametrize(("problem", "heading", "answer"), HEADED)
def test_a_heading_that_names_the_thing_is_its_sentences_too(
    problem: str, heading: str, answer: str
) -> None:
    assert headed(problem, heading, answer) == (Strength.DIRECT, [answer])


@pytest.mark.parametrize(("problem", "heading", "other"), OTHER_HEADED)
def test_what_speaks_of_another_thing_of_its_heading_is_no_answer(
    problem: str, heading: str, other: str
) -> None:
    assert headed(problem, heading, other)[0] is not Strength.DIRECT


def headed(problem: str, heading: str, answer: str) -> tuple[Strength, list[str]]:
    """The answers of a plan whose first item stands under a heading, and its second elsewhere."""
    outline = outlined(
        f"某局2024年工作总结\n二、存在的问题\n一是{problem}\n三、2025年工作计划\n"
        f"(一){heading}\n{answer}\n(二)加强队伍建设\n招录执法人员4名。\n"
    )
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    quotes = {one.start: one.quote for one in promised}
    return link.strength, [quotes[start] for start in link.commitments]


MANY = """
三、2025年工作计划
(一)新建污水管网12公里。
(二)整治剩余入河排污口3个。
(三)落实全面从严治党主体责任,开展廉政警示教育。
(四)招录执法人员4名。
(五)完成燃煤锅炉改造项目8个。
(六)对青河断面开展加密监测,确保稳定达标。
(七)开展噪声污染防治,建设宁静小区2个。
(八)修复白沙河沿线破损管网5公里。
(九)争取上级专项资金2000万元。
(十)完成15个村生活污水治理。
"""


def of_many(problem: str) -> tuple[Strength, str]:
    """The strength, and the first letters of the answers of a plan that says many things."""
    outline = outlined(f"某局2024年工作总结\n二、存在的问题\n一是{problem}{MANY}")
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    quotes = {one.start: one.quote for one in promised}
    return link.strength, "/".join(quotes[start] for start in link.commitments)


SAME_OBJECT = [
    ("青河断面水质不稳定。枯水期超标。", "对青河断面"),
    ("噪声扰民投诉居高不下。", "开展噪声"),
    ("燃煤锅炉超标排放。", "完成燃煤锅炉"),
    ("部分排污口整治不彻底。", "整治剩余"),
    ("管网老化破损。", "修复白沙河"),
    ("污水溢流。由于白沙河沿线管网破损。", "修复白沙河"),
    ("农村生活污水治理率偏低。主要原因是村级资金不足。", "完成15个村"),
    ("执法人员紧张。因新增入河排污口监管职责,一线仅9人。", "招录执法人员"),
]
NOT_IT = [
    ("红河断面水质不稳定。枯水期超标。", "对青河断面"),
    ("执法力量不足。因新增入河排污口监管职责,一线人员仅9人。", "整治剩余"),
    ("企业主体责任落实不到位。偷排时有发生。", "落实全面从严治党"),
    ("燃煤锅炉超标排放。", "落实全面从严治党"),
    ("信访量上升。由于管网施工扰民,投诉增加。", "修复白沙河"),
]


@pytest.mark.parametrize(("problem", "answer"), SAME_OBJECT)
def test_the_same_object_is_answered_directly(problem: str, answer: str) -> None:
    strength, quotes = of_many(problem)
    assert strength is Strength.DIRECT
    assert answer in quotes


@pytest.mark.parametrize(("problem", "other"), NOT_IT)
def test_another_object_or_a_mere_mention_is_no_answer(problem: str, other: str) -> None:
    strength, quotes = of_many(problem)
    assert strength is not Strength.DIRECT or other not in quotes


def test_a_measure_that_mends_the_cause_answers() -> None:
    strength, quotes = of_many("生态修复进展缓慢。主要原因是县级财政资金不足。")
    assert strength is not Strength.NONE
    assert "争取上级专项资金" in quotes


@pytest.mark.parametrize(
    ("problem", "strength"),
    [
        ("少数县区整改“重进度、轻实效”。", Strength.GENERAL),
        ("有的单位整改标准不高,敷衍应付。", Strength.GENERAL),
        ("13座厂中2座整改未达到序时要求。", Strength.GENERAL),
        ("公众参与度不高。", Strength.NONE),
    ],
)
def test_what_lacks_in_putting_right_is_answered_by_putting_right(
    problem: str, strength: Strength
) -> None:
    plan = "三、2025年工作计划\n(一)年底前再销号8项。\n(二)新建管网15公里。\n"
    outline = outlined(f"某局2024年工作总结\n二、存在的问题\n一是{problem}\n{plan}")
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.strength is strength


@pytest.mark.parametrize(
    ("problem", "strength"),
    [
        ("企业主体责任意识不强,超标排放行为仍有发生。", Strength.DIRECT),
        ("超标排放时有发生。", Strength.DIRECT),
        ("部分工业炉窑存在超标排放现象。", Strength.DIRECT),
        ("部分断面超标。", Strength.NONE),
    ],
)
def test_discharging_too_much_is_an_object(problem: str, strength: Strength) -> None:
    plan = "三、2025年工作计划\n(一)对超标排放行为零容忍,检查企业260家次。\n(二)新建绿道15公里。\n"
    outline = outlined(f"某局2024年工作总结\n二、存在的问题\n一是{problem}\n{plan}")
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.strength is strength


@pytest.mark.parametrize(
    ("problem", "promise"),
    [
        ("海水养殖管控薄弱。尾水直排较为普遍。", "建设尾水集中处理站7座。"),
        ("集镇面貌差。垃圾清运不及时,积存点较多。", "配备压缩式垃圾转运车12辆。"),
        ("港口码头管理粗放。煤堆扬尘明显。", "建设煤堆防风抑尘网3处。"),
        ("船舶修造行业粉尘扰民。", "推广修造船厂密闭喷涂，安装粉尘收集装置18套。"),
        ("治理资金缺口较大。由于运行费用逐年增加,财政难以承受。", "争取上级治理资金2.5亿元。"),
    ],
)
def test_the_object_of_a_later_sentence_leads_to_its_promise(problem: str, promise: str) -> None:
    plan = f"三、2025年工作计划\n1.{promise}\n2.选拔优秀年轻干部4名。\n3.开展光伏下乡宣传6场。\n"
    outline = outlined(f"某局2024年工作总结\n二、存在的问题\n（一）{problem}\n{plan}")
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.strength is Strength.DIRECT
    assert [one.quote for one in promised if one.start in link.commitments] == [promise]


def test_a_broad_word_that_opens_a_later_sentence_leads_to_none() -> None:
    plan = "三、2025年工作计划\n1.建设数据中心1座。\n2.新建绿道15公里。\n"
    text = f"某局2024年工作总结\n二、存在的问题\n（一）干部作风不实。数据造假仍有发生。\n{plan}"
    outline = outlined(text)
    promised = commitments(outline, numbers(outline))
    (link,) = links(outline, problems(outline), promised)
    assert link.strength is not Strength.DIRECT
