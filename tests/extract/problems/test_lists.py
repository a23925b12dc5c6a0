"""Problems in lists: causes behind a failing, inside the plan, by ordinals and semicolons."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Problem
from tests.extract.reports import HEAD, outlined

PLAN = "二、2025年工作计划\n"
CLOSED = f"{PLAN}完成8个村污水治理。\n"
FAILING = "上半年,我县PM2.5改善幅度排名靠后,形势逼人。"
THREE = ("认识站位不高", "破题招数不多", "跟踪问效不严")
FOUR = ("空气质量改善成效不稳固", "部分支流水质波动", "基层监管力量薄弱", "整改任务较重")


def problems(text: str) -> list[str]:
    """The problems of a text without the signs at their ends."""
    found = extract(outlined(text)).facts
    return [fact.quote.rstrip("。;,") for fact in found if isinstance(fact, Problem)]


def promises(text: str) -> list[str]:
    return [fact.quote for fact in extract(outlined(text)).facts if isinstance(fact, Commitment)]


@pytest.mark.parametrize(
    "lead",
    [
        "深入反思,既有客观因素,更有主观原因。",
        "究其原因,主要有以下几个方面:",
        "分析原因,主要是:",
        "之所以出现这种局面,我们认为有三方面原因。",
        "剖析深层次原因,主观上存在以下问题。",
        "造成这种被动局面的原因是多方面的。",
        "出现这些问题,既有客观条件限制,也有我们工作不到位的原因。",
        "深刻剖析原因,",
        "反思这些问题,根子还在我们自身。",
        "问题的根源在于:",
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_causes_enumerated_behind_a_failing_are_problems(lead: str, gap: str) -> None:
    items = gap.join(f"{mark}是{words}。" for mark, words in zip("一二三", THREE, strict=True))
    found = problems(f"{HEAD}{FAILING}{lead}{gap}{items}\n{CLOSED}")
    assert found[-3:] == list(THREE)
    assert promises(f"{HEAD}{FAILING}{lead}{gap}{items}\n{CLOSED}") == ["完成8个村污水治理。"]


@pytest.mark.parametrize(
    "text",
    [
        "空气质量大幅改善,这一成绩的取得,既有客观因素,更有主观努力。一是领导高度重视。二是部门协同。",
        "水质持续向好,分析原因,主要是:一是加大了管网建设力度。二是严格执法监管。",
        "空气质量改善明显,主要得益于以下几个方面。一是减排工程落地。二是执法力度不减。",
    ],
)
def test_causes_of_what_went_well_are_none(text: str) -> None:
    assert problems(f"{HEAD}{text}\n{CLOSED}") == []


LEADS = [
    "当前,我县生态环境工作仍存在一些问题:",
    "当前,我县生态环境工作仍存在一些问题。",
    "对照先进地区,我们还存在三方面不足,",
    "虽然取得一定成绩,但也存在一些不足:",
    "目前工作中还面临不少困难,主要表现在:",
    "对标上级要求,我们的工作还有差距:",
    "同时,我们也清醒看到,工作中还有短板弱项。",
    "但仍有一些问题亟待解决,",
]
ENDINGS = [
    "下一步重点做好以下工作:\n",
    "\n为此,2025年将抓好以下工作:\n",
    "\n",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("ending", ENDINGS, ids=["at once", "next year", "headings"])
@pytest.mark.parametrize("sign", ["。", ";"])
def test_problems_in_the_plan(lead: str, ending: str, sign: str) -> None:
    items = sign.join(f"{mark}是{words}" for mark, words in zip("一二三", THREE, strict=True))
    text = f"{HEAD}{PLAN}{lead}{items}。{ending}(一)6月底前完成3条支流清淤。\n(二)新建项目2个。\n"
    assert problems(text) == list(THREE)
    assert promises(text) == ["6月底前完成3条支流清淤。", "新建项目2个。"]


@pytest.mark.parametrize(
    "text",
    [
        "针对仍存在的一些问题,一是完成断面整治2个,二是新建管网3公里。",
        "坚决解决存在的突出问题:一是完成断面整治2个。二是新建管网3公里。",
        "聚焦存在的短板,一是补齐管网3公里。二是新增监测站2个。",
    ],
)
def test_what_problems_are_met_with_is_promised(text: str) -> None:
    assert problems(f"{HEAD}{PLAN}{text}\n(一)完成3条支流清淤。\n") == []


@pytest.mark.parametrize(
    "lead",
    [
        "对照上级要求,我们的工作还有不少差距:",
        "也清醒看到存在差距和不足:",
        "与先进县区相比还存在一定差距,主要是",
        "工作中还存在一些短板:",
    ],
)
@pytest.mark.parametrize("heading", ["", "二、存在的不足\n"])
def test_shortcomings_between_semicolons(lead: str, heading: str) -> None:
    text = f"{HEAD}完成整治12个。\n{heading}{lead}{';'.join(FOUR)}。\n三、2025年计划\n加强治理。\n"
    assert problems(text) == list(FOUR)


@pytest.mark.parametrize(
    "marks",
    [
        ("首先,", "其次,", "再次,", "最后,"),
        ("首先是", "其次是", "再次是", "最后是"),
        ("其一,", "其二,", "其三,", "其四,"),
        ("一方面,", "另一方面,", "同时,", "此外,"),
        ("第一,", "第二,", "第三,", "第四,"),
        ("①", "②", "③", "④"),
    ],
)
@pytest.mark.parametrize(
    "lead", ["我们也清醒地看到,工作中还存在一些问题。", "二、存在的问题\n"], ids=["lead", "heading"]
)
def test_shortcomings_by_ordinals(marks: tuple[str, ...], lead: str) -> None:
    items = "。".join(mark + words for mark, words in zip(marks, FOUR, strict=True))
    found = problems(f"{HEAD}完成整治12个。\n{lead}{items}。\n三、2025年计划\n加强治理。\n")
    assert len(found) == len(FOUR)
    assert all(one.endswith(words) for one, words in zip(found, FOUR, strict=True))


@pytest.mark.parametrize(
    "pledge",
    [
        "我们一定正视这些问题,认真加以解决。",
        "对此,我们将高度重视,切实改进。",
        "我们坚信,办法总比困难多。",
        "希望县委县政府一如既往支持我们的工作。",
        "我们有决心克服困难、补齐短板。",
        "面对困难,我们不退缩、不气馁。",
        "恳请各级领导和社会各界给予更多关心支持,不足之处敬请指正。",
        "成绩属于过去,不足有待改进。",
        "以上不足,需要我们在今后工作中不断改进。",
    ],
)
def test_pledges_and_hopes_are_no_part_of_a_problem(pledge: str) -> None:
    text = f"二、存在的问题\n一是臭氧污染突出。二是执法力量不足。{pledge}\n"
    assert problems(f"{HEAD}{text}三、2025年计划\n加强治理。\n") == ["臭氧污染突出", "执法力量不足"]


@pytest.mark.parametrize(
    "text",
    [
        "肯定成绩的同时,空气质量优良率达到90%。",
        "过去,南河水质长期不达标,经过治理,现已稳定达到Ⅲ类。",
        "原来管网建设滞后的问题已得到解决。",
        "去年反映强烈的砂石加工扬尘扰民问题已彻底解决。",
        "2021年,全县优良率排名靠后,如今已跃居全市前列。",
        "改变了过去执法力量薄弱的状况。",
        "曾经欠账较多的乡镇管网基本补齐。",
    ],
)
def test_what_is_mended_is_none(text: str) -> None:
    assert problems(f"{HEAD}{text}\n{CLOSED}") == []


def test_a_problem_behind_what_is_conceded() -> None:
    lead = "工作中还存在一些困难和问题:管网改造滞后。"
    text = f"{lead}虽然扬尘问题已彻底解决,但餐饮油烟投诉又呈上升趋势。"
    assert problems(f"{HEAD}{text}\n{CLOSED}") == ["管网改造滞后", "餐饮油烟投诉又呈上升趋势"]
