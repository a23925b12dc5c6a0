from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.language import Language
from builder.model import PartName
from builder.render.checking.files import commented
from builder.render.checking.view import FILTERS, UNPRINTED, VIEWS, fields, records
from builder.render.docx import word_view
from builder.render.folder import WORD
from builder.render.html import html_environment, html_view
from builder.render.sandbox import Sandbox
from builder.render.templates import template_problems, unshown_fields
from builder.render.word.package import package, unpacked
from builder.render.word.shown import Parts, Show
from tests import pageparts
from tests.render.owntemplates import write

TEMPLATES = Path(__file__).parents[2] / "templates"


def said(templates: Path) -> list[str]:
    """The problems without their paragraph or line number."""
    return [
        re.sub(r"第 \d+ (段|行)", r"第 N \1", str(problem))
        for problem in template_problems(templates)
    ]


def test_templates_of_the_program_are_right() -> None:
    assert template_problems(TEMPLATES) == ()


def test_templates_of_the_program_show_everything() -> None:
    assert unshown_fields(TEMPLATES) == ()


def test_fields_that_no_template_shows_are_named(tmp_path: Path) -> None:
    before = set(unshown_fields(write(tmp_path)))
    assert {"Briefing.issuer", "Briefing.copies", "BriefingPart.blocks"} <= before
    templates = write(tmp_path, html=("{{ part.title }}", "{{ part.blocks }}"))
    assert set(unshown_fields(templates)) ^ before == {"BriefingPart.blocks", "BriefingPart.title"}


def test_error_unknown_part(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("parts.matrix", "parts.matrx"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：模板没有印 matrix 这一部分：在这一段之后另起一段，写 "
            "{{p show(parts.matrix) }}；不想印它，就从 briefing.toml 的 parts 里删去。\n"
            "    {{p show(parts.inspection) }}\n"
            "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
        ),
        (
            "briefing.docx 第 N 段：Parts 没有 matrx 这个字段。是不是想写 matrix？\n"
            "    {{p show(parts.matrx) }}\n"
            "                   ^^^^^"
        ),
    ]


def test_error_part_without_its_place(tmp_path: Path) -> None:
    """The first one is missed where the template begins; a part that nobody wants is none."""
    templates = write(tmp_path, word=("{{p show(parts.findings) }}", "要点"))
    (message,) = said(templates)
    assert message.split("\n")[0] == (
        "briefing.docx 第 N 段：模板没有印 findings 这一部分：在这一段之后另起一段，写 "
        "{{p show(parts.findings) }}；不想印它，就从 briefing.toml 的 parts 里删去。"
    )
    others = [name for name in PartName if name is not PartName.FINDINGS]
    assert template_problems(templates, others) == ()


def test_error_part_printed_twice(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", "{{p show(parts.matrix) }}"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：matrix 印了两次：前面已经有一处。\n"
            "    {{p show(parts.matrix) }}\n"
            "                   ^^^^^^"
        )
    ]


def test_error_part_in_a_header(tmp_path: Path) -> None:
    templates = write(tmp_path)
    parts = unpacked((templates / WORD).read_bytes())
    header = parts["word/header1.xml"].decode()
    tag = header.replace("{{ briefing.title }}", "{{p show(parts.matrix) }}")
    (templates / WORD).write_bytes(package({**parts, "word/header1.xml": tag.encode()}))
    assert [message.split("\n")[0] for message in said(templates)] == [
        "briefing.docx 页眉页脚第 N 段：简报的部分只能放在正文里，不能放在页眉页脚里。"
    ]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("标题｛｛ briefing.title ｝｝", "｛｛ briefing.title ｝｝"),
        ("标题｛% if briefing.issue %｝", "｛% if briefing.issue %｝"),
    ],
)
def test_error_full_width_brackets(tmp_path: Path, words: str, wrong: str) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", words))
    (message,) = said(templates)
    assert message == (
        "briefing.docx 第 N 段：标记的括号是全角的，要改成半角：{{ … }}、{% … %}。\n"
        f"    {words}\n"
        f"        {'^' * (len(wrong) + sum(sign in '｛｝' for sign in wrong))}"
    )


def test_error_unknown_field(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ bureau.short }}", "单位：{{ bureau.shrt }}"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：Bureau 没有 shrt 这个字段。是不是想写 short？\n"
            "    单位：{{ bureau.shrt }}\n"
            "                    ^^^^"
        )
    ]


