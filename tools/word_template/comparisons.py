"""The parts of the template that set the reports side by side."""

from __future__ import annotations

from builder.render.tables import TABLES
from builder.render.word.markup import (
    band,
    caption,
    each,
    loop,
    plain_row,
    table,
    tag,
    text,
)
from tools.word_template.blocks import (
    Sections,
    charts,
    columns_of,
    heading,
    number,
    optional,
    passages,
    spread,
)

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


VALUES = (
    "{{ row.bureau }}",
    ("{{ row.scope }}", "{{ row.period }}"),
    number("row.figure"),
    ("{{ row.change }}", '{{ t("排名：{rank}", rank=row.rank) }}'),
    "{{ row.standard }}",
)
"""The cells of a row of indicators but for its place."""


def indicators() -> str:
    """环境质量: a table a metric; comparable groups first, then what stands apart."""
    columns = columns_of("indicators", *VALUES, "{{ row.place }}")
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
    columns = columns_of("apart", *VALUES)
    values = band(columns, ALONE) + loop("row in same", columns)
    metrics = each(
        'table in comparison.indicators|rejectattr("groups")',
        columns,
        each('same in table.apart|runs("reason")', columns, values),
    )
    return optional(
        'comparison.indicators|rejectattr("groups")|list',
        text("Heading2", "不能比较的指标")
        + caption("TableCaption", "表", TABLES["apart"].caption)
        + table(columns, metrics),
    )


def inspection() -> str:
    """督察与整改: tallies with the rates as printed and as computed."""
    state = "{{ row.state }}{% if row.note %}；{{ row.note }}{% endif %}"
    columns = columns_of(
        "inspection",
        "{{ row.bureau }}",
        ("{{ row.source }}", "{{ row.subject }}"),
        number("row.total"),
        number("row.done"),
        number("row.pending"),
        number("row.printed_rate"),
        "{{ row.computed_rate|aligned }}",
        ("{{ row.period }}", state),
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", TABLES["inspection"].caption)
        + table(
            columns,
            loop("row in comparison.tallies", columns, none=TABLES["inspection"].none),
        )
        + text("Note", "计算比率＝已完成÷总数，由本简报计算；原文没有写明总数或完成数的不计算。")
    )


def matrix(sections: Sections) -> str:
    """问题—整改矩阵: the reports that name none, a row a named problem, the overview by theme."""
    columns = columns_of(
        "matrix",
        "{{ row.problem|marked }}",
        "{{ row.cause }}",
        passages("row.measures"),
        passages("row.commitments"),
        "{{ row.state }}",
    )
    return (
        heading()
        + charts()
        + tag("for gap in comparison.gaps")
        + text("Note", "{{ gap.text }}")
        + tag("endfor")
        + caption("TableCaption", "表", TABLES["matrix"].caption)
        + table(
            columns,
            each(
                "row in comparison.matrix",
                columns,
                band(columns, PROBLEM) + plain_row(columns),
                none=TABLES["matrix"].none,
            ),
        )
        + spread("comparison.overview|fitted", sections)
    )


def services() -> str:
    """执法、信访与服务: what two or more bureaus report, side by side."""
    columns = columns_of(
        "services",
        "{{ row.bureau }}",
        "{{ row.label }}",
        "{{ row.figure|aligned }}",
        "{{ row.unit }}",
        "{{ row.figure|origin }}",
        "{{ row.period }}",
    )
    title = (
        '{{ t("{title}（{unit}）", title=group.title, unit=group.unit) }}'
        "{% if group.note %}；{{ group.note }}{% endif %}"
    )
    groups = each(
        "group in comparison.quantities",
        columns,
        band(columns, title) + loop("row in group.rows", columns),
        none=TABLES["services"].none,
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", TABLES["services"].caption)
        + table(columns, groups)
        + text("Note", "各单位名目不尽相同，只并列、不排序。")
    )


def commitments(sections: Sections) -> str:
    """下一年承诺: the overview by theme, then a table a bureau."""
    columns = columns_of(
        "commitments",
        "{{ row.number }}",
        "{{ row.passage|marked }}",
        '{{ row.themes|join(t("、")) }}',
        "{{ row.goal }}",
        "{{ row.checkable }}",
        "{{ row.answers }}",
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
    columns = columns_of(
        "followups",
        "{{ row.number }}",
        "{{ row.promise|marked }}",
        "{{ row.target }}",
        passages("row.reported"),
        "{{ row.state }}",
    )
    rows = each(
        'same in comparison.followups|runs("bureau")',
        columns,
        band(columns, "{{ same[0].bureau }}") + loop("row in same", columns),
    )
    return optional(
        "comparison.followups",
        text("Heading2", "上一年承诺的兑现情况")
        + caption("TableCaption", "表", TABLES["followups"].caption)
        + table(columns, rows),
    )
