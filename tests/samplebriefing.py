"""A small but complete comparison made by hand, for tests of charts and renderers.

It has what a real one has: comparable groups and values apart, missing bureaus, long Chinese
texts, counts that are None, a report without problems, computed figures and characters of both
scripts. `sample_briefing()` gives the view that both templates get.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from builder.config import PARTS, Fonts
from builder.model import (
    Briefing,
    Bureau,
    Chart,
    Checkability,
    CommitmentRow,
    CommitmentTable,
    CoverageRow,
    Evidence,
    EvidenceList,
    EvidenceSentence,
    Figure,
    Grid,
    IndicatorGroup,
    IndicatorRow,
    IndicatorTable,
    KeyFinding,
    Limit,
    MarkPlace,
    MatrixGap,
    MatrixRow,
    OtherFigure,
    Passage,
    Qualifier,
    QualityRow,
    QuantityGroup,
    QuantityRow,
    Refusal,
    Run,
    Runs,
    Severity,
    Strength,
    TallyRow,
    View,
)

SHORTS = ("岳阳县", "衡南县", "潜江市", "某区", "赣州市")
MARKS = ("岳", "衡", "潜", "区", "赣")
ANCHORS = ("yueyang", "hengnan", "qianjiang", "district", "ganzhou")
PERIODS = ("2024年", "2023年（截至12月5日）", "2024年", "2024年第一季度", "2024年")
LEVELS = ("县级", "县级", "市级", "县级", "市级")
UNSTATED = "未载明"
LONG = (
    "持续扎实推进中央、省等各类环保督察交办和反馈问题整改，严格落实问题整改“污染消除、生态修复、"
    "群众满意”总要求，让问题整改“动态清零”成为常态，全面开展突出环境问题整改工作“回头看”督查。"
)


def figure(
    text: str, *marks: str, value: str | None = None, unit: str = "", computed: bool = False
) -> Figure:
    before, _, after = text.partition(value) if value else ("", "", "")
    return Figure(
        text=text,
        marks=marks,
        value=None if value is None else Decimal(value),
        qualifier=Qualifier(before or "="),
        before=before,
        after=after,
        unit=unit,
        computed=computed,
        cell="" if value is None else text.removesuffix(unit).strip(),
    )


NO_FIGURE = figure(UNSTATED)


def bureaus() -> tuple[Bureau, ...]:
    cautions = (
        (),
        ("数据截至2023年12月5日，不是全年", "正文由简体机械转换为繁体，已还原"),
        (),
        ("只有第一季度", "非官方来源（范文网）", "年份和地名有遮盖（202x年、XX区）"),
        ("没有问题部分",),
    )
    return tuple(
        Bureau(
            report=f"{ANCHORS[i]}-2024",
            file=f"{ANCHORS[i]}-2024.txt",
            name=f"{SHORTS[i]}生态环境局" if i != 3 else "未载明（区生态环境分局）",
            short=SHORTS[i],
            mark=MARKS[i],
            title=f"{SHORTS[i]}生态环境局2024年工作总结及2025年工作思路",
            level=LEVELS[i],
            region="湖南省岳阳市" if i == 0 else UNSTATED,
            period=PERIODS[i],
            plan_period="2025年" if i != 1 else "2024年",
            as_of="2023-12-05" if i == 1 else UNSTATED,
            published="2025-02-11" if i == 0 else UNSTATED,
            publisher="岳阳市生态环境局岳阳县分局" if i == 0 else UNSTATED,
            source_kind="非官方" if i == 3 else "官方网站",
            cautions=cautions[i],
        )
        for i in range(5)
    )


def said(sentence: str) -> Runs:
    """A sentence as runs: its marks lead to the evidence that the sample has for them."""
    cut = re.split(r"(〔[^〕]+〕)", sentence)
    return tuple(
        Run(words, words.strip("〔〕") if position % 2 else "")
        for position, words in enumerate(cut)
        if words
    )


def findings() -> tuple[KeyFinding, ...]:
    return (
        KeyFinding(
            runs=said(
                "按各自全年口径，PM2.5平均浓度岳阳县32.86 μg/m³〔岳21〕、潜江市31 μg/m³〔潜2〕，"
                "均低于GB 3095-2012二级标准年平均限值35 μg/m³。"
            ),
            code="pm25_limit",
            weight=90,
            bureaus=("岳阳县", "潜江市"),
            marks=("岳21", "潜2"),
            computed=False,
        ),
        KeyFinding(
            runs=said(
                "督察交办任务完成率最低的是潜江市，166项完成131项〔潜31〕，完成率78.92%（本简报计算）。"
            ),
            code="tally_low",
            weight=80,
            bureaus=("潜江市",),
            marks=("潜31",),
            computed=True,
        ),
        KeyFinding(
            runs=said(
                "4家单位共写明8个问题，其中2个在下一年计划中没有对应承诺；赣州市未设问题部分。"
            ),
            code="problems",
            weight=70,
            bureaus=SHORTS,
            marks=(),
            computed=True,
        ),
    )


def indicator(
    index: int,
    text: str,
    value: str | None,
    unit: str,
    mark: str,
    *,
    place: str = "",
    scope: str = "全域",
    reason: str = "",
    change: str = "未载明",
    standard: str = "低于限值",
) -> IndicatorRow:
    return IndicatorRow(
        bureau=SHORTS[index],
        scope=scope,
        period=PERIODS[index],
        figure=figure(text, mark, value=value, unit=unit),
        change=change,
        rank="全省第76（并列）" if index == 0 else UNSTATED,
        standard=standard,
        place=place or "不排",
        reason=reason,
    )


def indicators() -> tuple[IndicatorTable, ...]:
    limit = Limit(
        standard="GB 3095-2012",
        grade="二级",
        statistic="年平均",
        value=Decimal(35),
        unit="μg/m³",
    )
    pm25 = IndicatorTable(
        metric="air.pm25",
        name="细颗粒物（PM2.5）平均浓度",
        unit="μg/m³",
        groups=(
            IndicatorGroup(
                label="2024年，全域",
                limit=limit,
                rows=(
                    indicator(2, "31", "31", "μg/m³", "潜2", place="1"),
                    indicator(
                        0, "32.86", "32.86", "μg/m³", "岳21", place="2", change="下降3.64%（改善）"
                    ),
                ),
            ),
        ),
        apart=(
            indicator(
                4,
                "22",
                "22",
                "μg/m³",
                "赣9",
                scope="中心城区",
                reason="范围不同：只有中心城区",
                change="下降8.3%（改善）",
            ),
            indicator(
                4,
                "18.1",
                "18.1",
                "μg/m³",
                "赣11",
                scope="县级及以上城市",
                reason="范围不同：县级及以上城市",
                change="下降8.6%（改善）",
            ),
            indicator(
                3,
                "69.6",
                "69.6",
                "μg/m³",
                "区3",
                reason="期间不同：只有第一季度，不能与年平均限值相比",
                standard="不适用",
            ),
        ),
        missing=("衡南县",),
        note="排序由低到高，第1位浓度最低。",
    )
    good = IndicatorTable(
        metric="air.good_days_ratio",
        name="优良天数比例",
        unit="%",
        groups=(
            IndicatorGroup(
                label="2024年，全域",
                limit=None,
                rows=(
                    indicator(2, "94", "94", "%", "潜1", place="1", standard="无限值"),
                    indicator(
                        0,
                        "88.0",
                        "88.0",
                        "%",
                        "岳20",
                        place="2",
                        change="下降3.2个百分点（变差）",
                        standard="无限值",
                    ),
                ),
            ),
        ),
        apart=(
            indicator(
                1,
                "95.6",
                "95.6",
                "%",
                "衡14",
                reason="年份不同：2023年，截至12月5日",
                standard="无限值",
            ),
            indicator(
                3, "65.9", "65.9", "%", "区4", reason="期间不同：只有第一季度", standard="无限值"
            ),
            indicator(
                4,
                "99.5",
                "99.5",
                "%",
                "赣10",
                scope="中心城区",
                reason="范围不同：只有中心城区",
                standard="无限值",
            ),
        ),
        missing=(),
        note="",
    )
    drinking = IndicatorTable(
        metric="water.drinking_compliance",
        name="集中式饮用水水源达标率",
        unit="%",
        groups=(
            IndicatorGroup(
                label="2024年，县级及以上",
                limit=None,
                rows=(
                    indicator(0, "100", "100", "%", "岳26", place="1（并列）", standard="无限值"),
                    indicator(2, "100", "100", "%", "潜6", place="1（并列）", standard="无限值"),
                ),
            ),
        ),
        apart=(),
        missing=("衡南县", "某区", "赣州市"),
        note="",
    )
    return (pm25, good, drinking)


def tally(
    index: int,
    source: str,
    subject: str,
    total: str | None,
    done: str | None,
    *,
    printed: str | None = None,
    note: str = "",
) -> TallyRow:
    mark = f"{MARKS[index]}30"
    rate = None
    if total and done:
        rate = str((Decimal(done) * 100 / Decimal(total)).quantize(Decimal("0.01")))
    pending = str(Decimal(total) - Decimal(done)) if total and done else None
    return TallyRow(
        bureau=SHORTS[index],
        source=source,
        subject=subject,
        total=figure(total, mark, value=total, unit="件") if total else NO_FIGURE,
        done=figure(done, mark, value=done, unit="件") if done else NO_FIGURE,
        pending=figure(pending, value=pending, unit="件", computed=True) if pending else NO_FIGURE,
        printed_rate=figure(f"{printed}%", mark, value=printed, unit="%") if printed else NO_FIGURE,
        computed_rate=figure(f"{rate}%", value=rate, unit="%", computed=True)
        if rate
        else figure("不能计算"),
        period=PERIODS[index],
        state="已全部完成" if total and total == done else "推进中",
        note=note,
    )


def tallies() -> tuple[TallyRow, ...]:
    return (
        tally(0, "省级督察", "群众投诉问题", "70", "69", printed="98.57"),
        tally(0, "中央督察", "夏季攻势整治任务", None, "48", note="总数未载明"),
        tally(
            1,
            "中央和省级督察",
            "中央、省生态环保督察及“回头看”交办信访件",
            "256",
            "246",
            note="2017年以来累计",
        ),
        tally(1, "省级督察", "督察期间信访件", "40", "30", printed="75"),
        tally(2, "中央和省级督察", "6次中央和省督察交办整改任务", "166", "131"),
        tally(2, "排污口整治", "长江入河排污口", "113", "110"),
        tally(2, "排污口整治", "总干渠、汉南河排污口", "77", "53"),
        tally(4, "纪律检查", "群众身边不正之风和腐败问题", "706", "687"),
    )


def matrix() -> tuple[MatrixRow, ...]:
    return (
        MatrixRow(
            bureau="岳阳县",
            number=1,
            themes=("水", "大气"),
            title="生态环境质量改善压力大",
            problem=Passage(
                text="我县国控水质断面虽能达到省级考核目标，但受县城区排水影响，八仙桥断面总磷浓度仍"
                "不能稳定达标；大气环境方面，在有效控制PM2.5浓度上措施还不够有力，特别是在秸秆禁烧上"
                "部门、乡镇在协同发力上还有差距。",
                marks=("岳70",),
            ),
            cause="受县城区排水影响",
            measures=(
                Passage(
                    text="完成13个2024年度洞庭湖总磷污染控制削减任务、11个碧水攻坚十大工程任务",
                    marks=("岳23", "岳24"),
                    why="共有词：总磷",
                ),
            ),
            commitments=(
                Passage(
                    text="以国、省控断面水质改善为目标，持续加强洞庭湖总磷削减、饮用水源环境监管",
                    marks=("岳74",),
                    why="共有词：总磷、断面",
                ),
            ),
            strength=Strength.DIRECT,
            state="直接回应",
        ),
        MatrixRow(
            bureau="衡南县",
            number=1,
            themes=("大气",),
            title="大气环境质量改善难",
            problem=Passage(
                text="大气环境质量涉及部门多、原因广，单靠环保部门一家治理，改善作用不大，导致我县大气环境"
                "质量在全省排名靠后，在全市8个县市区中并列第五。",
                marks=("衡20",),
            ),
            cause="大气环境质量涉及部门多、原因广",
            measures=(),
            commitments=(),
            strength=Strength.NONE,
            state="计划中未见回应",
        ),
        MatrixRow(
            bureau="某区",
            number=3,
            themes=("执法",),
            title="企业主体责任落实不到位",
            problem=Passage(
                text="少数企业环保法律意识淡薄，存在侥幸心理，擅自降低污染防治设施运行标准，甚至偷排漏排污染"
                "物，严重扰乱了市场公平竞争秩序。",
                marks=("区40",),
            ),
            cause=UNSTATED,
            measures=(
                Passage(text="共立案查处环境违法案件18起", marks=("区22",), why="主题相同：执法"),
            ),
            commitments=(
                Passage(
                    text="加强环境执法队伍建设，定期组织业务培训，提升执法人员专业技能和服务水平。",
                    marks=("区50",),
                    why="主题相同：执法",
                ),
            ),
            strength=Strength.GENERAL,
            state="一般性回应",
        ),
    )


def grid(title: str, cells: tuple[tuple[int | None, ...], ...], empty: str) -> Grid:
    rows = ("大气", "水", "固废与新污染物", "督察与突出问题整改", "执法监管", "党建", "队伍建设")
    return Grid(
        title=title,
        rows=rows,
        columns=SHORTS,
        cells=cells,
        texts=tuple(
            tuple(empty if cell is None else "、".join(["岳-问1"] * min(cell, 1)) for cell in row)
            for row in cells
        ),
        empty=empty,
        note="一个事项有几个主题时，每个主题各计一次。",
    )


def commitments() -> tuple[CommitmentTable, ...]:
    def row(
        index: int,
        number: int,
        *,
        checkability: Checkability,
        word: str,
        targets: str = UNSTATED,
        deadline: str = UNSTATED,
    ) -> CommitmentRow:
        return CommitmentRow(
            number=number,
            heading="坚持系统思维，力推环境问题动态清零",
            themes=("督察与突出问题整改",),
            passage=Passage(text=LONG, marks=(f"{MARKS[index]}{73 + number}",)),
            targets=targets,
            deadline=deadline,
            goal=targets if deadline == UNSTATED else f"期限：{deadline}",
            checkability=checkability,
            checkable=word,
            answers=f"{MARKS[index]}-问1" if number == 1 else "无",
        )

    kinds: tuple[dict[str, Any], ...] = (
        {"checkability": Checkability.GENERAL, "word": "只有方向"},
        {"checkability": Checkability.QUANTIFIED, "word": "有数值", "targets": "3条"},
        {"checkability": Checkability.DATED, "word": "有期限", "deadline": "年底前"},
        {"checkability": Checkability.PRODUCT, "word": "有成果名称"},
    )
    return tuple(
        CommitmentTable(
            bureau=SHORTS[i],
            title=f"{SHORTS[i]}2025年承诺",
            summary=f"{SHORTS[i]}共{4 + i}条承诺，其中1条有数值，1条有期限，1条有成果名称。",
            rows=tuple(row(i, n + 1, **kinds[n % 4]) for n in range(4 + i)),
        )
        for i in range(5)
    )


def evidence() -> tuple[EvidenceList, ...]:
    def quote(number: int) -> str:
        return (
            "汙染防治攻堅戰年度任務全麵完成，" + LONG if number % 7 == 0 else "PM2.5平均浓度22微克"
        )

    def entry(index: int, number: int) -> Evidence:
        return Evidence(
            mark=f"{MARKS[index]}{number}",
            kind="数量",
            label="执法监管",
            quote=quote(number),
            section="二、存在的问题",
            start=number * 10,
            end=number * 10 + 8,
            correction="人工校正：单位应为微克/立方米" if number == 5 else "",
        )

    def sentence(index: int, number: int) -> EvidenceSentence:
        place = MarkPlace(mark=f"{MARKS[index]}{number}", anchor=f"{ANCHORS[index]}-{number}")
        cut = re.split(r"(?<=度)(22)", quote(number))
        return EvidenceSentence(
            places=(place,),
            section="二、存在的问题",
            runs=tuple(Run(words, strong=words == "22") for words in cut),
            remarks=("执法监管：人工校正：单位应为微克/立方米",) if number == 5 else (),
        )

    numbers = range(1, 85)
    return tuple(
        EvidenceList(
            bureau=SHORTS[i],
            sentences=tuple(sentence(i, n) for n in numbers),
            entries=tuple(entry(i, n) for n in numbers),
        )
        for i in range(5)
    )


def sample_comparison() -> View:
    problems = (
        (1, 1, None, 1, None),
        (1, 0, 1, 0, None),
        (0, 0, 0, 0, None),
        (0, 1, 0, 0, None),
        (0, 0, 0, 2, None),
        (1, 0, 0, 0, None),
        (1, 0, 0, 1, None),
    )
    promises = (
        (2, 0, 1, 1, 3),
        (2, 0, 4, 1, 5),
        (0, 0, 0, 1, 2),
        (2, 3, 1, 0, 4),
        (1, 0, 5, 4, 1),
        (3, 0, 0, 0, 6),
        (2, 0, 0, 1, 4),
    )
    return View(
        bureaus=bureaus(),
        refused=(
            Refusal(file="扫描件.pdf", reason="没有文字层", advice="请先做文字识别，再放入 seeds/"),
        ),
        findings=findings(),
        indicators=indicators(),
        tallies=tallies(),
        matrix=matrix(),
        gaps=(MatrixGap(bureau="赣州市", text="赣州市的报告没有问题部分，本表不代为推断。"),),
        overview=grid("各单位问题的主题分布", problems, "未设问题部分"),
        quantities=(
            QuantityGroup(
                title="立案查处环境违法案件",
                unit="件",
                rows=(
                    QuantityRow(
                        bureau="潜江市",
                        label="立案查处",
                        figure=figure("29起", "潜55", value="29", unit="起"),
                        unit="起",
                        period="2024年",
                    ),
                    QuantityRow(
                        bureau="某区",
                        label="立案查处环境违法案件",
                        figure=figure("18起", "区22", value="18", unit="起"),
                        unit="起",
                        period="2024年第一季度",
                    ),
                ),
                note="期间不同，不排序。",
            ),
        ),
        commitments=commitments(),
        promises=grid("各单位下一年承诺的主题分布", promises, "无计划部分"),
        quality=(
            QualityRow(
                bureau="某区",
                severity=Severity.WARNING,
                level="警告",
                kind="遮盖",
                message="数值被遮盖，未作为数字使用",
                quote="20xx万元",
            ),
            QualityRow(
                bureau="岳阳县",
                severity=Severity.NOTE,
                level="提示",
                kind="期间",
                message="混有上一年度的考核结果",
                quote=LONG,
            ),
        ),
        coverage=tuple(
            CoverageRow(
                bureau=short,
                numbers=120,
                in_facts=80,
                none=34,
                unread=6,
                examples=("5+2、白+黑", "7·27"),
            )
            for short in SHORTS
        ),
        evidence=evidence(),
        others=tuple(
            OtherFigure(
                bureau=SHORTS[i % 5],
                label="非道路移动机械环保标牌核发",
                figure=figure("513个", f"{MARKS[i % 5]}{40 + i}", value="513", unit="个"),
                themes=("大气",),
            )
            for i in range(12)
        ),
    )


def sample_briefing(charts: tuple[Chart, ...] = ()) -> Briefing:
    return Briefing(
        title="生态环境工作对比简报",
        subtitle="五家单位2024年工作总结对照",
        issuer="某某生态环境研究中心",
        issue="",
        date="2025年3月1日",
        recipients="各位参会人员",
        language="zh",
        profile="gbt9704",
        fonts=Fonts().model_dump(),
        parts=PARTS,
        comparison=sample_comparison(),
        charts=charts,
    )
