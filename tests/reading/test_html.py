"""The frame round the briefing: what stands where, and that no report and no template breaks it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from builder.config import Config
from builder.key_findings import conclusions
from builder.language import Language
from builder.model import Briefing
from builder.pipeline.line import assembled_briefing
from builder.reading import Served, framed, reading_page
from builder.reading.bundle import page_script, source_hash
from builder.reading.html import Frame, data_script
from builder.render.folder import default_templates
from builder.render.html import html
from builder.wording import view
from tests.pageparts import DRAWING
from tests.printedparts import seed_comparison

FRAME = Frame(policy="[policy]", style="[style]", above="[above]", below="[below]")


@cache
def briefing() -> Briefing:
    comparison, config = seed_comparison(), Config()
    printed = view(comparison, conclusions(comparison, config), config.language, config.parts)
    return assembled_briefing(printed, config, Language(config.language))


@cache
def page(served: Served | None = None, templates: Path | None = None) -> str:
    drawings = tuple(replace(DRAWING, chart=chart.id) for chart in briefing().charts)
    folder = templates or default_templates()
    printed = html(briefing(), drawings, folder)
    return reading_page(briefing(), seed_comparison(), printed, served)


def script_of(text: str) -> str:
    found = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def test_the_one_script_is_what_the_policy_allows() -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page())
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert f"script-src {source_hash(script_of(page()))};" in allowed
    assert allowed.startswith("default-src 'none'; ")
    assert not re.search(r"<[^>]+\son[a-z]+=", page().split('<script type="application/json"')[0])


def test_the_policy_is_the_first_thing_of_the_head() -> None:
    assert re.search(r"<head>\s*<meta http-equiv", page())


def test_a_served_page_has_modules_and_no_script_of_its_own() -> None:
    served = page(
        Served(
            scripts=("/static/reading/main.js",),
            styles=("/static/desk.css",),
            top='<button id="save">写入</button>',
        )
    )
    assert '<script type="module" src="/static/reading/main.js"></script>' in served
    assert '<link rel="stylesheet" href="/static/desk.css">' in served
    assert '<div id="r-top-slot"><button id="save">写入</button></div>' in served
    assert "Content-Security-Policy" not in served
    assert page_script() not in served


def test_texts_are_json_that_ends_no_element() -> None:
    made = str(data_script("r-text-0", {"text": "</script><!--\u2028\x00&amp;"}))
    inner = made.removeprefix('<script type="application/json" id="r-text-0">')
    assert inner.count("<") == 1
    assert json.loads(inner.removesuffix("</script>\n")) == {"text": "</script><!--\u2028\x00&amp;"}


def test_empty_fields_are_left_out_and_a_start_of_zero_is_not() -> None:
    @dataclass(frozen=True)
    class Record:
        start: int
        sure: bool
        words: str
        rows: tuple[str, ...]

    made = str(data_script("x", Record(start=0, sure=False, words="", rows=())))
    assert '{"start":0}' in made


def test_the_briefings_side_is_the_template_as_it_is() -> None:
    between = page().split('id="r-toc"')[1].split('id="r-source"')[0]
    assert '<section id="overview"' in between
    assert (
        '<a class="figure" href="#e2-10" data-facts="yueyang-county-2024:1171">32.86\u2060'
        '<span class="mark">岳10</span></a>'
    ) in between


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (
            "<!DOCTYPE html><html><head><title>x</title></head><body class=a>y</body></html>",
            "<!DOCTYPE html><html><head>[policy]<title>x</title>[style]</head>"  # noqa: ISC004
            "<body class=a>[above]y[below]</body></html>",
        ),
        ("<HEAD></HEAD><BODY>y</BODY>", "<HEAD>[policy][style]</HEAD><BODY>[above]y[below]</BODY>"),
        ("y", "[policy][style][above]y[below]"),
    ],
)
def test_any_template_gets_the_frame(given: str, made: str) -> None:
    assert framed(given, FRAME) == made


def test_a_template_of_the_users_changes_the_briefings_side(tmp_path: Path) -> None:
    shutil.copy(default_templates() / "briefing.css", tmp_path)
    body = (
        "<html><head></head><body><main><h1>{{ briefing.title }}（内部）</h1></main></body></html>"
    )
    (tmp_path / "briefing.html.j2").write_text(body, encoding="utf-8")
    made = page(None, tmp_path)
    assert "<h1>生态环境工作对比简报（内部）</h1></main>" in made
    assert 'id="r-source"' in made


def test_same_input_same_page() -> None:
    first = page()
    page.cache_clear()
    assert page() == first
