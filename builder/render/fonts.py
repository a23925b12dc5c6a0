"""Fonts cut to the characters of one briefing.

WeasyPrint would cut them itself with fontTools in ten to twenty seconds; HarfBuzz does it in
milliseconds. Outlines stay TrueType: from CID-keyed OpenType it makes PDFs whose Chinese is blank
in some viewers.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import uharfbuzz as hb

from builder.charts.faces import Face, check_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterable

# Private-use and unassigned code points mean something only in the font of the web page that they
# were copied from; printers set this sign where a type is missing.
MISSING_TYPE = "〓"
MEANINGLESS = {"Co", "Cn", "Cs"}
# Layout tables would pull in every variant of every character, and no variant is printed.
UNUSED_TABLES = {
    int.from_bytes(name, "big") for name in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"vhea", b"vmtx")
}


def printable(text: str) -> str:
    """The text with 〓 for every code point that no font can give a meaning."""
    lost = {c for c in set(text) if unicodedata.category(c) in MEANINGLESS}
    return text.translate({ord(c): MISSING_TYPE for c in lost}) if lost else text


def cut(faces: Iterable[Face], text: str) -> dict[str, bytes]:
    """Each font file's name with the font cut to the characters of the text.

    Raises `FontError` where a character is in none of the fonts.
    """
    faces = tuple(faces)
    check_glyphs(text, faces)
    characters = {ord(character) for character in text}
    return {face.file.name: _cut(face, characters) for face in faces}


def _cut(face: Face, characters: set[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(characters & face.characters)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(UNUSED_TABLES)
    font = hb.Face(hb.Blob.from_file_path(str(face.file)))
    return bytes(hb.subset(font, wanted).blob.data)
