"""docxtpl in one file: a Word template and the view in, the rendered document out.

Everything that is peculiar to docxtpl stays here. Names that do not exist are errors, characters
that XML forbids never reach it, and broken XML is not mended in silence.
"""

from __future__ import annotations

import io
import re
from functools import partial
from html import unescape
from typing import IO, TYPE_CHECKING, Any

import docx
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from builder.render.folder import TemplateError, default_templates, template_parts, word_template
from builder.render.sandbox import Sandbox
from builder.render.word.package import package
from builder.render.word.part_files import with_part_files
from builder.render.word.xmlsigns import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docx.document import Document

ELEMENT = re.compile(r"<[^>]*>")
TAG = re.compile(r"\{[{%].*?[}%]\}")
LONGEST_TOLD = 120


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template whose literal words go through the catalog before its tags are obeyed."""

    def __init__(self, file: IO[bytes], translated: Callable[[str], str]) -> None:
        super().__init__(file)
        self._translated = translated
        self._lines: list[str] = []

    def xml_to_string(self, xml: Any, encoding: str = "unicode") -> str:  # noqa: ANN401
        """A part as text; every part passes here once before it is rendered."""
        for element in xml.iter("{*}t"):
            element.text = translated_literals(element.text or "", self._translated)
        return str(super().xml_to_string(xml, encoding))

    def render_xml_part(self, src_xml: str, *given: Any) -> Any:  # noqa: ANN401
        """A part with its tags obeyed; its lines are kept so that an error can say where it was."""
        # Jinja sees a paragraph a line, for docxtpl puts each on its own.
        self._lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml).splitlines()
        return super().render_xml_part(src_xml, *given)

    def place(self, _file: str, line: int) -> str:
        """A line of the part that is being rendered, as who writes the template sees it."""
        markup = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        tags = TAG.findall(unescape(ELEMENT.sub("", markup)))
        return f"标记 {' '.join(tags)[:LONGEST_TOLD]} 处" if tags else f"第 {line} 段"

    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401
        """The tree of the rendered body; column widths stay as they are."""
        return etree.fromstring(xml)


def opened(
    file: Path, translated: Callable[[str], str], part_files: Mapping[str, Path]
) -> WordTemplate:
    """The template of a file, with what the `part_files` say in the places of their parts.

    Raises `TemplateError` where Word would not open it either.
    """
    parts = with_part_files(template_parts(file), part_files)
    template = WordTemplate(io.BytesIO(package(parts, compressed=False)), translated)
    try:
        template.init_docx()
        template.docx.element.body  # noqa: B018 -- it fails for another kind of XML
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            f"{file.name}：不是完好的 Word 文件（{error}）。请用 Word 打开后另存为 .docx。"
        ) from None
    return template


LITERAL = re.compile(r"\{[{%#].*?[}%#]\}|[^{]+|\{", re.DOTALL)


def translated_literals(words: str, translated: Callable[[str], str]) -> str:
    """Template text with the words between its tags translated."""
    return LITERAL.sub(partial(_piece, translated=translated), words)


def _piece(match: re.Match[str], *, translated: Callable[[str], str]) -> str:
    piece = match[0]
    bare = piece.strip()
    return piece if bare.startswith("{") or not bare else piece.replace(bare, translated(bare))


def _printable(value: object) -> object:
    """What a tag prints: never None, and only characters that XML can hold."""
    if value is None:
        raise ValueError("模板要打印的值是空的")
    if isinstance(value, Markup):
        return value
    return printable(value) if isinstance(value, str) else value


def program_template(profile: str) -> Document:
    """The program's own template of a profile, not rendered: styles are taken from it."""
    return docx.Document(str(word_template(default_templates(), profile)))


def rendered(template: WordTemplate, view: Mapping[str, Any]) -> Document:
    """The template with all its tags obeyed; it prints only what XML can hold."""
    template.render(dict(view), Sandbox(finalize=_printable))
    document: Document = template.docx
    return document
