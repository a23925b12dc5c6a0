"""Cuts the symbol fonts to what the other fonts of the templates lack.

`python -m tools.symbol_fonts SYMBOLS2.ttf SYMBOLS.ttf MATH.ttf templates/fonts`, with the whole
fonts as Google Fonts gives them; the first font that has a sign keeps it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz as hb

from builder.fonts import SYMBOLS, UNUSED_TABLES, covered, faces

# Punctuation to arrows and miscellaneous symbols, enclosed letters, ornaments, later shapes.
BLOCKS = (
    range(0x2000, 0x2C00),
    range(0x1F100, 0x1F200),
    range(0x1F650, 0x1F680),
    range(0x1F780, 0x1F900),
)
NAMES = range(26)
MATH = int.from_bytes(b"MATH", "big")


def main() -> None:
    """Write the cut fonts into the folder of the templates."""
    *whole, folder = map(Path, sys.argv[1:])
    others = [face for face in faces(folder) if face.family not in SYMBOLS]
    wanted = {code for block in BLOCKS for code in block} - covered(others)
    for family, path in zip(SYMBOLS, whole, strict=True):
        font = hb.Face(hb.Blob.from_file_path(str(path)))
        kept = set(font.unicodes) & wanted
        name = f"{family.replace(' ', '')}-Regular.ttf"
        (folder / name).write_bytes(_cut(font, kept))
        wanted -= kept


def _cut(font: hb.Face, kept: set[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(kept)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({*UNUSED_TABLES, MATH})
    wanted.sets(hb.SubsetInputSets.NAME_ID).set(set(NAMES))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(font, wanted).blob.data)


if __name__ == "__main__":
    main()
