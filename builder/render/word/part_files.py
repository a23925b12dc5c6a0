"""Parts of the briefing that a file of the template folder sets in its own way: word/matrix.docx.

Such a file takes the place of the tag `{{p show(parts.matrix) }}` before the template is obeyed, so
that its tags see what the template's see, and `part` besides. Its styles are found by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from builder.render.folder import DOCUMENT, PARTS, TemplateError, template_parts
from builder.render.word.markup import NAMESPACES, run
from builder.render.word.stylebook import StyleBook
from builder.render.word.tree import PARSER, W, elements, words_of

STYLES = "word/styles.xml"
SHOW = re.compile(r"\bshow\(\s*parts\.(\w+)")
"""Which part a tag shows: {{p show(parts.matrix) }}."""
RELATED = f"{{{NAMESPACES['r']}}}"
NOTES = tuple(f"{W}{tag}" for tag in ("footnoteReference", "endnoteReference"))
# They are numbered through the whole document, or belong to the file as such.
LEFT_OUT = tuple(
    f"{W}{tag}"
    for tag in (
        *("numPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"),
        *("commentRangeStart", "commentRangeEnd", "commentReference"),
    )
)
STYLED = tuple(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle"))


def with_part_files(parts: Mapping[str, bytes], files: Mapping[str, Path]) -> dict[str, bytes]:
    """The parts of a Word template with the content of each file where its part is shown.

    Raises `TemplateError` for a file that has what only the template itself can have.
    """
    if not files or DOCUMENT not in parts or STYLES not in parts:
        return dict(parts)
    document, styles = (_root(parts[name]) for name in (DOCUMENT, STYLES))
    for line in list(document.iter(f"{W}p")):
        shown = SHOW.search(words_of(line))
        if shown and (file := files.get(shown[1])):
            parent = line.getparent()
            at = parent.index(line)
            parent[at : at + 1] = [*_before(shown[1]), *_content(file, styles), *_behind()]
    return {**parts, DOCUMENT: _written(document), STYLES: _written(styles)}


def part_body(file: Path) -> list[etree._Element]:
    """What a file says, without what a document has but once.

    Raises `TemplateError` where it has pictures, links or notes of its own.
    """
    try:
        body = _root(template_parts(file)[DOCUMENT]).find(f"{W}body")
    except etree.XMLSyntaxError as error:
        raise TemplateError(f"{PARTS}/{file.name}：不是完好的 Word 文件（{error}）。") from None
    if body is None:
        raise TemplateError(f"{PARTS}/{file.name}：里面没有 Word 正文。请用 Word 另存。")
    for number, line in enumerate(body.iter(f"{W}p"), 1):
        if _is_bound(line):
            raise TemplateError(
                f"{PARTS}/{file.name} 第 {number} 段：有图片、链接或脚注。"
                "它们只能放在 briefing.docx 里，请从这里删去。"
            )
    for element in list(body.iter(*LEFT_OUT)):
        element.getparent().remove(element)
    return list(body)


def _content(file: Path, styles: etree._Element) -> list[etree._Element]:
    """What a file says, in the styles of the template; those that it lacks come with it."""
    own = _root(template_parts(file).get(STYLES, b"<styles/>"))
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in own.iterchildren(f"{W}style")
        if style.find(f"{W}name") is not None
    }
    book, body = StyleBook(styles, own), part_body(file)
    for element in body:
        for styled in list(element.iter(*STYLED)):
            name = names.get(styled.get(f"{W}val"))
            if name is None:
                styled.getparent().remove(styled)
            else:
                styled.set(f"{W}val", book.named(name))
    return body


def _is_bound(line: etree._Element) -> bool:
    """Whether a paragraph leads to another part of its file."""
    return any(
        element.tag in NOTES or any(str(name).startswith(RELATED) for name in element.attrib)
        for element in line.iter(etree.Element)
    )


def _before(name: str) -> Iterator[etree._Element]:
    yield from _tags(f"{{%p for part in parts.{name} %}}", "{{p show.begin(part) }}")


def _behind() -> Iterator[etree._Element]:
    yield from _tags("{{p show.end(part) }}", "{%p endfor %}")


def _tags(*tags: str) -> Iterator[etree._Element]:
    return (each for tag in tags for each in elements(f"<w:p>{run(tag)}</w:p>"))


def _root(content: bytes) -> etree._Element:
    return etree.fromstring(content, PARSER)


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
