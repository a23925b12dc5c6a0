"""Letters that no font has stop nothing: 〓 in print, a finding, and whole elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz as hb

from builder.api import check_facts, extract_facts, read_report
from builder.check.letters import MOST_PLACES, with_lost_letters
from builder.config import Config
from builder.fonts import covered, faces, printable
from builder.model import Extraction
from builder.pipeline.line import Request, build
from builder.render.folder import default_templates
from builder.render.pdf import pdf
from tests.goldfacts import ROOT

# WeasyPrint never closes its own colour profile.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

TEMPLATES = default_templates()
FONTS = TEMPLATES / "fonts"
PAGE = (
    '<!DOCTYPE html><html lang="zh-CN"><head><title>简报</title></head>'
    "<body><p>岳阳县 PM2.5 32.86 μg/m³ ☐☑►●■◆∙👉 O₃</p></body></html>"
)
SYMBOLS = "☐☑☒►▸▪▫●■◆○□△▲▼◇★☆∙•·→⇒✓✔✗✘❶①㎡‰℃Ⅲ⒈"


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
