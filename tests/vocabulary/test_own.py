"""A vocabulary of the user's own: what the page of docs adds goes from file to briefing."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

import builder
from builder.config import Config, Limits
from builder.extract import extract
from builder.language import Language
from builder.model import Extraction, Indicator, Problem, Theme, every_theme
from builder.outline import outline
from builder.pipeline.extracting import POOL_FROM, extracted_reports
from builder.pipeline.line import Request, build
from builder.read import Entry, read_source
from builder.render.folder import default_templates
from builder.toml_file import TomlError
from builder.vocabulary.adding import OwnVocabulary
from builder.vocabulary.environment.metrics import metric_of, metrics
from builder.vocabulary.loading import in_use, own_words, use
from builder.vocabulary.own import own_vocabulary
from builder.wording.words import theme_words

Kind = TypeVar("Kind", Indicator, Problem)
PAGE = Path(__file__).parents[2] / "docs" / "vocabulary.md"
BLOCK = re.compile(r"```toml\n# (vocabulary/\w+\.toml)\n(.*?)```", re.DOTALL)
REPORT = """{bureau}2024年工作总结和2025年工作计划

一、2024年工作完成情况
2024年，全县降尘量为{dust}吨/平方千米·月，同比下降10%。全县细粒子浓度为{fine}微克/立方米。

二、存在的问题
1.光污染扰民突出。玻璃幕墙光污染投诉仍然较多。

三、2025年工作计划
1.整治光污染。完成20处玻璃幕墙光污染整治。
"""
BUREAUS = {
    "南岳": ("衡阳市生态环境局南岳分局", "4.2", "33"),
    "衡南县": ("衡南县生态环境局", "5.1", "31"),
}


@pytest.fixture(autouse=True)
def shipped_words_again() -> Iterator[None]:
    yield
    use(OwnVocabulary())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A briefing folder with the vocabulary of the page and two reports."""
    for name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    for name, (bureau, dust, fine) in BUREAUS.items():
        text = REPORT.format(bureau=bureau, dust=dust, fine=fine)
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def built(folder: Path, output: str, vocabulary: OwnVocabulary | None) -> Path:
    """The folder of a briefing of the reports."""
    build(
        Request(
            input=folder / "seeds",
            output=folder / output,
            templates=default_templates(),
            config=Config(),
            formats=("html", "docx", "xlsx"),
            vocabulary=vocabulary,
        )
    )
    return folder / output


def facts(of: Extraction, kind: type[Kind]) -> list[Kind]:
    return [fact for fact in of.facts if isinstance(fact, kind)]


