"""Word files: paragraphs with their automatic numbers, tables, text boxes and notes in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.config import Limits
from builder.model import Remark
from builder.read.numbering import Numbering
from builder.read.numerals import whole
from builder.read.packages import Package, attribute, child, local
from builder.read.pages import Page
from builder.read.refusal import Unreadable
from builder.read.tables import table_lines
from builder.read.wrapping import numbered

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFF = frozenset(("0", "false", "off"))
# What a reader of the printed page does not see: deletions and where moved text stood before.
UNSEEN = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback"))
# Containers of paragraphs that are no paragraph themselves.
WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice")
)
LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
WIDEST_SPAN = 100
SPACES = re.compile(r"[^\S\n]*\n[^\S\n]*")
OTHERS = (
    ("xl/", "是Excel 工作簿，不是工作报告可用的格式"),
    ("ppt/", "是PowerPoint 演示文稿，不是工作报告可用的格式"),
    ("META-INF/manifest.xml", "是OpenDocument 或类似格式的文件，不是工作报告可用的格式"),
)


def docx_page(file: str, data: bytes, limits: Limits) -> Page:
    """The text of a Word file, a paragraph or a row of a table to a line.

    Tracked insertions are read, deletions are not; text boxes and notes follow the paragraph
    that holds or cites them. Headers, footers and comments are no part of the report.
    Raises `Unreadable` where the file is no sound Word file.
    """
    package = Package(file, data, limits)
    main = package.related("", "officeDocument") or "word/document.xml"
    root = package.tree(main)
    body = child(root, "body")
    if body is None:
        raise _no_word_file(file, package)
    document = Document(
        numbering=Numbering(_part(package, main, "numbering"), _part(package, main, "styles")),
        notes={kind: _notes(_part(package, main, kind)) for kind in NOTES.values()},
    )
    return Page(
        text="\n".join(document.lines(body)),
        media_type=MEDIA_TYPE,
        remarks=_remarks(body),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a paragraph needs to know of the rest of its file."""

    numbering: Numbering
    notes: dict[str, dict[str, etree._Element]]

    def lines(self, container: etree._Element) -> Iterator[str]:
        """The lines of a body, a cell, a text box or a note."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from table_lines([self._row(row) for row in _rows(element)])
            elif name in WRAPPERS:
                yield from self.lines(element)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        number = self.numbering.number(paragraph)
        aside: list[etree._Element] = []
        text = SPACES.sub("\n", "".join(self._letters(paragraph, aside))).strip()
        if text:
            yield numbered(number, text)
        for element in aside:
            yield from self.lines(element)

    def _letters(self, element: etree._Element, aside: list[etree._Element]) -> Iterator[str]:
        """The text under an element; text boxes and cited notes go into `aside`."""
        for item in element:
            name = local(item)
            if name in UNSEEN or (name == "r" and _is_hidden(item)):
                continue
            if name == "t":
                yield item.text or ""
            elif name in LETTERS:
                yield LETTERS[name]
            elif name == "txbxContent":
                aside.append(item)
            elif name in NOTES:
                note = self.notes[NOTES[name]].get(attribute(item, "id") or "")
                aside.extend(() if note is None else (note,))
            else:
                yield from self._letters(item, aside)

    def _row(self, row: etree._Element) -> list[list[str]]:
        """The cells of a row; those that a cell beside or above covers are empty."""
        cells: list[list[str]] = []
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            covered = merge is not None and attribute(merge, "val") != "restart"
            cells.append([] if covered else list(self.lines(cell)))
            span = whole(attribute(child(properties, "gridSpan"), "val"), 1)
            cells.extend([] for _ in range(min(span, WIDEST_SPAN) - 1))
        return cells


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if local(element) in WRAPPERS:
            yield from _rows(element)
        elif local(element) == "tr" and child(element, "trPr", "del") is None:
            yield element


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if local(element) in WRAPPERS:
            yield from _cells(element)
        elif local(element) == "tc":
            yield element


def _is_hidden(run: etree._Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in OFF


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    name = package.related(main, kind)
    return None if name is None else package.tree(name)


def _notes(root: etree._Element | None) -> dict[str, etree._Element]:
    """Notes by their id; the separators between text and notes have a type."""
    found = (item for item in (() if root is None else root) if attribute(item, "type") is None)
    return {attribute(item, "id") or "": item for item in found}


def _remarks(body: etree._Element) -> tuple[Remark, ...]:
    embedded = sum(local(item) == "altChunk" for item in body)
    if not embedded:
        return ()
    return (
        Remark(
            message="文件里嵌入了 {count} 份其他文档，没有读取。",
            values=(("count", str(embedded)),),
        ),
    )


def _no_word_file(file: str, package: Package) -> Unreadable:
    for beginning, reason in OTHERS:
        if any(part.startswith(beginning) for part in package.names):
            return Unreadable(file, reason, "请把正文另存为 .docx、.pdf 或 .txt。")
    return Unreadable(
        file,
        "是压缩包，里面没有 Word 正文",
        "请先解压，再把里面的报告放入输入文件夹。",
    )
