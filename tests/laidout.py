"""Finished pages looked at by program: what stands beyond the margins, and what overlaps."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from builder.config import Fonts
from builder.render.folder import default_templates

POINTS_PER_MM = 72 / 25.4
# Left, bottom, right, top in millimetres: of upright pages, and of those on their side.
UPRIGHT, TURNED = (24, 23, 24, 25), (18, 16, 18, 20)
# A full stop may hang over the edge of its line, and the marks of letters reach out of their line.
HANGING, REACHING = 8, 3
DEEP = 3
"""Lines that lie less than this many points in each other only touch."""
FAMILIES = {"黑体": "Noto Sans SC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A piece of a line and where it stands: left, bottom, right, top in points."""

    page: int
    text: str
    box: tuple[float, float, float, float]


def pages(pdf: Path) -> Iterator[tuple[tuple[float, float, float, float], list[Words]]]:
    """The text block of every page, and its words without running head and page number."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        width, height = page.get_size()
        margins = UPRIGHT if height > width else TURNED
        left, bottom, right, top = (margin * POINTS_PER_MM for margin in margins)
        text = page.get_textpage()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        words = [Words(page=number, text=text.get_text_bounded(*box), box=box) for box in boxes]
        block = (left, bottom, width - right, height - top)
        inside = [each for each in words if each.box[3] > bottom and each.box[1] < height - top]
        yield block, [each for each in inside if each.text.strip()]


def strays(pdf: Path) -> list[Words]:
    """What stands beyond the margins."""
    return [
        words
        for (left, _, right, top), found in pages(pdf)
        for words in found
        if words.box[0] < left - 2
        or words.box[2] > right + HANGING
        or words.box[3] > top + REACHING
    ]


def overlaps(pdf: Path) -> list[tuple[Words, Words]]:
    """Pairs of words that lie on each other."""
    return [pair for _, found in pages(pdf) for pair in _overlapping(found)]


def _overlapping(found: list[Words]) -> Iterator[tuple[Words, Words]]:
    ranked = sorted(found, key=lambda words: -words.box[3])
    for place, upper in enumerate(ranked):
        for lower in ranked[place + 1 :]:
            if lower.box[3] <= upper.box[1]:
                break
            wide = min(upper.box[2], lower.box[2]) - max(upper.box[0], lower.box[0])
            high = min(upper.box[3], lower.box[3]) - max(upper.box[1], lower.box[1])
            if wide > DEEP and high > DEEP:
                yield upper, lower


def word_pages(docx: Path, folder: Path) -> Path:
    """The pages of a Word file as LibreOffice makes them, with our fonts in place of Word's."""
    command = [shutil.which("soffice") or "soffice", "--headless", "--convert-to", "pdf"]
    command += [f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--outdir", str(folder), str(docx)]
    settings = folder / "fonts.conf"
    settings.write_text(_font_settings(folder), encoding="utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(settings)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / f"{docx.stem}.pdf"


def _font_settings(folder: Path) -> str:
    names = set(Fonts().model_dump().values()) | {"宋体"}
    aliases = "".join(
        f'<match><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong">'
        f"<string>{FAMILIES.get(name, 'Noto Serif SC')}</string></edit></match>"
        for name in sorted(names)
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{default_templates() / 'fonts'}</dir><cachedir>{folder / 'cache'}</cachedir>"
        f"{aliases}</fontconfig>"
    )
