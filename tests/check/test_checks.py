from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check import check
from builder.extract import extract
from builder.language import Language
from builder.model import Extraction, Finding, FlagType, Remark
from builder.outline import outline
from builder.read import source_from_text
from tests.outlines import outlined

HEAD = "赣州市生态环境局2023年工作总结和2024年工作计划\n"
DONE = "一、2023年工作情况\n各项工作有序开展,取得新的成绩,现将有关情况说明如下。"
REST = (
    "\n二、存在问题\n大气环境质量改善压力较大,治理任务仍然艰巨。\n"
    "三、2024年工作计划\n持续抓好污染防治攻坚,加强执法监管。\n"
)
CLEAN: set[str] = set()


def checked(text: str) -> Extraction:
    return check(extract(outlined(text)))


def flags(sentence: str, head: str = HEAD, rest: str = REST) -> set[str]:
    """Codes of all findings on a report with this sentence in its summary."""
    return {one.code for one in checked(head + DONE + sentence + rest).findings}


def messages(sentence: str) -> list[str]:
    said = checked(HEAD + DONE + sentence + REST).findings
    return [Language("zh")(one.message, **dict(one.values)) for one in said]


def test_a_report_without_faults_has_no_findings() -> None:
    assert flags("PM2.5平均浓度22微克/立方米,同比改善8.3%。") == CLEAN


MASKED: list[str] = [
    "202x年新增造林面积1000亩。",
    "XX区第二污水处理厂建成投用。",
    "20xx万元专项治理资金已下达。",
    "累计争取上级专项资金*亿元。",
    "优良率*%,同比上升*.*个百分点。",
    "PMX平均浓度为X微克/立方米。",
    "立案XX起,罚款20XX万元。",
    "**国家级自然保护区违建点位全部拆除。",
    "重点建设用地安全利用率%。",
    "优良天数比例同比提高个百分点。",
    "X河大桥断面水质均值为类。",
    "某某县完成整治任务。",
    "出动执法人员X余人次。",
]


@pytest.mark.parametrize("sentence", MASKED)
def test_masked_values_and_names_are_flagged(sentence: str) -> None:
    assert FlagType.PLACEHOLDER in flags(sentence)


UNMASKED: list[str] = [
    "完成X射线装置检查12台。",
    "SOx和NOx排放下降3%,VOCs治理项目26个。",
    "采取5+2、白+黑的模式,形成“1+2+N”工作格局和“3+X”机制。",
    "治理面积为100*200米的地块2个。",
    "乘坐1x2型设备开展监测12次。",
    "优良率为99.5%,比例达到90%以上。",
]


@pytest.mark.parametrize("sentence", UNMASKED)
def test_decoys_are_no_placeholders(sentence: str) -> None:
    assert FlagType.PLACEHOLDER not in flags(sentence)


WRONG: list[tuple[str, str]] = [
    (
        "受理群众投诉问题70件,已办结69件,办结率95%。",
        "69/70 不是印出的 95%。",
    ),
    (
        "交办问题386件,已完成整改314件,正在整改62件。",
        "已完成 314 与未完成 62 之和是 376，不等于总数 386。",
    ),
    (
        "办理案件39件,其中按日计罚2件、查封扣押17件、限产停产6件、移送拘留12件、移送犯罪3件。",
        "各部分之和是 40，与总数 39 不一致。",
    ),
    (
        "受理投诉100件,其中噪声类50件、大气类30件、其他类10件。",
        "各部分之和是 90，与总数 100 不一致。",
    ),
]


@pytest.mark.parametrize(("sentence", "message"), WRONG)
def test_figures_that_do_not_agree(sentence: str, message: str) -> None:
    assert messages(sentence) == [message]


AGREEING: list[str] = [
    "受理群众投诉问题70件,已办结69件,办结率98.57%。",
    "交办问题386件,已完成整改314件,整改完成率81.3%。",
    "考核339天,优良324天,优良率95.6%。",
    "审批环评文件26件,其中报告书5件、报告表21件。",
    "办理案件39件,其中查封扣押17件、移送拘留12件。",
    "交办问题256件,完成整改246件,剩余10件持续推进。",
    "涉及我市15项任务,10项整改到位,2项为长期工作,剩余3项达到序时进度。",
    "受理投诉3215件,其中噪声类1386件、大气类1120件、水类203件、其他类506件。",
    "行政处罚30件,罚款214.65万元,其中大气类15件、水类8件、固废类4件、其他3件。",
]


