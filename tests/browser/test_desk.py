"""The desk in a real browser: from nothing to a corrected Word file, and what must not stop it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.goldfacts import ROOT

pytestmark = pytest.mark.slow

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
PM25 = "yueyang-county-2024:1171"
# A build on a machine that is busy with other things.
PATIENCE = 180_000
MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Running:
    """A desk of its own: its address with the token, its folders, its process."""

    address: str
    base: str
    folder: Path
    output: Path
    process: subprocess.Popen[bytes]

    @property
    def cookie(self) -> tuple[str, str]:
        """What the address with the token gives to a browser."""
        with httpx2.Client(timeout=60) as client:
            assert client.get(self.address).status_code == 303
            return next(iter(client.cookies.items()))


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Gives a running desk whose input holds these files."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*files: Path) -> Running:
        folder, output = tmp_path / "2024年工作总结", tmp_path / "简报"
        folder.mkdir()
        for file in files:
            (folder / file.name).write_bytes(file.read_bytes())
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "builder", "desk", "--no-browser"),
                *("--input", str(folder), "--output", str(output)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        assert process.stdout is not None
        found = re.search(
            r"(http://127\.0\.0\.1:\d+)/\?token=[\w-]+", process.stdout.readline().decode()
        )
        assert found is not None
        return Running(
            address=found[0], base=found[1], folder=folder, output=output, process=process
        )

    yield run
    for process in started:
        process.terminate()
        process.communicate(timeout=60)


def written(page: Page) -> None:
    """Wait until a build has written its documents."""
    expect(page.locator(".d-status")).to_contain_text("已写好", timeout=PATIENCE)


def word(running: Running) -> str:
    document = Document(str(running.output / "briefing.docx"))
    return "\n".join(c.text for table in document.tables for row in table.rows for c in row.cells)


def faults(page: Page) -> list[str]:
    """What axe finds that keeps somebody out."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:160]}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]


def test_from_five_files_to_a_corrected_word_file_and_back(
    start: Callable[..., Running], open_page: OpenPage
) -> None:
    running = start()
    page = open_page(running.address, DESK)
    expect(page.get_by_role("heading", level=1)).to_have_text("把各单位的工作总结放进来")
    page.locator("input[type=file]").first.set_input_files([str(path) for path in SEEDS])
    written(page)
    assert sorted(path.name for path in running.folder.glob("*.txt")) == [p.name for p in SEEDS]
    assert "32.86" in word(running)
    page.get_by_role("link", name="结果").click()
    expect(page.locator(".d-file")).to_have_count(4)
    page.locator("#read").click()
    page.goto(f"{running.base}/reading#{PM25}")
    page.locator("#d-set").click()
    page.get_by_label("数值", exact=True).fill("31.5")
    page.get_by_label("为什么").fill("与公报不符")
    page.get_by_label("经手").fill("综合科")
    expect(page.locator(".d-change")).to_contain_text("改前 → 改后数值 32.86 → 31.5简报里跟着变的")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#d-toast")).to_contain_text("已更正1处，简报已更新", timeout=PATIENCE)
    expect(page.locator(".r-number")).to_have_text("31.5 μg/m³")
    written(page)
    assert "31.5" in word(running)
    assert 'values = {value = "31.5"' in (running.folder / "corrections.toml").read_text("utf-8")
    page.locator("#d-undo").click()
    expect(page.locator(".r-number")).to_have_text("32.86 μg/m³", timeout=PATIENCE)
    written(page)
    assert "31.5" not in word(running)
    assert "32.86" in word(running)


SELECT = """(text) => {
  const words = "13县市区";
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    node.parentElement.scrollIntoView();
    text.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    return;
  }
}"""


