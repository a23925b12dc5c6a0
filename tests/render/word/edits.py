"""What a secretary does to the Word template, each as a function from its parts to its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from builder.render.word.markup import cell, close_field, open_field, paragraph, row, run, table
from builder.render.word.package import unpacked
from tests.pageparts import PNG

HERE = Path(__file__).parent
OWN = HERE.parents[2] / "templates" / "briefing.docx"
LIBREOFFICE = HERE / "templates" / "libreoffice.docx"
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDPROCESSING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

Parts = Mapping[str, bytes]


def own() -> dict[str, bytes]:
    """The program's own template."""
    return unpacked(OWN.read_bytes())


def saved_by_libreoffice() -> dict[str, bytes]:
    """The same as LibreOffice 7.4 saved it: ids numbered, no content types in front."""
    return unpacked(LIBREOFFICE.read_bytes())


def changed(parts: Parts, name: str, *changes: tuple[str, str]) -> dict[str, bytes]:
    """One part with texts replaced, each where it first stands."""
    words = parts[name].decode()
    for before, after in changes:
        assert before in words
        words = words.replace(before, after, 1)
    return {**parts, name: words.encode()}


def tag_line(parts: Parts, name: str) -> str:
    """The paragraph of a part's tag."""
    words = parts[DOCUMENT].decode()
    (line,) = (
        each for each in re.findall(r"<w:p>.*?</w:p>", words) if f"show(parts.{name})" in each
    )
    return str(line)


def with_logo(parts: Parts) -> dict[str, bytes]:
    """A picture in the header."""
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{WORDPROCESSING}" distT="0" distB="0" distL="0"'
        ' distR="0"><wp:extent cx="720000" cy="360000"/><wp:docPr id="1" name="logo"'
        f' descr="单位标志"/><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" name="logo"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="720000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    related = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://'
        'schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/image" Target="media/logo.png"/></Relationships>'
    )
    made = changed(parts, HEADER, ("<w:r>", f"<w:r>{drawing}</w:r><w:r>"))
    kind = '<Default Extension="png" ContentType="image/png"/>'
    made = changed(made, "[Content_Types].xml", ("<Override ", f"{kind}<Override "))
    return {
        **made,
        "word/_rels/header1.xml.rels": related.encode(),
        "word/media/logo.png": PNG,
    }


def with_footer_words(parts: Parts) -> dict[str, bytes]:
    """Words of one's own before the page number."""
    return changed(parts, "word/footer1.xml", ("— </w:t>", "内部资料　— </w:t>"))


def with_other_fonts(parts: Parts) -> dict[str, bytes]:
    """正文 in another font and size; 标题 1 in another font."""
    words = parts[STYLES].decode()
    for name, old, new in (
        ("Normal", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="华文仿宋"'),
        ("Normal", '<w:sz w:val="24"/>', '<w:sz w:val="28"/>'),
        ("heading 1", 'w:eastAsia="黑体"', 'w:eastAsia="华文中宋"'),
    ):
        start = words.index(f'<w:name w:val="{name}"/>')
        end = words.index("</w:style>", start)
        words = words[:start] + words[start:end].replace(old, new) + words[end:]
    return {**parts, STYLES: words.encode()}


def without_part(parts: Parts, name: str) -> dict[str, bytes]:
    """A part's line deleted."""
    return changed(parts, DOCUMENT, (tag_line(parts, name), ""))


def with_part_before(parts: Parts, name: str, other: str) -> dict[str, bytes]:
    """A part's line cut and pasted before another one."""
    line, there = tag_line(parts, name), tag_line(parts, other)
    return changed(parts, DOCUMENT, (line, ""), (there, line + there))


def with_paragraph(parts: Parts) -> dict[str, bytes]:
    """A heading and a paragraph of one's own with a field before the evidence."""
    there = tag_line(parts, "evidence")
    own_words = paragraph("Heading1", run("编者按")) + paragraph(
        "BodyText", run("本期由{{ briefing.issuer }}编写，共{{ briefing.copies }}份。")
    )
    return changed(parts, DOCUMENT, (there, own_words + there))


def with_table(parts: Parts) -> dict[str, bytes]:
    """A table of one's own with fields, a row for each part."""
    there = tag_line(parts, "evidence")
    lines = ("{%tr for part in briefing.parts %}", "{{ part.title }}", "{%tr endfor %}")
    rows = (row(cell(9000, paragraph("BodyText", run(line)))) for line in lines)
    return changed(parts, DOCUMENT, (there, table("TableNormal", (0, 9000), *rows) + there))


def with_numbered_ids(parts: Parts) -> dict[str, bytes]:
    """Style ids numbered anew, as WPS does when it saves."""
    identifiers = re.findall(r'w:styleId="(\w+)"', parts[STYLES].decode())
    new = {identifier: f"a{number}" for number, identifier in enumerate(identifiers)}
    reference = re.compile(
        r'(w:styleId=|<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=)"(\w+)"'
    )

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}"{new[match[2]]}"'

    return {
        name: reference.sub(renamed, data.decode()).encode() if name.endswith(".xml") else data
        for name, data in parts.items()
    }


def with_contents_control(parts: Parts) -> dict[str, bytes]:
    """Word's automatic table of contents, in a content control."""
    there = tag_line(parts, "overview")
    field = (
        paragraph("TOC1", open_field(r'TOC \o "1-2" \h \z \u'), run("更新域"))
        + "<w:p>"
        + close_field()
        + "</w:p>"
    )
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{field}</w:sdtContent></w:sdt>"
    )
    return changed(parts, DOCUMENT, (there, control + there))


def without_properties(parts: Parts) -> dict[str, bytes]:
    """A template without core properties, with paragraphs that have no properties of their own."""
    bare = re.sub(r"<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>", "", parts[DOCUMENT].decode())
    made = {**parts, DOCUMENT: bare.encode()}
    del made["docProps/core.xml"]
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    named = f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/>'
    made = changed(made, "[Content_Types].xml", (named, ""))
    listed = re.sub(r'<Relationship Id="rId2"[^>]*/>', "", made["_rels/.rels"].decode())
    return {**made, "_rels/.rels": listed.encode()}


def without_page(parts: Parts) -> dict[str, bytes]:
    """A body that says nothing of its page, as other programs write it."""
    words = parts[DOCUMENT].decode()
    return {**parts, DOCUMENT: re.sub(r"<w:sectPr>.*</w:sectPr>", "", words).encode()}


def with_part_in_a_cell(parts: Parts, name: str) -> dict[str, bytes]:
    """A part put into a table of one's own, in a cell of 60 mm."""
    line = tag_line(parts, name)
    return changed(parts, DOCUMENT, (line, table("TableNormal", (0, 3402), row(cell(3402, line)))))


def with_split_tag(parts: Parts, name: str) -> dict[str, bytes]:
    """A tag in several runs, as Word leaves it after its spelling was checked."""
    line = tag_line(parts, name)
    split = line.replace("show(", '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>show(')
    return changed(parts, DOCUMENT, (line, split))
