"""What pages follow: the newest state, told at once; and the jobs that change it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from builder.desk.jobs import ENDED, STOPPED, Jobs
from builder.desk.preview import word_text
from builder.desk.serving import Watch, opened
from builder.desk.state import State
from builder.pipeline.line import Request
from builder.render.docx import docx
from builder.render.folder import default_templates
from builder.toml_file import TomlError
from tests.desk.deskclient import request
from tests.pageparts import DRAWING, briefing

SECONDS = 60


def state(folder: Path) -> State:
    (folder / "in").mkdir(exist_ok=True)
    return State(folder / "in", folder / "out", default_templates())


def test_who_waits_gets_the_newest_state_and_no_row_of_old_ones(tmp_path: Path) -> None:
    async def followed() -> tuple[bool, str]:
        found = state(tmp_path)
        waiting = asyncio.create_task(found.newer(0, SECONDS))
        await asyncio.sleep(0)
        for number in range(1000):
            found.show(stage=str(number))
        return await waiting, found.text()

    newer, text = asyncio.run(followed())
    assert newer
    assert json.loads(text)["stage"] == "999"
    assert "\n" not in text


def test_who_hears_nothing_is_told_so_in_time(tmp_path: Path) -> None:
    assert not asyncio.run(state(tmp_path).newer(5, 0.01))


async def _done(jobs: Jobs, shown: State, *, wanted: bool = True) -> None:
    """One build, or what becomes of it."""
    running = asyncio.create_task(jobs.run())
    if wanted:
        jobs.want_build()
    while shown["building"]:
        await shown.newer(shown.version, SECONDS)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def test_error_of_the_settings_is_shown_and_the_next_build_tries_again(tmp_path: Path) -> None:
    shown = state(tmp_path)
    (tmp_path / "in" / "a.txt").write_text(
        "甲市生态环境局2024年工作总结\n一、2024年工作情况\nPM2.5浓度30微克/立方米。\n", "utf-8"
    )
    wrong = [TomlError("briefing.toml: titel: 没有这个键。")]

    def asked() -> Request:
        if wrong:
            raise wrong.pop()
        return request(tmp_path)

    async def both() -> str:
        jobs = Jobs(shown, asked)
        await _done(jobs, shown)
        said = str(shown["error"]["text"])
        await _done(jobs, shown)
        return said

    assert asyncio.run(both()) == "briefing.toml: titel: 没有这个键。"
    assert shown["error"] is None
    assert shown["result"]["reports"] == 1
    assert [(one["name"], one["state"]) for one in shown["files"]] == [("a.txt", "read")]
    assert (tmp_path / "out" / "briefing.html").exists()


def test_error_of_the_reports_is_shown_with_each_file(tmp_path: Path) -> None:
    shown = state(tmp_path)
    (tmp_path / "in" / "坏.txt").touch()
    asyncio.run(_done(Jobs(shown, lambda: request(tmp_path)), shown))
    assert shown["files"] == [
        {
            "name": "坏.txt",
            "state": "refused",
            "reason": "文件是空的，没有任何文字",
            "advice": "请换成有正文的文件，或把它移出输入文件夹。",
            "judged": "",
        }
    ]
    assert "没有一份报告可用，上一次的输出没有动。" in shown["error"]["text"]


def test_error_a_process_that_is_killed_is_told_and_replaced(tmp_path: Path) -> None:
    shown = state(tmp_path)
    (tmp_path / "in" / "坏.txt").touch()
    jobs = Jobs(shown, lambda: request(tmp_path))

    async def killed() -> tuple[str, str]:
        running = asyncio.create_task(jobs.run())
        jobs.want_build()
        while jobs._process is None:  # noqa: ASYNC110, SLF001 -- as the system would
            await asyncio.sleep(0.01)
        jobs._process.kill()  # noqa: SLF001
        while shown["building"]:
            await shown.newer(shown.version, SECONDS)
        first = str(shown["error"]["text"])
        jobs.want_build()
        while not shown["files"]:
            await shown.newer(shown.version, SECONDS)
        jobs.stop()
        while shown["building"]:
            await shown.newer(shown.version, SECONDS)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return first, str(shown["error"]["text"])

    first, second = asyncio.run(killed())
    assert first == ENDED
    assert second == STOPPED or "没有一份报告可用" in second


def test_a_watch_counts_what_a_build_reads_and_nothing_hidden(tmp_path: Path) -> None:
    shown = state(tmp_path)
    config = tmp_path / "briefing.toml"
    watch = Watch(request(tmp_path), Jobs(shown, lambda: request(tmp_path)), (config,))
    for name in (".desk.json", ".upload.x", "~$a.docx"):
        (tmp_path / "in" / name).touch()
    assert watch.files() == frozenset()
    (tmp_path / "in" / "a.txt").touch()
    config.touch()
    assert {Path(name).name for name, *_ in watch.files()} == {"a.txt", "briefing.toml"}


def test_a_free_port_is_taken_where_none_is_named() -> None:
    with opened(0) as first, opened(0) as second:
        assert first.getsockname()[0] == "127.0.0.1"
        assert first.getsockname()[1] != second.getsockname()[1]


def test_the_text_of_a_word_file_keeps_headings_tables_and_order() -> None:
    text = word_text(docx(briefing(), (DRAWING,), default_templates()))
    places = [
        text.index(words)
        for words in ("<h1>一览</h1>", "<h1>督察与整改</h1>", "<h1>问题和对应承诺</h1>")
    ]
    inspection = text[places[1] : places[2]]
    assert places[0] < places[1] < places[2]
    assert inspection.index("<table>") < inspection.index("总干渠、汉南河排污口")
    assert "&lt;" not in text.replace("&lt;5%", "")
