"""Names that are whole, levels by the text's own words, labels without a value, cut ends."""

from __future__ import annotations

import pytest

from builder.check import check
from builder.extract import extract
from builder.extract.report import report_line
from builder.model import BureauFrom, Level, ReportLine
from builder.outline import outline
from builder.read import source_from_text
from tests.outlines import outlined

PARTS = "一、工作情况\n完成治理项目12个。\n二、下一步计划\n整治排污口3个。\n"


def line(text: str) -> ReportLine:
    return report_line(outlined(text))


@pytest.mark.parametrize(
    ("title", "bureau"),
    [
        ("青岚县生态环境局2024年工作总结", "青岚县生态环境局"),
        ("西岚县生态环境局2024年工作总结", "西岚县生态环境局"),
        ("岚县生态环境局2024年工作总结", "岚县生态环境局"),
        ("岳阳县生态环境局2024年工作总结", "岳阳县生态环境局"),
        ("2024年县生态环境分局工作总结", None),
        ("市生态环境局2024年工作总结", None),
        ("云门县农业农村局2024年工作总结", "云门县农业农村局"),
        ("云门市应急管理局2024年工作总结", "云门市应急管理局"),
        ("云门县水利局2024年工作总结", "云门县水利局"),
        ("云门县住房和城乡建设局2024年工作总结", "云门县住房和城乡建设局"),
    ],
)
def test_a_name_is_whole_and_has_a_place(title: str, bureau: str | None) -> None:
    assert line(f"{title}\n{PARTS}").bureau == bureau


@pytest.mark.parametrize(
    "opening",
    [
        "记者从市生态环境局获悉，",
        "日前，记者从县生态环境局了解到，",
        "近日从区生态环境分局获悉，",
        "昨日记者来到市环保局，",
    ],
)
def test_whom_a_reporter_asked_is_no_bureau_of_a_place(opening: str) -> None:
    assert line(f"{opening}2024年优良天数比例为91.7%。\n").bureau is None


def test_a_place_that_the_table_lacks_is_all_of_the_region() -> None:
    found = line(f"青岚县生态环境局2024年工作总结\n{PARTS}")
    assert (found.region, found.region_code, found.province) == (("青岚县",), None, None)
    known = line(f"岳阳市生态环境局岳阳县分局2024年工作总结\n{PARTS}")
    assert (known.region_code, known.province, known.year) == ("430621", "湖南省", 2024)
    assert known.bureau_from is BureauFrom.HEADING


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("我县综合指数4.46，在全市排名第5位（全省排名第58位），全市12个区县。", Level.COUNTY),
        ("我县优良天数302天，全省排名第13。全省会议后我县落实。", Level.COUNTY),
        ("我区优良天数302天，全市第3，全市前列，全市表扬。", Level.COUNTY),
        ("本县优良天数302天，全市第3，全市前列。", Level.COUNTY),
        ("我市优良天数302天，全省排名第3，全省前列，全省表扬。", Level.CITY),
        ("我州优良天数302天，全省排名第3。", Level.CITY),
        ("全市优良天数302天，全市完成项目12个。", Level.CITY),
        ("我省优良天数302天。", Level.PROVINCE),
    ],
)
def test_what_a_text_calls_its_own_says_its_level(text: str, level: Level) -> None:
    assert line(f"{text}\n").level is level


@pytest.mark.parametrize(
    "acting",
    ["会同县生态环境局巡查河道", "联合南漳县生态环境局开展巡查", "配合市生态环境局排查管网"],
)
def test_a_title_by_another_trade_goes_before_bureaus_of_the_text(acting: str) -> None:
    found = line(f"云门县农业农村局2024年工作总结\n一、工作情况\n{acting}14次。\n")
    assert (found.bureau, found.bureau_from) == ("云门县农业农村局", BureauFrom.HEADING)


def test_a_title_without_a_bureau_leaves_it_to_the_line_below() -> None:
    found = line(f"2024年河湖长制工作总结\n会同县生态环境局\n{PARTS}")
    assert found.bureau == "会同县生态环境局"


