"""Reports of four made-up bureaus of one province on three years, for the page of questions."""

from __future__ import annotations

from pathlib import Path

REPORT = """{place}生态环境局{year}年工作总结和{following}年工作计划

{year}年，湖南省{place}生态环境局认真履行职责，较好完成了全年任务。

一、{year}年工作完成情况
（一）空气质量。{period}，{area}PM2.5平均浓度为{pm25}微克/立方米，优良天数比例为{days}%。

二、存在的主要问题
一是{first}。
二是{second}。

三、{following}年工作计划
（一）打好蓝天保卫战。{checkable}
（二）加强队伍建设。{general}
"""
PM25 = {
    "青坪县": (35.2, 33.1, 31.5),
    "云栖岭县": (30, 29.4, 27),
    "松滩县": (38.6, 36, 34.8),
    "白沙岭市": (41, 38.2, 37.5),
}
PROBLEMS = {
    "青坪县": (
        ("农村生活污水治理滞后", "执法力量不足"),
        ("农村生活污水处理设施运行不正常", "秸秆露天焚烧时有发生"),
        ("农村生活污水收集管网不完善", "固体废物处置能力不足"),
    ),
    "云栖岭县": (
        ("水环境质量还不稳固", "执法力量不足"),
        ("空气质量改善压力大", "农村污水治理短板明显"),
        ("空气质量改善压力仍然较大", "监测能力不足"),
    ),
    "松滩县": (
        ("空气质量改善任务艰巨", "矿山生态修复不到位"),
        ("饮用水水源地保护还不到位", "队伍能力有待提升"),
        ("固体废物处置能力不足", "群众投诉较多"),
    ),
    "白沙岭市": (
        ("空气质量改善任务艰巨", "执法力量不足"),
        ("空气质量反弹压力大", "执法能力有待提升"),
        ("空气质量改善不稳固", "水环境风险不容忽视"),
    ),
}
YEARS = (2022, 2023, 2024)


def written(folder: Path) -> Path:
    """The folder with the twelve reports."""
    folder.mkdir(parents=True)
    for place, values in PM25.items():
        for number, (year, value) in enumerate(zip(YEARS, values, strict=True)):
            first, second = PROBLEMS[place][number]
            # One of the values covers a part of the year, another a part of the county.
            partial = place == "松滩县" and year == YEARS[-1]
            narrow = place == "云栖岭县" and year == YEARS[0]
            text = REPORT.format(
                place=place,
                year=year,
                following=year + 1,
                period=f"{year}年1-11月" if partial else f"{year}年",
                area="县城" if narrow else "全市" if place.endswith("市") else "全县",
                pm25=value,
                days=90 + number,
                first=first,
                second=second,
                checkable=f"{year + 1}年底前完成{20 + number}家企业深度治理。"
                if place.endswith("市") or year == YEARS[-1]
                else "深入推进大气污染防治。",
                general="进一步提升干部职工业务水平。",
            )
            (folder / f"{place}-{year}.txt").write_text(text, encoding="utf-8")
    return folder
