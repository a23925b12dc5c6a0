"""Both kinds of template as lines with their places, and a Word copy with comments at them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from builder.render.checking.tags import OPENER, TemplateLine, tag_end
from builder.render.folder import DOCUMENT, TemplateError, template_parts, template_text
from builder.render.word.package import package, unpacked
from builder.render.word.tree import PARSER, W, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from builder.render.checking.tags import TemplateProblem


def html_lines(path: Path) -> list[TemplateLine]:
    """The lines of a text template; a tag that runs over several is put on its first."""
    text = template_text(path)
    joined = _inner_ends(text)
    lines: list[TemplateLine] = []
    waiting: list[str] = []
    position = 0
    for number, words in enumerate(text.split("\n"), 1):
        waiting.append(words.strip() if waiting else words)
        position += len(words) + 1
        if position - 1 not in joined:
            start = number - len(waiting) + 1
            lines.append(TemplateLine(place=f"第 {start} 行", text=" ".join(waiting), number=start))
            waiting = []
    return lines


def _inner_ends(text: str) -> set[int]:
    """Where line ends stand inside tags."""
    ends: set[int] = set()
    position = 0
    while opened := OPENER.search(text, position):
        end = tag_end(text, opened)
        position = opened.end() if end is None else end
        ends.update(place for place in range(opened.start(), position) if text[place] == "\n")
    return ends


def word_lines(path: Path) -> list[TemplateLine]:
    """The paragraphs of a Word template, those of headers and footers last."""
    parts = template_parts(path)
    names = [DOCUMENT, *sorted(name for name in parts if _is_margin(name))]
    lines: list[TemplateLine] = []
    for name in names:
        try:
            lines += _paragraphs(name, parts[name], len(lines))
        except etree.XMLSyntaxError as error:
            raise TemplateError(
                f"{path.name}：里面的 {name} 不是完好的 XML（{error}）。请用 Word 打开后另存。"
            ) from None
    return lines


def _is_margin(name: str) -> bool:
    return name.startswith(("word/header", "word/footer"))


def _paragraphs(name: str, content: bytes, before: int) -> Iterator[TemplateLine]:
    root = etree.fromstring(content, PARSER)
    kinds = ("tbl", "tr", "tc")
    numbers = {
        element: number
        for kind in kinds
        for number, element in enumerate(root.iter(f"{W}{kind}"), 1)
    }
    place = "第 {} 段" if name == DOCUMENT else "页眉页脚第 {} 段"
    for number, line in enumerate(root.iter(f"{W}p"), 1):
        within = {
            kind: numbers[next(line.iterancestors(f"{W}{kind}"))] if _inside(line, kind) else 0
            for kind in kinds
        }
        yield TemplateLine(
            place=place.format(number),
            text=words_of(line),
            number=before + number,
            part=name,
            table=within["tbl"],
            row=within["tr"],
            cell=within["tc"],
        )


def _inside(line: etree._Element, kind: str) -> bool:
    return next(line.iterancestors(f"{W}{kind}"), None) is not None


def row_texts(lines: Iterable[TemplateLine]) -> dict[int, str]:
    """The whole text of each table row, by its number."""
    texts: dict[int, str] = {}
    for line in lines:
        texts[line.row] = texts.get(line.row, "") + line.text
    return texts


def commented(path: Path, problems: Iterable[TemplateProblem]) -> bytes:
    """A copy of a Word template with a comment at each problem of its body."""
    document = Document(str(path))
    lines = list(document.element.body.iter(f"{W}p"))
    for found in problems:
        if found.line.part == DOCUMENT:
            runs = Paragraph(lines[found.line.number - 1], document.part).runs
            document.add_comment(runs, found.message, "briefing", "")
    stream = io.BytesIO()
    document.save(stream)
    return package(unpacked(stream.getvalue()))
