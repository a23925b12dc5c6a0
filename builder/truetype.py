"""Curves of PostScript fonts (.otf) as those of TrueType.

From CID-keyed OpenType fonts WeasyPrint makes PDFs whose Chinese is blank in some viewers.
"""

from __future__ import annotations

import io

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

POSTSCRIPT = b"OTTO"
MOST_APART = 1.0
"""How far a new curve may lie from the old one, in units of a glyph's 1,000."""
NOT_NAMED = 3.0
"""The form of the table of names in which glyphs have none."""
LIMITS = (
    *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
    *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
)


def true_type(data: bytes) -> bytes:
    """The font with TrueType outlines; one that has them already as it is."""
    if not data.startswith(POSTSCRIPT):
        return data
    font = TTFont(io.BytesIO(data))
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, MOST_APART, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = glyphs
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    _set_limits(font)
    stream = io.BytesIO()
    font.save(stream, reorderTables=False)
    return stream.getvalue()


def _set_limits(font: TTFont) -> None:
    """Say that this is a TrueType font, without instructions and without names of glyphs."""
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for name in LIMITS:
        setattr(limits, name, 0)
    limits.maxZones = 1
    font["post"].formatType = NOT_NAMED
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.sfntVersion = "\000\001\000\000"
