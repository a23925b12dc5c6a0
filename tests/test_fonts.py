from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

from builder.fonts import (
    FontError,
    check_families,
    check_glyphs,
    cut,
    faces,
    printable,
    stack,
    used,
)
from builder.render.pdf import pdf

FONTS = Path(__file__).parents[1] / "templates" / "fonts"


def test_faces_give_family_and_weight_of_every_file() -> None:
    found = {(face.file.name, face.family, face.weight) for face in faces(FONTS)}
    assert ("NotoSerifSC-Bold.ttf", "Noto Serif SC", 700) in found
    assert ("NotoSansSC-Regular.ttf", "Noto Sans SC", 400) in found


def test_cut_fonts_hold_the_characters_and_little_else() -> None:
    made = cut(faces(FONTS), "赣州 35 μg/m³")
    font = TTFont(io.BytesIO(made["NotoSerifSC-Regular.ttf"]))
    assert {ord(c) for c in "赣州35μg/m³"} <= set(font.getBestCmap())
    assert len(made["NotoSerifSC-Regular.ttf"]) < 20_000
    assert "glyf" in font


@pytest.mark.parametrize(
    "text", ["製度全麵隻", "Ⅱ类、≥92%、O₃、PM₂.₅", "请点击👉", "①㎡±‰", "☐☑☒►●■◆∙"]
)
def test_what_reports_print_has_glyphs(text: str) -> None:
    check_glyphs(text, faces(FONTS))


def test_error_glyph_names_the_character_and_the_way_out() -> None:
    with pytest.raises(FontError) as caught:
        check_glyphs("吉𠮷", faces(FONTS))
    assert str(caught.value) == (
        "字体中没有这些字：𠮷（U+20BB7），共 1 个。"
        "请把含有这些字的字体（*.ttf、*.otf、*.ttc）放进模板的 fonts 文件夹。"
    )


def test_error_family_names_those_that_are_there() -> None:
    with pytest.raises(FontError) as caught:
        check_families(["霞鹜文楷", "Noto Sans SC"], faces(FONTS))
    assert str(caught.value) == (
        "缺少字体：霞鹜文楷。模板的 fonts 文件夹里只有："
        "Noto Emoji、Noto Sans、Noto Sans Math、Noto Sans SC、"
        "Noto Sans Symbols、Noto Sans Symbols 2、Noto Serif SC。"
    )


