"""A style of the template as a record, and as WordprocessingML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.render.word.look import Measures, twips
from builder.render.word.names import Style

AUTO, EXACT, AT_LEAST = "auto", "exact", "atLeast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A style without its measures: WordprocessingML in the schema's order.

    `ahead` stands before the distances of a paragraph, `behind` after them; the same for runs.
    """

    style: Style
    based_on: Style | None = Style.NORMAL
    following: Style | None = None
    kind: str = "paragraph"
    ahead: str = ""
    behind: str = ""
    before: float | None = None
    after: float | None = None
    rule: str = EXACT
    run_ahead: str = ""
    run_behind: str = ""
    raised: bool = False

    @property
    def id(self) -> str:
        """The id of the style: that of Word's own, or its number among the styles."""
        return OWN_IDS.get(self.style, f"Briefing{list(Style).index(self.style)}")


OWN_IDS: Mapping[Style, str] = {
    Style.NORMAL: "Normal",
    Style.HEADLINE: "Title",
    Style.HEADING1: "Heading1",
    Style.HEADING2: "Heading2",
    Style.BODY: "BodyText",
    Style.CAPTION: "Caption",
    Style.HEADER: "Header",
    Style.FOOTER: "Footer",
    Style.TOC1: "TOC1",
    Style.TOC2: "TOC2",
    Style.STRONG: "Emphasis",
}


def style_id(style: Style) -> str:
    """The id of a style in the template."""
    return Shape(style=style).id


def aligned(side: str) -> str:
    """How the lines of a paragraph are aligned: left, right, center, both."""
    return f'<w:jc w:val="{side}"/>'


AIR_LINES = {Style.AFTER: 8.0, Style.BREAK: 1.0}
"""Paragraphs without words: how high they are, in points."""


def style_markup(shape: Shape, known: Measures) -> str:
    """A style with its measures."""
    default = ' w:default="1"' if shape.style is Style.NORMAL else ""
    based = f'<w:basedOn w:val="{style_id(shape.based_on)}"/>' if shape.based_on else ""
    following = f'<w:next w:val="{style_id(shape.following)}"/>' if shape.following else ""
    inside = _paragraph(shape, known) if shape.kind == "paragraph" else ""
    run = _run(shape, known)
    return (
        f'<w:style w:type="{shape.kind}"{default} w:styleId="{shape.id}">'
        f'<w:name w:val="{shape.style}"/>{based}{following}<w:qFormat/>'
        f"{f'<w:pPr>{inside}</w:pPr>' if inside else ''}"
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _paragraph(shape: Shape, known: Measures) -> str:
    distances = [
        f'w:{name}="{twips(points=points)}"'
        for name, points in (("before", shape.before), ("after", shape.after))
        if points is not None
    ]
    if shape.style in AIR_LINES:
        distances.append(f'w:line="{twips(points=AIR_LINES[shape.style])}" w:lineRule="exact"')
    elif shape.rule == AUTO:
        distances.append('w:line="240" w:lineRule="auto"')
    elif known.line is not None:
        distances.append(f'w:line="{known.line_twips}" w:lineRule="{shape.rule}"')
    spacing = f"<w:spacing {' '.join(distances)}/>" if distances else ""
    return shape.ahead + spacing + shape.behind


def _run(shape: Shape, known: Measures) -> str:
    colour = f'<w:color w:val="{known.colour[1:]}"/>' if known.colour else ""
    raised = '<w:vertAlign w:val="superscript"/>' if shape.raised else ""
    size = ""
    spacing = ""
    if known.size is not None:
        half = known.half_points
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        spacing = f'<w:spacing w:val="{known.closer}"/>'
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{known.fill[1:]}"/>' if known.fill else ""
    return shape.run_ahead + colour + spacing + size + shape.run_behind + fill + raised


def in_fonts(east_asian: str, latin: str) -> str:
    """The fonts of Chinese and of Latin letters."""
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'
    )


def rule_at(side: str, points: float, colour: str, space: int) -> str:
    """A line at one side of a paragraph, so many points thick and so far away."""
    size = round(points * 8)
    line = f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"


def left_tab(place: int) -> str:
    """A stop so many twips from the left."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{place}"/></w:tabs>'


def right_tab(millimetres: float, leader: str = "none") -> str:
    """A stop for words that end there, so many millimetres from the left."""
    place = twips(millimetres=millimetres)
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{place}"/></w:tabs>'


def numbered(level: int) -> str:
    """The number of a heading of a level, counted from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def unnumbered() -> str:
    """No number, although the style that this one rests on has one."""
    return '<w:numPr><w:numId w:val="0"/></w:numPr>'


def indented(characters: int, size: float) -> str:
    """First line indented by characters; the length beside it is for readers without them."""
    hundredths, length = characters * 100, twips(points=characters * size)
    return f'<w:ind w:firstLineChars="{hundredths}" w:firstLine="{length}"/>'
