"""The parts of the template that set the reports side by side."""

from __future__ import annotations

from builder.render.word.markup import (
    Column,
    band,
    caption,
    each,
    loop,
    plain_row,
    table,
    tag,
    text,
)
from tools.word_template.blocks import Sections, charts, heading, number, optional, passages, spread

MISSING = '{{ t("没有写明的单位：{bureaus}。", bureaus=table.missing|join(t("、"))) }}'
COMPARABLE = (
    "{% set limit = group.limit %}"
    '{% if limit %}{{ t("可比：{group}；限值：{standard} {grade}{statistic}{value} {unit}", '
    "group=group.label, standard=limit.standard, grade=limit.grade, statistic=limit.statistic, "
    "value=limit.value, unit=limit.unit) }}"
    '{% else %}{{ t("可比：{group}", group=group.label) }}{% endif %}'
)
ALONE = (
    '{{ t("{name}（{unit}）：{reason}", name=table.name, unit=table.unit, '
    "reason=same[0].reason) }}{% if table.missing %}；" + MISSING + "{% endif %}"
)
PROBLEM = (
    '{{ t("{bureau}问题{number}（{themes}）：{title}", bureau=row.bureau, number=row.number, '
    'themes=row.themes|join(t("、")), title=row.title) }}'
)


def unit(words: str) -> str:
    """A unit as the second line of a column's head."""
    return f'{{{{ t("（{{unit}}）", unit={words}) }}}}'


def _values(*head: str, scope: float, standard: float) -> tuple[Column, ...]:
    """The columns of a table of indicators but for the place; the values' head says their unit."""
    return (
        Column(head="单位", width=15, lines=("{{ row.bureau }}",)),
        Column(head="范围和期间", width=scope, lines=("{{ row.scope }}", "{{ row.period }}")),
        Column(head=head, width=23, lines=number("row.figure"), style="TableNumber"),
        Column(
            head="同比变化和公布的排名",
            width=30,
            lines=("{{ row.change }}", '{{ t("排名：{rank}", rank=row.rank) }}'),
        ),
        Column(head="达标情况", width=standard, lines=("{{ row.standard }}",)),
    )


def indicators() -> str:
    """环境质量: a table a metric; comparable groups first, then what stands apart."""
    columns = (
        *_values("数值", unit("table.unit"), scope=37, standard=33.5),
        Column(head="位次", width=17.5, lines=("{{ row.place }}",), style="TableWord"),
    )
    reason = '{{ t("单独列出，不排位次：{reason}", reason=same[0].reason) }}'
    comparable, apart = band(columns, COMPARABLE), band(columns, reason)
    groups = each(
        "group in table.groups", columns, comparable + loop("row in group.rows", columns)
    ) + each('same in table.apart|runs("reason")', columns, apart + loop("row in same", columns))
    return (
        heading()
        + charts()
        + tag('for table in comparison.indicators|selectattr("groups")')
        + text("Heading2", "{{ table.name }}")
        + caption("TableCaption", "表", "{{ table.name }}")
        + table(columns, groups)
        + optional(
            "table.missing or table.note",
            text("Note", f"{{% if table.missing %}}{MISSING}{{% endif %}}{{{{ table.note }}}}"),
        )
        + tag("endfor")
        + _alone()
    )


def _alone() -> str:
    """The metrics of which no two values compare, together in one table without places."""
    columns = _values("数值", scope=44, standard=44)
    values = band(columns, ALONE) + loop("row in same", columns)
    metrics = each(
        'table in comparison.indicators|rejectattr("groups")',
        columns,
        each('same in table.apart|runs("reason")', columns, values),
    )
    return optional(
        'comparison.indicators|rejectattr("groups")|list',
        text("Heading2", "不能比较的指标")
        + caption("TableCaption", "表", "没有两家的期间、范围相同的指标")
        + table(columns, metrics),
    )


