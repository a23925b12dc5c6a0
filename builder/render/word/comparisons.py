"""The parts of the template that set the reports side by side."""

from __future__ import annotations

from builder.render.word.blocks import charts, heading, optional, passages, spread
from builder.render.word.markup import (
    Column,
    caption,
    cell,
    loop,
    row,
    span,
    table,
    tag,
    text,
)

MISSING = '{{ t("没有写明的单位：{bureaus}。", bureaus=table.missing|join(t("、"))) }}'
WITH_UNIT = 't("{name}（{unit}）", name=table.name, unit=table.unit)'
COMPARABLE = (
    "{% set limit = group.limit %}"
    '{% if limit %}{{ t("可比：{group}；限值：{standard} {grade}{statistic}{value} {unit}", '
    "group=group.label, standard=limit.standard, grade=limit.grade, statistic=limit.statistic, "
    "value=limit.value, unit=limit.unit) }}"
    '{% else %}{{ t("可比：{group}", group=group.label) }}{% endif %}'
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
    groups = (
        span(columns, "{%tr for group in table.groups %}")
        + span(columns, COMPARABLE, "TableGroup")
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
        + caption("TableCaption", "表", f"{{{{ {WITH_UNIT} }}}}")
        + table(columns, groups)
        + optional(
            "table.missing or table.note",
            text("Note", f"{{% if table.missing %}}{MISSING}{{% endif %}}{{{{ table.note }}}}"),
        )
        + tag("endfor")
        + _alone(columns)
    )


def _apart(columns: tuple[Column, ...]) -> str:
    """Values that no other may be set beside; the last two columns together say why."""
    *narrow, standard, place = columns
    cells = [cell(item.width, *(text(item.style, line) for line in item.lines)) for item in narrow]
    words = '{{ t("{reason}；{standard}", reason=row.reason, standard=row.standard) }}'
    reason = text("TableText", words)
    return (
        span(columns, "{%tr for row in table.apart %}")
        + row(*cells, cell(standard.width + place.width, reason, columns=2))
        + span(columns, "{%tr endfor %}")
    )


def _alone(columns: tuple[Column, ...]) -> str:
    """The metrics of which no two values compare, together in one table."""
    metric = span(
        columns,
        f"{{{{ {WITH_UNIT} }}}}{{% if table.missing %}}；{MISSING}{{% endif %}}",
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
        Column(
            head="单位",
            width=17,
            lines=("{{ row.bureau }}", '{{ t("问题{number}", number=row.number) }}'),
        ),
        Column(head="主题", width=15, lines=('{{ row.themes|join(t("、")) }}',)),
        Column(head="问题", width=52, lines=("{{ row.title }}", "{{ row.problem|marked }}")),
        Column(head="原因", width=24, lines=("{{ row.cause }}",)),
        Column(head="已做工作", width=55, lines=passages("row.measures")),
        Column(head="下一年承诺", width=48, lines=passages("row.commitments")),
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
        + spread("comparison.overview|fitted", style="TableWord")
    )


def services() -> str:
    """执法、信访与服务: what two or more bureaus report, side by side."""
    columns = (
        Column(head="单位", width=30, lines=("{{ row.bureau }}",)),
        Column(head="事项", width=105, lines=("{{ row.label }}",)),
        Column(head="数值", width=45, lines=("{{ row.figure|marked }}",), style="TableNumber"),
        Column(head="期间", width=45, lines=("{{ row.period }}",)),
    )
    title = (
        '{{ t("{title}（{unit}）", title=group.title, unit=group.unit) }}'
        "{% if group.note %}；{{ group.note }}{% endif %}"
    )
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
        + spread("comparison.promises|fitted", style="TableWord")
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
        Column(head="本年报告的情况", width=70, lines=passages("row.reported")),
        Column(head="兑现情况", width=25, lines=("{{ row.state }}",)),
    )
    return optional(
        "comparison.followups",
        text("Heading2", "上一年承诺的兑现情况")
        + caption("TableCaption", "表", "上一年的承诺和本年报告的情况")
        + table(columns, loop("row in comparison.followups", columns)),
    )
