"""Corrections as the page sends them: written, or what is wrong said by its field."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.desk.forms import forms
from builder.kinds import KINDS
from tests.desk.deskclient import Tried, snapshot, tried
from tests.goldfacts import ROOT

SEED = ROOT / "seeds" / "yueyang-county-2024.txt"
PM25 = "yueyang-county-2024:1171"
SIGNED = {"reason": "与公报不符", "who": "综合科"}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("shown")
    (folder / "in").mkdir()
    shutil.copy(SEED, folder / "in")
    return snapshot(folder)


@pytest.fixture
def desk(tmp_path: Path, shown: dict[str, Any]) -> Tried:
    found = tried(tmp_path)
    shutil.copy(SEED, found.folder)
    found.state.show_snapshot(shown, "<p>")
    return found


def correct(desk: Tried, **sent: object) -> tuple[int, dict[str, Any]]:
    answer = desk.client().post("/api/corrections", json=SIGNED | sent)
    return answer.status_code, answer.json()


def written(desk: Tried) -> list[dict[str, Any]]:
    found = tomllib.loads((desk.folder / "corrections.toml").read_text(encoding="utf-8"))
    return list(found["correction"])


def test_a_figure_is_changed_and_built(desk: Tried) -> None:
    status, _ = correct(desk, action="set", fact=PM25, values={"value": "32.9", "unit": "μg/m³"})
    assert status == 200
    (entry,) = written(desk)
    assert entry.pop("when").isoformat() >= "2025"
    assert entry == {
        "action": "set",
        "report": "yueyang-county-2024",
        "kind": "indicator",
        "quote": "PM2.5浓度32.86μg/m3",
        "values": {"value": "32.9", "unit": "μg/m³"},
        **SIGNED,
    }
    assert desk.building
    text = (desk.folder / "corrections.toml").read_text(encoding="utf-8")
    assert "# 岳10　2024年,我县空气质量综合指数3.22" in text
    (outcome,) = snapshot(desk.folder.parent)["corrections"]
    assert (outcome["state"], outcome["mark"], outcome["fact"]) == ("applied", "岳10改", PM25)
    assert "32.86" in outcome["before"]
    assert "32.9" in outcome["after"]


def test_what_was_corrected_is_undone(desk: Tried) -> None:
    _, said = correct(desk, action="drop", fact=PM25)
    assert desk.client().delete(f"/api/corrections/{said['id']}").status_code == 200
    assert (desk.folder / "corrections.toml").read_text(encoding="utf-8").strip() == ""
    again = desk.client().delete(f"/api/corrections/{said['id']}")
    assert (again.status_code, again.json()["message"]) == (409, "这一条已经不在更正文件里了。")


def test_a_fact_is_added_at_the_selected_words(desk: Tried, shown: dict[str, Any]) -> None:
    text = shown["reports"][0]["text"]
    start = text.index("13县市区")
    values = {"label": "参加排名的县市区", "value": "13", "unit": "个", "themes": ["air"]}
    status, _ = correct(
        desk,
        action="add",
        kind="quantity",
        report="yueyang-county-2024",
        start=start,
        end=start + 5,
        values=values,
    )
    assert status == 200
    (entry,) = written(desk)
    assert (entry["quote"], entry["values"]) == ("13县市区", values)
    (outcome,) = snapshot(desk.folder.parent)["corrections"]
    assert (outcome["state"], outcome["after"]) == ("applied", "参加排名的县市区 13个")


def test_words_that_stand_several_times_are_told_apart(desk: Tried, shown: dict[str, Any]) -> None:
    text = shown["reports"][0]["text"]
    start = text.index("2024年", text.index("2024年") + 1)
    values = {"label": "年", "value": "1", "unit": "年", "themes": ["air"]}
    place = {"report": "yueyang-county-2024", "start": start, "end": start + 5}
    correct(desk, action="add", kind="quantity", values=values, **place)
    assert written(desk)[0]["nth"] == 2


def test_a_problem_is_linked_to_a_promise(desk: Tried, shown: dict[str, Any]) -> None:
    facts = shown["reports"][0]["facts"]
    problem = next(fact for fact in facts if fact["kind"] == "problem")
    promise = next(fact for fact in facts if fact["kind"] == "commitment")
    values = {"commitments": [promise["quote"]], "strength": "direct"}
    assert correct(desk, action="set", kind="link", fact=problem["id"], values=values)[0] == 200
    (outcome,) = snapshot(desk.folder.parent)["corrections"]
    assert (outcome["state"], outcome["after"]) == ("applied", "有相关承诺")


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        (
            {"action": "set", "fact": PM25, "values": {"value": "x"}},
            {"value": '应为数字，如 "32.86"'},
        ),
        (
            {"action": "set", "fact": PM25, "values": {"value": "1"}, "reason": " "},
            {"reason": "请写为什么"},
        ),
        ({"action": "set", "fact": "a:1"}, {"form": "这一处已经变了，请重新选。"}),
        ({"action": "add", "kind": "quantity"}, {"form": "请先在原文里选中几个字。"}),
        (
            {"action": "add", "report": "yueyang-county-2024", "start": 0, "end": 10**9},
            {"form": "请先在原文里选中几个字。"},
        ),
        (
            {"action": "set", "fact": PM25, "values": {"rank": {"position": 0}}},
            {"rank.position": "应不小于 1（现为 0）"},
        ),
    ],
)
def test_error_what_is_wrong_is_said_by_its_field(
    desk: Tried, sent: dict[str, Any], fields: dict[str, str]
) -> None:
    status, said = correct(desk, **sent)
    assert (status, said["fields"]) == (422, fields)
    assert not (desk.folder / "corrections.toml").exists()
    assert not desk.building


def test_error_a_file_with_a_mistake_is_left_as_it_is(desk: Tried) -> None:
    file = desk.folder / "corrections.toml"
    file.write_text("[[correction]\n", encoding="utf-8")
    status, said = correct(desk, action="drop", fact=PM25)
    assert (status, said["message"]) == (
        409,
        "更正文件有错，没有写入。corrections.toml: 第 1 行第 13 列：方括号没有写完。",
    )
    assert file.read_text(encoding="utf-8") == "[[correction]\n"


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"[" * 100_000, b'"' + b"a" * 300_000])
def test_error_what_is_no_correction(desk: Tried, content: bytes) -> None:
    assert desk.client().post("/api/corrections", content=content).status_code == 422


def test_an_entry_in_vain_is_led_to_the_nearest_words(desk: Tried) -> None:
    (desk.folder / "corrections.toml").write_text(
        '[[correction]]\naction = "set"\nreport = "yueyang-county-2024"\nkind = "indicator"\n'
        'quote = "PM2.5浓度33.86μg/m3" # 旧\nvalues = { value = "33" }\n'
        'reason = "看错"\nwho = "张三"\nwhen = 2025-01-01\n',
        encoding="utf-8",
    )
    (vain,) = snapshot(desk.folder.parent)["corrections"]
    assert (vain["state"], vain["near"]) == ("stale", "PM2.5浓度32.86μg/m3")
    answer = desk.client().post(f"/api/corrections/{vain['id']}", json={"quote": vain["near"]})
    assert answer.status_code == 200
    text = (desk.folder / "corrections.toml").read_text(encoding="utf-8")
    assert 'quote = "PM2.5浓度32.86μg/m3" # 旧' in text
    assert snapshot(desk.folder.parent)["corrections"][0]["state"] == "applied"


def test_a_fact_is_told_with_what_its_form_needs(desk: Tried) -> None:
    found = desk.client().get("/api/fact", params={"id": PM25}).json()
    assert found["said"] == {
        "about": "细颗粒物（PM2.5）平均浓度",
        "value": "32.86 μg/m³，同比下降3.64%（改善）",
        "period": "2024年",
        "scope": "",
    }
    assert found["values"]["change"]["direction"] == "down"
    assert desk.client().get("/api/fact", params={"id": "a:1"}).status_code == 404


def test_what_was_found_right_stays_so(desk: Tried) -> None:
    client = desk.client()
    assert client.post("/api/checked", json={"key": "k", "right": True}).json() == {
        "checked": ["k"]
    }
    assert '"k"' in (desk.folder / ".desk.json").read_text(encoding="utf-8")
    client.post("/api/checked", json={"key": "k", "right": False})
    assert client.get("/api/snapshot").json()["checked"] == []


def test_every_kind_has_a_form_whose_fields_a_correction_may_set() -> None:
    shapes = {kind.name: kind.values.model_fields for kind in KINDS}
    for kind in forms()["kinds"]:
        keys = {field["key"].split(".")[0] for field in kind["fields"]}
        assert keys <= set(shapes.pop(kind["name"]))
    assert shapes == {}


def test_what_to_look_at_first_stands_in_groups_each_fact_once(shown: dict[str, Any]) -> None:
    assert [group["name"] for group in shown["check"]] == ["把握低", "材料提示"]
    items = [item["id"] for group in shown["check"] for item in group["items"]]
    assert len(items) == len(set(items))


def test_a_report_is_corrected_as_a_whole(desk: Tried) -> None:
    values = {"period": "2023", "bureau": "茶岭县生态环境局"}
    report = "yueyang-county-2024"
    status, said = correct(
        desk, action="set", kind="report", report=report, file=f"{report}.txt", values=values
    )
    assert (status, list(said)) == (200, ["id"])
    (entry,) = written(desk)
    del entry["when"]
    assert entry == {
        "action": "set",
        "report": report,
        "kind": "report",
        "values": values,
        **SIGNED,
    }
    made = snapshot(desk.folder.parent)
    (outcome,) = made["corrections"]
    assert (outcome["before"], outcome["after"], outcome["sentence"]) == (
        "单位 岳阳市生态环境局岳阳县分局，统计期 2024",
        "单位 茶岭县生态环境局，统计期 2023",
        "整份材料",
    )
    assert made["reports"][0]["values"]["period"] == "2023"


def test_what_is_wrong_with_a_report_is_said_by_its_field(desk: Tried) -> None:
    values = {"period": "去年"}
    status, said = correct(desk, action="set", kind="report", report="x", values=values)
    assert (status, said["fields"]) == (
        422,
        {"period": '应为统计期，如 "2024"、"2024H1"、"2024-01..2024-11"'},
    )
    assert not (desk.folder / "corrections.toml").exists()
