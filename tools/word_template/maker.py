"""Makes the Word templates: `python -m tools.word_template.maker DIR`.

The package holds what Word needs and nothing else: no theme, no thumbnail, no printer settings,
so that every font is named where it is used and the same script gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.config import Fonts
from builder.model.look import PROFILES, Look
from builder.render.folder import WORDS
from builder.render.word.look import twips
from builder.render.word.markup import (
    DECLARATIONS,
    PROLOGUE,
    border,
    field,
    paragraph,
    run,
)
from builder.render.word.names import Style
from builder.render.word.package import package
from tools.word_template.body import body
from tools.word_template.shapes import style_id
from tools.word_template.styles import styles

if TYPE_CHECKING:
    from collections.abc import Iterable

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE_TYPES = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE_TYPES}.wordprocessingml"
HEADER, FOOTER, EVEN_FOOTER = "rId4", "rId5", "rId6"
RELATED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    (HEADER, "header", "header1.xml"),
    (FOOTER, "footer", "footer1.xml"),
    (EVEN_FOOTER, "footer", "footer2.xml"),
    ("rId7", "theme", "theme/theme1.xml"),
    ("rId8", "numbering", "numbering.xml"),
)
PAGE_NUMBERS = ("default", FOOTER), ("even", EVEN_FOOTER), ("first", FOOTER)
INK = "000000"
FOOTER_BELOW = 9
"""How far below the text the page number ends, in millimetres."""
IDS = {style: style_id(style) for style in Style}


def template(look: Look) -> bytes:
    """The Word template of a look."""
    fonts = Fonts()
    word = {
        "document.xml": _document(look),
        "styles.xml": _styles(look, fonts),
        "numbering.xml": _numbering(),
        "settings.xml": _settings(),
        "fontTable.xml": _font_table(fonts),
        "theme/theme1.xml": _theme(fonts),
        "header1.xml": _header(),
        "footer1.xml": _footer(Style.FOOTER),
        "footer2.xml": _footer(Style.EVEN_FOOTER),
        "_rels/document.xml.rels": _relationships(
            (key, f"{OFFICE}/{kind}", target) for key, kind, target in RELATED
        ),
    }
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (
                ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
            )
        ),
        "docProps/core.xml": _core_properties(),
        "docProps/app.xml": _application(),
    }
    parts |= {f"word/{name}": content for name, content in word.items()}
    encoded = {name: (PROLOGUE + content).encode() for name, content in parts.items()}
    return package(encoded, compressed=False)


def _document(look: Look) -> str:
    printed = body(look, IDS) + _section(look)
    return f"<w:document {DECLARATIONS}><w:body>{printed}</w:body></w:document>"


def _section(look: Look) -> str:
    """The one section: its page, its margins, no running head on the first page."""
    references = "".join(
        f'<w:headerReference w:type="{use}" r:id="{HEADER}"/>' for use in ("default", "even")
    ) + "".join(f'<w:footerReference w:type="{use}" r:id="{key}"/>' for use, key in PAGE_NUMBERS)
    margins = {
        "top": look.top,
        "right": look.right,
        "bottom": look.bottom,
        "left": look.left,
        "header": look.top * 0.6,
        "footer": look.bottom - FOOTER_BELOW,
        "gutter": 0,
    }
    listed = " ".join(f'w:{side}="{twips(millimetres=size)}"' for side, size in margins.items())
    size = f'w:w="{twips(millimetres=210)}" w:h="{twips(millimetres=297)}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar {listed}/>'
        "<w:titlePg/></w:sectPr>"
    )


def _header() -> str:
    """The running head: the name of the briefing."""
    words = paragraph(IDS[Style.HEADER], run("{{ briefing.title }}"))
    return f"<w:hdr {DECLARATIONS}>{words}</w:hdr>"


def _footer(style: Style) -> str:
    """A page number with a dash on each side."""
    number = paragraph(IDS[style], run("— "), field("PAGE", "1"), run(" —"))
    return f"<w:ftr {DECLARATIONS}>{number}</w:ftr>"


def _numbering() -> str:
    """The numbers of headings, 一、 and （一）, which Word counts by their styles."""
    levels = ((Style.HEADING1, "%1、"), (Style.HEADING2, "（%2）"))
    listed = "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCountingThousand"/>'
        f'<w:pStyle w:val="{IDS[style]}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/></w:lvl>'
        for number, (style, sign) in enumerate(levels)
    )
    return (
        f'<w:numbering {DECLARATIONS}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{listed}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _styles(look: Look, fonts: Fonts) -> str:
    faces = f'w:ascii="{fonts.latin}" w:hAnsi="{fonts.latin}" w:cs="{fonts.latin}"'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {faces} w:eastAsia="{fonts.body}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    listed = styles(look, fonts) + _table_styles(look)
    return f"<w:styles {DECLARATIONS}>{defaults}{listed}</w:styles>"


def _table_styles(look: Look) -> str:
    """Three black lines, thin grey ones between rows; a small style for many bureaus; the foot."""
    thin = border(0.4, look.rule[1:])
    heavy, under = border(1.1, INK), border(0.7, INK)
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {under}/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    ours = {
        Style.TABLE: (_borders(heavy, thin, heavy), _air(0.9, 1.2), head),
        Style.DENSE_TABLE: (_borders(heavy, thin, heavy), _air(0.24, 0.8), head),
        Style.FOOT_TABLE: (_borders(heavy, border(0.4, INK), heavy), _air(0, 1.2), ""),
    }
    none = '<w:tblInd w:w="0" w:type="dxa"/>'
    listed = "".join(
        f'<w:style w:type="table" w:styleId="{IDS[style]}"><w:name w:val="{style}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{none}{lines}{air}</w:tblPr>'
        f"{first}</w:style>"
        for style, (lines, air, first) in ours.items()
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/>'
        f"<w:tblPr>{none}{_air(0, 1.9, left=1.9)}</w:tblPr></w:style>{listed}"
    )


def _borders(top: str, inside: str, bottom: str) -> str:
    return f"<w:tblBorders><w:top {top}/><w:bottom {bottom}/><w:insideH {inside}/></w:tblBorders>"


def _air(upright: float, right: float, left: float = 0) -> str:
    """What cells leave at their edges, in millimetres."""
    edges = {"top": upright, "left": left, "bottom": upright, "right": right}
    listed = "".join(
        f'<w:{edge} w:w="{twips(millimetres=width)}" w:type="dxa"/>'
        for edge, width in edges.items()
    )
    return f"<w:tblCellMar>{listed}</w:tblCellMar>"


def _settings() -> str:
    """Version 15 of Word's layout (no compatibility mode), page numbers outside on both sides."""
    modern = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {DECLARATIONS}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{modern}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table(fonts: Fonts) -> str:
    """What to take where a reader has no such font: another of the same kind."""
    kinds = {
        fonts.body: ("仿宋", "modern"),
        fonts.title: ("宋体", "auto"),
        fonts.heading1: ("SimHei", "modern"),
        fonts.heading2: ("楷体", "modern"),
        "宋体": ("SimSun", "auto"),
    }
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, family) in kinds.items()
    )
    latin = (
        f'<w:font w:name="{fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
    return f"<w:fonts {DECLARATIONS}>{listed}{latin}</w:fonts>"


def _theme(fonts: Fonts) -> str:
    """The theme that Word wants in a package; no style takes a font or a colour from it."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}
    colours |= {f"accent{number}": "1F4E79" for number in range(1, 7)}
    colours |= {"hlink": "1F4E79", "folHlink": "1F4E79"}
    listed = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items()
    )
    faces = f'<a:latin typeface="{fonts.latin}"/><a:ea typeface="{fonts.body}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="简报">'
        f'<a:themeElements><a:clrScheme name="简报">{listed}</a:clrScheme>'
        f'<a:fontScheme name="简报"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="简报">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _core_properties() -> str:
    dublin = "http://purl.org/dc"
    date = "2000-01-01T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="{dublin}/elements/1.1/" xmlns:dcterms="{dublin}/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>简报模板</dc:title><dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"
    )


def _application() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    application = "<Application>Microsoft Office Word</Application>"
    return f'<Properties xmlns="{namespace}">{application}</Properties>'


def _relationships(rows: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/numbering.xml": f"{WORD}.numbering+xml",
        "/word/header1.xml": f"{WORD}.header+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/word/footer2.xml": f"{WORD}.footer+xml",
        "/word/theme/theme1.xml": f"{OFFICE_TYPES}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{OFFICE_TYPES}.extended-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def main(folder: Path) -> None:
    """Write the template of each profile into a folder."""
    for profile, look in PROFILES.items():
        (folder / WORDS[profile]).write_bytes(template(look))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
