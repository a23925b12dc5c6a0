"""Water classes in every spelling."""

from __future__ import annotations

CLASSES = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ")
SPELLINGS = {
    **{sign: sign for sign in CLASSES},
    **dict(zip(("I", "II", "III", "IV", "V"), CLASSES, strict=True)),
    **dict(zip("一二三四五", CLASSES, strict=True)),
    **dict(zip("ⅰⅱⅲⅳⅴ", CLASSES, strict=True)),
}


def class_value(word: str) -> str:
    """The class that a spelling means: III, iii, 三 and Ⅲ are "Ⅲ", 劣v is "劣Ⅴ"."""
    bare = word.removeprefix("劣")
    return ("劣" if bare != word else "") + SPELLINGS[bare.upper() if bare.isascii() else bare]
