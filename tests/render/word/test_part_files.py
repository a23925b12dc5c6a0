"""A part of the briefing that a file of the template folder sets: word/matrix.docx."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx as python_docx
import pytest
from openxml_audit import OpenXmlValidator

from builder.model import BriefingPart, PartName
from builder.model.page import Table
from builder.render.docx import docx
from builder.render.folder import TemplateError, default_templates
from builder.render.templates import check_templates, template_problems
from tests import pageparts
from tests.wordfiles import W, WordFile, opened, words

LOOP = ("{%p for block in part.blocks %}", "{{p show(block) }}", "{%p endfor %}")


def folder(tmp_path: Path, **files: tuple[str, ...]) -> Path:
    """The program's templates with files of some parts: paragraphs, `style::` before words."""
    templates = tmp_path / "templates"
    shutil.copytree(
        default_templates(), templates, ignore=shutil.ignore_patterns("fonts"), dirs_exist_ok=True
    )
    (templates / "word").mkdir()
    for name, lines in files.items():
        # What a secretary does: the template opened, emptied, written anew, saved as.
        document = python_docx.Document(str(templates / "briefing.docx"))
        body = document.element.body
        for child in list(body):
            if not child.tag.endswith("sectPr"):
                body.remove(child)
        for line in lines:
            style, _, text = line.rpartition("::")
            document.add_paragraph(text, style=style or None)
        document.save(str(templates / "word" / f"{name}.docx"))
    return templates


def built(templates: Path, *, wide: bool = False) -> WordFile:
    shown = pageparts.briefing(pageparts.parts(wide=wide))
    return opened(docx(shown, (pageparts.DRAWING,), templates))


def part(name: PartName, *, wide: bool = False) -> BriefingPart:
    return next(each for each in pageparts.parts(wide=wide) if each.name is name)


def test_a_file_that_shows_all_blocks_prints_what_the_program_does(tmp_path: Path) -> None:
    lines = ("heading 1::{{ part.title }}", *LOOP)
    own = built(folder(tmp_path / "own", overview=lines, matrix=lines))
    usual = built(default_templates())
    assert own.named_lines() == usual.named_lines()
    assert [words(c) for c in own.body.iter(f"{W}tc")] == [
        words(c) for c in usual.body.iter(f"{W}tc")
    ]


def test_own_words_and_order_and_what_is_left_out(tmp_path: Path) -> None:
    templates = folder(
        tmp_path,
        matrix=(
            "heading 1::{{ part.title }}（{{ briefing.title }}）",
            "本处意见：另附。",
            "{%p for block in part.blocks %}",
            "{%p if loop.last %}",
            "{{p show(block) }}",
            "{%p endif %}",
            "{%p endfor %}",
        ),
    )
    file = built(templates)
    (title,) = (text for text in file.texts("heading 1") if text.startswith("问题和对应承诺"))
    assert title == "问题和对应承诺（生态环境工作对比简报）"
    texts = file.paragraphs()
    assert texts[texts.index(title) + 1] == "本处意见：另附。"
    blocks = part(PartName.MATRIX).blocks
    tables = sum(isinstance(block, Table) for block in blocks[-1:])
    usual = sum(isinstance(block, Table) for block in blocks)
    left_out = usual - tables
    assert len(list(file.body.iter(f"{W}tbl"))) == (
        len(list(built(default_templates()).body.iter(f"{W}tbl"))) - left_out
    )


def test_marks_lead_to_what_the_document_prints(tmp_path: Path) -> None:
    """The evidence is left out: its marks are words, and no link leads nowhere."""
    file = built(folder(tmp_path, evidence=("heading 1::{{ part.title }}", "从略。")))
    anchors = {link.get(f"{W}anchor") for link in file.body.iter(f"{W}hyperlink")}
    known = {mark.get(f"{W}name") for mark in file.body.iter(f"{W}bookmarkStart")}
    assert anchors <= known
    assert not [anchor for anchor in anchors if anchor.startswith("evidence")]
    assert [name for name in known if name.startswith("part")]


def test_a_wide_part_keeps_its_page_on_its_side(tmp_path: Path) -> None:
    templates = folder(tmp_path, overview=("heading 1::{{ part.title }}", "说明。", *LOOP))
    file = built(templates, wide=True)
    sections = [
        section.find(f"{W}pgSz").get(f"{W}orient") for section in file.body.iter(f"{W}sectPr")
    ]
    usual = built(default_templates(), wide=True)
    assert sections == [
        section.find(f"{W}pgSz").get(f"{W}orient") for section in usual.body.iter(f"{W}sectPr")
    ]
    assert "landscape" in sections


