"""Word files: paragraphs with their automatic numbers, tables, text boxes and notes in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from builder.config import Limits
from builder.model import Remark
from builder.read.docxstyles import OFF, Styles
from builder.read.numbering import Numbering
from builder.read.numerals import whole
from builder.read.packages import Package, attribute, child, children, local
from builder.read.pages import Page, hidden_words, is_telling
from builder.read.raised import raised, settled
from builder.read.refusal import Unreadable
from builder.read.signs import sign, unsigned
from builder.read.tables import table_lines
from builder.read.wrapping import heading, numbered

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What a reader of the printed page does not see: deletions, where moved text stood before; and
# spellings that stand over letters.
UNSEEN = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "rt"))
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
    styles = _part(package, main, "styles")
    document = Document(
        numbering=Numbering(_part(package, main, "numbering"), styles),
        styles=Styles(styles),
        notes={kind: _notes(_part(package, main, kind)) for kind in NOTES.values()},
    )
    return Page(
        text="\n".join(document.styled(body).lines(body)),
        media_type=MEDIA_TYPE,
        remarks=(*_remarks(body), *hidden_words(document.hidden(body))),
    )


@dataclass(slots=True, kw_only=True)
class Letters:
    """What one paragraph holds, as far as it was read; boxes and notes that follow it `aside`."""

    pieces: list[str] = field(default_factory=list)
    aside: list[etree._Element] = field(default_factory=list)
    bold: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        """Go on with these letters."""
        self.pieces.append(text)
        self.bold += len("".join(text.split())) * bold


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a paragraph needs to know of the rest of its file."""

    numbering: Numbering
    styles: Styles
    notes: dict[str, dict[str, etree._Element]]
    has_headings: bool = False

    def styled(self, body: etree._Element) -> Document:
        """The same document, knowing whether styles tell its headings."""
        found = any(local(item) == "p" and self.styles.is_heading(item) for item in body.iter())
        return replace(self, has_headings=found)

    def hidden(self, body: etree._Element) -> int:
        """How many paragraphs have hidden words that say something."""
        return sum(
            is_telling(self._hidden_words(item)) for item in body.iter() if local(item) == "p"
        )

    def _hidden_words(self, paragraph: etree._Element) -> str:
        runs = (run for run in children(paragraph, "r") if self.styles.shown(run, paragraph).hidden)
        return "".join(text.text or "" for run in runs for text in children(run, "t"))

    def lines(self, container: etree._Element) -> Iterator[str]:
        """The lines of a body, a cell, a text box or a note."""
        begun: list[etree._Element] = []
        for element in container:
            name = local(element)
            if name == "p":
                begun.append(element)
                if not _runs_on(element):
                    yield from self._paragraph(begun)
                    begun = []
            elif name == "tbl":
                yield from table_lines([self._row(row) for row in _rows(element)])
            elif name in WRAPPERS:
                yield from self.lines(element)
        if begun:
            yield from self._paragraph(begun)

    def _paragraph(self, parts: Sequence[etree._Element]) -> Iterator[str]:
        """The line of a paragraph, which is in several parts where ends of it were deleted."""
        number = self.numbering.number(parts[-1])
        letters = Letters()
        for part in parts:
            self._collect(part, part, letters)
        text = SPACES.sub("\n", settled("".join(letters.pieces))).strip()
        if self._is_heading(parts[0], letters, text):
            text = heading(text)
        if text:
            yield numbered(number, text)
        for element in letters.aside:
            yield from self.lines(element)

    def _is_heading(self, paragraph: etree._Element, letters: Letters, text: str) -> bool:
        """Whether a style tells that a paragraph is a heading, or, without any, its bold words."""
        if self.has_headings:
            return self.styles.is_heading(paragraph)
        return 0 < len("".join(text.split())) <= letters.bold

    def _collect(
        self, element: etree._Element, paragraph: etree._Element, letters: Letters
    ) -> None:
        """Read what stands under an element; text boxes and cited notes are put aside."""
        for item in element:
            name = local(item)
            if name == "r":
                self._run(item, paragraph, letters)
            elif name in {"txbxContent", *NOTES}:
                letters.aside.extend(self._aside(item, name))
            elif name == "sup":
                inner = Letters(aside=letters.aside)
                self._collect(item, paragraph, inner)
                letters.add(raised("".join(inner.pieces)), bold=False)
            elif name == "t":
                letters.add(item.text or "", bold=False)
            elif name not in UNSEEN:
                self._collect(item, paragraph, letters)

    def _aside(self, item: etree._Element, name: str) -> Iterator[etree._Element]:
        if name == "txbxContent":
            yield item
        elif (note := self.notes[NOTES[name]].get(attribute(item, "id") or "")) is not None:
            yield note

    def _run(self, run: etree._Element, paragraph: etree._Element, letters: Letters) -> None:
        shown = self.styles.shown(run, paragraph)
        if shown.hidden or shown.struck:
            return
        for item in run:
            name = local(item)
            if name == "t":
                text = unsigned(shown.font, item.text or "")
            elif name == "sym":
                text = sign(attribute(item, "font") or "", attribute(item, "char") or "")
            else:
                text = LETTERS.get(name, "")
            if text:
                letters.add(raised(text) if shown.raised else text, bold=shown.bold)
            elif name in {"txbxContent", *NOTES}:
                letters.aside.extend(self._aside(item, name))
            elif name not in UNSEEN:
                self._collect(item, paragraph, letters)

    def _row(self, row: etree._Element) -> list[list[str]]:
        """The cells of a row; those that a cell beside or above covers are empty."""
        before = attribute(child(row, "trPr", "gridBefore"), "val")
        cells: list[list[str]] = [[] for _ in range(min(whole(before, 0), WIDEST_SPAN))]
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            merges = (child(properties, "vMerge"), child(properties, "hMerge"))
            covered = any(
                merge is not None and attribute(merge, "val") != "restart" for merge in merges
            )
            cells.append([] if covered else list(self.lines(cell)))
            span = whole(attribute(child(properties, "gridSpan"), "val"), 1)
            cells.extend([] for _ in range(min(span, WIDEST_SPAN) - 1))
        return cells


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if local(element) in WRAPPERS:
            yield from _rows(element)
        elif local(element) == "tr" and not _is_unseen(child(element, "trPr")):
            yield element


def _is_unseen(row: etree._Element | None) -> bool:
    """Whether a row was deleted or hidden."""
    hidden = child(row, "hidden")
    return child(row, "del") is not None or (
        hidden is not None and attribute(hidden, "val") not in OFF
    )


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if local(element) in WRAPPERS:
            yield from _cells(element)
        elif local(element) == "tc":
            yield element


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on with it."""
    return child(paragraph, "pPr", "rPr", "del") is not None


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
