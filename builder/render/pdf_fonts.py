"""The fonts of the PDF: ours alone, found without the machine's, cut in one way on every machine.

Fontconfig would offer every font of the machine beside ours, and WeasyPrint would cut fonts with
the system's HarfBuzz or, where its part for cutting is missing, with fontTools: other bytes each
time. A colour emoji font on a machine even changes the digits, as it has glyphs for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import uharfbuzz as hb
import weasyprint.pdf.stream
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import FontConfiguration

from builder.fonts import Face, FontError, check_families, only_ours

# Tables that tell a text program about letters; in a PDF the glyphs are placed already.
UNUSED_TABLES = {
    int.from_bytes(name, "big")
    for name in (b"BASE", b"DSIG", b"GDEF", b"GPOS", b"GSUB", b"JSTF", b"MATH", b"LTSH", b"PCLT")
}
KEPT = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.PASSTHROUGH_UNRECOGNIZED
    | hb.SubsetFlags.DESUBROUTINIZE
)


class Drawn(Protocol):
    """What is known of a font of the finished document: its family, and which file it was."""

    family: str
    digest: str


class OurFont(Font):  # type: ignore[misc]  # WeasyPrint has no types
    """A font of the document: remembers the file that it is, and is cut by uharfbuzz."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 -- WeasyPrint's interface
        self.file_content: bytes
        super().__init__(*given)
        self.digest = digest(self.file_content)

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: ARG002
        """Keep the glyphs that are drawn, under their numbers."""
        if not to_unicode:
            return
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(set(to_unicode))
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(UNUSED_TABLES)
        wanted.flags = KEPT | hb.SubsetFlags.NO_HINTING
        self.file_content = bytes(hb.subset(hb.Face(self.file_content), wanted).blob.data)


weasyprint.pdf.stream.Font = OurFont


def digest(font: bytes) -> str:
    """What tells one font file from another."""
    return hashlib.sha256(font).hexdigest()


def font_configuration() -> FontConfiguration:
    """Fontconfig that knows no font of the machine."""
    with only_ours():
        return FontConfiguration()


def check_fonts(
    drawn: Iterable[Drawn], available: Iterable[Face], ours: Mapping[str, bytes]
) -> None:
    """Raises `FontError` where a font of the finished document is none of ours.

    `ours` are the cut fonts by the names of their files.
    """
    drawn = tuple(drawn)
    check_families((font.family for font in drawn), available)
    known = {digest(data) for data in ours.values()}
    if strange := sorted({font.family for font in drawn if font.digest not in known}):
        raise FontError(
            f"PDF 用了本机的字体：{'、'.join(strange)}。应只用模板 fonts 文件夹里的字体；"
            "请检查模板里的 @font-face 和 font-family。"
        )
