"""The copy that the rules look at: Simplified, half-width, exactly as long as the source."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product

from opencc import OpenCC

from builder.model import Script
from builder.vocabulary.generic.scripts import script_words
from builder.vocabulary.words import Words

# Measured on real reports: Simplified ones change below 0.3 %, Traditional ones above 20 %.
TRADITIONAL_SHARE = 0.015
HAN = re.compile(r"[\u3400-\u9fff]+")
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
# So few kinds of full-width letters are put in one by one, as nearly every text has.
FEW_KINDS = 40
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
    han = sum(map(len, HAN.findall(text))) or 1
    simplified = text
    changed = len(_foreign().findall(text))
    # OpenCC is not asked where even all of these would be too few.
    if changed / han > TRADITIONAL_SHARE:
        simplified = _simplified(text)
        pairs = zip(text, simplified, strict=True)
        foreign = _foreign()
        changed = sum(old != new and foreign.match(old) is not None for old, new in pairs)
    traditional = changed / han > TRADITIONAL_SHARE
    plain = _in_half_width(simplified if traditional else text)
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
def _foreign() -> re.Pattern[str]:
    """What GB 2312 lacks; Simplified text has its letters: OpenCC would make 显著 into 显着."""
    plane = range(0xA1, 0xFF)
    pairs = map(bytes, product(plane, plane))
    letters = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    return re.compile(f"[^\\0-\\x7f{letters}]")


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
    return _in_half_width(letter) if len(letter) == 1 and letter.isprintable() else " "


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


def _in_half_width(text: str) -> str:
    """The text with the plain letters for its full-width ones."""
    table = _half_width()
    found = table.keys() & frozenset(_full_width().findall(text))
    if len(found) > FEW_KINDS:
        return text.translate({ord(letter): table[letter] for letter in found})
    for letter in found:
        text = text.replace(letter, table[letter])
    return text


@cache
def _full_width() -> re.Pattern[str]:
    """What may be such a letter; a class is looked up at once that lists none of the far planes."""
    near = "".join(letter for letter in _half_width() if letter <= "\uffff")
    return re.compile(f"[{re.escape(near)}\U00010000-\U0010ffff]")


@cache
def _half_width() -> dict[str, str]:
    """Full-width and compatibility forms to the plain letter, every space to ' '.

    So are the digits of every script: those of Tibet, and 𝟔𝟑 that only look bold. No plain letter
    is itself one of them.
    """
    compatible = [*range(0xFF01, 0xFFEF), *range(0xFE50, 0xFE6C), *range(0x2F00, 0x2FD6)]
    compatible += range(0xF900, 0xFAFF)
    table = {letter: unicodedata.normalize("NFKC", letter) for letter in map(chr, compatible)}
    single = {old: new for old, new in table.items() if len(new) == 1 and new != old}
    ends = dict.fromkeys(LINE_ENDS, "\n")
    digits = {letter: str(unicodedata.decimal(letter)) for letter in _digits()}
    return digits | single | dict.fromkeys(SPACES, " ") | ends | ALIKE


def _digits() -> tuple[str, ...]:
    """All decimal digits but the plain ones."""
    return tuple(filter(str.isdecimal, map(chr, range(0x80, LAST_DIGIT))))
