"""The briefing's language: msgids are the Chinese sentences, catalogs translate them."""

from __future__ import annotations

import gettext
import io
import re
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGS = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "zh"
# Where a field is empty, the spaces around it are one too many.
_GAP = re.compile(r" +(?=[,;:.](?: |$))| (?= )")


class Language:
    """Translates msgids and fills their named fields.

    >>> Language("zh")("共 {count} 项", count=3)
    '共 3 项'
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._catalog = _catalog(code)

    def __call__(self, msgid: str, /, **values: object) -> str:
        """The sentence in this language, its fields filled; nothing is nothing everywhere."""
        # Under the empty msgid a catalog keeps its own header.
        sentence = self._catalog.gettext(msgid) if msgid else ""
        return self.closed(sentence.format(**values), sentence) if values else sentence

    def closed(self, words: str, sentence: str) -> str:
        """A filled sentence without the gaps that empty fields leave between words and at ends."""
        if self.code == SOURCE_LANGUAGE:
            return words
        words = _GAP.sub("", words)
        words = words if sentence.startswith(" ") else words.lstrip(" ")
        return words if sentence.endswith(" ") else words.rstrip(" ")

    def sentence(self, words: str) -> str:
        """Words as a sentence or a title begins: with a capital where the script has them."""
        return words[:1].upper() + words[1:]

    def inside(self, words: str) -> str:
        """A title's words as they stand inside a sentence: petitions, but EIA and permits."""
        return words if words[1:2].isupper() else words[:1].lower() + words[1:]

    @property
    def tag(self) -> str:
        """The BCP 47 tag that documents carry."""
        return {"zh": "zh-CN", "en": "en"}[self.code]


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    """The catalog of a language, compiled in memory so that no binary stands in the tree."""
    if code == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    with (CATALOGS / code / "LC_MESSAGES" / "builder.po").open("rb") as source:
        catalog = read_po(source, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
