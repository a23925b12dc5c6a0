from __future__ import annotations

from pathlib import Path

import pytest

from builder.render.folder import WORDS
from builder.render.word.look import GBT9704, LOOKS, Look
from tests.wordfiles import opened
from tools.word_template.maker import main, template

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_committed_template_is_what_the_script_makes(look: Look) -> None:
    assert (TEMPLATES / WORDS[look.name]).read_bytes() == template(look)


def test_main_writes_a_template_for_each_profile(tmp_path: Path) -> None:
    main(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(WORDS.values())


def test_page_of_the_standard_holds_22_lines_of_28_characters() -> None:
    look = GBT9704
    page = look.upright
    height = page.height - page.top - page.bottom
    points = 72 / 25.4
    assert int(height * points / look.line) == 22
    assert int(page.text_width * points / (look.body + look.spacing)) == 28


def test_reader_of_the_template_sees_plain_headings_and_tags() -> None:
    file = opened(template(LOOKS[0]))
    assert file.paragraphs("Heading2") == [
        "{{ table.name }}",
        "不能比较的指标",
        "{{ table.bureau }}",
        "上一年承诺的兑现情况",
        "{{ list.bureau }}",
        "其他数字",
        "图的数据",
    ]
    (tallies,) = [table for table in file.tables() if table[0][:2] == ["单位", "来源和事项"]]
    assert tallies[1] == ["{%tr for row in comparison.tallies %}"]
    assert tallies[2][:3] == [
        "{{ row.bureau }}",
        "{{ row.source }}|{{ row.subject }}",
        "{{ row.total|aligned }}|{%p if row.total|origin %}|{{ row.total|origin }}|{%p endif %}",
    ]
