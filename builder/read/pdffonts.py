"""The Chinese letters of a PDF file that brings no font, shaped by our font on every machine.

pdfium measures such letters by a font of the machine, and leaves out a word of one letter (甲
alone in its cell) where the machine has no Chinese font: a report would be read otherwise on
another desk.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any, Final

import pypdfium2.raw as pdfium
from pypdfium2 import PdfSysfontBase

from builder.fonts import templates_folder

FONT: Final = "NotoSansSC-Regular.ttf"
HANDLE: Final = 1
WHOLE_FILE: Final = 0
CHINESE: Final = (
    pdfium.FXFONT_GB2312_CHARSET,
    pdfium.FXFONT_CHINESEBIG5_CHARSET,
    pdfium.FXFONT_SHIFTJIS_CHARSET,
    pdfium.FXFONT_HANGEUL_CHARSET,
)


class OwnFont(PdfSysfontBase):  # type: ignore[misc]
    """Answers pdfium's questions for a font: ours for Chinese, none of the machine's for the rest.

    For letters of other scripts pdfium has fonts of its own.
    """

    def __init__(self, font: bytes) -> None:
        self.font = font
        super().__init__()

    def EnumFonts(self, *_: Any) -> None:  # noqa: ANN401, N802 -- pdfium's name
        """Lists no font of the machine."""

    def MapFont(self, _: Any, __: int, ___: int, charset: int, *____: Any) -> int | None:  # noqa: ANN401, N802
        """Our font where the letters are Chinese, Japanese or Korean."""
        return HANDLE if charset in CHINESE else None

    def GetFont(self, *_: Any) -> None:  # noqa: ANN401, N802
        """Finds no font by its name."""

    def GetFontData(self, _: Any, __: Any, table: int, buffer: Any, size: int) -> int:  # noqa: ANN401, N802
        """The whole file; nothing where a collection or one table is asked for."""
        if table != WHOLE_FILE:
            return 0
        if buffer and size >= len(self.font):
            ctypes.memmove(buffer, self.font, len(self.font))
        return len(self.font)

    def GetFaceName(self, *_: Any) -> int:  # noqa: ANN401, N802
        """No name: the font is ours."""
        return 0

    def GetFontCharset(self, *_: Any) -> int:  # noqa: ANN401, N802
        """What MapFont was asked for."""
        return int(pdfium.FXFONT_GB2312_CHARSET)

    def DeleteFont(self, *_: Any) -> None:  # noqa: ANN401, N802
        """Nothing to free: the bytes live as long as the process."""


@cache
def use_own_font() -> None:
    """Let pdfium shape Chinese letters by our font from now on; without the file, as it is."""
    file = templates_folder() / "fonts" / FONT
    if file.is_file():
        OwnFont(file.read_bytes()).setup()
