"""Which letters a page prints, and the rules by which it finds our fonts for them."""

from __future__ import annotations

import base64
import re
import string
from collections.abc import Iterable
from html import unescape

from builder.fonts import Face

PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
MARKUP = frozenset("<>&\"'")
# Characters that the style sheet may add: page numbers, leaders, list marks.
GENERATED = string.printable + "—…·•"


def spelt_out(html: str) -> str:
    """The HTML with letters in place of their names: U+2003 for &emsp;; &lt; and &amp; stay."""
    return ENTITY.sub(_spelt_entity, html)


def _spelt_entity(entity: re.Match[str]) -> str:
    letter = unescape(entity[0])
    return entity[0] if set(letter) & MARKUP else letter


def characters(html: str) -> str:
    """Every character that may be printed: of the HTML, its pictures, and of the style sheet."""
    pictures = (base64.b64decode(code).decode() for code in PICTURE.findall(html))
    return GENERATED + PICTURE.sub("", html) + "".join(pictures)


def font_rules(addresses: Iterable[tuple[Face, str]]) -> str:
    """The style sheet's rules for fonts, each font with its address."""
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f' src: url("{address}") }}\n'
        for face, address in addresses
    )