@pytest.mark.parametrize(
    ("label", "publisher"),
    [
        ("来源： 发布时间：2025-02-19 字体大小：", None),
        ("来源：\n阅读量：\n2025-01-10", None),
        ("信息来源：　浏览次数：12", None),
        ("来源：\n【字体：小 中 大】", None),
        ("发布机构： 发布日期：2025-02-19", None),
        ("索引号：000014/2025-018 发布机构： 生成日期：2025-01-03 主题分类：环保", None),
        ("索 引 号：114306/2024-087 发布机构：　发文日期：2025-01-15", None),
        ("来源： 公开方式：主动公开", None),
        ("发布机构：云门县生态环境分局 生成日期：2025-01-03", "云门县生态环境分局"),
        ("来源：云门县人民政府办公室 发布时间：2025-02-19", "云门县人民政府办公室"),
        ("信息来源：云门县融媒体中心", "云门县融媒体中心"),
    ],
)
def test_an_empty_label_has_no_name_behind_it(label: str, publisher: str | None) -> None:
    found = line(f"云门县生态环境分局2024年工作总结\n{label}\n{PARTS}")
    assert found.publisher == publisher


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("严格落实中央八项规定精", True),
        ("深入打好污染防治攻坚战，全面提高生态", True),
        ("持续开展饮用水水源地环境保护专", True),
        ("扎实做好排污许可证核", True),
        ("加快补齐农村生活污水收集短", True),
        ("坚持党建引领，不断增强党组织的凝", True),
        ("一是强化源头防控和综", True),
        ("积极争取中央和省级环保资", True),
        ("云门县生态环境分局\n2025年1月8日", False),
        ("整治排污口3个", False),
        ("确保全面完成全年目标任务", False),
        ("云门县生态环境保护委员会办公室", False),
    ],
)
def test_a_sentence_cut_in_its_middle_ends_a_text_early(end: str, *, cut: bool) -> None:
    text = f"云门县生态环境分局2024年工作总结\n{PARTS}{end}\n"
    codes = {finding.code for finding in check(extract(outlined(text))).findings}
    assert ("truncated" in codes) is cut


@pytest.mark.parametrize(
    ("head", "period", "plan"),
    [
        ("柳湾分局2023上半年工作总结和下半年工作计划", "2023H1", "2023H2"),
        ("柳湾分局2023下半年工作总结", "2023H2", None),
        ("柳湾分局2024第一季度工作总结", "2024Q1", None),
        ("柳湾分局2024一季度工作总结", "2024Q1", None),
        ("柳湾分局2023年上半年工作总结", "2023H1", None),
        ("水务站上半年工作总结\n现将2024年1~6月工作小结如下：", "2024H1", None),
        ("柳湾分局工作总结\n现将2023年工作情况汇报如下：", "2023", None),
    ],
)
def test_periods_are_read_without_nian(head: str, period: str, plan: str | None) -> None:
    found = line(f"{head}\n一、工作情况\n完成治理项目12个。\n")
    assert (str(found.period), found.plan_period and str(found.plan_period)) == (period, plan)


@pytest.mark.parametrize(
    ("published", "months", "period"),
    [
        ("2025-01-15", "12月，全市PM2.5浓度54微克/立方米。1-12月为31微克/立方米。", "2024"),
        ("2025-09-10", "我市1-8月PM2.5浓度31微克/立方米。完成治理项目12个。", "2025-01..2025-08"),
        ("2024-07-12", "我市1-6月PM2.5浓度31微克/立方米。完成治理项目12个。", "2024H1"),
    ],
)
def test_months_of_a_bulletin_are_the_last_before_its_page(
    published: str, months: str, period: str
) -> None:
    assert str(line(f"云门市环境质量状况\n发布日期：{published}\n{months}\n").period) == period


UNNAMED = "2024年工作总结\n一、工作情况\n完成整治12个。\n二、下一步打算\n加强治理。\n"


@pytest.mark.parametrize(
    ("stem", "bureau", "region"),
    [
        ("岳阳县生态环境局2024年总结", "岳阳县生态环境局", ("湖南省", "岳阳市", "岳阳县")),
        ("2024年岳阳县生态环境局工作总结", "岳阳县生态环境局", ("湖南省", "岳阳市", "岳阳县")),
        ("01_岳阳县生态环境局_2024", "岳阳县生态环境局", ("湖南省", "岳阳市", "岳阳县")),
        ("（终稿）赣州市生态环境局总结", "赣州市生态环境局", ("江西省", "赣州市")),
        (
            "岳阳市生态环境局岳阳县分局总结",
            "岳阳市生态环境局岳阳县分局",
            ("湖南省", "岳阳市", "岳阳县"),
        ),
        ("湖南省生态环境厅年度报告", "湖南省生态环境厅", ("湖南省",)),
        ("青岚县生态环境局2024年总结", "青岚县生态环境局", ("青岚县",)),
        ("2024年青岚县农业农村局总结", "青岚县农业农村局", ("青岚县",)),
    ],
)
def test_the_file_names_the_bureau_where_the_text_does_not(
    stem: str, bureau: str, region: tuple[str, ...]
) -> None:
    found = report_line(outline(source_from_text(stem, f"{stem}.txt", UNNAMED)))
    assert (found.bureau, found.region) == (bureau, region)
    assert found.bureau_from is BureauFrom.FILE_NAME


