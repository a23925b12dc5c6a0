"""Bytes to text: BOM, strict UTF-8, UTF-16, then a guess among the Chinese code pages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

REPLACEMENT = "\ufffd"
# A text in a wrong code page has hardly any of these; a Chinese text has one in every ten letters.
COMMON = frozenset("的和工作是一在中有大生人民国环境年月日市区政府發展環國縣個與為業")
LETTER = re.compile(r"[^\W\d_a-zA-Z]")
# Letters outside the blocks of Chinese, Latin and Greek text, its punctuation, signs and emoji.
FOREIGN = re.compile(
    r"[^\t-\r\x20-\x7e\u00a0-\u03ff\u2000-\u2bff\u2e80-\u9fff\ue000-\ufaff\ufe30-\ufffd"
    r"\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
SAMPLE_BYTES = 65_536
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODE_PAGES = ("gb18030", "big5hkscs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was read in, and how many of its bytes had to be replaced."""

    text: str
    encoding: str
    replaced: int


def decoded(data: bytes) -> Decoded | None:
    """The text of some bytes without BOM, or None where they are no text.

    Broken bytes become U+FFFD, one for each undecodable sequence, and are counted.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _plausible(_replaced(data[len(bom) :], encoding))
    try:
        return _plausible(Decoded(text=data.decode("utf-8"), encoding="utf-8", replaced=0))
    except UnicodeDecodeError:
        pass
    candidates = [_replaced(data, encoding) for encoding in _guesses(data)]
    return _plausible(min(candidates, key=_damage))


def _replaced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text=text, encoding=encoding, replaced=text.count(REPLACEMENT))


def _guesses(data: bytes) -> tuple[str, ...]:
    """Encodings worth trying, the likelier first: equal damage leaves the first one standing."""
    best = from_bytes(_sample(data), cp_isolation=list(CODE_PAGES)).best()
    likely = () if best is None else (best.encoding,)
    wide = ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ()
    return tuple(dict.fromkeys((*likely, "utf-8", *CODE_PAGES, *wide)))


def _sample(data: bytes) -> bytes:
    """The first bytes up to a line end, so that no letter is cut in two."""
    if len(data) <= SAMPLE_BYTES:
        return data
    end = data.rfind(b"\n", 0, SAMPLE_BYTES)
    return data[: end if end > 0 else SAMPLE_BYTES]


def _damage(candidate: Decoded) -> float:
    """How unlike Chinese text it looks, from replaced bytes and rare or foreign letters."""
    text = candidate.text[:SAMPLE_BYTES]
    letters = len(LETTER.findall(text)) or 1
    common = sum(letter in COMMON for letter in text)
    rare = max(0.0, 0.1 - common / letters)
    broken = text.count(REPLACEMENT) + len(FOREIGN.findall(text))
    return broken / max(len(text), 1) + rare


def _plausible(candidate: Decoded) -> Decoded | None:
    """The candidate, unless a tenth of it is foreign letters or bytes that could not be read."""
    broken = candidate.replaced + len(FOREIGN.findall(candidate.text))
    return candidate if broken * 10 <= len(candidate.text) else None
