"""No list of words that nothing asks for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (
    "<html><head><meta name='ContentSource' content='本站'></head><body><div class='nav'>首页</div>"
    "<p>全县PM2.5年均浓度为33微克/立方米。</p></body></html>"
)

# Classes and days among targets, which the seeds don't have.
# Parts that are more than their whole, which no seed has.
PARTS = """海安市生态环境局2024年工作总结
全年立案查处环境违法案件39件，其中按日计罚20件、查封扣押27件。
年度计划清淤20公里，实际清淤23公里。
"""
PLAN = """武宁县生态环境局2024年工作总结和2025年工作计划

一、2024年工作完成情况
PM2.5年均浓度为33微克/立方米。

二、2025年工作计划
1.确保3个国考断面水质达到Ⅲ类，1个断面退出劣Ⅴ类。
2.力争优良天数达到320天以上。
3.2024年建成管网15公里，2025年推进投资2.3亿元的污水处理厂扩建。
项目名称 | 建设内容 | 完成时限
缓冲带工程 | 修复岸线7公里 | 2025年10月
"""

# Parts, shares and groups of values, noise, and classes in brackets behind names that only the
# words before make those of sections.
SECTIONS = """海安市生态环境局2024年工作总结
南门断面总磷浓度0.2毫克/升，水质Ⅳ类。优良天数318天，占比87.4%。优良率88%，其中东山镇92%。PM10、NO2平均浓度均为20微克/立方米。
功能区声环境昼间达标率100%、夜间达标率92.5%。
国考断面水质为王庄(Ⅳ类)、李庄(Ⅲ类)。
"""

# Tables of values, of items and of work.
TABLES = """海安市生态环境局2024年工作总结
一、环境质量
单位：微克/立方米
指标 | 1-11月均值 | 去年同期 | 同比 | 全省排名
PM2.5 | 32 | 35 | 下降8.6% | 3
PM10 | 50 | 50 | 持平 | 4
断面 | 级别 | 目标 | 完成值 | 改善率 | 备注
王庄断面 | 国控 | Ⅲ类 | Ⅱ类 | 10% | —
全市平均 | — | — | 45 | 3 | —
序号 | 工作 | 单位 | 完成数
1 | 检查企业 | 家 | 30
二、整改情况
序号 | 单位 | 反馈问题总数 | 完成整改 | 正在整改 | 完成情况 | 存在问题 | 下一步打算
1 | 东镇 | 12 | 10 | 2 | 已整改10个，正在整改2个 | 进度滞后，资金不足 | 加快整改，年底前完成
2 | 合计 | 12 | 10 | 2 | — | — | —
县区 | 立案数（件）
合计 | 30
三、空气质量 县区 PM10 优良率 东区 57 87.7% 西区 48 92.6%
四、问题交办 来源 问题数 省级督察 23项 信访 6项 巡查 18项
"""

# A report on rectification whose blocks say by labels how far they have come.
BLOCKS = """平川县生态环境局关于中央生态环境保护督察反馈问题整改情况的报告
一、平川县填埋场渗滤液积存
责任单位：平川县人民政府
整改时限：2024年10月底前
整改进展：已完成。处理渗滤液1.2万吨。
"""

# A problem that a promise answers by the heading above it.
HEADED = """溪口县生态环境局2024年工作总结和2025年工作计划
一、存在问题
一是噪声投诉居高不下。
二、2025年工作计划
（一）深化噪声治理
联合公安部门开展夜间执法不少于20次。
"""

# A notice that is a plan, and a text that only its beginning tells from news or a speech.
NOTICE = """关于印发2025年工作要点的通知
一、治气
完成治理项目14个，立案6件。
严格落实中央八项规定精
"""
# Blocks of a report on rectification.
BLOCKS = """海安市2024年督察反馈问题整改情况报告
一、平川填埋场渗滤液积存
责任单位：平川县政府
整改进展：已完成。处置积存渗滤液9万立方米。
"""
# An office of a township, and a plan that says for when it is.
TOWN = """溪口县柳坪镇生态环境办公室2025年第三季度工作总结
一、工作开展情况
完成治理项目2个。督察留给我们的14件事，办成13件。一共接到投诉89件，其中噪声47件、异味31件、其他11件，都按时答复。受理诉求58件，其中现场解决40件、转办18件，均已办结。满分100分，自评得分95分。《细则》要求淘汰老旧货车60辆，实际淘汰64辆。
二、下一步工作
针对臭氧上升，四季度将重点开展以下工作：
1.建成拦截沟3处。
"""
UNTITLED = "我局2024年完成治理项目12个，立案6件。\n"

# Every shape tells which of its fields are asked for while a briefing is made.
TRACED = f"""
PAGE = {PAGE!r}
import sys
from builder.vocabulary.loading import Entry
asked, plain = set(), Entry.__getattribute__
def __getattribute__(self, name):
    asked.add((type(self), name))
    return plain(self, name)
Entry.__getattribute__ = __getattribute__
from builder.cli import run
from builder.config import Limits
from builder.read.html import html_page
html_page("page.html", PAGE.encode(), Limits())
assert run() == 0
def shapes(one):
    return [one, *(deeper for below in one.__subclasses__() for deeper in shapes(below))]
for shape in shapes(Entry):
    for name in shape.model_fields:
        if (shape, name) not in asked:
            print(shape.__name__, name, sep=".")
"""
# What tells a person why an entry stands there, or the catalog what reports print.
FOR_PEOPLE = {
    "Decoy.sentence",
    "LimitEntry.clause",
    "LimitEntry.source",
    "WaterClasses.clause",
    "WaterClasses.valid_from",
    "WaterClasses.source",
    "Sense.name",
    "Names.areas",
}


def test_every_list_is_asked_for_while_a_briefing_is_made(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    texts = [*(ROOT / "tests" / "pairs").iterdir(), *(ROOT / "seeds").iterdir()]
    for path in texts:
        (reports / path.name).write_bytes(path.read_bytes())
    (reports / "plan.txt").write_text(PLAN, encoding="utf-8")
    (reports / "parts.txt").write_text(PARTS, encoding="utf-8")
    (reports / "sections.txt").write_text(SECTIONS, encoding="utf-8")
    (reports / "tables.txt").write_text(TABLES, encoding="utf-8")
    (reports / "blocks.txt").write_text(BLOCKS, encoding="utf-8")
    (reports / "headed.txt").write_text(HEADED, encoding="utf-8")
    (reports / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (reports / "town.txt").write_text(TOWN, encoding="utf-8")
    (reports / "untitled.txt").write_text(UNTITLED, encoding="utf-8")
    out = tmp_path / "out"
    folders = ["--input", str(reports), "--output", str(out)]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            TRACED,
            "build",
            *folders,
            "--lang",
            "en",
            "--formats",
            "xlsx",
            "--jobs",
            "1",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    unasked = {line for line in done.stdout.splitlines() if line[:1].isupper()}
    assert unasked == FOR_PEOPLE
