from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from builder.fonts import FontError, check_families, check_glyphs, cut, faces, printable, stack

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
        "请把含有这些字的 TrueType 字体（*.ttf）放进模板的 fonts 文件夹。"
    )


def test_error_family_names_those_that_are_there() -> None:
    with pytest.raises(FontError) as caught:
        check_families(["霞鹜文楷", "Noto Sans SC"], faces(FONTS))
    assert str(caught.value) == (
        "缺少字体：霞鹜文楷。模板的 fonts 文件夹里只有："
        "Noto Emoji、Noto Sans、Noto Sans Math、Noto Sans SC、"
        "Noto Sans Symbols、Noto Sans Symbols 2、Noto Serif SC。"
    )


def test_error_folder_without_fonts(tmp_path: Path) -> None:
    with pytest.raises(FontError) as caught:
        faces(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: 没有字体文件（*.ttf）。请恢复模板目录中的 fonts 文件夹。"
    )


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
