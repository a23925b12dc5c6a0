"""What stands around the text: the file's properties, and hints for punctuation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from lxml import etree

from builder.language import Language
from builder.render.word.tree import W, properties_of
from builder.render.word.xmlsigns import printable

if TYPE_CHECKING:
    from docx.document import Document

    from builder.model import Briefing

# Word wants dates; a fixed one keeps the bytes the same.
WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- python-docx takes naive UTC
# Signs that Word sets in the Latin font, narrow and low, unless the run says that it is Chinese.
AMBIGUOUS = frozenset("“”‘’…—·")


LONGEST_PROPERTY = 255
"""What a property of the file can hold; the page prints all."""


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
