"""The body of the Word template: the head, the contents and the nine parts with their tables.

What stands here is what a user finds in Word: plain headings, one grey line for the tables of a
part, and grey lines that open and close loops. Literal words are msgids, as in the HTML template.
"""

from __future__ import annotations

from builder.model import PartName
from builder.render.word.markup import Run, close_field, open_field, paragraph, run, tag, text
from tools.word_template.blocks import charts, heading, optional, tables

RECIPIENTS = '{{ t("{recipients}：", recipients=briefing.recipients) }}'
COVERED = (
    '{{ t("涉及单位：{bureaus}。", bureaus=comparison.bureaus|join(t("、"), attribute="short")) }}'
)


def body(section: str) -> str:
    """Everything between the body's tags, the last section's properties included."""
    chosen = "".join(
        tag(f'{"elif" if position else "if"} part.id == "{name}"') + part(name)
        for position, name in enumerate(PartName)
    )
    looped = tag("for part in parts") + chosen + tag("endif") + tag("endfor")
    return head() + looped + section


def part(name: PartName) -> str:
    """A part: its heading, its charts, its tables."""
    match name:
        case PartName.FINDINGS:
            return findings()
        case PartName.MATRIX:
            return matrix()
        case PartName.EVIDENCE:
            return evidence()
    return heading() + charts() + tables(name)


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
        + text("BodyText", "{{ loop.index }}. {{ finding|marked }}")
        + tag("endfor")
        + charts()
    )


def matrix() -> str:
    """问题—整改矩阵: the reports that name no problem, then the tables."""
    gaps = tag("for gap in comparison.gaps") + text("Note", "{{ gap.text }}") + tag("endfor")
    return heading() + charts() + gaps + tables(PartName.MATRIX)


def evidence() -> str:
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
        + tables(PartName.EVIDENCE)
    )


def _entry() -> tuple[Run, ...]:
    """The marks of all facts that share a quote, the quote, and where it stands."""
    remarks = "".join(
        f'{{% if entry.{name} %}}{{{{ t("（{{{name}}}）", {name}=entry.{name}) }}}}{{% endif %}}'
        for name in ("correction", "doubt")
    )
    return (
        Run(text="{% for entry in same %}"),
        Run(text="{{ entry|target }}", style="EvidenceTarget"),
        Run(text="{{ entry.kind }}·{{ entry.label }}" + remarks, style="Quiet"),
        Run(text="{% endfor %}：{{ same[0].quote }}"),
        Run(
            text='{{ t("（第{start}—{end}字）", start=same[0].start, end=same[0].end) }}',
            style="Quiet",
        ),
    )