@pytest.mark.parametrize("sentence", AGREEING)
def test_figures_that_agree(sentence: str) -> None:
    assert flags(sentence) == CLEAN


PARTIAL: list[str] = [
    "截止12月5日,优良率95.6%。",
    "截至2023年11月30日,优良天数287天。",
    "1-11月,PM2.5平均浓度31微克/立方米。",
    "1—9月份,全市断面优良比例为96%。",
    "今年前三季度,空气质量优良率95%。",
    "截至6月底,完成整改12个。",
    "上半年,PM2.5平均浓度31微克/立方米。",
    "1至10月,地表水水质优良比例90%。",
    "9月单月,PM2.5平均浓度17微克/立方米。",
    "12月份PM2.5平均浓度达到52微克/立方米。",
    "其中11月优良天数比例76.7%。",
]


@pytest.mark.parametrize("sentence", PARTIAL)
def test_figures_of_less_than_the_period(sentence: str) -> None:
    assert FlagType.PARTIAL_PERIOD in flags(sentence)


WHOLE: list[str] = [
    "截至目前,完成整改12个。",
    "1-12月,PM2.5平均浓度31微克/立方米。",
    "6月底前完成整改,优良天数增加12天。",
    "上半年组织开展执法培训3次。",
    "截至2022年底建成的空气站12个运行稳定。",
    "7-9月,臭氧平均浓度121微克/立方米。",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_decoys_are_no_partial_periods(sentence: str) -> None:
    assert FlagType.PARTIAL_PERIOD not in flags(sentence)


def test_so_far_counts_where_the_page_is_older_than_the_period_is_long() -> None:
    head = HEAD + "发布时间:2023-12-20 来源:赣州市生态环境局\n"
    assert FlagType.PARTIAL_PERIOD in flags("截至目前,完成整改12个。", head=head)


MIXED: list[str] = [
    "农村生活污水治理率由38.2%提高到45.6%。",
    "断面水质由去年同期的Ⅲ类提升为Ⅱ类。",
    "优良天数127天,去年同期为89天。",
    "优良天数比例82.3%,较去年同期(79.1%)上升3.2个百分点。",
    "2017年以来,督察交办信访件256件,完成整改246件。",
    "2018年中央环保督察反馈问题14个,已完成整改12个。",
    "在2017年度环保目标考核中得分98.6分。",
    "污水处理规模由1万吨扩至2万吨。",
    "财政转移支付资金在原基础(8181.5万)上增加。",
]


@pytest.mark.parametrize("sentence", MIXED)
def test_figures_of_another_period(sentence: str) -> None:
    assert FlagType.MIXED_PERIOD in flags(sentence)


UNMIXED: list[str] = [
    "荣获2022年度激励表扬城市,连续五年获评优秀。",
    "PM2.5平均浓度22微克/立方米,较2020年下降8.3%。",
    "2023年以来,受理投诉256件,办结246件。",
    "由分管领导带队检查企业12家。",
    "印发2022年版《排污许可管理办法》等文件3份。",
    "荣获2022年度全省目标考核第3名。",
    "完成2022年度中央资金项目5个的验收。",
    "落实《赣州市2022年大气污染防治方案》任务12项。",
    "综合排名由全省第12位跃升至第5位。",
    "完成118家单位2023年度危险废物年报备案。",
]


@pytest.mark.parametrize("sentence", UNMIXED)
def test_decoys_are_no_other_periods(sentence: str) -> None:
    assert FlagType.MIXED_PERIOD not in flags(sentence)


def test_a_masked_year_makes_the_period_ambiguous() -> None:
    found = flags("202x年PM2.5平均浓度41微克每立方米。")
    assert {FlagType.AMBIGUOUS_PERIOD, FlagType.PLACEHOLDER} <= found


def test_full_year_figures_in_a_quarters_report_are_mixed() -> None:
    head = "赣州市生态环境局2024年一季度工作总结\n"
    assert FlagType.MIXED_PERIOD in flags("202x年PM2.5平均浓度41微克每立方米。", head=head)


IMPLAUSIBLE: list[tuple[str, str]] = [
    ("一季度", "结合“六五环境日”等重要节点,组织开展了主题实践活动。"),
    ("一季度", "世界地球日期间举办宣传活动3场。"),
    ("", "2024年6月5日,我局联合团市委举办了主题宣传活动。"),
    ("", "PM2.5平均浓度3500微克/立方米。"),
    ("", "空气质量优良率195.3%。"),
    ("", "受理投诉12件,办结率108%。"),
]


@pytest.mark.parametrize(("part", "sentence"), IMPLAUSIBLE)
def test_statements_that_cannot_be_true(part: str, sentence: str) -> None:
    assert FlagType.IMPLAUSIBLE in flags(sentence, head=HEAD.replace("2023年", f"2023年{part}"))


PLAUSIBLE: list[tuple[str, str]] = [
    ("", "结合“六五环境日”等重要节点,组织开展了主题实践活动。"),
    ("一季度", "谋划筹备六五环境日活动。"),
    ("上半年", "开展六五环境日主题活动。"),
    ("", "2024年1月5日前完成整改。"),
    ("", "PM2.5平均浓度35微克/立方米。"),
]


@pytest.mark.parametrize(("part", "sentence"), PLAUSIBLE)
def test_statements_that_can_be_true(part: str, sentence: str) -> None:
    assert FlagType.IMPLAUSIBLE not in flags(sentence, head=HEAD.replace("2023年", f"2023年{part}"))


def test_missing_parts() -> None:
    text = HEAD + DONE
    assert flags("", rest="") == {FlagType.MISSING_SECTION}
    found = [one.message for one in checked(text).findings]
    assert found == ["全文没有说明本单位存在问题的部分。", "全文没有下一步工作计划。"]


def test_no_title_and_no_bureau() -> None:
    assert {FlagType.NO_TITLE, FlagType.NO_BUREAU} <= flags("", head="")


CUT: list[str] = [
    "预览阅读已结束,若您需要全文或代笔。",
    "试读结束,剩余约12%未读,开通VIP会员可下载全文",
    "免费阅读已结束,开通会员文档无限下载",
    "(未完,下载全文继续阅读)",
]


@pytest.mark.parametrize("tail", CUT)
def test_previews_are_truncated(tail: str) -> None:
    assert FlagType.TRUNCATED in flags("", rest=REST + tail)


def test_a_text_that_breaks_off_is_truncated() -> None:
    assert FlagType.TRUNCATED in flags("", rest=REST + "三是加强业务培训,每季度开展")


def test_pages_of_template_sites_and_their_furniture() -> None:
    found = flags("", head="华博范文网 首页\n" + HEAD)
    assert found == {FlagType.UNOFFICIAL_SOURCE, FlagType.BOILERPLATE}


def test_converted_script() -> None:
    text = "贛州市生態環境局2023年工作總結\n一、工作情況\n全麵落實責任製度,機製更加健全。"
    assert FlagType.SCRIPT_CONVERTED in {one.code for one in checked(text).findings}


def test_broken_bytes_and_remarks_of_the_reader_are_told() -> None:
    source = source_from_text("report", "report.txt", HEAD + DONE + REST, replaced_bytes=3)
    remark = Remark(message="第 {pages} 页没有文字层。", values=(("pages", "3"),))
    told = check(extract(outline(replace(source, remarks=(remark,))))).findings
    said = [Language("zh")(one.message, **dict(one.values)) for one in told]
    assert said == ["文件中有 3 处字节无法解码，已替换为“�”。", "第 3 页没有文字层。"]


def test_quotes_are_the_sources_own_characters() -> None:
    text = HEAD + DONE + "ＰＭ2.5 平均浓度 * 微克，截至 11 月 30 日，由 38.2% 提高到 45.6%。" + REST
    found: tuple[Finding, ...] = checked(text).findings
    assert found
    for one in found:
        assert one.start is None or text[one.start : one.end] == one.quote


@given(
    st.text(
        alphabet="截至由提高到其中202xX*%个件月年日去同期0123456789,;。、()问题整改率 \n",
        max_size=150,
    )
)
def test_no_text_raises(text: str) -> None:
    for one in checked(HEAD + DONE + text).findings:
        assert one.start is None or one.quote is not None


DISAGREE: list[str] = [
    "核发重点管理17家、简化管理54家、登记管理498家,共计571家。",
    "检查甲镇12次、乙镇30次、丙镇8次,合计60次。",
    "建成标准站3座、微型站12座,总计16座。",
    "受理来信12件,来访8件,来电30件,共计51件。",
    "反馈问题45个,已完成整改40个,剩余6个正在推进。",
    "反馈问题45个,已完成整改44个,达到序时进度2个。",
    "反馈问题45个,已完成整改40个,整改率98%。",
    "受理信访45件,其中大气类20件、水类15件、其他类5件。",
    "行政处罚29件,罚款214.65万元,其中大气类15件、水类8件、固废类4件、其他3件。",
    "立案39起,罚没412.5万元,其中大气类20起、水类25起。",
]


@pytest.mark.parametrize("sentence", DISAGREE)
def test_figures_that_do_not_agree_are_flagged(sentence: str) -> None:
    assert FlagType.ARITHMETIC in flags(sentence)


AGREE: list[str] = [
    "核发重点管理17家、简化管理54家、登记管理498家,共计569家。",
    "检查甲镇12次、乙镇30次等,共计60次。",
    "检查企业12家,出动人员30人次,共计检查60家。",
    "同比增加3座,建成微型站12座,共计16座。",
    "发现问题45个,其中已整改38个、立案20个。",
    "发现问题45个,其中已整改38个、责令限期整改20个。",
    "受理信访286件,办结280件,按时办结率100%。",
    "受理信访286件,办结280件,办结率达95%以上。",
    "实施项目8个,包括泵站15个、闸门20个。",
    "受理信访45件,其中大气类20件、水类15件。",
    "受理信访件45件(重复件6件),办结40件,阶段性办结5件。",
]


@pytest.mark.parametrize("sentence", AGREE)
def test_figures_that_may_agree_are_not_flagged(sentence: str) -> None:
    assert FlagType.ARITHMETIC not in flags(sentence)


@pytest.mark.parametrize(
    "sentence", ["PM2.5平均浓度3x.xx微克/立方米。", "优良率为9X.X%。", "PM10浓度4*.*微克/立方米。"]
)
def test_numbers_masked_in_part_are_flagged(sentence: str) -> None:
    assert FlagType.PLACEHOLDER in flags(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "监测91天,其中优52天、良31天、轻度污染7天、中度污染1天,优良天数83天。",
        "立案39件,其中大气类20件、水类19件,移送公安2件。",
        "受理信访58件,其中噪声21件、养殖异味17件、油烟20件,办结56件。",
    ],
)
def test_a_list_of_parts_is_over_where_it_is_whole(sentence: str) -> None:
    assert FlagType.ARITHMETIC not in flags(sentence)


def test_a_list_of_parts_that_is_never_whole_is_flagged() -> None:
    sentence = "监测91天,其中优52天、良31天、轻度污染9天、中度污染1天,优良天数83天。"
    assert FlagType.ARITHMETIC in flags(sentence)


@pytest.mark.parametrize(
    ("sentence", "mixed"),
    [
        ("沙溪断面水质由5月的劣Ⅴ类改善到11月的Ⅳ类。", False),
        ("沙溪断面水质由一季度的Ⅴ类提升至四季度的Ⅲ类。", False),
        ("考核权重由5分提高到8分。", False),
        # Guards: another year's.
        ("沙溪断面水质由上年的Ⅴ类提升至Ⅲ类。", True),
        ("污水处理率由38.2%提高到45.6%。", True),
    ],
)
def test_a_base_of_the_same_year_mixes_no_periods(sentence: str, *, mixed: bool) -> None:
    assert (FlagType.MIXED_PERIOD in flags(sentence)) is mixed
