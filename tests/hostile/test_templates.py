"""Templates made wrong or to harm: one message with file and place, within time and memory."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from builder.config import Fonts
from builder.fonts import faces, stack
from builder.render.docx import docx
from builder.render.folder import HTML, STYLE, WORD, TemplateError, default_templates
from builder.render.html import html
from builder.render.limits import TooCostly, limited
from builder.render.templates import MOST_SHOWN, check_templates
from builder.render.word.package import package, unpacked
from tests.pageparts import DRAWING, briefing
from tests.render.owntemplates import write

BRIEFING = briefing()
TITLE = "{{ briefing.title }}"
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
SELF = "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"

# What a template does at run time, and what is said of it after file and line.
WRONG = {
    "{{ 1 / 0 }}": "除数是零。",
    "{{ briefing.titel }}": "没有 titel 这个名字或字段。",
    "{{ none.a }}": "没有 a 这个名字或字段。",
    "{{ parts[99] }}": "tuple object has no element 99。",
    "{{ picture(5) }}": "运行时出错（KeyError",
    "{{ parts|sum }}": "运行时出错（TypeError",
    '{{ [3, "a"]|sort }}': "运行时出错（TypeError",
    '{{ "a b"|wordwrap(0) }}': "运行时出错（ValueError",
    '{{ "a"|truncate(-5) }}': "运行时出错（AssertionError",
    "{{ [1, 2]|slice(0)|list }}": "除数是零。",
    "{{ cycler() }}": "运行时出错（RuntimeError",
    '{{ "é".encode("utf-8").decode("ascii") }}': "运行时出错（UnicodeDecodeError",
    "{% set x = 1 %}{% set x.y = 2 %}": "cannot assign attribute",
    "{{ range(10 ** 9)|list }}": "数太大了。",
    "{{ 9 ** 999999999 }}": "算出的数太大。",
    '{{ "a" * 1000000000 }}': "重复的次数太多。",
    "{{ [1] * 999999999 }}": "重复的次数太多。",
    "{{ 1.5|round(1000000000) }}": "round 最多取 50 位。",
    '{{ "a"|center(3000000000) }}': "占用的内存太多。",
    '{{ "a"|replace("a", "b" * 9999999)|replace("b", "c" * 9999999) }}': "占用的内存太多。",
    SELF: "套得太深",
    '{% include "x.html" %}': "没有 x.html 这个文件。",
    '{% import "x.html" as x %}': "没有 x.html 这个文件。",
    '{% extends "x.html" %}': "没有 x.html 这个文件。",
    f'{{% include "{HTML}" %}}': "套得太深",
    '{% include "link.txt" %}': "link.txt 在模板文件夹之外。",
    '{% include "folder/passwd" %}': "folder/passwd 在模板文件夹之外。",
    '{% include "../secret.txt" %}': "../secret.txt 在模板文件夹之外。",
    '{% include "/etc/passwd" %}': "/etc/passwd 在模板文件夹之外。",
    '{{ "a".__class__.__mro__ }}': "模板里不允许用 __class__。",
    '{{ ""["__class__"] }}': "模板里不允许用 __class__。",
    '{{ ""|attr("__class__") }}': "模板里不允许用 __class__。",
    "{{ range.__globals__ }}": "模板里不允许用 __globals__。",
    '{{ "{0.__class__}".format(t) }}': "模板里不允许用 __class__。",
    "{{ t.__init__.__globals__ }}": "模板里不允许用 __init__。",
}
# What Jinja knows beside the usual, and what comes of it.
SOUND = {
    "{% raw %}{{ nothing }} {% for %}{% endraw %}": "{{ nothing }} {% for %}",
    "{% block a %}x{% endblock %}": "x",
    "{% block a %}x{% endblock a %}": "x",
    "{% filter upper %}x{% endfilter %}": "X",
    "{% autoescape false %}<b>{% endautoescape %}": "<b>",
    '{% include "part.html" %}': "部分",
    '{% from "macros.html" import m %}{{ m("x") }}': "(x)",
    "{%- if true -%}x{%- endif -%}": "x",
    '{{ "ab" * 3 }}{{ 2 ** 10 }}{{ 2.555|round(2) }}': "ababab10242.56",
    "{{ briefing.title }}{# {{ x #}": "生态环境工作对比简报",
}
# What the check before a build must survive.
UNREADABLE = {
    "parentheses": "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
    "signs": "{{ " + "-" * 5_000 + "1 }}",
    "unclosed": "{{ x(",
    "empty": "{{ }}",
    "no name": "{% %}",
    "quote": '{{ "',
    "operator": "{{ a ~ }}",
    "end alone": "{% endfor %}",
    "else alone": "{% else %}",
    "unknown": "{% trans %}x{% endtrans %}",
    "raw open": "{% raw %}x",
    "comment open": "{# ",
    "many": "{{ " * 20_000,
    "blocks": "{% for i in range(3) %}" * 30 + "{% endfor %}" * 30,
    "conditions": "{% if 1 %}" * 200 + "{% endif %}" * 200,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    write(made)
    shutil.copy(default_templates() / STYLE, made)
    (tmp_path / "secret.txt").write_text("root:", encoding="utf-8")
    (made / "link.txt").symlink_to(tmp_path / "secret.txt")
    (made / "folder").symlink_to("/etc")
    (made / "part.html").write_text("部分", encoding="utf-8")
    (made / "macros.html").write_text("{% macro m(a) %}({{ a }}){% endmacro %}", encoding="utf-8")
    return made


def told(run: object) -> str:
    with pytest.raises(TemplateError) as caught:
        run()  # type: ignore[operator]
    return str(caught.value)


def test_error_of_an_include_that_is_a_link_to_itself(folder: Path) -> None:
    (folder / "loop.html").symlink_to("loop.html")
    (folder / HTML).write_text('<p>\n{% include "loop.html" %}', encoding="utf-8")
    assert told(lambda: html(BRIEFING, (), folder)).startswith(f"{HTML} 第 2 行：")


@pytest.mark.parametrize(("words", "said"), WRONG.items())
def test_error_of_an_html_template_at_run_time(words: str, said: str, folder: Path) -> None:
    (folder / HTML).write_text(f"<p>\n{words}", encoding="utf-8")
    message = told(lambda: html(BRIEFING, (), folder))
    assert message.startswith(f"{HTML} 第 2 行：")
    assert said in message


@pytest.mark.parametrize(("words", "made"), SOUND.items())
def test_what_jinja_knows_can_be_used(words: str, made: str, folder: Path) -> None:
    (folder / HTML).write_text(words, encoding="utf-8")
    check_templates(folder)
    assert html(BRIEFING, (), folder) == made


@pytest.mark.parametrize("words", UNREADABLE.values(), ids=UNREADABLE)
def test_error_of_a_template_that_cannot_be_read(words: str, folder: Path) -> None:
    (folder / HTML).write_text(words, encoding="utf-8")

    def run() -> None:
        check_templates(folder)
        html(BRIEFING, (), folder)

    assert told(run).startswith(HTML)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ 1 / 0 }}", "除数是零。"),
        ('{{ "a" * 1000000000 }}', "重复的次数太多。"),
        ("{{p show(1) }}", "运行时出错（TypeError"),
        ("{{p show(briefing.charts) }}", "运行时出错（TypeError：show 只能印 parts 的一个部分"),
        ("{{p show(parts.matrix.title) }}", "没有 title 这个名字或字段。"),
        ('{% include "x" %}', "Word 模板不能用 include、import 和 extends。"),
        (SELF, "套得太深"),
    ],
)
def test_error_of_a_word_template_at_run_time(words: str, said: str, folder: Path) -> None:
    write(folder, word=(TITLE, words))
    message = told(lambda: docx(BRIEFING, (DRAWING,), folder))
    assert message.startswith(f"{WORD} 标记 {{")
    assert said in message


@pytest.mark.parametrize("words", ['{{ "<w:p>"|safe }}', '{{ "\\x01" }}'])
def test_error_of_a_word_template_that_prints_no_xml(words: str, folder: Path) -> None:
    write(folder, word=(TITLE, words))
    assert "生成的内容不是完好的 XML" in told(lambda: docx(BRIEFING, (DRAWING,), folder))


@pytest.mark.parametrize("raw", ["{% raw %}{{ x }}{% endraw %}", "{% block a %}x{% endblock %}"])
def test_raw_and_block_can_be_used_in_word(raw: str, folder: Path) -> None:
    write(folder, word=(TITLE, raw))
    check_templates(folder)
    assert docx(BRIEFING, (DRAWING,), folder).startswith(b"PK")


def changed(folder: Path, name: str, data: bytes | None) -> None:
    parts = unpacked((folder / WORD).read_bytes())
    parts.pop(name, None)
    if data is not None:
        parts[name] = data
    (folder / WORD).write_bytes(package(parts))


ENTITY = (
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.'
    b'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>'
    b"</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("word/document.xml", None),
        ("[Content_Types].xml", None),
        ("_rels/.rels", None),
        ("word/styles.xml", None),
        ("word/settings.xml", None),
        ("word/document.xml", b"<a><b>"),
        ("word/document.xml", b"<a/>"),
        ("word/document.xml", ENTITY),
        ("word/styles.xml", b"\x00\x01"),
        ("word/big.xml", b"0" * 250_000_000),
    ],
)
def test_error_of_a_word_file_that_is_broken(part: str, data: bytes | None, folder: Path) -> None:
    changed(folder, part, data)
    message = told(lambda: docx(BRIEFING, (DRAWING,), folder))
    assert message.startswith(f"{WORD}：")
    assert "root:" not in message


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200])
def test_error_of_a_template_that_is_no_word_file(data: bytes, folder: Path) -> None:
    (folder / WORD).write_bytes(data)
    assert told(lambda: check_templates(folder)).startswith(f"{WORD}：不是 Word 文件（.docx）")


@pytest.mark.parametrize("name", [HTML, STYLE])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-32", "big5"])
def test_error_of_a_text_template_that_is_not_utf8(name: str, encoding: str, folder: Path) -> None:
    (folder / name).write_bytes("/* 简報 */".encode(encoding, "ignore"))
    said = f"{name} 第 1 行：文字编码不是 UTF-8。请用编辑器另存为 UTF-8。"
    assert told(lambda: check_templates(folder)) == said


def test_error_of_an_include_that_is_not_utf8_names_it(folder: Path) -> None:
    (folder / "part.html").write_bytes("\n简报".encode("gbk"))
    (folder / HTML).write_text('{% include "part.html" %}', encoding="utf-8")
    assert told(lambda: html(BRIEFING, (), folder)).startswith("part.html 第 2 行：文字编码")


def test_error_of_an_include_names_its_own_line(folder: Path) -> None:
    (folder / "part.html").write_text("\n\n{{ 1 / 0 }}", encoding="utf-8")
    (folder / HTML).write_text('{% include "part.html" %}', encoding="utf-8")
    assert told(lambda: html(BRIEFING, (), folder)) == "part.html 第 3 行：除数是零。"


def test_a_bom_is_no_error(folder: Path) -> None:
    (folder / HTML).write_bytes("\ufeff简报".encode())
    assert html(BRIEFING, (), folder) == "简报"


@pytest.mark.parametrize("name", [HTML, STYLE, WORD])
def test_error_of_a_template_that_is_a_link_out_of_the_folder(name: str, folder: Path) -> None:
    (folder / name).unlink()
    (folder / name).symlink_to(default_templates() / name)
    assert "是指向模板文件夹之外的链接" in told(lambda: check_templates(folder))


@pytest.mark.parametrize("name", [HTML, STYLE])
def test_error_of_a_template_that_is_far_too_large(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b" " * 20_000_001)
    assert "超过 20 MB" in told(lambda: check_templates(folder))


def test_of_many_errors_the_first_are_shown_and_the_others_counted(folder: Path) -> None:
    (folder / HTML).write_text("{{ x }}\n" * 300, encoding="utf-8")
    message = told(lambda: check_templates(folder))
    assert message.count("没有 x 这个名字") == MOST_SHOWN
    assert message.endswith("另有 250 处错误。")


@pytest.mark.parametrize("file", [HTML, WORD])
def test_a_loop_without_end_is_stopped(
    file: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.render.sandbox.SECONDS", 1)
    monkeypatch.setattr("builder.render.sandbox.SECONDS_A_REPORT", 0)
    if file == HTML:
        (folder / HTML).write_text(LOOP, encoding="utf-8")
    else:
        write(folder, word=(TITLE, LOOP))
    began = time.monotonic()
    message = told(lambda: (html if file == HTML else docx)(BRIEFING, (DRAWING,), folder))
    assert "运行超过了 1 秒。请检查这里的循环。" in message
    assert time.monotonic() - began < 10


def test_the_limit_of_time_ends_with_its_block() -> None:
    with limited(0.05, 1_000):
        pass
    time.sleep(0.1)


def test_what_follows_the_limit_of_time_can_be_profiled() -> None:
    program = (
        "import cProfile\n"
        "from builder.render.limits import limited\n"
        "def run():\n"
        "    with limited(5, 1_000):\n"
        "        pass\n"
        "    return sum(range(1000))\n"
        "print(cProfile.Profile().runcall(run))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "499500\n"


def test_the_limit_of_time_holds_in_any_thread() -> None:
    found: list[type[BaseException]] = []

    def run() -> None:
        try:
            with limited(0.1, 1_000):
                while True:
                    pass
        except TooCostly as error:
            found.append(type(error))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    assert found == [TooCostly]


@pytest.mark.parametrize(
    "name",
    [
        "</style><script>alert(1)</script>",
        'a"; } body { background: red',
        "a\\",
        "a\nb",
        "<!--",
        "&lt;",
    ],
)
def test_a_font_name_ends_neither_string_nor_style(name: str) -> None:
    made = stack(name, faces(default_templates() / "fonts"))
    inner = made.rsplit(', "', 1)[1].removesuffix('"')
    assert not set('<>"&\n') & set(inner)
    assert made.count('"') % 2 == 0


def test_the_page_keeps_its_style_whatever_the_fonts_are_called() -> None:
    fonts = dict.fromkeys(Fonts().model_dump(), "</style><script>alert(1)</script>")
    page = html(briefing(fonts=fonts), (DRAWING,), default_templates())
    assert "<script" not in page