def read(path: Path) -> Extraction:
    return extract(outline(read_source(path, Limits())))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def wrong(folder: Path, **files: str) -> list[str]:
    """The lines of the error of a vocabulary of these files."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TomlError) as error:
        own_vocabulary(folder)
    return str(error.value).splitlines()


def test_a_metric_goes_from_file_to_facts_table_picture_sheet_and_evidence(folder: Path) -> None:
    output = built(folder, "output", own_vocabulary(folder / "vocabulary"))
    lines = (output / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    found = [one for one in map(json.loads, lines) if one.get("metric") == "air.dustfall"]
    assert [(one["value"], one["unit"], one["change"]["better"]) for one in found] == [
        ("4.2", "吨/(平方千米·月)", True),
        ("5.1", "吨/(平方千米·月)", True),
    ]
    html = (output / "briefing.html").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]*>|[\s\u2060]", "", html)
    assert "降尘量可直接对比的有两家" in words
    assert "降尘量分别为4.2吨/(平方千米·月)南1和5.1吨/(平方千米·月)衡1" in words
    assert "南12024年，全县降尘量为4.2吨/平方千米·月，同比下降10%。" in words
    with zipfile.ZipFile(output / "briefing.docx") as document:
        assert "降尘量" in document.read("word/document.xml").decode()
    picture = (output / "charts" / "pm25.svg").read_text(encoding="utf-8")
    assert "降尘量" in picture
    with zipfile.ZipFile(output / "briefing.xlsx") as book:
        assert "降尘量（吨/(平方千米·月)）" in book.read("xl/sharedStrings.xml").decode()


def test_words_are_added_to_a_metric_that_is_shipped(folder: Path) -> None:
    with in_use(own_vocabulary(folder / "vocabulary")):
        found = facts(read(folder / "seeds" / "南岳.txt"), Indicator)
    assert [(fact.metric, fact.value) for fact in found] == [
        ("air.dustfall", Decimal("4.2")),
        ("air.pm25", Decimal(33)),
    ]


def test_a_theme_and_the_short_name_of_a_bureau(folder: Path) -> None:
    html = (
        built(folder, "output", own_vocabulary(folder / "vocabulary")) / "briefing.html"
    ).read_text(encoding="utf-8")
    words = re.sub(r"<[^>]*>|[\s\u2060]", "", html)
    assert "依据南岳、衡南县生态环境部门的工作总结编成" in words
    assert "两家都写到光污染方面的问题" in words


def test_an_own_theme_has_its_english_name_where_it_is_written(folder: Path) -> None:
    table = folder / "vocabulary" / "themes.toml"
    with in_use(own_vocabulary(folder / "vocabulary")):
        assert theme_words([Theme("light"), Theme.AIR], Language("en")) == ("光污染", "Air")
    table.write_text(
        table.read_text(encoding="utf-8").replace(
            'name = "光污染"', 'name = "光污染"\nenglish = "Light pollution"'
        ),
        encoding="utf-8",
    )
    with in_use(own_vocabulary(folder / "vocabulary")):
        assert theme_words([Theme("light")], Language("en")) == ("Light pollution",)
        assert theme_words([Theme("light")], Language("zh")) == ("光污染",)


def test_an_own_theme_is_one_of_all_while_it_is_in_use(folder: Path) -> None:
    with in_use(own_vocabulary(folder / "vocabulary")):
        (problem,) = facts(read(folder / "seeds" / "南岳.txt"), Problem)
        assert problem.themes[0] == "light"
        assert isinstance(problem.themes[0], Theme)
        assert every_theme() == (*Theme, Theme("light"))
    assert every_theme() == tuple(Theme)
    with pytest.raises(ValueError, match="'light' is not a valid Theme"):
        Theme("light")


def test_every_process_of_a_pool_has_the_words(folder: Path) -> None:
    text = (folder / "seeds" / "南岳.txt").read_text(encoding="utf-8")
    entries = []
    for number in range(POOL_FROM):
        path = folder / f"{number:02}.txt"
        path.write_text(text, encoding="utf-8")
        entries.append(Entry.of(path))
    with in_use(own_vocabulary(folder / "vocabulary")):
        pooled, refused = extracted_reports(entries, Limits(), 2)
        assert (pooled, ()) == extracted_reports(entries, Limits(), 1)
    assert refused == ()
    assert {fact.metric for one in pooled for fact in facts(one, Indicator)} == {
        "air.dustfall",
        "air.pm25",
    }


def test_the_process_that_reads_a_web_page_has_the_words(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    said = "<p>全县PM2.5年均浓度为33微克/立方米。</p>"
    body = f"<h1>衡南县生态环境局2024年工作总结</h1><div class='qiyexuanchuan'>广告</div>{said}"
    page.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    own = tmp_path / "vocabulary"
    own.mkdir()
    (own / "webpages.toml").write_text('beside = ["qiyexuanchuan"]\n', "utf-8")
    assert "广告" in read_source(page, Limits()).text
    with in_use(own_vocabulary(own)):
        assert "广告" not in read_source(page, Limits()).text


def test_nothing_of_it_is_left_behind(folder: Path) -> None:
    before = contents(built(folder, "before", None))
    built(folder, "own", own_vocabulary(folder / "vocabulary"))
    assert contents(built(folder, "after", None)) == before
    assert "vocabulary" not in json.loads(before["manifest.json"])


def test_the_manifest_has_the_hash_of_each_file(folder: Path) -> None:
    output = built(folder, "output", own_vocabulary(folder / "vocabulary"))
    content = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert content["vocabulary"] == {
        f"vocabulary/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / "vocabulary").iterdir()
    }


def test_the_public_face_takes_it_into_use(folder: Path) -> None:
    with builder.vocabulary_of(folder / "vocabulary"):
        found = builder.extract_facts(builder.read_report(folder / "seeds" / "南岳.txt"))
    assert "air.dustfall" in found.frame("indicators").metric.to_list()
    assert own_words() == OwnVocabulary()


def test_no_folder_adds_nothing(tmp_path: Path) -> None:
    assert own_vocabulary(tmp_path / "vocabulary") == OwnVocabulary()


def test_a_name_in_other_case_is_the_table_and_other_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Metrics.TOML").write_text(
        '[[metrics]]\nid = "air.pm25"\nwords = ["细粒子"]\n', "utf-8"
    )
    for name in ("README.md", ".metrics.toml.swp", "~$metrics.toml"):
        (tmp_path / name).write_text("说明", encoding="utf-8")
    own = own_vocabulary(tmp_path)
    assert [table.name for table in own.tables] == ["metrics"]
    with in_use(own):
        assert "细粒子" in metric_of("air.pm25").words
        assert metric_of("air.pm25").weight == 100
    assert "细粒子" not in metric_of("air.pm25").words


def test_error_lists_all_mistakes_of_all_files(folder: Path) -> None:
    bad = """
