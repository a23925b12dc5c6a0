"""Templates as a user writes them, with rows of their own: what is checked is no file of the tree.

The Word file is one paragraph or row a line, as `WORD` has them.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from builder.render.folder import HTML, WORD
from builder.render.word.look import GBT9704
from builder.render.word.markup import DECLARATIONS, PROLOGUE, cell, row, tables_element, text
from builder.render.word.package import package, unpacked
from tools.word_template.maker import template

HEAD = (
    "{{ briefing.title }}",
    "{%p for finding in comparison.findings %}",
    "{{ loop.index }}. {{ finding.text }}",
    "{%p endfor %}",
    "{%p with first = comparison.matrix %}",
    "{%p for row in first %}",
    "{{ row.problem|marked }}",
    "{%p endfor %}",
    "{%p endwith %}",
    "{{p show(tables.matrix) }}",
)
ROWS = ("{%tr for row in comparison.tallies %}", "{{ row.subject }}", "{%tr endfor %}")
PAGE = """<!DOCTYPE html>
<html lang="{{ language }}">
<title>{{ briefing.title }}</title>
{% for part in parts %}
{% if part.id == "findings" %}
<h2>{{ part.heading }}</h2>
{% endif %}
{% endfor %}
{% for row in comparison.tallies %}
<p>{{ row.subject }}</p>
{% endfor %}
{% for table in tables.matrix %}
<p>{{ table.caption }}</p>
{% endfor %}
"""


def write(
    folder: Path, *, word: tuple[str, str] = ("", ""), html: tuple[str, str] = ("", "")
) -> Path:
    """Both templates in a folder, with a text of each replaced."""
    parts = unpacked(template(GBT9704))
    lines = "".join(text("BodyText", line) for line in HEAD)
    rows = (row(cell(156, text("TableText", line))) for line in ROWS)
    body = lines + tables_element([156], *rows)
    old, new = map(escape, word)
    assert old in body
    document = f"<w:document {DECLARATIONS}><w:body>{body.replace(old, new, 1)}</w:body>"
    parts["word/document.xml"] = f"{PROLOGUE}{document}</w:document>".encode()
    (folder / WORD).write_bytes(package(parts))
    assert html[0] in PAGE
    (folder / HTML).write_text(PAGE.replace(*html, 1), encoding="utf-8")
    return folder
