"""The body of the Word template: the head, the contents and the nine parts with their tables.

What stands here is what a user finds in Word: plain headings, one row of tags a table, and grey
lines that open and close loops. Literal words are msgids, as in the HTML template.
"""

from __future__ import annotations

from builder.render.tables import TABLES
from builder.render.word.markup import (
    Run,
    band,
    caption,
    cell,
    close_field,
    each,
    loop,
    open_field,
    paragraph,
    plain_row,
    row,
    run,
    span,
    table,
    tag,
    text,
)
from tools.word_template.blocks import Sections, charts, columns_of, heading, optional, spread
from tools.word_template.comparisons import commitments, indicators, inspection, matrix, services

RECIPIENTS = '{{ t("{recipients}：", recipients=briefing.recipients) }}'
COVERED = (
    '{{ t("涉及单位：{bureaus}。", bureaus=comparison.bureaus|join(t("、"), attribute="short")) }}'
)
REFUSED = '{{ t("未能使用：{reason}。{advice}", reason=refusal.reason, advice=refusal.advice) }}'


def body(sections: Sections) -> str:
    """Everything between the body's tags, the last section's properties included."""
    blocks = {
        "findings": findings(),
        "materials": materials(),
        "indicators": indicators(),
        "inspection": inspection(),
        "matrix": matrix(sections),
        "services": services(),
        "commitments": commitments(sections),
        "quality": quality(),
        "evidence": evidence(sections),
    }
    chosen = "".join(
        tag(f'{"elif" if position else "if"} part.id == "{name}"') + block
        for position, (name, block) in enumerate(blocks.items())
    )
    looped = tag("for part in parts") + chosen + tag("endif") + tag("endfor")
    return head() + looped + sections.upright


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
        + optional("briefing.recipients", text("Normal", RECIPIENTS))
        + text("BodyText", COVERED)
        + text("BodyText", "数字后的标记指向附录中的原文出处，点击可以跳转。")
        + text("TOCHeading", "目录")
        + paragraph(
            "TOC1", open_field(r'TOC \o "1-1" \h \z \u'), run("生成时填入各级标题"), close_field()
        )
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
    """材料与可比性: two rows a report, and the files that could not be used."""
    columns = columns_of(
        "materials",
        ("{{ bureau.short }}", "{{ bureau.name }}"),
        ("{{ bureau.title }}", "{{ bureau.file }}"),
        ("{{ bureau.level }}", "{{ bureau.region }}"),
        ("{{ bureau.period }}", '{{ t("计划：{period}", period=bureau.plan_period) }}'),
        "{{ bureau.as_of }}",
        ("{{ bureau.publisher }}", "{{ bureau.published }}", "{{ bureau.source_kind }}"),
    )
    cautions = (
        '{{ t("使用时须注意：{cautions}", cautions=bureau.cautions|join(t("；")) or t("无")) }}'
    )
    first, *others = columns
    refused = row(
        cell(first.width, text("TableText", "{{ refusal.file }}")),
        cell(
            sum(column.width for column in others),
            text("TableText", REFUSED),
            columns=len(others),
        ),
    )
    return (
        heading()
        + caption("TableCaption", "表", TABLES["materials"].caption)
        + table(
            columns,
            each(
                "bureau in comparison.bureaus",
                columns,
                plain_row(columns) + span(columns, cautions, "TableText"),
            ),
            each("refusal in comparison.refused", columns, refused),
        )
        + charts()
    )


def quality() -> str:
    """数据质量: findings by report, and how many numbers of each text were understood."""
    columns = columns_of(
        "quality",
        "{{ row.bureau }}",
        "{{ row.level }}",
        "{{ row.kind }}",
        "{{ row.message }}",
        "{% if row.quote %}{{ row.quote }}{% else %}（全文）{% endif %}",
    )
    counts = columns_of(
        "coverage",
        "{{ row.bureau }}",
        "{{ row.numbers }}",
        "{{ row.in_facts }}",
        "{{ row.none }}",
        "{{ row.unread }}",
        '{% if row.examples %}{{ row.examples|join(t("；")) }}{% else %}无{% endif %}',
    )
    return (
        heading()
        + charts()
        + caption("TableCaption", "表", TABLES["quality"].caption)
        + table(columns, loop("row in comparison.quality", columns, none=TABLES["quality"].none))
        + caption("TableCaption", "表", TABLES["coverage"].caption)
        + table(counts, loop("row in comparison.coverage", counts))
    )


def evidence(sections: Sections) -> str:
    """附录: every fact used with its quote, the other figures, the data of the charts."""
    return (
        heading()
        + text(
            "Lead",
            "每条依次为标记、类别·内容、原文和在原文中的位置；除注明人工更正的以外，都由程序提取。",
        )
        + tag("for list in comparison.evidence")
        + text("Heading2", "{{ list.bureau }}")
        + tag('for under in list.entries|runs("section")')
        + text("EvidencePath", "{{ under[0].section }}")
        + tag('for same in under|runs("start", "end")')
        + text("Evidence", _entry())
        + tag("endfor")
        + tag("endfor")
        + tag("endfor")
        + optional("comparison.others", _others())
        + optional(
            "briefing.charts",
            text("Heading2", "图的数据")
            + tag("for chart in briefing.charts")
            + spread("chart|fitted", sections)
            + tag("endfor"),
        )
    )


def _entry() -> tuple[Run, ...]:
    """The marks of all facts that share a quote, the quote, and where it stands."""
    corrected = (
        "{% if entry.correction %}"
        '{{ t("（{correction}）", correction=entry.correction) }}{% endif %}'
    )
    return (
        Run(text="{% for entry in same %}"),
        Run(text="{{ entry|target }}", style="EvidenceTarget"),
        Run(text="{{ entry.kind }}·{{ entry.label }}" + corrected, style="Quiet"),
        Run(text="{% endfor %}：{{ same[0].quote }}"),
        Run(
            text='{{ t("（第{start}—{end}字）", start=same[0].start, end=same[0].end) }}',
            style="Quiet",
        ),
    )


def _others() -> str:
    """The figures that no table shows, a row a theme."""
    figures = (
        "{% for row in same %}{{ row.label }} {{ row.figure|marked }}"
        "{% if not loop.last %}；{% endif %}{% endfor %}"
    )
    columns = columns_of("others", '{{ same[0].themes|join(t("、")) }}', figures)
    rows = each(
        'own in comparison.others|runs("bureau")',
        columns,
        band(columns, "{{ own[0].bureau }}") + loop('same in own|runs("themes")', columns),
    )
    return (
        text("Heading2", "其他数字")
        + caption("TableCaption", "表", TABLES["others"].caption)
        + table(columns, rows)
    )