@pytest.mark.parametrize(
    "stem", ["市生态环境局2024年总结", "yueyang-2024", "2024年生态环境工作总结", "岳阳县2024年总结"]
)
def test_a_file_without_a_whole_name_tells_none(stem: str) -> None:
    found = report_line(outline(source_from_text(stem, f"{stem}.txt", UNNAMED)))
    assert (found.bureau, found.bureau_from) == (None, None)


def test_the_text_goes_before_the_file() -> None:
    text = f"衡南县生态环境局{UNNAMED}"
    stem = "岳阳县生态环境局2024年总结"
    found = report_line(outline(source_from_text(stem, f"{stem}.txt", text)))
    assert (found.bureau, found.bureau_from) == ("衡南县生态环境局", BureauFrom.HEADING)


@pytest.mark.parametrize(
    ("title", "bureau"),
    [
        ("蓝溪洲市人民政府工作报告（节选）", "蓝溪洲市人民政府"),
        ("XX县生态环境局2024年工作总结", None),
        ("**县生态环境局202x年工作总结", None),
        ("某某市生态环境局20XX年度工作总结", None),
        ("××县生态环境分局二〇二X年工作总结", None),
    ],
)
def test_a_title_keeps_its_signs_and_masks(title: str, bureau: str | None) -> None:
    found = line(f"{title}\n{PARTS}")
    assert (found.title, found.bureau) == (title, bureau)


@pytest.mark.parametrize(
    ("tail", "cut"),
    [
        ("登录后可查看剩余内容", True),
        ("您还未登录，请登录后查看更多内容。", True),
        ("试读结束，购买后可继续阅读", True),
        ("试读到此结束", True),
        ("开通会员即可阅读全文", True),
        ("扫码关注公众号，查看完整内容", True),
        ("剩余80%内容需付费购买", True),
        ("余下部分需登录后查看", True),
        ("下载后可查看完整版", True),
        ("（未完）", True),
        ("企业登录平台后可查看监测数据。", False),
        ("群众扫码即可反映问题。", False),
        ("完成剩余3项整改任务。", False),
        ("推动剩余土地收储购买服务项目落地。", False),
    ],
)
def test_previews_are_cut_in_whatever_words(tail: str, *, cut: bool) -> None:
    text = f"云门县生态环境分局2024年工作总结\n{PARTS}{tail}\n"
    codes = {finding.code for finding in check(extract(outlined(text))).findings}
    assert ("truncated" in codes) is cut


@pytest.mark.parametrize(
    ("title", "bureau", "region"),
    [
        (
            "澄垭县柳坪镇生态环境办公室2025年上半年工作总结",
            "澄垭县柳坪镇生态环境办公室",
            ("澄垭县", "柳坪镇"),
        ),
        ("柳坪镇人民政府2024年生态环境保护工作总结", "柳坪镇人民政府", ("柳坪镇",)),
        ("关于青石街道办事处2024年环保工作情况的汇报", "青石街道办事处", ("青石街道",)),
        ("2024年澄垭县柳坪乡环保站工作总结", "澄垭县柳坪乡环保站", ("澄垭县", "柳坪乡")),
        (
            "江口县民和镇人民政府2024年工作总结",
            "江口县民和镇人民政府",
            ("贵州省", "铜仁市", "江口县", "民和镇"),
        ),
    ],
)
def test_an_office_of_a_township_is_none_of_its_county(
    title: str, bureau: str, region: tuple[str, ...]
) -> None:
    found = line(f"{title}\n一、工作情况\n全县排名第3，全镇完成治理项目12个。\n")
    assert (found.bureau, found.region, found.region_code) == (bureau, region, None)
    assert (found.level, found.bureau_from) == (Level.UNKNOWN, BureauFrom.HEADING)


@pytest.mark.parametrize(
    ("title", "bureau", "level"),
    [
        ("景德镇市生态环境局2024年工作总结", "景德镇市生态环境局", Level.CITY),
        ("镇远县生态环境局2024年工作总结", "镇远县生态环境局", Level.COUNTY),
        ("新乡市生态环境局2024年工作总结", "新乡市生态环境局", Level.CITY),
        ("各乡镇生态环境办公室2024年工作情况", None, Level.COUNTY),
    ],
)
def test_a_name_with_the_letters_of_a_township_is_none(
    title: str, bureau: str | None, level: Level
) -> None:
    found = line(f"{title}\n一、工作情况\n全县完成治理项目12个。\n")
    assert (found.bureau, found.level) == (bureau, level)
