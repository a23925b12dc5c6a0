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
            "每条是一句原文，句前为标记，引用的数字加粗；除注明人工更正的以外，都由程序提取，"
            "逐项内容见 Excel 文件。",
        )
        + tag("for list in comparison.evidence")
        + text("Heading2", "{{ list.bureau }}")
        + tag('for under in list.sentences|runs("section")')
        + text("EvidencePath", "{{ under[0].section }}")
        + tag("for sentence in under")
        + text("Evidence", _sentence())
        + tag("endfor")
        + tag("endfor")
        + tag("endfor")
        + tables(PartName.EVIDENCE)
    )


def _sentence() -> tuple[Run, ...]:
    """The marks of a sentence, its words, and what must be known of its facts."""
    return (
        Run(text="{% for place in sentence.places %}"),
        Run(text="{{ place|target }}", style="EvidenceTarget"),
        Run(text="{% endfor %}{{ sentence|marked }}"),
        Run(
            text='{% for remark in sentence.remarks %}{{ t("（{remark}）", remark=remark) }}'
            "{% endfor %}",
            style="Quiet",
        ),
    )