def test_error_folder_without_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that has lost its own fonts as well."""
    monkeypatch.setattr("builder.fonts.templates_folder", lambda: tmp_path)
    with pytest.raises(FontError) as caught:
        faces(tmp_path / "own")
    assert str(caught.value) == (
        f"{tmp_path / 'own'}: 没有字体文件（*.ttf）。请恢复模板目录中的 fonts 文件夹。"
    )


def test_error_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "坏.TTF").write_bytes(b"no font")
    with pytest.raises(FontError, match=r"^坏\.TTF：不是完好的字体文件（.*）。请换一个"):
        faces(tmp_path)


def own_font(name: str, chinese: str, weight: int = 400) -> TTFont:
    """A small font of the letters 岳阳县 with an English and a Chinese name."""
    font = TTFont(io.BytesIO(cut(faces(FONTS), "岳阳县")["NotoSerifSC-Regular.ttf"]))
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in {1, 4, 16}]
    for identifier in (1, 4):
        names.setName(name, identifier, 3, 1, 0x409)
        names.setName(chinese, identifier, 3, 1, 0x804)
    font["OS/2"].usWeightClass = weight
    return font


def postscript_font(name: str, chinese: str) -> TTFont:
    """The same letters with PostScript outlines, as an .otf has them."""
    font = own_font(name, chinese)
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    widths = {each: font["hmtx"][each] for each in order}
    strings = {}
    for each in order:
        pen = T2CharStringPen(widths[each][0], drawn)
        drawn[each].draw(Qu2CuPen(pen, 1.0, all_cubic=True))
        strings[each] = pen.getCharString()
    builder = FontBuilder(unitsPerEm=font["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(font.getBestCmap())
    builder.setupCFF(name, {"FullName": name}, strings, {})
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=400)
    builder.setupPost()
    builder.font["name"] = font["name"]
    return builder.font


@pytest.mark.parametrize("suffix", ["ttf", "TTF", "otf", "OTF"])
def test_own_fonts_add_to_ours_and_are_known_by_both_names(tmp_path: Path, suffix: str) -> None:
    make = postscript_font if suffix.lower() == "otf" else own_font
    make("FangSong_GB2312", "仿宋_GB2312").save(tmp_path / f"simfang.{suffix}")
    available = faces(tmp_path)
    families = {face.family for face in available}
    assert {"FangSong_GB2312", "Noto Serif SC", "Noto Sans SC"} <= families
    assert used("仿宋_GB2312", available) == used("fangsong_gb2312", available) == "FangSong_GB2312"
    assert used("楷体_GB2312", available) == "Noto Serif SC"
    assert stack("仿宋_GB2312", available).startswith('"FangSong_GB2312", "Noto Sans", ')
    made = TTFont(io.BytesIO(cut(available, "岳")[f"simfang.{suffix}"]))
    assert "glyf" in made
    assert ord("岳") in made.getBestCmap()
    assert made["glyf"][made.getBestCmap()[ord("岳")]].numberOfContours > 3


def test_collection_holds_several_families(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [own_font("Song One", "甲宋"), own_font("Song Two", "乙宋")]
    collection.save(tmp_path / "songs.ttc")
    available = faces(tmp_path)
    assert [used(name, available) for name in ("甲宋", "乙宋")] == ["Song One", "Song Two"]
    assert {"songs.ttc", "songs.ttc-1"} <= set(cut(available, "岳"))


def test_own_font_takes_the_place_of_ours_of_its_family_and_weight(tmp_path: Path) -> None:
    own_font("Noto Serif SC", "思源宋体", 700).save(tmp_path / "bold.ttf")
    places = {
        face.weight: face.file.parent for face in faces(tmp_path) if face.family == "Noto Serif SC"
    }
    assert places == {700: tmp_path, 400: FONTS}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("suffix", ["TTF", "otf"])
def test_own_font_is_embedded_in_the_pdf(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    make = postscript_font if suffix == "otf" else own_font
    make("FangSong_GB2312", "仿宋_GB2312").save(folder / f"simfang.{suffix}")
    families = stack("仿宋_GB2312", faces(folder)).replace('"', "'")
    page = (
        '<!DOCTYPE html><html lang="zh-CN"><head><title>简报</title></head><body>'
        f'<p style="font-family: {families}">岳阳县</p></body></html>'
    )
    data = pdf(page, tmp_path, {})
    with pdfplumber.open(io.BytesIO(data)) as document:
        letters = document.pages[0].chars
    assert "".join(letter["text"] for letter in letters) == "岳阳县"
    assert {letter["fontname"].split("+")[1] for letter in letters} == {"FangSong_GB2312"}
    picture = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L")
    assert picture.getextrema()[0] < 64


def test_printable_marks_what_no_font_can_mean() -> None:
    assert printable("电话\ue60c 123", faces(FONTS)) == "电话〓 123"
    assert printable("电话 123", faces(FONTS)) == "电话 123"


def test_printable_marks_what_no_font_has_and_knows_letters_that_are_the_same() -> None:
    assert printable("岳𠮷县，音\uf914", faces(FONTS)) == "岳〓县，音樂"


def test_stack_puts_our_substitute_before_the_wanted_family() -> None:
    assert stack("黑体", faces(FONTS)) == (
        '"Noto Sans SC", "Noto Sans", "Noto Emoji", '
        '"Noto Sans Symbols 2", "Noto Sans Symbols", "Noto Sans Math", "黑体"'
    )
    assert stack("仿宋_GB2312", faces(FONTS)).startswith('"Noto Serif SC", ')
