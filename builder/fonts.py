"""The fonts of the template folder: what they can print, and cut to one briefing's characters.

No Chinese font is on a fresh machine, and a font of the machine would change the output from one
machine to the next. So every printed character must have its glyph in the template's own font
folder. A renderer drops a character without one, or all text of an unknown family, and says
nothing: both are errors here.

WeasyPrint would cut the fonts itself with fontTools in ten to twenty seconds; HarfBuzz does it in
milliseconds. Outlines stay TrueType: from CID-keyed OpenType WeasyPrint makes PDFs whose Chinese is
blank in some viewers.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import uharfbuzz as hb
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Private-use and unassigned code points mean something only in the font of the web page that they
# were copied from; printers set this sign where a type is missing.
MISSING_TYPE = "〓"
MEANINGLESS = {"Co", "Cn", "Cs"}
# Layout tables would pull in every variant of every character, and no variant is printed.
UNUSED_TABLES = {
    int.from_bytes(name, "big") for name in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"vhea", b"vmtx")
}
SHOWN = 12
# None of the official documents' families is freely licensed; these stand in their place.
SUBSTITUTES = {"黑体": "Noto Sans SC"}
DEFAULT = "Noto Serif SC"
# Families for the characters that Chinese fonts lack: subscripts as in O₃, pictographs.
SPARE = ("Noto Sans", "Noto Emoji")


class FontError(Exception):
    """The font folder cannot print the briefing; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file. `weight` is that of CSS (400, 700), `characters` are code points."""

    family: str
    weight: int
    file: Path
    characters: frozenset[int]


@cache
def faces(folder: Path) -> tuple[Face, ...]:
    """All TrueType fonts of a folder, by file name."""
    found = tuple(_face(path) for path in sorted(folder.glob("*.ttf")))
    if not found:
        raise FontError(f"{folder}: 没有字体文件（*.ttf）。请恢复模板目录中的 fonts 文件夹。")
    return found


def check_families(families: Iterable[str], available: Iterable[Face]) -> None:
    """Raises `FontError` where a family is in no font file."""
    known = {face.family for face in available}
    missing = sorted(set(families) - known)
    if missing:
        there = "、".join(sorted(known))
        raise FontError(f"缺少字体：{'、'.join(missing)}。模板的 fonts 文件夹里只有：{there}。")


def check_glyphs(text: str, available: Iterable[Face]) -> None:
    """Raises `FontError` where a printed character has no glyph in any font."""
    covered = frozenset[int]().union(*(face.characters for face in available))
    missing = sorted(c for c in set(text) if ord(c) not in covered and not _invisible(c))
    if missing:
        named = "、".join(f"{c}（U+{ord(c):04X}）" for c in missing[:SHOWN])
        raise FontError(
            f"字体中没有这些字：{named}，共 {len(missing)} 个。"
            "请把含有这些字的 TrueType 字体（*.ttf）放进模板的 fonts 文件夹。"
        )


def used(family: str, available: Iterable[Face]) -> str:
    """The family that is printed for a wanted one: itself where the folder has it."""
    return family if any(face.family == family for face in available) else _substitute(family)


def stack(family: str, available: Iterable[Face]) -> str:
    """CSS font families for a wanted one: the folder's own, and the wanted one on a screen."""
    families = dict.fromkeys((used(family, available), *SPARE, family))
    return ", ".join(f'"{name}"' for name in families)


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


def _substitute(family: str) -> str:
    return SUBSTITUTES.get(family, DEFAULT)


def _invisible(character: str) -> bool:
    """Line ends, joiners and variation selectors, which are never drawn."""
    return unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} or (
        0xFE00 <= ord(character) <= 0xFE0F  # noqa: PLR2004 -- the block of variation selectors
    )


def _face(path: Path) -> Face:
    with TTFont(path, lazy=True) as font:
        family = font["name"].getBestFamilyName()
        weight = font["OS/2"].usWeightClass
    characters = frozenset(hb.Face(hb.Blob.from_file_path(str(path))).unicodes)
    return Face(family=family, weight=weight, file=path, characters=characters)


def _cut(face: Face, characters: set[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(characters & face.characters)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(UNUSED_TABLES)
    font = hb.Face(hb.Blob.from_file_path(str(face.file)))
    return bytes(hb.subset(font, wanted).blob.data)
