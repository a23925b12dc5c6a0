"""The copy that the rules look at: Simplified, half-width, exactly as long as the source."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from builder.model import Script
from builder.vocabulary.generic.scripts import script_words
from builder.vocabulary.words import Words

# Measured on real reports: Simplified ones change below 0.3 %, Traditional ones above 20 %.
TRADITIONAL_SHARE = 0.015
HAN = re.compile(r"[\u3400-\u9fff]")
# Spellings behind letters: 環(huán). One with a tone mark shows that the text has them.
TONE = re.compile(r"[\u3400-\u9fff]\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")
PINYIN = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")
# The number of a surrogate is no letter.
CODE = re.compile(r"<U\+(?!D[89A-F])[0-9A-F]{4}>|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});")
SPACES = "\t\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
SPACES += "\u200b\u200c\u200d\u202f\u205f\u2060\u2800\u3000\u3164\ufeff\uffa0"
# No script has digits above.
LAST_DIGIT = 0x1FC00
LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# One letter for one letter: what stands for the same sign in other blocks of Unicode.
ALIKE = {
    "Ⅹ": "X",
    "ⅹ": "x",
    "µ": "μ",
    "∶": ":",
    "︰": ":",
    "〜": "~",
    "∼": "~",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "⁃": "-",
    "≧": "≥",
    "⩾": "≥",
    "≮": "≥",
    "≦": "≤",
    "⩽": "≤",
    "≯": "≤",
    "≒": "≈",
    "٪": "%",
    "⁄": "/",
    "∕": "/",
    "․": ".",
    "‚": ",",
}
# The 2 of SO₂ stands lowered behind a letter, and the .5 of PM₂.₅ behind a lowered 2.
LOWERED = re.compile(r"(?<=[A-Za-z)])[₀-₉]+(?:\.[₀-₉]+)?")
LOWERED_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The plain copy, the script of the original, and whether a machine made it Traditional."""

    plain: str
    script: Script
    converted: bool


def plain_copy(text: str) -> Copy:
    """The copy of a text that the rules look at.

    OpenCC's `tw2s` is used only where it would change more than 1.5 % of the Chinese letters,
    because it harms Simplified text (显著 would become 显着).
    """
    simplified = _simplified(text)
    han = len(HAN.findall(text)) or 1
    changed = 0
    if simplified != text:
        pairs = zip(text, simplified, strict=True)
        changed = sum(old != new and not _is_simplified(old) for old, new in pairs)
    traditional = changed / han > TRADITIONAL_SHARE
    plain = (simplified if traditional else text).translate(_half_width())
    plain = _without_codes(LOWERED.sub(_in_line, plain))
    return Copy(
        plain=plain,
        script=Script.HANT if traditional else Script.HANS,
        converted=traditional and _is_converted(text),
    )


def _in_line(lowered: re.Match[str]) -> str:
    return lowered[0].translate(LOWERED_DIGITS)


def _is_converted(text: str) -> bool:
    """Whether a Traditional text has signs of a mechanical conversion, or spellings in it."""
    return _converted().within(text) or TONE.search(text) is not None


@cache
def _converted() -> Words:
    words = script_words()
    return Words((*words.converted, *words.mainland))


@cache
def _is_simplified(letter: str) -> bool:
    """Whether Simplified text has the letter too: OpenCC would make 显著 into 显着."""
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _without_codes(plain: str) -> str:
    """The copy with letters for codes that a page left standing: <U+00A0>, &nbsp;, &ldquo;.

    The letter takes the code's first place and blanks the rest of it. Spellings that a site put
    behind its letters, 環(huán)境, are blanked too.
    """
    if TONE.search(plain):
        plain = PINYIN.sub(lambda spelled: " " * len(spelled[0]), plain)
    if "<U+" not in plain and "&" not in plain:
        return plain
    return CODE.sub(lambda code: _letter(code[0]).ljust(len(code[0])), plain)


def _letter(code: str) -> str:
    letter = chr(int(code[3:-1], 16)) if code[1] == "U" else html.unescape(code)
    return letter.translate(_half_width()) if len(letter) == 1 and letter.isprintable() else " "


def _simplified(text: str) -> str:
    """The text through `tw2s`; letter by letter where whole words would change its length."""
    converter = _converter()
    copy: str = converter.convert(text)
    if len(copy) == len(text):
        return copy
    letters = {letter: converter.convert(letter) for letter in sorted(set(text))}
    return "".join(new if len(new := letters[old]) == 1 else old for old in text)


@cache
def _converter() -> OpenCC:
    return OpenCC("tw2s")


@cache
def _half_width() -> dict[int, str]:
    """Full-width and compatibility forms to the plain letter, every space to ' '.

    So are the digits of every script: those of Tibet, and 𝟔𝟑 that only look bold.
    """
    compatible = [*range(0xFF01, 0xFFEF), *range(0xFE50, 0xFE6C), *range(0x2F00, 0x2FD6)]
    compatible += range(0xF900, 0xFAFF)
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in compatible}
    single = {code: form for code, form in table.items() if len(form) == 1}
    ends = dict.fromkeys(map(ord, LINE_ENDS), "\n")
    alike = {ord(old): new for old, new in ALIKE.items()}
    digits = {code: str(unicodedata.decimal(chr(code))) for code in _digits()}
    return digits | single | dict.fromkeys(map(ord, SPACES), " ") | ends | alike


def _digits() -> tuple[int, ...]:
    """The codes of all decimal digits but the plain ones."""
    return tuple(code for code in range(0x80, LAST_DIGIT) if chr(code).isdecimal())
