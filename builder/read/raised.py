"""Raised digits: marks of notes, which are no part of a number, and the powers of 10⁴ and m³."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Around raised letters, until the words on both sides are known. No text may hold these signs.
UP, DOWN = "\ufdd0", "\ufdd1"
RAISED = re.compile(f"{UP}([^{UP}{DOWN}]*){DOWN}")
SIGNS = re.compile(f"[{UP}{DOWN}]")
# Nobody writes 10¹ for ten.
POWER = re.compile(r"(?!1$)[-−–]?\d{1,2}")
# `1`, `[2]`, `1,3`, `①`: what a note is called by.
NOTE = re.compile(
    r"[\[［(（〔【]?\s*(?:\d{1,3}(?:\s*[,，、\-–~]\s*\d{1,3})*|[①-⑳*※])\s*[\]］)）〕】]?"
)
TEN = re.compile(r"(?<![\d.])10$")
# What has a square or a cube: m, km, μm, 米, 公里, 千米; the m of `pm` in a word has none.
UNIT = re.compile(r"(?:(?<![A-Za-z])(?:[kcdhnμµ]?m|M)|[米里㎞㎝]|㎜)$")
UNIT_POWER = re.compile(r"[-−–]\d|[23]")
# A note's mark stands behind a number, its unit or a word, never behind a letter: R², SO4²⁻.
NOTED = re.compile(r"[\d%％‰℃\u4e00-\u9fff。，；：、！？,;:!?)）」』”’》〉】]$")
# What is raised by its own letters.
IN_LETTERS = re.compile(r"[⁰¹²³⁴-⁹⁻⁽][⁰¹²³⁴-⁹⁻⁽⁾]*")
IN_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁽⁾", "0123456789-()")
SENTENCE_ENDS = "。；！？;!?\n"
SUPERSCRIPT = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")


def raised(text: str) -> str:
    """Letters between the signs that say they stand raised; none where there are no letters."""
    bare = SIGNS.sub("", text)
    return f"{UP}{bare}{DOWN}" if bare.strip() else bare


def settled(text: str) -> str:
    """A paragraph with its raised letters as they are to be read.

    A note's mark goes (`94¹%` is 94%), a power of ten stays one (10⁴ is not 104), and
    everything else stands in the line (m3).
    """
    if UP not in text and DOWN not in text:
        return text
    text = text.replace(DOWN + UP, "")
    found = ""
    end = 0
    for match in RAISED.finditer(text):
        found += text[end : match.start()]
        found += _said(match[1], found.rstrip(), text[match.end() : match.end() + 1])
        end = match.end()
    return SIGNS.sub("", found + text[end:])


def note_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where marks of notes stand that are raised by their own letters: the ¹ of 32.8¹微克."""
    for match in IN_LETTERS.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 6) : start].rstrip(" ")
        # Behind the end of a sentence the mark is no part of any number; inside of one nobody
        # knows whether it is a note's, and behind a ten it is a power.
        inside = before[-1:].isdecimal() and text[end : end + 1].isdecimal()
        power = TEN.search(before) and match[0] != "¹"
        if before[-1:] in SENTENCE_ENDS or inside or power:
            continue
        if not _said(match[0].translate(IN_LINE), before, text[end : end + 1]):
            yield start, end


def _said(letters: str, before: str, after: str) -> str:
    bare = letters.strip()
    if POWER.fullmatch(bare) and TEN.search(before):
        return bare.translate(SUPERSCRIPT)
    unit = UNIT.search(before) is not None
    if unit and UNIT_POWER.fullmatch(bare):
        return bare
    # Behind a word the mark may belong to what follows (铯 and raised 137Cs), behind a number not.
    isotope = after.isascii() and after.isalpha() and not before[-1:].isdecimal()
    is_note = NOTE.fullmatch(bare) and (unit or NOTED.search(before)) and not isotope
    return "" if is_note else letters
