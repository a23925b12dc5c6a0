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

import os
import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import uharfbuzz as hb
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Printers set this sign where a type is missing.
MISSING_TYPE = "〓"
# Private-use and unassigned code points mean something only in the font of the web page that they
# were copied from, whatever a font of ours has in their place.
MEANINGLESS = {"Co", "Cn", "Cs"}
# Layout tables would pull in every variant of every character, and no variant is printed.
UNUSED_TABLES = {
    int.from_bytes(name, "big") for name in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"vhea", b"vmtx")
}
SHOWN = 12
# Read by fontconfig and by the program that draws the charts in place of the machine's settings.
FONTCONFIG = Path(__file__).with_name("fonts.conf")
VARIATIONS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))
CONTROLS = {"Cc", "Zl", "Zp"}
LAYOUT = frozenset("\t\n\r")
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNSAFE = re.compile(r"""[\x00-\x1f"\\<>&]""")
# None of the official documents' families is freely licensed; these stand in their place.
SUBSTITUTES = {"黑体": "Noto Sans SC"}
DEFAULT = "Noto Serif SC"
# Families for the characters that Chinese fonts lack: subscripts as in O₃, pictographs.
SPARE = ("Noto Sans", "Noto Emoji")
# Boxes, arrows, bullets and signs of mathematics; a font folder of one's own may lack them.
SYMBOLS = ("Noto Sans Symbols 2", "Noto Sans Symbols", "Noto Sans Math")


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
    characters = covered(available)
    missing = sorted(c for c in set(text) if ord(c) not in characters and not _invisible(c))
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
    families = dict.fromkeys((used(family, available), *SPARE, *SYMBOLS, family))
    return ", ".join(f'"{_css_words(name)}"' for name in families)


def covered(available: Iterable[Face]) -> frozenset[int]:
    """The code points that one font at least has."""
    return frozenset[int]().union(*(face.characters for face in available))


def lost(text: str, characters: frozenset[int]) -> dict[str, str]:
    """What is printed in place of each letter that none of the `characters` stands for.

    A letter that Unicode calls the same as another is printed as that one (凉 U+F979 as 凉);
    the others, as the Yi ꆈ, become 〓.
    """
    missing = {c for c in set(text) if not (_invisible(c) or _has(c, characters))}
    return {c: _same(c, characters) or MISSING_TYPE for c in missing}


def unprinted(text: str) -> dict[str, str]:
    """What is printed in place of control characters: a blank, or nothing if they turn letters."""
    controls = {c for c in set(text) if unicodedata.category(c) in CONTROLS and c not in LAYOUT}
    return dict.fromkeys(controls, " ") | dict.fromkeys(TURNING & set(text), "")


def printable(text: str, available: Iterable[Face]) -> str:
    """The text with 〓 for every letter that no font has or that has no meaning of its own.

    What controls a terminal or turns the order of letters is not printed.
    """
    instead = lost(text, covered(available)) | unprinted(text)
    return text.translate({ord(c): other for c, other in instead.items()}) if instead else text


@contextmanager
def only_ours() -> Iterator[None]:
    """While it lasts, whoever looks for the fonts of the machine finds none."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTCONFIG)
    try:
        yield
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


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


def _css_words(name: str) -> str:
    """A name for a CSS string in a style element: whatever it holds, it ends neither of them."""
    return UNSAFE.sub(lambda sign: f"\\{ord(sign[0]):x} ", name)


def _has(character: str, characters: frozenset[int]) -> bool:
    return ord(character) in characters and unicodedata.category(character) not in MEANINGLESS


def _same(character: str, characters: frozenset[int]) -> str:
    """The letter that Unicode calls the same; empty where there is none that can be printed."""
    same = unicodedata.normalize("NFC", character)
    return same if all(_has(c, characters) for c in same) else ""


def _invisible(character: str) -> bool:
    """Line ends, joiners and variation selectors, which are never drawn."""
    code = ord(character)
    return unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} or any(
        code in block for block in VARIATIONS
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
