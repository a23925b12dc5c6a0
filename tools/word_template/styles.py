"""The paragraph and character styles of the Word template, in the measures of a look.

Every style that is not named here with a font of its own takes it from 正文, so that a user who
changes 正文 changes the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.render.word.look import BAND, GBT9704, LEADING, twips

if TYPE_CHECKING:
    from builder.config import Fonts
    from builder.render.word.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph or character style: its properties are WordprocessingML in the schema's order."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    kind: str = "paragraph"
    paragraph: str = ""
    run: str = ""


def styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    """All paragraph and character styles of the template, 正文 first."""
    return (
        Style(
            id="Normal",
            name="Normal",
            based_on="",
            paragraph=_exact(look.line) + _aligned("both"),
            run=_fonts(fonts.body, fonts.latin) + _spaced(look.spacing) + _size(look.body),
        ),
        *_head_styles(look, fonts),
        *_heading_styles(look, fonts),
        *_text_styles(look, fonts),
        *_table_styles(look, fonts),
        *_contents_styles(look, fonts),
        *_character_styles(look),
    )


def _head_styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    return (
        Style(
            id="Title",
            name="Title",
            following="Subtitle",
            paragraph=_exact(look.title * 1.6, before=look.line, after=look.line / 2)
            + _aligned("center"),
            run=_fonts(fonts.title, fonts.latin) + _spaced(0) + _size(look.title),
        ),
        Style(
            id="Subtitle",
            name="Subtitle",
            following="BodyText",
            paragraph=_exact(look.line) + _aligned("center"),
            run=_fonts(fonts.heading2, fonts.latin),
        ),
        Style(id="Masthead", name="简报期号", following="Title", paragraph=_masthead()),
    )


def _masthead() -> str:
    """The optional line of a numbered briefing, closed by a black rule and never a red one."""
    rule = '<w:bottom w:val="single" w:sz="8" w:space="4" w:color="auto"/>'
    right = f'<w:tab w:val="right" w:pos="{twips(millimetres=GBT9704.page.text_width)}"/>'
    return f"<w:pBdr>{rule}</w:pBdr><w:tabs>{right}</w:tabs>{_aligned('left')}"


def _heading_styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    faces = (fonts.heading1, fonts.heading2, "", "")
    levels = enumerate(zip(faces, look.headings, strict=True), 1)
    return tuple(
        Style(
            id=f"Heading{level}",
            name=f"heading {level}",
            following="BodyText",
            paragraph="<w:keepNext/><w:keepLines/>"
            + _exact(look.line, before=6)
            + _indented(2)
            + f'<w:outlineLvl w:val="{level - 1}"/>',
            run=(_fonts(face, fonts.latin) if face else "")
            + (_size(size) if size != look.body else ""),
        )
        for level, (face, size) in levels
    )


def _text_styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    small = _spaced(0) + _size(look.table)
    return (
        Style(id="BodyText", name="Body Text", paragraph=_indented(2)),
        Style(
            id="Lead",
            name="表前文字",
            paragraph="<w:keepNext/>" + _exact(look.table * LEADING) + _aligned("left"),
            run=small,
        ),
        Style(
            id="Note",
            name="表注",
            following="BodyText",
            paragraph=_exact(look.table * LEADING, before=2, after=8) + _aligned("left"),
            run=small,
        ),
        Style(
            id="Picture",
            name="图片",
            following="Caption",
            paragraph="<w:keepNext/>" + _single(before=6) + _aligned("center"),
        ),
        Style(
            id="Caption",
            name="caption",
            following="BodyText",
            paragraph="<w:keepLines/>"
            + _exact(look.table * LEADING, before=2, after=2)
            + _aligned("center"),
            run=_fonts(fonts.heading1, fonts.latin) + _spaced(0) + _size(look.table),
        ),
        Style(
            id="TableCaption",
            name="表题",
            based_on="Caption",
            following="TableText",
            paragraph="<w:keepNext/>" + _exact(look.table * LEADING, before=5, after=3),
        ),
        Style(
            id="Footer",
            name="footer",
            paragraph=_single(),
            run=_fonts("宋体", "宋体") + _spaced(0) + _size(14),
        ),
        Style(
            id="FooterOdd",
            name="页码（单页）",
            based_on="Footer",
            paragraph=_ends(right=True) + _aligned("right"),
        ),
        Style(
            id="FooterEven",
            name="页码（双页）",
            based_on="Footer",
            paragraph=_ends(right=False) + _aligned("left"),
        ),
        Style(
            id="SectionBreak",
            name="分节",
            paragraph=_exact(1) + _aligned("left"),
            run=_size(1),
        ),
        Style(
            id="TemplateTag",
            name="模板标记",
            paragraph=_single() + _aligned("left"),
            run='<w:color w:val="7F7F7F"/>' + _spaced(0) + _size(9),
        ),
    )


def _table_styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    return (
        Style(
            id="TableText",
            name="表格文字",
            paragraph=_exact(look.table * LEADING) + _aligned("left"),
            run=_spaced(0) + _size(look.table),
        ),
        Style(
            id="EvidencePath",
            name="出处所在标题",
            based_on="TableText",
            following="Evidence",
            paragraph=f'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="{BAND}"/>'
            + _exact(look.table * LEADING, before=3, after=1),
        ),
        Style(
            id="Evidence",
            name="出处",
            based_on="TableText",
            paragraph=_hanging(3, look.table),
        ),
        Style(
            id="TableHead",
            name="表头",
            based_on="TableText",
            paragraph="<w:keepNext/>" + _aligned("center"),
            run=_fonts(fonts.heading1, fonts.latin),
        ),
        Style(
            id="TableGroup",
            name="表内分组",
            based_on="TableText",
            paragraph="<w:keepNext/>",
            run=_fonts(fonts.heading1, fonts.latin),
        ),
        Style(
            id="TableNumber",
            name="表格数字",
            based_on="TableText",
            paragraph='<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' + _aligned("right"),
        ),
        Style(
            id="TableWord",
            name="表格短语",
            based_on="TableText",
            paragraph='<w:ind w:left="-50" w:right="-50"/>' + _aligned("center"),
        ),
    )


def _contents_styles(look: Look, fonts: Fonts) -> tuple[Style, ...]:
    width = twips(millimetres=look.page.text_width)
    right = f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
    line = min(look.line, 24)
    return (
        Style(
            id="TOCHeading",
            name="TOC Heading",
            following="BodyText",
            paragraph="<w:keepNext/>"
            + _exact(look.line, before=look.line / 2)
            + _aligned("center"),
            run=_fonts(fonts.heading1, fonts.latin),
        ),
        Style(
            id="TOC1",
            name="toc 1",
            paragraph=f"<w:tabs>{right}</w:tabs>" + _exact(line) + _aligned("left"),
            run=_fonts(fonts.heading1, fonts.latin) + _size(14 if look is GBT9704 else look.body),
        ),
        Style(
            id="TOC2",
            name="toc 2",
            paragraph=f"<w:tabs>{right}</w:tabs>"
            + _exact(line - 3)
            + '<w:ind w:leftChars="200" w:left="560"/>'
            + _aligned("left"),
            run=_size(12),
        ),
    )


def _character_styles(look: Look) -> tuple[Style, ...]:
    return (
        Style(
            id="DefaultParagraphFont",
            name="Default Paragraph Font",
            based_on="",
            kind="character",
        ),
        Style(
            id="EvidenceMark",
            name="证据标记",
            based_on="DefaultParagraphFont",
            kind="character",
            run=_coloured(look.mark) + _size(9),
        ),
        Style(
            id="EvidenceTarget",
            name="出处标记",
            based_on="DefaultParagraphFont",
            kind="character",
            run=_coloured(look.mark),
        ),
        Style(
            id="Cited",
            name="引用的数字",
            based_on="DefaultParagraphFont",
            kind="character",
            run="<w:b/>",
        ),
        Style(
            id="Quiet",
            name="次要文字",
            based_on="DefaultParagraphFont",
            kind="character",
            run=_coloured(look.quiet),
        ),
    )


def _fonts(east_asian: str, latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'
    )


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _coloured(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _spaced(points: float) -> str:
    return f'<w:spacing w:val="{twips(points=points)}"/>'


def _exact(points: float, *, before: float = 0, after: float = 0) -> str:
    return _distances(before, after, f'w:line="{twips(points=points)}" w:lineRule="exact"')


def _single(*, before: float = 0, after: float = 0) -> str:
    """Lines as high as what stands in them: exact spacing would crop pictures."""
    return _distances(before, after, 'w:line="240" w:lineRule="auto"')


def _distances(before: float, after: float, line: str) -> str:
    return f'<w:spacing w:before="{twips(points=before)}" w:after="{twips(points=after)}" {line}/>'


def _indented(characters: int) -> str:
    """First line indented by characters; the length beside it is for readers without them."""
    hundredths, length = characters * 100, twips(points=characters * GBT9704.body)
    return f'<w:ind w:firstLineChars="{hundredths}" w:firstLine="{length}"/>'


def _hanging(characters: int, size: float) -> str:
    """All lines but the first indented."""
    hundredths, length = characters * 100, twips(points=characters * size)
    return (
        f'<w:ind w:leftChars="{hundredths}" w:left="{length}"'
        f' w:hangingChars="{hundredths}" w:hanging="{length}"/>'
    )


def _ends(*, right: bool) -> str:
    """One character of the page number's size between it and the margin."""
    side = "right" if right else "left"
    return f'<w:ind w:{side}Chars="100" w:{side}="{twips(points=14)}"/>'


def _aligned(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'
