"""The body of the Word template: head, a line for each part, foot.

What stands here is what a user finds in Word: a few fields, and one grey line for each part, which
may be moved or deleted. Literal words are msgids, as in the HTML template.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.model import PartName
from builder.model.look import Look
from builder.render.word.look import twips
from builder.render.word.markup import cell, paragraph, row, run, tab, table
from builder.render.word.names import Style

RECIPIENTS = '{{ t("报送：{recipients}", recipients=briefing.recipients) }}'
PRINTED = '{% if briefing.date %}{{ t("{date}印发", date=briefing.date) }}{% endif %}'
COPIES = '{{ t("共印{copies}份", copies=briefing.copies) }}'

Ids = Mapping[Style, str]


def body(look: Look, ids: Ids) -> str:
    """Everything between the body's tags but the properties of the last section."""
    shown = "".join(_tag(ids, f"{{{{p show(parts.{name}) }}}}") for name in PartName)
    return head(ids) + shown + foot(look, ids)


def head(ids: Ids) -> str:
    """Name, number, issuer and date over a black rule, and the headline."""
    imprint = (run("{{ briefing.issuer }}"), tab(), run("{{ briefing.date }}"))
    return (
        paragraph(ids[Style.NAME], run("{{ briefing.title }}"))
        + _optional(ids, "briefing.issue", paragraph(ids[Style.ISSUE], run("{{ briefing.issue }}")))
        + paragraph(ids[Style.IMPRINT], *imprint)
        + _optional(
            ids, "briefing.subtitle", paragraph(ids[Style.HEADLINE], run("{{ briefing.subtitle }}"))
        )
    )


def foot(look: Look, ids: Ids) -> str:
    """报尾: to whom the briefing goes, who made it, when, and in how many copies."""
    whole = twips(millimetres=look.text_width)
    half = whole // 2
    rows = (
        _row_tag(ids, whole, "if briefing.recipients"),
        row(_foot_cell(ids, whole, RECIPIENTS, columns=2)),
        _row_tag(ids, whole, "endif"),
        row(
            _foot_cell(ids, half, "{{ briefing.issuer }}"),
            _foot_cell(ids, whole - half, PRINTED, right=True),
        ),
        _row_tag(ids, whole, "if briefing.copies"),
        row(_foot_cell(ids, whole, COPIES, columns=2, right=True)),
        _row_tag(ids, whole, "endif"),
    )
    made = table(ids[Style.FOOT_TABLE], (0, half, whole), *rows)
    return _optional(ids, "briefing.recipients or briefing.issuer", made)


def _foot_cell(ids: Ids, width: int, words: str, *, columns: int = 1, right: bool = False) -> str:
    style = Style.RIGHT_FOOT if right else Style.FOOT
    return cell(width, paragraph(ids[style], run(words)), columns=columns)


def _row_tag(ids: Ids, width: int, words: str) -> str:
    return row(cell(width, _tag(ids, f"{{%tr {words} %}}"), columns=2))


def _optional(ids: Ids, condition: str, block: str) -> str:
    """A block that is printed where the condition holds."""
    return _tag(ids, f"{{%p if {condition} %}}") + block + _tag(ids, "{%p endif %}")


def _tag(ids: Ids, words: str) -> str:
    """A paragraph that holds nothing but a tag and goes away when it is obeyed."""
    return paragraph(ids[Style.TAG], run(words))
