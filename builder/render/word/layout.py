"""The body of the Word template: the head, the contents and the nine parts with their tables.

What stands here is what a user finds in Word: plain headings, one row of tags a table, and grey
lines that open and close loops. Literal words are msgids, as in the HTML template.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.render.word.markup import (
    Column,
    caption,
    cell,
    close_field,
    loop,
    open_field,
    paragraph,
    row,
    run,
    section_break,
    span,
    table,
    tables_element,
    tag,
    text,
)

NONE_STATED = "未载明"
APPENDIX = "AppendixText"
MISSING = '{% if table.missing %}没有写明的单位：{{ table.missing|join(t("、")) }}。{% endif %}'
PLACE = '{{ t("第{start}—{end}字", start=entry.start, end=entry.end) }}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The finished properties of both kinds of section."""

    upright: str
    landscape: str


def body(sections: Sections) -> str:
    """Everything between the body's tags, the last section's properties included."""
    blocks = {
        "findings": findings(),
        "materials": landscape(materials(), sections),
        "indicators": landscape(indicators(), sections),
        "inspection": landscape(inspection(), sections),
        "matrix": landscape(matrix(), sections),
        "services": landscape(services(), sections),
        "commitments": landscape(commitments(), sections),
        "quality": quality(),
        "evidence": evidence(sections),
    }
    chosen = "".join(
        tag(f'{"elif" if position else "if"} part.id == "{name}"') + block
        for position, (name, block) in enumerate(blocks.items())
    )
    looped = tag("for part in parts") + chosen + tag("endif") + tag("endfor")
    return head() + looped + sections.upright


def landscape(block: str, sections: Sections) -> str:
    """A block on pages of its own that lie on their long side."""
    return section_break(sections.upright) + block + section_break(sections.landscape)


def head() -> str:
    """Title, issuer, date, the bureaus covered, and the table of contents."""
    masthead = "{{ briefing.issue }}\t{{ briefing.issuer }}\u3000{{ briefing.date }}"
    return (
        optional("briefing.issue", text("Masthead", masthead))
        + text("Title", "{{ briefing.title }}")
        + optional("briefing.subtitle", text("Subtitle", "{{ briefing.subtitle }}"))
        + optional(
            "not briefing.issue and (briefing.issuer or briefing.date)",
            text("Subtitle", "{{ briefing.issuer }}\u3000{{ briefing.date }}"),
        )
        + optional("briefing.recipients", text("Normal", "{{ briefing.recipients }}："))
        + text("BodyText", '涉及单位：{{ comparison.bureaus|join(t("、"), attribute="short") }}。')
        + text("BodyText", "数字后的标记指向附录中的原文出处，点击可以跳转。")
        + text("TOCHeading", "目录")
        + paragraph(
            "TOC1", open_field(r'TOC \o "1-2" \h \z \u'), run("生成时填入各级标题"), close_field()
        )
    )


def optional(condition: str, block: str) -> str:
    """A block that is printed where the condition holds."""
    return tag(f"if {condition}") + block + tag("endif")


def heading() -> str:
    """The part's own heading and its charts."""
    return text("Heading1", "{{ part.heading }}")


def charts() -> str:
    """The part's charts, each with the caption that says its point."""
    return (
        tag("for chart in part.charts")
        + text("Picture", "{{ picture(chart) }}")
        + caption("Caption", "图", "{{ chart.caption }}")
        + optional("chart.note", text("Note", "{{ chart.note }}"))
        + tag("endfor")
    )


def findings() -> str:
    """要点: numbered sentences."""
    return (
        heading()
        + tag("for finding in comparison.findings")
        + text("BodyText", "{{ loop.index }}. {{ finding.text }}")
        + tag("endfor")
        + charts()
    )


def materials() -> str:
    """材料与可比性: a row a report, and the files that could not be used."""
    columns = (
        Column(head="单位", width=28, lines=("{{ bureau.short }}", "{{ bureau.name }}")),
        Column(head="报告", width=40, lines=("{{ bureau.title }}", "{{ bureau.file }}")),
        Column(head="层级和地区", width=22, lines=("{{ bureau.level }}", "{{ bureau.region }}")),
        Column(
            head="报告和计划期间",
            width=26,
            lines=("{{ bureau.period }}", "计划：{{ bureau.plan_period }}"),
        ),
        Column(head="数据截至", width=20, lines=("{{ bureau.as_of }}",)),
        Column(
            head="发布单位、日期和性质",
            width=32,
            lines=("{{ bureau.publisher }}", "{{ bureau.published }}", "{{ bureau.source_kind }}"),
        ),
        Column(
            head="使用时须注意",
            width=57,
            lines=('{{ bureau.cautions|join(t("；")) or t("无") }}',),
        ),
    )
    refused = (
        span(columns, "{%tr for refusal in comparison.refused %}")
        + row(
            cell(68, text("TableText", "{{ refusal.file }}"), columns=2),
            cell(
                157,
                text("TableText", "未能使用：{{ refusal.reason }}。{{ refusal.advice }}"),
                columns=5,
            ),
        )
        + span(columns, "{%tr endfor %}")
    )
    return (
        heading()
        + caption("TableCaption", "表", "各单位报告的来源和口径")
        + table(columns, loop("bureau in comparison.bureaus", columns), refused)
        + charts()
    )


