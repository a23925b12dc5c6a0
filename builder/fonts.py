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
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from builder.truetype import true_type
from builder.user_error import UserError

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
PACKAGE = Path(__file__).parent
SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
COLLECTIONS = {".ttc", ".otc"}
FAMILY_NAMES = {1, 16}
"""Which records of a font name its family: for all programs, and without its style."""
UNICODE_PLATFORMS = {0, 3}
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


class FontError(UserError):
    """The font folder cannot print the briefing; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font. `weight` is that of CSS (400, 700), `characters` are code points.

    `names` are what its family is called in any language, `index` its place in a collection.
    """

    family: str
    names: frozenset[str]
    weight: int
    file: Path
    index: int = 0
    characters: frozenset[int]

    @property
    def key(self) -> str:
        """What tells it from the others: its file, and its place where a file has several."""
        return f"{self.file.name}-{self.index}" if self.index else self.file.name


def templates_folder() -> Path:
    """The templates that come with the program: inside the package, or at the top of a checkout."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


@cache
def faces(folder: Path) -> tuple[Face, ...]:
    """All fonts of a folder by file name, and those of the program that it does not replace.

    A font of the folder takes the place of one of the same family and weight.
    """
    found: dict[tuple[str, int], Face] = {}
    for place in dict.fromkeys((folder, templates_folder() / "fonts")):
        for face in _faces_of(place):
            found.setdefault((face.family, face.weight), face)
    if not found:
        raise FontError(f"{folder}: 没有字体文件（*.ttf）。请恢复模板目录中的 fonts 文件夹。")
    return tuple(found.values())


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
            "请把含有这些字的字体（*.ttf、*.otf、*.ttc）放进模板的 fonts 文件夹。"
        )


def used(family: str, available: Iterable[Face]) -> str:
    """The family that is printed for a wanted one: itself where a font has this name.

    A font is known by its Chinese name as by its English one: 仿宋_GB2312 is FangSong_GB2312.
    """
    wanted = family.casefold()
    known = (face.family for face in available if wanted in face.names)
    return next(known, _substitute(family))


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
    return {face.key: _cut(face, characters) for face in faces}


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


def _faces_of(folder: Path) -> Iterator[Face]:
    """The fonts of a folder, those of a collection one by one."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES:
            try:
                yield from _read(path)
            except (TTLibError, OSError, KeyError) as error:
                raise FontError(
                    f"{path.name}：不是完好的字体文件（{error}）。"
                    "请换一个，或从 fonts 文件夹里拿走。"
                ) from None


def _read(path: Path) -> Iterator[Face]:
    """The fonts of a file; the stream is ours to close, whatever is wrong with it."""
    if not path.is_file():
        raise TTLibError("不是普通文件")
    with path.open("rb") as stream:
        if path.suffix.lower() in COLLECTIONS:
            fonts = TTCollection(stream, lazy=True).fonts
        else:
            fonts = [TTFont(stream, lazy=True)]
        for index, font in enumerate(fonts):
            yield _face(path, index, font)


def _face(path: Path, index: int, font: TTFont) -> Face:
    family = font["name"].getBestFamilyName()
    characters = frozenset(hb.Face(hb.Blob.from_file_path(str(path)), index).unicodes)
    return Face(
        family=family,
        names=frozenset(name.casefold() for name in (family, *_names(font))),
        weight=font["OS/2"].usWeightClass,
        file=path,
        index=index,
        characters=characters,
    )


def _names(font: TTFont) -> Iterator[str]:
    """What a font calls its family, in every language."""
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES and record.platformID in UNICODE_PLATFORMS:
            yield record.toUnicode(errors="replace")


def _cut(face: Face, characters: set[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(characters & face.characters)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(UNUSED_TABLES)
    font = hb.Face(hb.Blob.from_file_path(str(face.file)), face.index)
    return true_type(bytes(hb.subset(font, wanted).blob.data))