def inspection() -> str:
    """督察与整改: tallies with the rates as printed and as computed."""
    state = "{{ row.state }}{% if row.note %}；{{ row.note }}{% endif %}"
    columns = (
        Column(head="单位", width=15, lines=("{{ row.bureau }}",)),
        Column(head="来源和事项", width=27, lines=("{{ row.source }}", "{{ row.subject }}")),
        Column(head="总数", width=15.5, lines=number("row.total"), style="TableNumber"),
        Column(head="已完成", width=15.5, lines=number("row.done"), style="TableNumber"),
        Column(head="未完成", width=17.5, lines=number("row.pending"), style="TableNumber"),
        Column(
            head=("原文比率", unit('"%"')),
            width=17.5,
            lines=number("row.printed_rate"),
            style="TableNumber",
        ),
        Column(
            head=("计算比率", unit('"%"')),
            width=17.5,
            lines=("{{ row.computed_rate|aligned }}",),
            style="TableNumber",
        ),
        Column(head="期间和进展", width=30.5, lines=("{{ row.period }}", state)),
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


def matrix(sections: Sections) -> str:
    """问题—整改矩阵: the reports that name none, a row a named problem, the overview by theme."""
    columns = (
        Column(head="问题", width=38, lines=("{{ row.problem|marked }}",)),
        Column(head="原因", width=21, lines=("{{ row.cause }}",)),
        Column(head="已做工作", width=41, lines=passages("row.measures")),
        Column(head="下一年承诺", width=38.5, lines=passages("row.commitments")),
        Column(head="回应", width=17.5, lines=("{{ row.state }}",)),
    )
    return (
        heading()
        + charts()
        + tag("for gap in comparison.gaps")
        + text("Note", "{{ gap.text }}")
        + tag("endfor")
        + caption("TableCaption", "表", "各单位写明的问题和对应的工作、承诺")
        + table(
            columns,
            each(
                "row in comparison.matrix",
                columns,
                band(columns, PROBLEM) + plain_row(columns),
                none="各份报告都没有写明自身的问题。",
            ),
        )
        + spread("comparison.overview|fitted", sections)
    )


def services() -> str:
    """执法、信访与服务: what two or more bureaus report, side by side."""
    columns = (
        Column(head="单位", width=17, lines=("{{ row.bureau }}",)),
        Column(head="事项", width=58, lines=("{{ row.label }}",)),
        Column(head="数值", width=19, lines=("{{ row.figure|aligned }}",), style="TableNumber"),
        Column(head="计量单位", width=18, lines=("{{ row.unit }}",), style="TableWord"),
        Column(head="出处", width=15, lines=("{{ row.figure|origin }}",), style="TableWord"),
        Column(head="期间", width=29, lines=("{{ row.period }}",)),
    )
    title = (
        '{{ t("{title}（{unit}）", title=group.title, unit=group.unit) }}'
        "{% if group.note %}；{{ group.note }}{% endif %}"
    )
    groups = each(
        "group in comparison.quantities",
        columns,
        band(columns, title) + loop("row in group.rows", columns),
        none="没有两个以上单位都写明的同类数字。",
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", "两个以上单位都有的数字")
        + table(columns, groups)
        + text("Note", "各单位名目不尽相同，只并列、不排序。")
    )


def commitments(sections: Sections) -> str:
    """下一年承诺: the overview by theme, then a table a bureau."""
    columns = (
        Column(head="序号", width=10, lines=("{{ row.number }}",), style="TableWord"),
        Column(head="承诺原文", width=69.5, lines=("{{ row.passage|marked }}",)),
        Column(head="主题", width=18, lines=('{{ row.themes|join(t("、")) }}',)),
        Column(head="目标与期限", width=24, lines=("{{ row.goal }}",)),
        Column(head="可核查性", width=17.5, lines=("{{ row.checkable }}",)),
        Column(head="回应问题", width=17, lines=("{{ row.answers }}",)),
    )
    rows = each(
        'same in table.rows|runs("heading")',
        columns,
        band(columns, "{{ same[0].heading }}") + loop("row in same", columns),
    )
    return (
        heading()
        + charts()
        + spread("comparison.promises|fitted", sections)
        + tag("for table in comparison.commitments")
        + text("Heading2", "{{ table.bureau }}")
        + text("Lead", "{{ table.summary }}")
        + optional(
            "table.rows",
            caption("TableCaption", "表", "{{ table.title }}") + table(columns, rows),
        )
        + tag("endfor")
        + _followups()
    )


def _followups() -> str:
    """What became of the promises of the year before, where both years' reports are there."""
    columns = (
        Column(head="序号", width=10, lines=("{{ row.number }}",), style="TableWord"),
        Column(head="上一年的承诺", width=55, lines=("{{ row.promise|marked }}",)),
        Column(head="目标", width=18, lines=("{{ row.target }}",)),
        Column(head="本年报告的情况", width=55, lines=passages("row.reported")),
        Column(head="兑现情况", width=18, lines=("{{ row.state }}",)),
    )
    rows = each(
        'same in comparison.followups|runs("bureau")',
        columns,
        band(columns, "{{ same[0].bureau }}") + loop("row in same", columns),
    )
    return optional(
        "comparison.followups",
        text("Heading2", "上一年承诺的兑现情况")
        + caption("TableCaption", "表", "上一年的承诺和本年报告的情况")
        + table(columns, rows),
    )