def indicators() -> str:
    """环境质量: a table a metric; comparable groups first, then what stands apart."""
    columns = (
        Column(head="单位", width=20, lines=("{{ row.bureau }}",)),
        Column(head="范围", width=34, lines=("{{ row.scope }}",)),
        Column(head="期间", width=28, lines=("{{ row.period }}",)),
        Column(head="数值", width=36, lines=("{{ row.figure|marked }}",), style="TableNumber"),
        Column(head="同比变化", width=30, lines=("{{ row.change }}",)),
        Column(head="公布的排名", width=24, lines=("{{ row.rank }}",)),
        Column(head="达标情况", width=35, lines=("{{ row.standard }}",)),
        Column(head="位次", width=18, lines=("{{ row.place }}",), style="TableWord"),
    )
    limit = (
        "{% if group.limit %}；限值：{{ group.limit.standard }} {{ group.limit.grade }}"
        "{{ group.limit.statistic }}{{ group.limit.value }} {{ group.limit.unit }}{% endif %}"
    )
    groups = (
        span(columns, "{%tr for group in table.groups %}")
        + span(columns, "可比：{{ group.label }}" + limit, "TableGroup")
        + loop("row in group.rows", columns)
        + span(columns, "{%tr endfor %}")
        + span(columns, "{%tr if table.apart %}")
        + span(columns, "单独列出，不排位次", "TableGroup")
        + _apart(columns)
        + span(columns, "{%tr endif %}")
    )
    return (
        heading()
        + charts()
        + tag('for table in comparison.indicators|selectattr("groups")')
        + text("Heading2", "{{ table.name }}")
        + caption("TableCaption", "表", "{{ table.name }}（{{ table.unit }}）")
        + table(columns, groups)
        + optional("table.missing or table.note", text("Note", MISSING + "{{ table.note }}"))
        + tag("endfor")
        + _alone(columns)
    )


def _apart(columns: tuple[Column, ...]) -> str:
    """Values that no other may be set beside; the last two columns together say why."""
    *narrow, standard, place = columns
    cells = [cell(item.width, *(text(item.style, line) for line in item.lines)) for item in narrow]
    reason = text("TableText", "{{ row.reason }}；{{ row.standard }}")
    return (
        span(columns, "{%tr for row in table.apart %}")
        + row(*cells, cell(standard.width + place.width, reason, columns=2))
        + span(columns, "{%tr endfor %}")
    )


def _alone(columns: tuple[Column, ...]) -> str:
    """The metrics of which no two values compare, together in one table."""
    metric = span(
        columns,
        "{{ table.name }}（{{ table.unit }}）" + MISSING,
        "TableGroup",
    )
    metrics = (
        span(columns, '{%tr for table in comparison.indicators|rejectattr("groups") %}')
        + metric
        + _apart(columns)
        + span(columns, "{%tr endfor %}")
    )
    return optional(
        'comparison.indicators|rejectattr("groups")|list',
        text("Heading2", "不能比较的指标")
        + caption("TableCaption", "表", "没有两家的期间、范围相同的指标")
        + table(columns, metrics),
    )


def inspection() -> str:
    """督察与整改: tallies with the rates as printed and as computed."""
    columns = (
        Column(head="单位", width=16, lines=("{{ row.bureau }}",)),
        Column(head="来源和事项", width=38, lines=("{{ row.source }}", "{{ row.subject }}")),
        Column(head="总数", width=23, lines=("{{ row.total|marked }}",), style="TableNumber"),
        Column(head="已完成", width=23, lines=("{{ row.done|marked }}",), style="TableNumber"),
        Column(head="未完成", width=38, lines=("{{ row.pending|marked }}",), style="TableNumber"),
        Column(
            head="原文比率",
            width=30,
            lines=("{{ row.printed_rate|marked }}",),
            style="TableNumber",
        ),
        Column(
            head="计算比率",
            width=18,
            lines=("{{ row.computed_rate.text }}",),
            style="TableNumber",
        ),
        Column(head="期间", width=18, lines=("{{ row.period }}",)),
        Column(
            head="进展",
            width=21,
            lines=("{{ row.state }}{% if row.note %}；{{ row.note }}{% endif %}",),
        ),
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", "督察、信访等事项的总数和完成数")
        + table(
            columns,
            loop("row in comparison.tallies", columns, none="各份报告都没有写明这类事项的数量。"),
        )
        + text("Note", "计算比率＝已完成÷总数，由本简报计算；原文没有写明总数或完成数的不计算。")
    )