def test_error_unknown_name(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("finding in comparison", "finding in comparision"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：没有 comparision 这个名字。是不是想写 comparison？\n"
            "    {%p for finding in comparision.findings %}\n"
            "                       ^^^^^^^^^^^"
        )
    ]


def test_error_unknown_filter(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("row.title|upper", "row.title|uppr"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：没有 uppr 这个过滤器。是不是想写 upper？\n"
            "    {{ row.title|uppr }}\n"
            "                 ^^^^"
        )
    ]


def test_error_loop_without_end(tmp_path: Path) -> None:
    end = "{{ finding.text }}"
    templates = write(tmp_path, word=(end, end + "{%p if finding.computed %}"))
    assert (
        "briefing.docx 第 N 段：这个 if 没有结束，缺少 {%p endif %}。\n"
        "    {{ loop.index }}. {{ finding.text }}{%p if finding.computed %}\n"
        "                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^"
    ) in said(templates)


def test_error_end_without_beginning(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", "{% endif %}"))
    assert said(templates) == [
        "briefing.docx 第 N 段：这个 endif 前面没有 if。\n    {% endif %}\n    ^^^^^^^^^^^"
    ]


def test_error_pair_on_two_levels(tmp_path: Path) -> None:
    templates = write(
        tmp_path,
        word=("{%tr for bureau in comparison.bureaus", "{%p for bureau in comparison.bureaus"),
    )
    assert any(
        message.startswith(
            "briefing.docx 第 N 段：for 写作 {%p … %}，endfor 却写作 {%tr … %}，两处要一样。"
        )
        for message in said(templates)
    )


def test_error_tag_without_closing_brackets(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", "标题{{ briefing.title"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：标记没有写完：缺少结束的括号，或括号里是空的。\n"
            "    标题{{ briefing.title\n"
            "        ^^^^^^^^^^^^^^^^^"
        )
    ]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ briefing title }}", "这里应该是 }}，却是 title。"),
        ("{{ briefing. }}", "点号后面少了字段名。"),
        ("{{ briefing.title + }}", "}} 不该在这里：前面或后面少写了什么。"),
        ("{% fro part in parts %}", "没有 fro 这种标记。是不是想写 for？"),
    ],
)
def test_error_tag_that_jinja_cannot_read(tmp_path: Path, tag: str, message: str) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", tag))
    assert said(templates) == [f"briefing.docx 第 N 段：{message}\n    {tag}\n    {'^' * len(tag)}"]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            '{% if part.id == "findings" %}',
            '{% if part.id == "findings" }',
            "标记没有写完：缺少结束的括号，或括号里是空的。",
        ),
        (
            "{% for bureau in comparison.bureaus %}",
            "{% for bureau comparison.bureaus %}",
            "这里应该是 in，却是 comparison。",
        ),
        (
            "{% for bureau in comparison.bureaus %}",
            "{% fro bureau in comparison.bureaus %}",
            "没有 fro 这种标记。是不是想写 for？",
        ),
    ],
)
def test_error_of_a_block_makes_no_others(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    templates = write(tmp_path, html=(right, wrong))
    assert said(templates) == [
        f"briefing.html.j2 第 N 行：{message}\n    {wrong}\n    {'^' * len(wrong)}"
    ]


def test_error_misspelt_end(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{%p endwith %}", "{%p endwiht %}"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：没有 endwiht 这种标记。是不是想写 endwith？\n"
            "    {%p endwiht %}\n"
            "    ^^^^^^^^^^^^^^"
        )
    ]


def test_error_in_a_long_line_shows_what_is_around_it(tmp_path: Path) -> None:
    tag, padding = "{{ briefing.title }}</title>", "x" * 200
    templates = write(tmp_path, html=(tag, f"{padding}{{{{ briefing.titel }}}}{padding}</title>"))
    (found,) = said(templates)
    message, shown, caret = found.split("\n")
    assert message == "briefing.html.j2 第 N 行：Briefing 没有 titel 这个字段。是不是想写 title？"
    assert shown == f"    …{'x' * 48}{{{{ briefing.titel }}}}{'x' * 57}…"
    assert shown.index("titel") == caret.index("^^^^^")


