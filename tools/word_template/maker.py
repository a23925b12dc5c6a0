"""Makes the Word templates: `python -m tools.word_template.maker DIR`.

The package holds what Word needs and nothing else: no theme, no thumbnail, no printer settings,
so that every font is named where it is used and the same script gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.config import Fonts
from builder.render.folder import WORDS
from builder.render.word.look import LOOKS, Look
from builder.render.word.markup import DECLARATIONS, PROLOGUE, paragraph, run, section, simple_field
from builder.render.word.package import package
from tools.word_template.body import body
from tools.word_template.styles import Style, styles

if TYPE_CHECKING:
    from collections.abc import Iterable

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE_TYPES = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE_TYPES}.wordprocessingml"
FOOTERS = {"default": "rId4", "even": "rId5"}
RELATED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    (FOOTERS["default"], "footer", "footer1.xml"),
    (FOOTERS["even"], "footer", "footer2.xml"),
    ("rId6", "theme", "theme/theme1.xml"),
)


def template(look: Look) -> bytes:
    """The Word template in one of the two looks."""
    fonts = Fonts()
    word = {
        "document.xml": _document(look),
        "styles.xml": _styles(look, fonts),
        "settings.xml": _settings(),
        "fontTable.xml": _font_table(fonts),
        "theme/theme1.xml": _theme(fonts),
        "footer1.xml": _footer("FooterOdd"),
        "footer2.xml": _footer("FooterEven"),
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
    printed = body(section(look.page, FOOTERS))
    return f"<w:document {DECLARATIONS}><w:body>{printed}</w:body></w:document>"


def _footer(style: str) -> str:
    """A page number with a dash on each side."""
    number = paragraph(style, run("— "), simple_field("PAGE", "1"), run(" —"))
    return f"<w:ftr {DECLARATIONS}>{number}</w:ftr>"


def _styles(look: Look, fonts: Fonts) -> str:
    faces = f'w:ascii="{fonts.latin}" w:hAnsi="{fonts.latin}" w:cs="{fonts.latin}"'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {faces} w:eastAsia="{fonts.body}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    listed = "".join(_style(style) for style in styles(look, fonts))
    return f"<w:styles {DECLARATIONS}>{defaults}{listed}{_table_styles()}</w:styles>"


def _style(style: Style) -> str:
    default = ' w:default="1"' if style.id in {"Normal", "DefaultParagraphFont"} else ""
    based = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    shown = "<w:semiHidden/>" if style.id == "DefaultParagraphFont" else "<w:qFormat/>"
    paragraph_properties = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run_properties = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{style.kind}"{default} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based}{following}{shown}'
        f"{paragraph_properties}{run_properties}</w:style>"
    )


def _table_styles() -> str:
    """Three black lines, thin grey ones between rows, and cells that leave their words some air."""
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for edge, size, colour in (
            ("top", 10, "000000"),
            ("bottom", 10, "000000"),
            ("insideH", 4, "A6A6A6"),
        )
    )
    margins = {"top": 28, "left": 60, "bottom": 28, "right": 60}
    air = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins.items())
    none = '<w:tblInd w:w="0" w:type="dxa"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/>'
        f"<w:tblPr>{none}<w:tblCellMar>{air}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="BriefingTable"><w:name w:val="简报表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr>{none}<w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'
        '<w:vAlign w:val="center"/></w:tcPr></w:tblStylePr></w:style>'
    )


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
    """Write both templates into a folder."""
    for look in LOOKS:
        (folder / WORDS[look.name]).write_bytes(template(look))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