def test_words_are_added_a_problem_is_linked_and_a_fact_is_dropped(
    start: Callable[..., Running], open_page: OpenPage
) -> None:
    running = start(SEEDS[-1])
    page = open_page(running.address)
    written(page)
    page.goto(f"{running.base}/reading#yueyang-county-2024")
    page.locator("#r-text").evaluate(SELECT)
    page.locator("#d-add").click()
    page.get_by_label("名称").fill("参加排名的县市区")
    page.get_by_label("数值").fill("13")
    page.get_by_label("单位", exact=True).last.fill("个")
    page.get_by_label("主题").last.select_option("air")
    _sign(page)
    expect(page.locator("#d-toast")).to_contain_text("已加1处，简报已更新", timeout=PATIENCE)
    page.goto(f"{running.base}/reading#yueyang-county-2024:2908")
    page.locator("#d-link").click()
    page.locator("[name=promise]").first.check()
    _sign(page)
    expect(page.locator("#d-toast")).to_contain_text(
        "已更正1处对应关系，简报已更新", timeout=PATIENCE
    )
    page.goto(f"{running.base}/reading#{PM25}")
    page.locator("#d-drop").click()
    _sign(page)
    expect(page.locator("#d-toast")).to_contain_text("已不采用1处，简报已更新", timeout=PATIENCE)
    page.goto(f"{running.base}/#corrections")
    rows = page.locator("#corrections tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("没有 → 参加排名的县市区 13个")
    expect(rows.nth(2)).to_contain_text("32.86")
    expect(rows.nth(2)).to_contain_text("不采用")


def _sign(page: Page) -> None:
    """Say why and who, and apply."""
    page.get_by_label("为什么").fill("核对原文")
    page.get_by_label("经手").fill("综合科")
    page.locator("#d-apply").click()


def test_a_build_of_the_desk_gives_the_bytes_of_the_command(
    start: Callable[..., Running], tmp_path: Path, open_page: OpenPage
) -> None:
    running = start(*SEEDS[:2])
    written(open_page(running.address))
    command = [
        *(sys.executable, "-m", "builder", "build", "--input", str(running.folder)),
        *("--output", str(tmp_path / "other")),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    for name in ("briefing.docx", "briefing.pdf", "briefing.html", "briefing.xlsx", "facts.jsonl"):
        assert (running.output / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_refused_files_stand_first_with_their_reason(
    start: Callable[..., Running], open_page: OpenPage, tmp_path: Path
) -> None:
    running = start(SEEDS[0])
    empty = tmp_path / "空的.txt"
    empty.touch()
    page = open_page(running.address)
    page.locator("input[type=file]").first.set_input_files(str(empty))
    row = page.locator("tr.d-refused")
    expect(row).to_contain_text("文件是空的，没有任何文字", timeout=PATIENCE)
    row.get_by_role("button", name="移出").click()
    expect(row).to_have_count(0, timeout=PATIENCE)
    assert (running.folder / ".移出" / "空的.txt").exists()


def test_two_hundred_slow_clients_stop_no_build(
    start: Callable[..., Running], open_page: OpenPage
) -> None:
    running = start(SEEDS[0])
    port = int(running.base.rsplit(":", 1)[1])
    name, value = running.cookie
    head = f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {name}={value}\r\n"
    slow = []
    for number in range(200):
        client = socket.create_connection(("127.0.0.1", port), timeout=10)
        # Half of them never end their question, the others never read their answer.
        client.sendall(head.encode() + (b"\r\n" if number % 2 else b""))
        slow.append(client)
    page = open_page(running.address)
    page.locator("input[type=file]").first.set_input_files(str(SEEDS[1]))
    expect(page.locator("#files")).to_contain_text(SEEDS[1].name, timeout=PATIENCE)
    written(page)
    begun = time.monotonic()
    page.reload()
    expect(page.locator("#result, #material").locator("visible=true")).to_be_visible()
    assert time.monotonic() - begun < 10
    for client in slow:
        client.close()


def test_500_megabytes_are_refused_before_they_are_sent(start: Callable[..., Running]) -> None:
    running = start(SEEDS[0])
    port = int(running.base.rsplit(":", 1)[1])
    name, value = running.cookie
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(
            f"POST /api/files?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            f"Origin: {running.base}\r\nCookie: {name}={value}\r\n"
            f"Content-Length: {500 * MEGABYTE}\r\n\r\n".encode()
        )
        sent, answer = 0, b""
        client.settimeout(0.2)
        while sent < 500 and not answer:
            try:
                client.sendall(b"a" * 65_536)
                sent += 1
                answer = client.recv(12)
            except TimeoutError:
                continue
            except OSError:
                break
    assert answer == b"HTTP/1.1 413"
    assert sent < 50
    assert not [path for path in running.folder.iterdir() if path.name.startswith((".up", "a"))]


def test_a_tab_that_closes_loses_nothing(
    start: Callable[..., Running], open_page: OpenPage
) -> None:
    running = start()
    page = open_page(running.address)
    page.locator("input[type=file]").first.set_input_files(str(SEEDS[0]))
    expect(page.locator("#files")).to_contain_text(SEEDS[0].name, timeout=PATIENCE)
    page.close()
    written(open_page(running.base))
    assert (running.output / "briefing.docx").exists()


def test_errors_show_on_the_page_and_the_next_save_tries_again(
    start: Callable[..., Running], open_page: OpenPage
) -> None:
    running = start(SEEDS[0])
    page = open_page(running.address)
    written(page)
    kept = (running.output / "briefing.docx").read_bytes()
    corrections = running.folder / "corrections.toml"
    corrections.write_text("[[correction]\n", encoding="utf-8")
    failure = page.locator("#result .d-failure, #material .d-failure").locator("visible=true")
    expect(failure).to_contain_text(
        "corrections.toml: 第 1 行第 13 列：方括号没有写完。", timeout=PATIENCE
    )
    assert (running.output / "briefing.docx").read_bytes() == kept
    corrections.write_text("", encoding="utf-8")
    expect(failure).to_have_count(0, timeout=PATIENCE)
    written(page)


def test_a_desk_that_ends_is_missed_and_what_was_typed_stays(
    start: Callable[..., Running], browser_page: Page
) -> None:
    running = start(SEEDS[-1])
    page = browser_page
    page.goto(running.address)
    written(page)
    page.goto(f"{running.base}/reading#{PM25}")
    page.locator("#d-set").click()
    page.get_by_label("为什么").fill("写了一半")
    running.process.terminate()
    running.process.wait(30)
    expect(page.locator("#d-status")).to_contain_text("和本机程序断开了", timeout=60_000)
    page.locator("#d-apply").click()
    expect(page.locator(".d-wrong")).to_contain_text("和本机程序断开了，没有做成。")
    expect(page.get_by_label("为什么")).to_have_value("写了一半")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nobody_is_kept_out_and_nothing_is_wider_than_the_screen(
    start: Callable[..., Running], open_page: OpenPage, size: tuple[int, int]
) -> None:
    running = start(*SEEDS[:2], SEEDS[-1])
    page = open_page(running.address, size)
    written(page)
    found: dict[str, list[str]] = {}
    for tab in ("material", "result", "corrections", "templates"):
        page.goto(f"{running.base}/#{tab}")
        expect(page.locator(f"#{tab}")).to_be_visible()
        found[tab] = faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.goto(f"{running.base}/reading")
    if size == PHONE:
        page.locator("#d-panel-open").click()
    expect(page.locator("#d-panel li").first).to_be_visible()
    found["check"] = faults(page)
    page.goto(f"{running.base}/reading?fix#{PM25}")
    expect(page.locator("#d-apply")).to_be_visible()
    found["form"] = faults(page)
    assert {name: said for name, said in found.items() if said} == {}


def test_a_template_with_a_mistake_keeps_its_last_pages(
    start: Callable[..., Running], browser_page: Page
) -> None:
    running = start(SEEDS[-1])
    page = browser_page
    page.goto(running.address)
    written(page)
    page.goto(f"{running.base}/#templates")
    expect(page.locator(".d-pages img").first).to_be_visible(timeout=PATIENCE)
    assert page.locator(".d-pages img").first.evaluate("(image) => image.complete") is True


def test_a_text_taken_for_a_notice_is_read_as_a_report_and_then_not(
    start: Callable[..., Running], browser_page: Page, tmp_path: Path
) -> None:
    notice = tmp_path / "茶岭县通知.txt"
    body = SEEDS[-1].read_text(encoding="utf-8").partition("\n")[2]
    notice.write_text(f"茶岭县生态环境局关于开展污染防治工作的通知\n{body}", encoding="utf-8")
    running = start(SEEDS[0], notice)
    page = browser_page
    page.goto(running.address)
    written(page)
    page.goto(f"{running.base}/#material")
    refused = page.locator("#material .d-refused")
    expect(refused).to_contain_text("不是工作报告")
    page.get_by_role("button", name="仍然当作总结读").click()
    dialog = page.get_by_role("dialog", name="仍然当作总结读：茶岭县通知.txt")
    expect(dialog).to_contain_text("读错了可以在“更正”页撤销")
    page.locator("#d-apply").click()
    expect(dialog.locator(".d-wrong")).to_have_text("为什么：请写为什么\n经手：请写经手人")
    page.locator("#d-reason").fill("印发的就是总结")
    page.locator("#d-who").fill("综合科")
    assert faults(page) == []
    page.locator("#d-apply").click()
    expect(refused).to_have_count(0, timeout=PATIENCE)
    expect(page.locator("#material")).to_contain_text("读出的和在读的2份", timeout=PATIENCE)
    # Whose report it is was read wrong, or not at all.
    row = page.locator("#material tr", has_text="茶岭县通知.txt")
    row.get_by_role("button", name="更正").click()
    page.locator("#d-field-bureau").fill("茶岭县环境保护局")
    expect(page.locator(".d-change")).to_contain_text("→ 茶岭县环境保护局")
    page.keyboard.press("Control+Enter")
    expect(row).to_contain_text("茶岭县环境保护局", timeout=PATIENCE)
    page.get_by_role("link", name="更正").click()
    rows = page.locator("#corrections tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("→ 单位 茶岭县环境保护局")
    rows.nth(0).get_by_role("button", name="撤销").click()
    expect(page.locator("#corrections tbody tr")).to_have_count(1, timeout=PATIENCE)
    page.get_by_role("link", name="材料").click()
    expect(refused).to_contain_text("不是工作报告", timeout=PATIENCE)
