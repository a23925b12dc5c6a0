"""The machine's fonts and libraries change nothing, and letters without a font stop nothing."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from builder.api import check_facts, extract_facts, read_report
from builder.charts import charts
from builder.charts.draw import rasterised, vector_drawings
from builder.check.letters import MOST_PLACES, with_lost_letters
from builder.config import Config
from builder.fonts import FontError, covered, cut, faces, only_ours, printable
from builder.language import Language
from builder.model import Extraction, PartName
from builder.pipeline.line import Request, build
from builder.render.folder import default_templates
from builder.render.pdf import PdfWorker, pdf
from builder.render.pdf_environment import pdf_environment
from builder.render.pdf_fonts import check_fonts, digest
from tests.goldfacts import ROOT
from tests.samplebriefing import sample_comparison

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
SYMBOLS = "☐☑☒►▸▪▫●■◆○□△▲▼◇★☆∙•·→⇒✓✔✗✘❶①㎡‰℃Ⅲ⒈"


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
    chart, *_ = charts(sample_comparison(), Config(parts=(PartName.MATRIX,)), Language("zh"))
    spec = json.loads(json.dumps(dict(chart.spec)).replace("\\u5927\\u6c14", "O₃☑👉"))
    object.__setattr__(chart, "spec", spec)
    (picture,) = rasterised(vector_drawings([chart], FONTS))
    assert "☑" in picture.svg
    return hashlib.sha256(picture.png).hexdigest()


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


@pytest.mark.parametrize("sign", SYMBOLS)
def test_signs_that_officials_use_have_a_glyph(sign: str) -> None:
    assert ord(sign) in covered(faces(FONTS))


def test_the_symbol_fonts_are_small_and_hold_what_the_others_lack() -> None:
    symbols = [face for face in faces(FONTS) if "Symbols" in face.family or "Math" in face.family]
    others = covered(face for face in faces(FONTS) if face not in symbols)
    assert sum(face.file.stat().st_size for face in symbols) < 300_000
    for face in symbols:
        # Mirrored signs come in pairs, so that a few stand in both.
        assert len(face.characters & others) < 10
        assert len(hb.Face(hb.Blob.from_file_path(str(face.file))).unicodes) > 100


LOST = {
    "Yi": "ꆈꌠ",
    "Tibetan": "བོད",
    "Uyghur": "ئۇيغۇر",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "rare Han": "𠮷",
    "later Han": "\U00031350",
    "private use": "\ue60c",
    "unassigned": "\u0378",
    "Thai": "ไทย",
    "hieroglyph": "𓀀",
}


@pytest.mark.parametrize("letters", LOST.values(), ids=LOST)
def test_letters_without_a_font_are_printed_as_missing_types(letters: str) -> None:
    data = pdf(PAGE.replace("岳阳县", letters), TEMPLATES, {})
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert text.startswith("〓")
    assert letters[0] not in text


@pytest.mark.parametrize(
    ("letters", "same"), [("\uf914", "樂"), ("\u2126", "Ω"), ("\u212b", "Å"), ("\ufa22", "諸")]
)
def test_letters_that_are_another_are_printed(letters: str, same: str) -> None:
    assert printable(letters, faces(FONTS)) in {letters, same}


def report(text: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "甲县-2024.txt"
    work = "全县优良天数比例92.6%，环境质量持续改善，群众满意度不断提高。" * 10
    path.write_text(
        f"甲县生态环境局2024年工作总结\n一、主要工作\n{work}{text}\n二、存在问题\n无。\n",
        encoding="utf-8",
    )
    (extraction,) = check_facts(extract_facts(read_report(path))).extractions
    return with_lost_letters(extraction, covered(faces(FONTS)))


@pytest.mark.parametrize("letters", LOST.values(), ids=LOST)
def test_a_finding_tells_where_the_letter_stands(letters: str, tmp_path: Path) -> None:
    made = report(f"走访{letters}村。", tmp_path)
    (found,) = (one for one in made.findings if one.code == "no_glyph")
    assert found.report == "甲县-2024"
    assert made.outline.source.text[found.start : found.end] == found.quote == letters
    assert f"U+{ord(letters[0]):04X}" in dict(found.values)["codes"]


def test_no_finding_where_all_letters_have_a_font(tmp_path: Path) -> None:
    assert [one for one in report("☐☑►∙樂。", tmp_path).findings if one.code == "no_glyph"] == []


def test_of_many_places_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    found = [one for one in report("ꆈ村，" * 40, tmp_path).findings if one.code == "no_glyph"]
    assert len(found) == MOST_PLACES + 1
    assert ("count", str(40 - MOST_PLACES)) in [pair for one in found for pair in one.values]


@pytest.mark.slow
def test_one_report_with_such_letters_stops_no_format(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    text = (ROOT / "seeds" / "yueyang-county-2024.txt").read_text(encoding="utf-8")
    (reports / "a.txt").write_text(text.replace("。", "☐►ꆈ𠮷。"), encoding="utf-8")
    output = tmp_path / "output"
    build(Request(input=reports, output=output, templates=TEMPLATES, config=Config()))
    printed = pypdfium2.PdfDocument(output / "briefing.pdf")
    pages = "".join(page.get_textpage().get_text_range() for page in printed)
    assert "〓" in pages
    assert "☐" in pages
    assert "ꆈ𠮷" in (output / "briefing.html").read_text(encoding="utf-8")
    assert "ꆈ𠮷" in (output / "findings.jsonl").read_text(encoding="utf-8")
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert {"python", "zlib", "pango", "harfbuzz"} <= manifest["versions"].keys()
