"""The styles of the Word template: what a look says of them, and what it does not.

Every style that is not named here with a font of its own takes it from 正文 or, in tables, from
表文, so that a user who changes one of these changes what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.config import Fonts
from builder.model.look import Look
from builder.render.word.look import Measures, measures, twips
from builder.render.word.names import Style
from tools.word_template.shapes import (
    AT_LEAST,
    AUTO,
    Shape,
    aligned,
    in_fonts,
    indented,
    left_tab,
    numbered,
    right_tab,
    rule_at,
    style_markup,
    unnumbered,
)

SONG = "宋体"
CONCLUSION = twips(millimetres=10)
HANGING = twips(millimetres=8)


def styles(look: Look, fonts: Fonts) -> str:
    """All paragraph and character styles of the template, 正文 first."""
    known = measures(look)
    shapes = (
        *_head_shapes(look, fonts),
        *_heading_shapes(look, fonts),
        *_text_shapes(look, fonts),
        *_table_shapes(fonts),
        *_evidence_shapes(fonts),
        *_margin_shapes(fonts),
        *_character_shapes(look, fonts),
    )
    return "".join(style_markup(shape, known.get(shape.style, Measures())) for shape in shapes)


def _head_shapes(look: Look, fonts: Fonts) -> Iterator[Shape]:
    """The head of page 1; an official page has wide margins, and less air above its title."""
    air = 0 if _official(look) else twips(millimetres=10) / 20
    yield Shape(
        style=Style.NORMAL,
        based_on=None,
        ahead='<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
        behind=aligned("both"),
        run_ahead=in_fonts(fonts.body, fonts.latin),
    )
    yield Shape(
        style=Style.NAME,
        following=Style.ISSUE,
        before=air,
        after=6,
        behind=aligned("center"),
        run_ahead=in_fonts(fonts.title, fonts.latin) + "<w:b/>",
    )
    yield Shape(style=Style.ISSUE, following=Style.IMPRINT, behind=aligned("center"))
    yield Shape(
        style=Style.IMPRINT,
        following=Style.HEADLINE,
        ahead=rule_at("bottom", 1.6, "auto", 4) + right_tab(look.text_width),
        before=air / 2,
        behind=aligned("left"),
    )
    yield Shape(
        style=Style.HEADLINE,
        following=Style.BODY,
        before=20,
        after=6,
        behind=aligned("center"),
        run_ahead=in_fonts(fonts.title, fonts.latin) + "<w:b/>",
    )


def _official(look: Look) -> bool:
    """Whether headings are told apart by their faces alone, as GB/T 9704 has them."""
    return look.heading1 == look.body


def _heading_shapes(look: Look, fonts: Fonts) -> Iterator[Shape]:
    keep = "<w:keepNext/><w:keepLines/>"
    official = _official(look)
    indent = indented(2, look.body) if official else ""
    faces = (fonts.heading1, fonts.heading2)
    spaces = ((0, 0), (0, 0)) if official else ((17, 6), (10, 4))
    levels = (Style.HEADING1, Style.HEADING2)
    for level, (style, face, (before, after)) in enumerate(zip(levels, faces, spaces, strict=True)):
        bold = "<w:b/>" if level else ""
        first = indent or (indented(2, look.heading2) if level else "")
        yield Shape(
            style=style,
            following=Style.BODY,
            ahead=keep + numbered(level),
            before=before,
            after=after,
            behind=first + aligned("left") + f'<w:outlineLvl w:val="{level}"/>',
            run_ahead=in_fonts(face, fonts.latin) + bold,
        )
    yield Shape(
        style=Style.PLAIN_HEADING1,
        based_on=Style.HEADING1,
        following=Style.BODY,
        ahead=unnumbered(),
        behind='<w:ind w:firstLineChars="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>',
    )
    yield Shape(
        style=Style.PLAIN_HEADING2,
        following=Style.ENTRY,
        ahead=keep + rule_at("bottom", 0.7, "auto", 1),
        before=7,
        after=3,
        behind=aligned("left") + '<w:outlineLvl w:val="1"/>',
        run_ahead=in_fonts(fonts.heading1, fonts.latin),
    )


def _text_shapes(look: Look, fonts: Fonts) -> Iterator[Shape]:
    thin = rule_at("bottom", 0.4, look.rule[1:], 7)
    yield Shape(style=Style.BODY, behind=indented(2, look.body))
    yield Shape(style=Style.ITEM, behind=aligned("both"))
    yield Shape(
        style=Style.LEAD,
        following=Style.DETAIL,
        ahead=f"<w:keepNext/><w:keepLines/>{left_tab(CONCLUSION)}",
        before=7,
        behind=f'<w:ind w:left="{CONCLUSION}" w:hanging="{CONCLUSION}"/>' + aligned("left"),
        run_ahead="<w:b/>",
    )
    yield Shape(
        style=Style.DETAIL,
        following=Style.LEAD,
        ahead="<w:keepLines/>" + thin,
        behind=f'<w:ind w:left="{CONCLUSION}"/>' + aligned("left"),
    )
    yield Shape(
        style=Style.HINT,
        before=4,
        after=4,
        behind=aligned("left"),
        run_ahead=in_fonts(SONG, fonts.latin),
    )
    yield Shape(style=Style.CONTENTS, based_on=Style.HINT)
    yield Shape(style=Style.SOURCES, based_on=Style.HINT, after=12, behind=aligned("center"))
    for style, level in ((Style.TOC1, 0), (Style.TOC2, 1)):
        yield Shape(
            style=style,
            ahead=right_tab(look.text_width, "dot"),
            behind=f'<w:ind w:left="{level * 480}"/>' + aligned("left"),
        )


def _table_shapes(fonts: Fonts) -> Iterator[Shape]:
    sans = in_fonts(fonts.heading1, fonts.latin)
    yield Shape(
        style=Style.CAPTION,
        following=Style.TEXT,
        ahead="<w:keepNext/><w:keepLines/>",
        before=8,
        after=3,
        behind=aligned("left"),
        run_ahead=sans,
    )
    yield Shape(style=Style.TABLE_CAPTION, based_on=Style.CAPTION, following=Style.TEXT)
    yield Shape(style=Style.FIGURE_CAPTION, based_on=Style.CAPTION, following=Style.PICTURE)
    yield Shape(style=Style.PICTURE, rule=AUTO, behind=aligned("left"))
    yield Shape(
        style=Style.NOTE,
        following=Style.BODY,
        before=4,
        after=7,
        behind=aligned("left"),
        run_ahead=in_fonts(SONG, fonts.latin),
    )
    yield Shape(style=Style.AFTER, before=0, after=0)
    yield Shape(style=Style.TEXT, behind=aligned("left"), run_ahead=in_fonts(SONG, fonts.latin))
    yield Shape(style=Style.BAR, based_on=Style.TEXT, rule=AUTO, before=3)
    yield Shape(style=Style.SMALL, based_on=Style.TEXT)
    yield Shape(style=Style.HEAD, based_on=Style.TEXT, ahead="<w:keepNext/>", run_ahead=sans)
    yield Shape(style=Style.DENSE_TEXT, based_on=Style.TEXT)
    yield Shape(style=Style.DENSE_HEAD, based_on=Style.HEAD)
    for base, others in DERIVED.items():
        for style, (ahead, behind) in others.items():
            own = sans if style in {Style.BAND, Style.DENSE_BAND} else ""
            yield Shape(style=style, based_on=base, ahead=ahead, behind=behind, run_ahead=own)


AIR = f'<w:ind w:left="{twips(millimetres=1.2)}"/>'
DERIVED: Mapping[Style, Mapping[Style, tuple[str, str]]] = {
    Style.TEXT: {
        Style.RIGHT: ("", aligned("right")),
        Style.MIDDLE: ("", aligned("center")),
        Style.BAND: ("<w:keepNext/>", AIR),
    },
    Style.SMALL: {
        Style.RIGHT_SMALL: ("", aligned("right")),
        Style.MIDDLE_SMALL: ("", aligned("center")),
    },
    Style.HEAD: {
        Style.RIGHT_HEAD: ("", aligned("right")),
        Style.MIDDLE_HEAD: ("", aligned("center")),
    },
    Style.DENSE_TEXT: {
        Style.DENSE_RIGHT: ("", aligned("right")),
        Style.DENSE_MIDDLE: ("", aligned("center")),
        Style.DENSE_BAND: ("<w:keepNext/>", AIR),
    },
    Style.DENSE_HEAD: {
        Style.DENSE_RIGHT_HEAD: ("", aligned("right")),
        Style.DENSE_MIDDLE_HEAD: ("", aligned("center")),
    },
}


def _evidence_shapes(fonts: Fonts) -> Iterator[Shape]:
    song = in_fonts(SONG, fonts.latin)
    yield Shape(
        style=Style.PATH,
        following=Style.ENTRY,
        ahead="<w:keepNext/>",
        before=4,
        after=1,
        behind=aligned("left"),
        run_ahead=song,
    )
    yield Shape(
        style=Style.ENTRY,
        ahead=left_tab(HANGING),
        behind=f'<w:ind w:left="{HANGING}" w:hanging="{HANGING}"/>' + aligned("both"),
        run_ahead=song,
    )


def _margin_shapes(fonts: Fonts) -> Iterator[Shape]:
    yield Shape(style=Style.HEADER, behind=aligned("left"), run_ahead=in_fonts(SONG, fonts.latin))
    yield Shape(
        style=Style.FOOTER,
        rule=AT_LEAST,
        behind=f'<w:ind w:right="{twips(points=12)}"/>' + aligned("right"),
        run_ahead=in_fonts(SONG, SONG),
    )
    yield Shape(
        style=Style.EVEN_FOOTER,
        based_on=Style.FOOTER,
        behind=f'<w:ind w:left="{twips(points=12)}" w:right="0"/>' + aligned("left"),
    )
    yield Shape(style=Style.FOOT, before=4, after=4, behind=aligned("left"))
    yield Shape(style=Style.RIGHT_FOOT, based_on=Style.FOOT, behind=aligned("right"))
    yield Shape(style=Style.BREAK, before=0, after=0, behind=aligned("left"))
    yield Shape(style=Style.TAG, rule=AUTO, behind=aligned("left"))


def _character_shapes(look: Look, fonts: Fonts) -> Iterator[Shape]:
    sans = in_fonts(fonts.heading1, fonts.latin)
    frame = f'<w:bdr w:val="single" w:sz="5" w:space="0" w:color="{look.apart[1:]}"/>'
    plain = {Style.LABEL: "", Style.QUIET: "", Style.APART: "", Style.STRONG: "<w:b/>"}
    for style, ahead in plain.items():
        yield Shape(style=style, based_on=None, kind="character", run_ahead=ahead)
    for style in (Style.ENTRY_MARK, Style.NUMBER, Style.UNANSWERED, Style.GENERAL):
        yield Shape(style=style, based_on=None, kind="character", run_ahead=sans)
    yield Shape(
        style=Style.ANSWERED, based_on=None, kind="character", run_ahead=sans, run_behind=frame
    )
    for style in (Style.MARK, Style.LETTER, Style.DENSE_MARK, Style.DENSE_LETTER):
        yield Shape(style=style, based_on=None, kind="character", run_ahead=sans, raised=True)