[[metrics]]
id = "air.pm25"
name = "细粒子"
words = ["细粒子", "PM2.5", "细粒子"]

[[metrics]]
id = "air.dustfall"
name = "降尘量"
unit = "吨呗"
theme = "airy"
scope = "air"
wrods = ["降尘"]
words = []
"""
    own = folder / "own"
    own.mkdir()
    (own / "metrics - 副本.toml").write_text(bad, encoding="utf-8")
    (own / "metrics.toml.txt").write_text(bad, encoding="utf-8")
    (own / "environment").mkdir()
    (own / "environment" / "themes.toml").write_text("", encoding="utf-8")
    lines = wrong(
        own, metrics=bad, metrcs="", themes='[light]\nstrong = [""]\n', bureaus="[shrot]\n"
    )
    themes = "、".join(f'"{theme}"' for theme in list(Theme)[:-1]) + ' 或 "governance"'
    assert lines == [
        "own/environment/themes.toml: 词表要直接放在 own/ 里。请移出来。",
        "own/metrcs.toml: 没有这个词表。是不是想写 metrics.toml？",
        "own/metrics - 副本.toml: 没有这个词表。是不是想写 metrics.toml？",
        "own/metrics.toml.txt: 没有这个词表。是不是想写 metrics.toml？",
        "own/bureaus.toml: shrot: 没有这个键。是不是想写 short？",
        "own/metrics.toml: metrics[1].name: 随程序的词表里已有这一项，只能添，不能改。请删去这一项",
        "own/metrics.toml: metrics[1].words[2]: 词重复：随程序的词表里已有，请删去",
        "own/metrics.toml: metrics[1].words[3]: 词重复：已是同一列表的第 1 个",
        "own/metrics.toml: metrics[2].unit: units.toml 里没有这个单位",
        f'own/metrics.toml: metrics[2].theme: 应为 {themes}（现为 "airy"）',
        "own/metrics.toml: metrics[2].compares: 缺少这一项",
        "own/metrics.toml: metrics[2].wrods: 没有这个键。是不是想写 words？",
        "own/themes.toml: light.name: 缺少这一项",
        "own/themes.toml: light.strong[1]: 词是空的，或前后有空格",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('words = ["PM10"]', "metrics[1].words[1]: 这个词已属于 air.pm10"),
        ('words = ["达标率"]', "metrics[1].words[1]: 这个词已属于 rates"),
        ('words = []\nchart = "../a"', "metrics[1].chart: 图名只能用小写字母、数字、下划线和减号"),
        ('words = []\nchart = "pm25"', "metrics[1].chart: 图名重复，已是 air.pm25 的"),
        ("words = []\nrange = [5, 5]", "metrics[1].range: 应为先小后大的两个数"),
        (
            'words = []\npercent = "air.pm2"',
            "metrics[1].percent: 没有这个指标。是不是想写 air.pm25？",
        ),
        ('words = [".*"]', "metrics[1].words[1]: 词里不能写正则表达式"),
        ('words = []\nshort = "a\\nb"', "metrics[1].short: 含有不能印出的控制字符 U+000A，请删去"),
        ('words = []\nname = "乙"', "第 10 行第 11 列：这个键或表写了两次"),
    ],
)
def test_error_of_an_entry_beside_the_others(tmp_path: Path, text: str, said: str) -> None:
    entry = """
[[metrics]]
id = "air.own"
name = "自己的"
unit = "%"
theme = "air"
scope = "air"
compares = "none"
"""
    (line,) = wrong(tmp_path, metrics=entry + text)
    assert line.startswith(f"{tmp_path.name}/metrics.toml: {said}")


def test_error_of_a_metric_that_does_not_say_how_it_compares(folder: Path) -> None:
    path = folder / "vocabulary" / "metrics.toml"
    text = path.read_text(encoding="utf-8").replace('compares = "by_place"\n', "")
    path.write_text(text, encoding="utf-8")
    assert wrong(folder / "vocabulary") == [
        "vocabulary/metrics.toml: metrics[1].compares: 缺少这一项"
    ]


def test_error_of_an_entry_without_its_id_is_no_entry_of_another(tmp_path: Path) -> None:
    lines = wrong(tmp_path, metrics='[[metrics]]\nunit = "%"\ntheme = "air"\nwords = ["甲"]\n')
    assert f"{tmp_path.name}/metrics.toml: metrics[1].id: 缺少这一项" in lines
    assert all("甲" not in metric.words for metric in metrics().metrics)
