"""Templates as a user writes them, with rows of their own: what is checked is no file of the tree.

The Word file is one paragraph or row a line, as `WORD` has them.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from builder.model import PartName
from builder.model.look import PROFILES
from builder.render.folder import HTML, WORD
from builder.render.word.markup import DECLARATIONS, PROLOGUE, cell, paragraph, row, run, table
from builder.render.word.package import package, unpacked
from tools.word_template.maker import template

HEAD = (
    "{{ briefing.title }}",
    "{%p for finding in comparison.findings %}",
    "{{ loop.index }}. {{ finding.text }}",
    "{%p endfor %}",
    "{%p with first = comparison.bureaus %}",
    "{%p for row in first %}",
    "{{ row.title|upper }}",
    "{%p endfor %}",
    "{%p endwith %}",
    *(f"{{{{p show(parts.{name}) }}}}" for name in PartName),
)
ROWS = ("{%tr for bureau in comparison.bureaus %}", "{{ bureau.short }}", "{%tr endfor %}")
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1361"'
    ' w:bottom="1304" w:left="1361" w:header="850" w:footer="794" w:gutter="0"/></w:sectPr>'
)
PAGE = """<!DOCTYPE html>
<html lang="{{ language }}">
<title>{{ briefing.title }}</title>
{% for part in parts %}
{% if part.id == "findings" %}
<h2>{{ part.title }}</h2>
{% endif %}
{% endfor %}
{% for bureau in comparison.bureaus %}
<p>{{ bureau.short }}</p>
{% endfor %}
"""


def write(
    folder: Path, *, word: tuple[str, str] = ("", ""), html: tuple[str, str] = ("", "")
) -> Path:
    """Both templates in a folder, with a text of each replaced."""
    parts = unpacked(template(PROFILES["briefing"]))
    lines = "".join(paragraph("BodyText", run(line)) for line in HEAD)
    rows = (row(cell(9000, paragraph("BodyText", run(line)))) for line in ROWS)
    body = lines + table("TableNormal", (0, 9000), *rows) + SECTION
    old, new = map(escape, word)
    assert old in body
    document = f"<w:document {DECLARATIONS}><w:body>{body.replace(old, new, 1)}</w:body>"
    parts["word/document.xml"] = f"{PROLOGUE}{document}</w:document>".encode()
    (folder / WORD).write_bytes(package(parts))
    assert html[0] in PAGE
    (folder / HTML).write_text(PAGE.replace(*html, 1), encoding="utf-8")
    return folder