def matrix() -> str:
    """问题—整改矩阵: a row a named problem, the reports that name none, the overview by theme."""
    columns = (
        Column(head="单位", width=17, lines=("{{ row.bureau }}", "问题{{ row.number }}")),
        Column(head="主题", width=15, lines=('{{ row.themes|join(t("、")) }}',)),
        Column(head="问题", width=52, lines=("{{ row.title }}", "{{ row.problem|marked }}")),
        Column(head="原因", width=24, lines=("{{ row.cause }}",)),
        Column(head="已做工作", width=55, lines=_passages("row.measures")),
        Column(head="下一年承诺", width=48, lines=_passages("row.commitments")),
        Column(head="回应", width=14, lines=("{{ row.state }}",)),
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", "各单位写明的问题和对应的工作、承诺")
        + table(
            columns,
            loop("row in comparison.matrix", columns, none="各份报告都没有写明自身的问题。"),
        )
        + tag("for gap in comparison.gaps")
        + text("Note", "{{ gap.text }}")
        + tag("endfor")
        + _spread("comparison.overview|fitted", style="TableWord")
    )


def _passages(items: str) -> tuple[str, ...]:
    """The lines of a cell that lists passages, or says that there are none."""
    return (
        f"{{%p for passage in {items} %}}",
        "{{ passage|marked }}{% if passage.why %}（{{ passage.why }}）{% endif %}",
        "{%p else %}",
        NONE_STATED,
        "{%p endfor %}",
    )


def services() -> str:
    """执法、信访与服务: what two or more bureaus report, side by side."""
    columns = (
        Column(head="单位", width=30, lines=("{{ row.bureau }}",)),
        Column(head="事项", width=105, lines=("{{ row.label }}",)),
        Column(head="数值", width=45, lines=("{{ row.figure|marked }}",), style="TableNumber"),
        Column(head="期间", width=45, lines=("{{ row.period }}",)),
    )
    title = "{{ group.title }}（{{ group.unit }}）{% if group.note %}；{{ group.note }}{% endif %}"
    groups = (
        span(columns, "{%tr for group in comparison.quantities %}")
        + span(columns, title, "TableGroup")
        + loop("row in group.rows", columns)
        + span(columns, "{%tr else %}")
        + span(columns, "没有两个以上单位都写明的同类数字。", "TableText")
        + span(columns, "{%tr endfor %}")
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", "两个以上单位都有的数字")
        + table(columns, groups)
    )


def commitments() -> str:
    """下一年承诺: the overview by theme, then a table a bureau."""
    columns = (
        Column(head="序号", width=12, lines=("{{ row.number }}",), style="TableWord"),
        Column(head="主题", width=20, lines=('{{ row.themes|join(t("、")) }}',)),
        Column(head="所在标题", width=40, lines=("{{ row.heading }}",)),
        Column(head="承诺", width=74, lines=("{{ row.passage|marked }}",)),
        Column(head="目标", width=22, lines=("{{ row.targets }}",)),
        Column(head="期限", width=15, lines=("{{ row.deadline }}",)),
        Column(head="可核查程度", width=25, lines=("{{ row.checkable }}",)),
        Column(head="回应的问题", width=17, lines=("{{ row.answers }}",)),
    )
    return (
        heading()
        + charts()
        + _spread("comparison.promises|fitted", style="TableWord")
        + tag("for table in comparison.commitments")
        + text("Heading2", "{{ table.bureau }}")
        + text("Lead", "{{ table.summary }}")
        + optional(
            "table.rows",
            caption("TableCaption", "表", "{{ table.title }}")
            + table(columns, loop("row in table.rows", columns)),
        )
        + tag("endfor")
        + _followups()
    )


def _followups() -> str:
    """What became of the promises of the year before, where both years' reports are there."""
    columns = (
        Column(head="单位", width=22, lines=("{{ row.bureau }}",)),
        Column(head="序号", width=12, lines=("{{ row.number }}",), style="TableWord"),
        Column(head="上一年的承诺", width=70, lines=("{{ row.promise|marked }}",)),
        Column(head="目标", width=26, lines=("{{ row.target }}",)),
        Column(head="本年报告的情况", width=70, lines=_passages("row.reported")),
        Column(head="兑现情况", width=25, lines=("{{ row.state }}",)),
    )
    return optional(
        "comparison.followups",
        text("Heading2", "上一年承诺的兑现情况")
        + caption("TableCaption", "表", "上一年的承诺和本年报告的情况")
        + table(columns, loop("row in comparison.followups", columns)),
    )


