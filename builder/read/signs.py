"""Letters of the fonts that hold signs: ≥, ≤, μ, ✓ have codes of their own there."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType

# Fonts of signs use the last 256 codes of the private area, whose first is this one.
PRIVATE = 0xF000
LAST = 0xFF
SYMBOL = MappingProxyType(
    {code: chr(code) for code in range(0x20, 0x40)}
    | dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {0x2D: "−", 0x5B: "[", 0x5D: "]", 0x7E: "~", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔"}
    | {0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥"}
    | {0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD7: "·"}
    | {0xE5: "Σ", 0xDE: "⇒", 0xDF: "⇓", 0xDD: "⇑"}
)
WINGDINGS = MappingProxyType(
    {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0xA8: "□", 0xAB: "★", 0xB2: "☆"}
    | {0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | {
        0x80 + number: chr(ord("⓪") if number == 0 else ord("①") + number - 1)
        for number in range(11)
    }
)
WINGDINGS_2 = MappingProxyType(
    {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "●", 0xA3: "□"}
)
FONTS = MappingProxyType({"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2})


def sign(font: str, code: str) -> str:
    """The letter of `w:sym`, by its font and its code in hexadecimal; "" for one not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if (table := FONTS.get(font.strip().lower())) is not None:
        return table.get(number - PRIVATE if number >= PRIVATE else number, "")
    letter = chr(number) if 0 < number < PRIVATE else ""
    return letter if letter and unicodedata.category(letter) not in {"Co", "Cs", "Cc", "Cn"} else ""


def unsigned(font: str, text: str) -> str:
    """A run's text with the letters that its font shows for codes of the private area."""
    table = FONTS.get(font.strip().lower())
    if table is None:
        return text
    codes = {PRIVATE + code: letter for code, letter in table.items()}
    return text.translate(codes)
