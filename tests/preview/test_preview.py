from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from builder.config import Config
from builder.pipeline.line import Request
from builder.preview.panes import Panes, Rebuilder, is_input, word_text
from builder.preview.server import serve
from builder.render.docx import docx
from builder.render.folder import HTML, STYLE, VERSION, WORD, TemplateError, default_templates
from tests.goldfacts import ROOT
from tests.samplebriefing import sample_briefing

PORT = 18017


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    templates = tmp_path / "templates"
    templates.mkdir()
    for name in (WORD, HTML, STYLE, VERSION):
        shutil.copy(default_templates() / name, templates)
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds" / "yueyang-county-2024.txt", tmp_path / "seeds")
    return tmp_path


@pytest.fixture
def served(folder: Path) -> Iterator[Panes]:
    panes, stop = Panes(), threading.Event()
    request = Request(
        input=folder / "seeds",
        output=folder / "output",
        templates=folder / "templates",
        config=Config(),
    )
    rebuilder = Rebuilder(lambda: request, panes, (TemplateError,))
    watched = (folder / "seeds", folder / "templates")
    thread = threading.Thread(
        target=serve, args=(rebuilder, panes, watched, folder / "templates", PORT, stop)
    )
    thread.start()
    yield panes
    stop.set()
    thread.join(30)


def answer(path: str) -> bytes:
    with urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=5) as response:
        return bytes(response.read())


def seconds_until(reached: Callable[[], bool], limit: float) -> float:
    start = time.monotonic()
    while not reached():
        if time.monotonic() - start > limit:
            pytest.fail(f"not reached within {limit} s")
        time.sleep(0.05)
    return time.monotonic() - start


@pytest.mark.slow
def test_the_preview_shows_all_formats_and_follows_a_change_of_the_style(
    folder: Path, served: Panes
) -> None:
    seconds_until(lambda: served.versions["pages"] == 1, 60)
    assert "生态环境工作对比简报" in answer("/html").decode()
    assert "岳阳县" in answer("/word").decode()
    state = json.loads(answer("/state"))
    assert answer(f"/pages/{state['pages'] - 1}").startswith(b"\x89PNG")
    style = folder / "templates" / STYLE
    style.write_text(style.read_text(encoding="utf-8") + "/* 改过 */", encoding="utf-8")
    assert seconds_until(lambda: "/* 改过 */" in answer("/html").decode(), 20) < 3


@pytest.mark.slow
def test_an_error_of_a_template_is_shown_in_the_page_until_it_is_mended(
    folder: Path, served: Panes
) -> None:
    seconds_until(lambda: served.versions["html"] == 1, 60)
    style = folder / "templates" / STYLE
    kept = style.read_text(encoding="utf-8")
    style.unlink()
    seconds_until(lambda: f"缺少模板 {STYLE}" in answer("/error").decode(), 30)
    style.write_text(kept, encoding="utf-8")
    seconds_until(lambda: answer("/error") == b"", 60)


def test_only_a_change_of_reports_or_configuration_begins_at_the_beginning(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    assert not is_input(templates / "briefing.css", templates)
    assert is_input(tmp_path / "seeds" / "a.txt", templates)
    assert is_input(tmp_path / "briefing.toml", templates)


def test_the_text_of_a_word_file_keeps_headings_tables_and_order() -> None:
    text = word_text(docx(sample_briefing(), (), default_templates()))
    places = [
        text.index(words)
        for words in ("<h1>一、要点</h1>", "<h1>四、督察与整改</h1>", "<table>", "<h1>九、附录")
    ]
    inspection = text[places[1] : places[3]]
    assert places[0] < places[1] < places[3]
    assert inspection.index("<table>") < inspection.index("来源和事项")
    assert "&lt;" not in text.replace("&lt;w", "")
