"""The reading view in a browser: both ways between figure and sentence, filters, keys, print."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdfium2 import PdfDocument

from builder import extract_facts, read_report
from tests.browser.conftest import OpenPage
from tests.goldfacts import ROOT
from tests.reading.test_data import seeds

pytestmark = pytest.mark.slow

FACT = "yueyang-county-2024:1171"
FIGURE = f'#overview [data-facts="{FACT}"]'
SPAN = f'#r-text a[data-facts="{FACT}"]'
# All facts of the seeds, the numbers that were not read among them.
FACTS = sum(len(report.facts) for report in seeds().index.reports)
SEVERAL = "yueyang-county-2024:1404"

# Goes to every fact, and compares the words that are set off with those between its offsets.
WRONG = """async () => {
    const json = (id) => JSON.parse(document.getElementById(id).textContent);
    const bare = (words) => words.replace(/\\s/g, "");
    const said = (items) => bare([...items].map((item) => item.textContent).join(""));
    const told = { facts: 0, wrong: [] };
    for (const [number, report] of json("r-index").reports.entries()) {
        const letters = [...json(`r-text-${number}`).text];
        for (const fact of report.facts) {
            const address = `${report.id}:${fact.id}`;
            location.hash = `#${address}`;
            await new Promise((done) => setTimeout(done));
            told.facts += 1;
            const value = ["indicator", "tally", "quantity", "unread"].includes(fact.kind);
            const found = value
                ? document.querySelectorAll("#r-text a.r-value.r-chosen")
                : document.querySelectorAll(`#r-text [data-grounds~="${address}"]`);
            const words = letters.slice(fact.start, fact.end).join("");
            if (said(found) !== bare(words)) told.wrong.push([address, words, said(found)]);
        }
    }
    return told;
}"""


def is_in_view(item: Locator, within: str) -> bool:
    """Whether an element stands wholly in the visible part of another."""
    return bool(
        item.evaluate(
            """(item, within) => {
                const box = document.querySelector(within).getBoundingClientRect();
                const own = item.getBoundingClientRect();
                return own.top >= box.top && own.bottom <= Math.min(box.bottom, innerHeight);
            }""",
            within,
        )
    )


def named(page: Page) -> str:
    """What stands behind # in the address."""
    return str(page.evaluate("decodeURIComponent(location.hash.slice(1))"))


def rows(page: Page) -> list[str]:
    return page.locator("#r-list tbody tr td:nth-child(3) a").all_inner_texts()


