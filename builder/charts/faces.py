"""The fonts of the template folder: their families, and which characters they can print.

No Chinese font is on a fresh machine, and a font of the machine would change the output from one
machine to the next. So every printed character must have its glyph in the template's own font
folder. A renderer drops a character without one, or all text of an unknown family, and says
nothing: both are errors here.
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

SHOWN = 12


class FontError(Exception):
    """The font folder cannot print the briefing; the message says what is missing and what to do."""


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
        raise FontError(
            f"缺少字体：{'、'.join(missing)}。模板的 fonts 文件夹里只有：{'、'.join(sorted(known))}。"
        )


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
