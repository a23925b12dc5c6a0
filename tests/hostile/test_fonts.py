"""The machine's fonts and libraries change nothing, and letters without a font stop nothing."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont

from builder.charts import charts
from builder.charts.draw import rasterised, vector_drawings
from builder.fonts import FontError, cut, faces, only_ours
from builder.model import BriefingPart, PartName
from builder.model.look import PROFILES
from builder.model.page import Picture
from builder.model.plotted import Stretch, StripPlot, StripRow
from builder.render.folder import default_templates
from builder.render.pdf import PdfWorker, pdf
from builder.render.pdf_environment import pdf_environment
from builder.render.pdf_fonts import check_fonts, digest
from tests.goldfacts import ROOT
from tests.pageparts import view

# WeasyPrint never closes its own colour profile.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

TEMPLATES = default_templates()
FONTS = TEMPLATES / "fonts"
PAGE = (
    '<!DOCTYPE html><html lang="zh-CN"><head><title>简报</title></head>'
    "<body><p>岳阳县 PM2.5 32.86 μg/m³ ☐☑►●■◆∙👉 O₃</p></body></html>"
)
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def machine_with(folder: Path, fonts: dict[str, bytes]) -> Path:
    """The configuration of a machine that has these fonts, in the folder of the test alone."""
    folder.mkdir()
    for name, data in fonts.items():
        (folder / name).write_bytes(data)
    config = folder / "fonts.conf"
    config.write_text(CONFIG.format(folder=folder), encoding="utf-8")
    return config


def odd_font(family: str, letters: str) -> bytes:
    """A font with tall strange glyphs, as of a colour emoji font that has digits too."""
    font = TTFont(io.BytesIO(cut(faces(FONTS), letters)["NotoEmoji-Regular.ttf"]))
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            record.string = family
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def clean() -> bytes:
    with PdfWorker() as worker:
        return worker.render(PAGE, TEMPLATES, {})


@pytest.mark.parametrize(
    "family",
    ["Noto Color Emoji", "Noto Serif SC", "Noto Sans", "serif", "sans-serif", "Times New Roman"],
)
def test_a_font_of_the_machine_changes_no_byte(
    family: str, clean: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = machine_with(tmp_path / "machine", {"odd.ttf": odd_font(family, "0123456789👉☑")})
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    with PdfWorker() as worker:
        assert worker.render(PAGE, TEMPLATES, {}) == clean
    assert pdf(PAGE, TEMPLATES, {}) == clean


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANG", "ja_JP.UTF-8"),
        ("LC_ALL", "C"),
        ("PANGO_LANGUAGE", "ar"),
        ("FC_LANG", "ko"),
        ("FONTCONFIG_PATH", "/nonexistent"),
        ("HOME", "/nonexistent"),
        ("TZ", "Asia/Kathmandu"),
        ("PYTHONHASHSEED", "7"),
    ],
)
def test_the_environment_changes_no_byte(
    name: str, value: str, clean: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with PdfWorker() as worker:
        assert worker.render(PAGE, TEMPLATES, {}) == clean


def test_fonts_are_cut_the_same_without_the_systems_part_for_it(clean: bytes) -> None:
    code = (
        "import sys, warnings; warnings.simplefilter('ignore');"
        "import weasyprint.text.ffi as ffi; ffi.harfbuzz_subset = None;"
        "from pathlib import Path; from builder.render.typesetting import typeset;"
        f"sys.stdout.buffer.write(typeset({PAGE!r}, Path({str(TEMPLATES)!r}), {{}}))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=pdf_environment()
    ).stdout
    assert made == clean


def test_error_a_build_that_used_another_face(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = machine_with(tmp_path / "machine", {"odd.ttf": odd_font("Odd Face", "0123456789")})
    monkeypatch.setattr("builder.fonts.FONTCONFIG", config)
    with pytest.raises(FontError, match="缺少字体：Odd Face"):
        pdf(PAGE.replace("<p>", "<p style=\"font-family: 'Odd Face'\">"), TEMPLATES, {})


def test_error_another_face_under_one_of_our_names() -> None:
    ours = cut(faces(FONTS), "岳阳县")
    drawn = [
        SimpleNamespace(family="Noto Sans SC", digest=digest(ours["NotoSansSC-Regular.ttf"])),
        SimpleNamespace(family="Noto Serif SC", digest=digest(b"another file")),
    ]
    check_fonts(drawn[:1], faces(FONTS), ours)
    with pytest.raises(FontError, match="PDF 用了本机的字体：Noto Serif SC。"):
        check_fonts(drawn, faces(FONTS), ours)


def test_charts_are_the_same_whatever_fonts_the_machine_has(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.hostile.test_fonts import drawn;"
        "sys.stdout.write(drawn())"
    )
    config = machine_with(tmp_path / "machine", {"odd.ttf": odd_font("Odd", "0123456789₃☑👉")})
    env = os.environ | {"PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": str(config)}
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=env, text=True
    )
    assert other.stdout == drawn()


def drawn() -> str:
    """The sum of a chart's picture whose labels have letters that the chart's font lacks."""
    year = Stretch(start=date(2024, 1, 1), end=date(2024, 12, 31), label="全年", solid=True)
    strip = StripPlot(rows=(StripRow(name="大气 O₃☑👉", stretches=(year,)),))
    picture = Picture(id="periods", caption="大气", alt="大气", plot=strip)
    part = BriefingPart(name=PartName.PERIODS, title="可比范围", blocks=(picture,))
    (chart,) = charts(view((part,)), PROFILES["briefing"])
    (made,) = rasterised(vector_drawings([chart], FONTS))
    assert "☑" in made.svg
    return hashlib.sha256(made.png).hexdigest()


def test_only_ours_gives_the_environment_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/own")
    with only_ours():
        assert os.environ["FONTCONFIG_FILE"] != "/own"
    assert os.environ["FONTCONFIG_FILE"] == "/own"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with only_ours():
        pass
    assert "FONTCONFIG_FILE" not in os.environ


def test_the_process_says_what_set_the_type() -> None:
    with PdfWorker() as worker:
        found = worker.versions()
    assert set(found) == {"pango", "harfbuzz", "fontconfig"}
    assert all(version[0].isdigit() for version in found.values())
