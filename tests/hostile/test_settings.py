"""Settings written wrong: each mistake a line that says where, never a traceback."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from builder.config import Config, read_config
from builder.render.docx import docx
from builder.render.folder import default_templates
from builder.render.html import html
from builder.render.xlsx import xlsx
from builder.review import read_corrections
from builder.toml_file import TomlError
from tests.pageparts import DRAWING, briefing

WRONG = {
    'title = "a\\u0001b"': "title: 含有不能印出的控制字符 U+0001，请删去",
    'title = "a\\u202eb"': "title: 含有不能印出的控制字符 U+202E，请删去",
    'title = "a\\nb"': "title: 含有不能印出的控制字符 U+000A，请删去",
    'issuer = "\\u001b[31m"': "issuer: 含有不能印出的控制字符 U+001B，请删去",
    'templates = "a\\u0000"': "templates: 含有不能印出的控制字符 U+0000，请删去",
    f'title = "{"长" * 501}"': "title: 最多 500 个字",
    "title = 1e400": "title: 应为文字，写在引号里（现为 inf）",
    "findings.most = 1e400": "findings.most: 应为整数（现为 inf）",
    "findings.most = nan": "findings.most: 应为整数（现为 nan）",
    f"findings.most = {'9' * 5_000}": "有一个数太长了，最多 4300 位",
    f"findings.most = 0x{'f' * 6_000}": "findings.most: 应不大于 8（现为 一个很大的数）",
    f"order = {'[' * 3_000}{']' * 3_000}": "方括号或花括号套得太深",
    f"order = {'{a=' * 2_000}": "方括号或花括号套得太深",
    f"limits.seconds = 1{'0' * 30}": "limits.seconds: 应不大于 86400",
    f"limits.memory_megabytes = 1{'0' * 18}": "limits.memory_megabytes: 应不大于 1000000",
    "limits.memory_megabytes = 1": "limits.memory_megabytes: 应不小于 500",
    "limits.file_megabytes = 100000000000": "limits.file_megabytes: 应不大于 10000",
    "limits.pages = -1": "limits.pages: 应大于 0",
    "limits = 1": "limits: 应为一个表",
    '[fonts]\nbody = "</style><script>"': "fonts.body: 字体名里不能有 <",
    '[fonts]\nbody = "a\\"; } body { x"': 'fonts.body: 字体名里不能有 "',
    '[fonts]\nbody = "a\\\\"': "fonts.body: 字体名里不能有 \\",
    '[fonts]\nbody = ""': "fonts.body: 至少要有 1 个字",
    f'[fonts]\nbody = "{"宋" * 65}"': "fonts.body: 最多 64 个字",
    '[fonts]\nbody = "宋\\u0007体"': "fonts.body: 含有不能印出的控制字符 U+0007",
    'levels.foo = "off"': "levels.foo: 没有这个代码",
    'title = """\\\n': "引号没有写完",
    "date = 2025-01-01": "date: 应为文字，写在引号里",
    '"\\u001b[31m" = 1': "没有这个键",
}


@pytest.mark.parametrize(("words", "said"), WRONG.items(), ids=lambda words: words[:24])
def test_error_of_a_setting(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(TomlError) as caught:
        read_config(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith("briefing.toml: ")


@pytest.mark.parametrize(
    "value",
    ["1e400", "-1e400", "nan", '"1e400"', "1" + "0" * 5_000, '"' + "9" * 5_000 + '"', '"１e９"'],
    ids=lambda value: value[:12],
)
def test_error_of_a_number_in_a_correction(value: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[correction]]\naction = "set"\nreport = "a"\nkind = "indicator"\nquote = "浓度32"\n'
        f'reason = "x"\nwho = "a"\nwhen = 2025-03-01\nvalues = {{ value = {value} }}\n',
        encoding="utf-8",
    )
    with pytest.raises(
        TomlError, match=r"^corrections\.toml: (correction\[1\]\.values\.value|有一个数)"
    ):
        read_corrections(path)


def test_a_title_of_300_characters_is_printed_whole() -> None:
    long = "长" * 300
    made = briefing(title=long, subtitle=long, issuer=long)
    document = Document(io.BytesIO(docx(made, (DRAWING,), default_templates())))
    assert long in {paragraph.text for paragraph in document.paragraphs}
    assert document.core_properties.title == long[:255]
    assert long in html(made, (DRAWING,), default_templates())
    assert xlsx(made, ()).startswith(b"PK")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0c", "\x1b", "\ufffe", "\u2028"])
def test_control_characters_that_come_from_elsewhere_break_no_format(sign: str) -> None:
    # What a program sets through the API is not checked by the settings file.
    made = briefing(title=f"简{sign}报")
    for data in (docx(made, (DRAWING,), default_templates()), xlsx(made, ())):
        assert data.startswith(b"PK")
    assert "简" in html(made, (DRAWING,), default_templates())


def test_the_defaults_are_sound() -> None:
    assert Config.model_validate(Config().model_dump()) == Config()