@pytest.mark.parametrize("wide", [False, True])
def test_what_is_made_fits_the_schema(tmp_path: Path, *, wide: bool) -> None:
    names = (PartName.OVERVIEW, PartName.MATRIX, PartName.EVIDENCE)
    lines = ("heading 1::{{ part.title }}", "说明。", *LOOP)
    templates = folder(tmp_path, **{name.value: lines for name in names})
    shown = pageparts.briefing(pageparts.parts(wide=wide))
    path = tmp_path / "made.docx"
    path.write_bytes(docx(shown, (pageparts.DRAWING,), templates))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_a_style_of_the_file_comes_with_it(tmp_path: Path) -> None:
    templates = folder(tmp_path, matrix=("heading 1::{{ part.title }}", *LOOP))
    path = templates / "word" / "matrix.docx"
    document = python_docx.Document(str(path))
    made = document.styles.add_style("处室意见", 1)
    made.base_style = document.styles["Normal"]
    document.add_paragraph("请各处核对。", style="处室意见")
    document.save(str(path))
    assert built(templates).texts("处室意见") == ["请各处核对。"]


def test_a_part_that_starts_a_page_does_so(tmp_path: Path) -> None:
    lines = ("heading 1::{{ part.title }}", *LOOP)
    wanted = [each.name for each in pageparts.parts() if each.starts_page]
    assert wanted
    name = wanted[0]
    file = built(folder(tmp_path, **{name.value: lines}))
    title = part(name).title
    (heading,) = (line for line in file.lines("heading 1") if words(line) == title)
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_block_may_stand_in_the_template_itself(tmp_path: Path) -> None:
    templates = folder(tmp_path)
    path = templates / "briefing.docx"
    document = python_docx.Document(str(path))
    line = next(p for p in document.paragraphs if "show(parts.matrix)" in p.text)
    for text in ("{%p for block in parts.matrix[0].blocks %}", "{{p show(block) }}"):
        line.insert_paragraph_before(text)
    line.runs[0].text = "{%p endfor %}"
    for run in line.runs[1:]:
        run.text = ""
    document.save(str(path))
    file = built(templates)
    usual = built(default_templates())
    assert len(list(file.body.iter(f"{W}tbl"))) == len(list(usual.body.iter(f"{W}tbl")))
    assert "问题和对应承诺" not in file.texts("heading 1")


def test_what_is_wrong_in_a_file_is_said_with_its_place(tmp_path: Path) -> None:
    templates = folder(
        tmp_path,
        matrix=(
            "heading 1::{{ part.titel }}",
            "{{ show(part.blocks[0]) }}",
            "｛｛ part.title ｝｝",
        ),
    )
    said = [str(found).splitlines()[0] for found in template_problems(templates)]
    assert said == [
        "word/matrix.docx 第 1 段：BriefingPart 没有 titel 这个字段。是不是想写 title？",
        "word/matrix.docx 第 2 段：一个部分要独占一段，写成 {{p show(part.blocks[0]) }}。",
        "word/matrix.docx 第 3 段：标记的括号是全角的，要改成半角：{{ … }}、{% … %}。",
    ]


def test_a_file_that_no_part_has_the_name_of_is_an_error(tmp_path: Path) -> None:
    templates = folder(tmp_path, matrx=LOOP)
    with pytest.raises(TemplateError) as wrong:
        check_templates(templates)
    assert str(wrong.value) == "word/matrx.docx：简报没有叫 matrx 的部分。是不是想写 matrix？"


def test_what_word_leaves_while_a_file_is_open_is_passed_over(tmp_path: Path) -> None:
    templates = folder(tmp_path)
    (templates / "word" / "~$matrix.docx").write_bytes(b"x")
    check_templates(templates)


def test_a_picture_in_a_file_is_an_error(tmp_path: Path) -> None:
    templates = folder(tmp_path, matrix=("{{ part.title }}", *LOOP))
    path = templates / "word" / "matrix.docx"
    document = python_docx.Document(str(path))
    picture = tmp_path / "logo.png"
    picture.write_bytes(pageparts.PNG)
    document.add_picture(str(picture))
    document.save(str(path))
    for call in (check_templates, built):
        with pytest.raises(TemplateError) as wrong:
            call(templates)
        assert str(wrong.value) == (
            "word/matrix.docx 第 5 段：有图片、链接或脚注。"
            "它们只能放在 briefing.docx 里，请从这里删去。"
        )


def test_a_file_that_is_no_word_file_is_an_error(tmp_path: Path) -> None:
    templates = folder(tmp_path)
    (templates / "word" / "matrix.docx").write_text("x", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"matrix\.docx：不是 Word 文件"):
        check_templates(templates)


def test_what_is_no_block_of_the_briefing_is_refused(tmp_path: Path) -> None:
    templates = folder(tmp_path, matrix=("{{p show(part.title) }}",))
    with pytest.raises(TemplateError, match="show 只能印 parts 的一个部分或其中的一块"):
        built(templates)