def _spread(grid: str, *, style: str = "TableText") -> str:
    """A table with a column for each item; widths are shared out when it is rendered."""
    widths = (36.0, 40.0, 40.0, 40.0)
    blank = tuple(Column(head="", width=width, lines=()) for width in widths)

    def cells(first: str, items: str, head: str, each: str) -> tuple[str, ...]:
        content = (
            (f"{{{{ {first} }}}}", head),
            (f"{{%tc for item in {items} %}}", "TemplateTag"),
            ("{{ item }}", each),
            ("{%tc endfor %}", "TemplateTag"),
        )
        return tuple(
            cell(width, text(kind, words))
            for width, (words, kind) in zip(widths, content, strict=True)
        )

    return (
        tag(f"with grid = {grid}")
        + caption("TableCaption", "表", "{{ grid.title }}")
        + tables_element(
            widths,
            row(*cells("grid.corner", "grid.columns", "TableHead", "TableHead"), head=True),
            span(blank, "{%tr for line in grid.lines %}"),
            row(*cells("line.head", "line.cells", style, style)),
            span(blank, "{%tr endfor %}"),
        )
        + optional("grid.note", text("Note", "{{ grid.note }}"))
        + tag("endwith")
    )


def quality() -> str:
    """数据质量: findings by report, and how many numbers of each text were understood."""
    columns = (
        Column(head="单位", width=20, lines=("{{ row.bureau }}",)),
        Column(head="级别", width=14, lines=("{{ row.level }}",), style="TableWord"),
        Column(head="类别", width=22, lines=("{{ row.kind }}",)),
        Column(head="说明", width=52, lines=("{{ row.message }}",)),
        Column(
            head="原文",
            width=48,
            lines=("{% if row.quote %}{{ row.quote }}{% else %}（全文）{% endif %}",),
        ),
    )
    counts = (
        Column(head="单位", width=24, lines=("{{ row.bureau }}",)),
        Column(head="文中数字", width=22, lines=("{{ row.numbers }}",), style="TableNumber"),
        Column(head="已成事实", width=22, lines=("{{ row.in_facts }}",), style="TableNumber"),
        Column(head="不是数据", width=22, lines=("{{ row.none }}",), style="TableNumber"),
        Column(head="未能识别", width=22, lines=("{{ row.unread }}",), style="TableNumber"),
        Column(
            head="未能识别的例子",
            width=44,
            lines=('{% if row.examples %}{{ row.examples|join(t("；")) }}{% else %}无{% endif %}',),
        ),
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", "使用各份报告时须知道的事项")
        + table(columns, loop("row in comparison.quality", columns, none="没有发现须提醒的事项。"))
        + caption("TableCaption", "表", "文中数字的去向")
        + table(counts, loop("row in comparison.coverage", counts))
    )


def evidence(sections: Sections) -> str:
    """附录: every fact used with its quote, the other figures, the data of the charts."""
    columns = (
        Column(head="标记", width=21, lines=("{{ entry|target }}",), style=APPENDIX),
        Column(
            head="类别",
            width=20,
            lines=("{{ entry.kind }}", "{{ entry.correction }}"),
            style=APPENDIX,
        ),
        Column(head="内容", width=30, lines=("{{ entry.label }}",), style=APPENDIX),
        Column(head="原文", width=48, lines=("{{ entry.quote }}",), style=APPENDIX),
        Column(head="位置", width=37, lines=("{{ entry.section }}", PLACE), style=APPENDIX),
    )
    others = (
        Column(head="单位", width=24, lines=("{{ row.bureau }}",), style=APPENDIX),
        Column(head="主题", width=32, lines=('{{ row.themes|join(t("、")) }}',), style=APPENDIX),
        Column(head="内容", width=62, lines=("{{ row.label }}",), style=APPENDIX),
        Column(head="数值", width=38, lines=("{{ row.figure|marked }}",), style=APPENDIX),
    )
    return (
        heading()
        + tag("for list in comparison.evidence")
        + text("Heading2", "{{ list.bureau }}")
        + caption("TableCaption", "表", "{{ list.bureau }}的原文出处")
        + table(columns, loop("entry in list.entries", columns))
        + tag("endfor")
        + optional(
            "comparison.others",
            text("Heading2", "其他数字")
            + caption("TableCaption", "表", "正文各表没有列出的数字")
            + table(others, loop("row in comparison.others", others)),
        )
        + optional("briefing.charts", landscape(_chart_data(), sections))
    )


def _chart_data() -> str:
    """The numbers that each chart draws, for readers who cannot see it."""
    return (
        text("Heading2", "图的数据")
        + tag("for chart in briefing.charts")
        + _spread("chart|fitted", style=APPENDIX)
        + tag("endfor")
    )