def test_error_paragraph_tag_beside_words(tmp_path: Path) -> None:
    templates = write(
        tmp_path,
        word=(
            "{%p for finding in comparison.findings %}",
            "要点{%p for finding in comparison.findings %}",
        ),
    )
    assert said(templates) == [
        "briefing.docx 第 N 段：这个标记要占单独的一段，旁边的文字会被一起删去。\n"
        "    要点{%p for finding in comparison.findings %}\n"
        "        " + "^" * 41
    ]


def test_error_part_inside_a_sentence(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{p show(parts.matrix) }}", "见{{ show(parts.matrix) }}"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：一个部分要独占一段，写成 {{p show(parts.matrix) }}。\n"
            "    见{{ show(parts.matrix) }}\n"
            "      ^^^^^^^^^^^^^^^^^^^^^^^^"
        )
    ]


def test_error_row_tag_outside_a_table(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", "{%tr if parts %}{%tr endif %}"))
    assert said(templates)[0].startswith("briefing.docx 第 N 段：{%tr 只能用在表格里。")


def test_error_plain_loop_over_several_paragraphs(tmp_path: Path) -> None:
    templates = write(
        tmp_path,
        word=(
            "{%p for finding in comparison.findings %}",
            "{% for finding in comparison.findings %}",
        ),
    )
    parts = unpacked((templates / WORD).read_bytes())
    body = parts["word/document.xml"].decode().replace("{%p endfor %}", "{% endfor %}", 1)
    parts["word/document.xml"] = body.encode()
    (templates / WORD).write_bytes(package(parts))
    assert [message.split("\n")[0] for message in said(templates)] == [
        "briefing.docx 第 N 段：endfor 和它的 for 要在同一段（跨段要写成 {%p … %}）里。"
    ]


def test_error_list_used_without_loop(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ briefing.title }}", "{{ comparison.bureaus.title }}"))
    assert said(templates) == [
        (
            "briefing.docx 第 N 段：title 要先用 for 逐项取出才能用。\n"
            "    {{ comparison.bureaus.title }}\n"
            "                          ^^^^^"
        )
    ]


def test_error_in_the_web_page(tmp_path: Path) -> None:
    templates = write(tmp_path, html=("{{ briefing.title }}", "{{ briefing.titel }}"))
    assert said(templates) == [
        (
            "briefing.html.j2 第 N 行：Briefing 没有 titel 这个字段。是不是想写 title？\n"
            "    <title>{{ briefing.titel }}</title>\n"
            "                       ^^^^^"
        )
    ]


def test_error_all_at_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    templates = write(
        tmp_path,
        word=("{{ briefing.title }}", "{{ briefing.titel }}{{ nothing }}"),
        html=("{{ briefing.title }}", "{{ briefing.titel }}"),
    )
    places = [message.split("：")[0] for message in said(templates)]
    assert places == ["briefing.docx 第 N 段", "briefing.docx 第 N 段", "briefing.html.j2 第 N 行"]


def test_copy_carries_a_comment_at_each_problem(tmp_path: Path) -> None:
    templates = write(tmp_path, word=("{{ bureau.short }}", "{{ bureau.shrt }}"))
    parts = unpacked(commented(templates / WORD, template_problems(templates)))
    assert "Bureau 没有 shrt 这个字段。是不是想写 short？" in parts["word/comments.xml"].decode()
    body = parts["word/document.xml"].decode()
    start = body.index("commentRangeStart")
    assert "{{ bureau.shrt }}" in body[start : body.index("commentRangeEnd", start)]


def test_described_view_is_the_one_that_templates_get() -> None:
    briefing = pageparts.briefing()
    assert set(word_view(briefing, Show(briefing.parts), Language("zh"))) == set(VIEWS["docx"])
    assert set(html_view(briefing, briefing.parts, (), TEMPLATES)) == set(VIEWS["html"])
    ours = set(html_environment(briefing.parts, TEMPLATES).filters) - set(Sandbox().filters)
    assert ours == set(FILTERS["html"])


def test_parts_of_a_word_template_are_those_of_the_briefing() -> None:
    assert tuple(fields(Parts)) == tuple(PartName)


def test_unprinted_fields_exist() -> None:
    known = {(record.__name__, name) for record in records() for name in fields(record)}
    assert known >= UNPRINTED


@pytest.mark.parametrize("record", ["Briefing", "View", "Table", "Run", "Bureau"])
def test_records_are_found_through_their_fields(record: str) -> None:
    assert record in {found.__name__ for found in records()}
