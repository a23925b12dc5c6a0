"""What stands around the text: the file's properties, and the fonts of the configuration."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from lxml import etree

from builder.config import Fonts
from builder.language import Language
from builder.render.word.template import printable
from builder.render.word.tree import W, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document

    from builder.model import Briefing, Bureau

# Word and its charts' workbooks want dates; a fixed one keeps the bytes the same.
WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- python-docx and XlsxWriter take naive UTC
FONT_USES = ("ascii", "hAnsi", "eastAsia", "cs")
# Signs that Word sets in the Latin font, narrow and low, unless the run says that it is Chinese.
AMBIGUOUS = frozenset("“”‘’…—·")


# Word's own characters that end no line of simplified Chinese; a list of ours takes their place.
OPENING = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"


LONGEST_PROPERTY = 255
"""What a property of the file can hold; the page prints all."""
LONGEST_RULE = 50
"""What Word's schema allows; the marks of bureaus for whose letters there is no room may break."""


def keep_marks(document: Document, bureaus: Iterable[Bureau]) -> None:
    """Let no line end inside an evidence mark, between 岳 and 3 of 〔岳3〕."""
    letters = "".join(bureau.mark[-1] for bureau in bureaus)
    characters = "".join(dict.fromkeys(OPENING + letters))[:LONGEST_RULE]
    rule = etree.Element(f"{W}noLineBreaksAfter", {f"{W}lang": "zh-CN", f"{W}val": characters})
    document.settings.element.find(f"{W}characterSpacingControl").addnext(rule)


def set_properties(document: Document, briefing: Briefing) -> None:
    """Title, subject, author and language for the file's own properties."""
    core = document.core_properties
    core.title = _property(briefing.title)
    core.subject = _property(briefing.subtitle)
    core.author = core.last_modified_by = _property(briefing.issuer)
    core.language = Language(briefing.language).tag
    core.created = core.modified = WRITTEN


def _property(words: str) -> str:
    return printable(words)[:LONGEST_PROPERTY]


def set_fonts(document: Document, fonts: Mapping[str, str]) -> None:
    """Put the configuration's fonts where the template has the default ones.

    Fonts that a user chose in Word have other names than the defaults and stay.
    """
    renamed = {
        default: fonts[use]
        for use, default in Fonts().model_dump().items()
        if fonts[use] != default
    }
    for element in document.styles.element.iter(f"{W}rFonts") if renamed else ():
        for use in FONT_USES:
            name = element.get(f"{W}{use}")
            if name in renamed:
                element.set(f"{W}{use}", renamed[name])


def hint_punctuation(body: etree._Element) -> None:
    """Tell Word to set Chinese quotation marks, dashes and dots in the Chinese font."""
    for run in body.iter(f"{W}r"):
        if AMBIGUOUS.isdisjoint(run.findtext(f"{W}t") or ""):
            continue
        properties = properties_of(run)
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            fonts = properties.makeelement(f"{W}rFonts")
            style = properties.find(f"{W}rStyle")
            properties.insert(0 if style is None else 1, fonts)
        fonts.set(f"{W}hint", "eastAsia")