def test_a_figure_leads_to_its_sentence_in_the_whole_text(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(seeds_page)
    page.locator(FIGURE).click()
    expect(page.locator(SPAN)).to_have_text("PM2.5浓度32.86μg/m3")
    assert is_in_view(page.locator(SPAN), "#r-scroll")
    sentence = "".join(page.locator("#r-text span.r-sentence").all_inner_texts())
    assert "全省排名并列第76位" in sentence
    assert named(page) == FACT
    card = page.locator("#r-card")
    expect(card).to_contain_text("32.86 μg/m³")
    expect(card).to_contain_text("同比下降3.64%（改善）")
    expect(card).to_contain_text("潜江市 31 μg/m³ 可直接对比")
    expect(page.locator(f"{FIGURE}.r-on")).to_be_visible()


def test_a_span_leads_to_every_use_in_the_briefing(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#yueyang-county-2024")
    page.locator(SPAN).click()
    uses = page.locator(f'#r-briefing section:not(.evidence) [data-facts~="{FACT}"]')
    count = uses.count()
    assert count >= 3
    expect(page.locator(".r-uses h3")).to_have_text(f"用在：{count}处")
    assert is_in_view(page.locator(".r-on"), "#r-briefing")
    first = page.locator(".r-on").bounding_box()
    page.keyboard.press("u")
    assert page.locator(".r-on").bounding_box() != first
    expect(page.locator(".r-also")).to_have_count(count - 1)


def test_back_returns_to_what_was_seen_before(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page)
    page.locator(FIGURE).click()
    page.locator('#overview [data-facts="qianjiang-2024:387"]').click()
    expect(page.locator("#r-card")).to_contain_text("潜江市")
    page.locator("#r-back").click()
    expect(page.locator("#r-card")).to_contain_text("岳阳县")
    assert named(page) == FACT
    page.go_back()
    expect(page.locator("#r-card h3").first).to_have_text("使用这份材料要注意")
    page.go_forward()
    expect(page.locator(".r-number")).to_have_text("32.86 μg/m³")


@pytest.mark.parametrize("name", [FACT, "%E5%B2%B310", "e2-10"])
def test_a_link_opens_its_fact(open_page: OpenPage, seeds_page: str, name: str) -> None:
    page = open_page(f"{seeds_page}#{name}")
    expect(page.locator("#r-report-title")).to_contain_text("岳阳县分局2024年工作总结")
    expect(page.locator(".r-sentence").first).to_be_visible()


def test_the_second_fact_at_one_place_has_an_address_and_a_pager_leads_round(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(f"{seeds_page}#{SEVERAL}:2")
    expect(page.locator(".r-number")).to_have_text("0.065 mg/L")
    expect(page.locator(".r-pager span")).to_have_text("这几个字读出3项，第2项")
    page.get_by_role("button", name="下一项").click()
    expect(page.locator(".r-number")).to_have_text("0.082 mg/L")
    assert named(page) == f"{SEVERAL}:3"


def test_every_fact_is_set_off_where_it_stands(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page)
    assert page.evaluate(WRONG) == {"facts": FACTS, "wrong": []}


def test_words_have_an_address_too(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#yueyang-county-2024:1126-1136")
    expect(page.locator("mark.r-words")).to_have_text(",全省排名并列第76")
    expect(page.locator(".r-chosen-words")).to_have_text(",全省排名并列第76")


def test_an_unknown_address_says_so_and_leads_on(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#潜99")
    expect(page.locator("#r-list")).to_contain_text("没有找到“潜99”这一处")
    page.get_by_role("button", name="看清单").click()
    assert named(page) == "list"
    expect(page.locator("#r-list tbody tr").first).to_be_visible()


def test_a_problem_shows_its_promises_and_they_show_it(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(f"{seeds_page}#yueyang-county-2024:2908")
    expect(page.locator("#r-card")).to_contain_text("受县城区排水影响")
    promise = page.locator("#r-card section", has_text="对应承诺").get_by_role("link").first
    promise.click()
    expect(page.locator("#r-card h2")).to_contain_text("承诺")
    expect(page.locator("#r-card")).to_contain_text("针对的问题")


def test_filters_lead_to_the_list_and_dim_the_rest(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page)
    page.locator("#r-bureau").select_option(label="岳阳县")
    page.locator('#r-kinds [data-kind="problem"]').click()
    expect(page.locator("#r-count")).to_have_text(f"3处，共{FACTS}处")
    assert rows(page) == [
        "生态环境质量改善压力大",
        "党建引领中心工作不够深",
        "队伍综合素质有待提高",
    ]
    expect(page.locator(FIGURE)).to_have_class("figure r-off")
    page.get_by_role("button", name="清除条件").click()
    expect(page.locator("#r-count")).to_have_text(f"共{FACTS}处")
    expect(page.locator(FIGURE)).to_have_class("figure")


def test_the_doubtful_and_the_not_understood_are_found(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(f"{seeds_page}#list&sureness=unsure")
    reports = [read_report(path) for path in (ROOT / "seeds").glob("*.txt")]
    doubted = [fact for fact in extract_facts(*reports).all if not fact.is_sure]
    # And the one number of the seeds that is not understood.
    assert len(rows(page)) == len(doubted) + 1 > 1
    page.locator('#r-kinds [data-kind="unread"]').click()
    page.locator("#r-list tbody a").click()
    expect(page.locator("#r-card")).to_contain_text("这个数没有归入任何一项")
    expect(page.locator("#r-text .r-value.r-unread.r-chosen")).to_be_visible()


def test_searching_finds_facts_and_words_in_any_script(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(seeds_page)
    page.keyboard.press("/")
    page.keyboard.type("总磷")
    expect(page.locator("#r-tab-list")).to_have_text("清单 16")
    assert "总磷浓度（3个国控水质监测断面） 0.0647 mg/L" in rows(page)
    expect(page.locator("#r-list mark").first).to_have_text("总磷")
    # The report of 衡南 is printed in Traditional characters.
    page.locator("#r-query").fill("乡镇污水处理厂")
    expect(page.locator("#r-list mark").first).to_have_text("鄉鎮汙水處理廠")
    page.locator("#r-query").fill("没有这样的话")
    expect(page.locator("#r-list")).to_contain_text("没有符合条件的")
    page.keyboard.press("Escape")
    expect(page.locator("#r-tab-list")).to_have_text(f"清单 {FACTS}")


def test_a_figure_is_copied_with_its_source(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#{FACT}")
    page.evaluate("navigator.clipboard.writeText = async (words) => { window.copied = words; }")
    page.keyboard.press("c")
    assert page.evaluate("window.copied") == (
        "岳阳县细颗粒物（PM2.5）平均浓度：32.86 μg/m³。"
        "原文：“2024年,我县空气质量综合指数3.22,全省排名并列"
        "第76位;优良率88.0%,同比降低3.2个百分点,在13县市区中排名第4;PM2.5浓度32.86μg/m3,同比改善3.64%;"
        "PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%。”（岳阳市生态环境局岳阳县分局2024年工作总结及"
        "2025年工作思路，岳10，第1172—1188字）"
    )
    page.get_by_role("button", name="复制链接").click()
    assert page.evaluate("window.copied") == f"{seeds_page}#{FACT}"
    expect(page.locator("#r-toast")).to_have_text("已复制")


def test_the_keyboard_alone_goes_both_ways(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page)
    page.keyboard.press("Tab")
    expect(page.locator(".r-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(FIGURE).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".r-number")).to_have_text("32.86 μg/m³")
    expect(page.locator("#r-live")).to_contain_text(
        "岳阳县，细颗粒物（PM2.5）平均浓度，32.86 μg/m³，指标"
    )
    page.keyboard.press("F6")
    expect(page.locator("#r-scroll")).to_be_focused()
    page.keyboard.press("F6")
    expect(page.locator(FIGURE)).to_be_focused()
    page.keyboard.press("n")
    assert named(page) == "yueyang-county-2024:1199"
    page.keyboard.press("p")
    assert named(page) == FACT
    page.keyboard.press("]")
    expect(page.locator('#r-tabs [aria-selected="true"]')).to_have_text("赣州市")
    page.locator('#r-tabs [aria-selected="true"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator('#r-tabs [aria-selected="true"]')).to_have_text("衡南县")
    page.keyboard.press("Escape")
    assert named(page) == ""


def test_single_letters_can_be_switched_off(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#{FACT}")
    page.keyboard.press("?")
    page.get_by_label("使用单个字母的按键").uncheck()
    page.get_by_role("button", name="知道了").click()
    page.keyboard.press("n")
    assert named(page) == FACT


def test_selected_words_are_told_with_their_place(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#yueyang-county-2024")
    page.evaluate(
        """() => {
            document.addEventListener("reading:chosen", (event) => { window.told = event.detail; });
            const [node] = [...document.querySelectorAll("#r-text span")]
                .map((each) => each.firstChild)
                .filter((each) => each?.data?.includes("全省排名并列第76位"));
            getSelection().setBaseAndExtent(node, 1, node, 10);
        }"""
    )
    page.wait_for_timeout(600)
    told = page.evaluate("window.told")
    assert told == {
        "fact": None,
        "report": "yueyang-county-2024",
        "start": 1127,
        "end": 1136,
        "quote": "全省排名并列第76",
    }


def test_print_is_the_briefing_alone(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#{FACT}")
    printed = PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    said = [sheet.get_textpage().get_text_range() for sheet in printed]
    assert len(said) in range(19, 24)
    assert "四家写明问题12个" in said[0]
    assert "一览" in said[1]
    assert "附录" in "".join(said)
    assert "复制数值和出处" not in "".join(said)
    first, _ = printed[0].get_size()
    assert round(first) == 595


def test_without_scripts_the_briefing_is_there_with_its_evidence(
    browser_address: str, open_page: OpenPage
) -> None:
    """See `browser_address`: the same file where scripts are forbidden."""
    page = open_page(browser_address)
    expect(page.locator("#evidence")).to_be_visible()
    expect(page.locator("#r-source")).to_be_hidden()


@pytest.fixture
def browser_address(seeds_page: str, tmp_path: Path) -> str:
    """The file as a mail program shows it: its scripts taken out, noscript shown."""
    text = Path(seeds_page.removeprefix("file://")).read_text(encoding="utf-8")
    at = text.rindex("<script>")
    text = text[:at] + text[text.rindex("</script>") :]
    file = tmp_path / "plain.html"
    shown = text.replace("<noscript>", "").replace("</noscript>", "")
    file.write_text(shown, encoding="utf-8")
    return file.as_uri()
