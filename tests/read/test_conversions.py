"""A report gives the same facts whatever it was saved as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest

from builder.config import Limits
from builder.extract import extract
from builder.model import Commitment, Extraction, Fact, Indicator, Problem, Tally
from builder.outline import outline
from builder.read import files, read_source, source_from_text
from builder.read.child import READERS
from builder.read.kinds import Kind
from builder.read.pages import Page
from tests import conversions

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
UNTITLED = "工作总结和工作计划"
PUBLISHER = "某市生态环境局"
FORMATS: dict[str, Callable[[str, str], bytes]] = {
    "web page": partial(conversions.as_html, publisher=PUBLISHER),
    "GB web page": partial(conversions.as_html, publisher=PUBLISHER, encoding="gb18030"),
    "old web page": conversions.as_old_html,
    "web archive": partial(conversions.as_mhtml, publisher=PUBLISHER),
    "Word": lambda text, _: conversions.as_docx(text),
    "PDF": conversions.as_pdf,
}
KEPT = 0.98


@cache
def text_of(seed: Path) -> str:
    return seed.read_text(encoding="utf-8-sig")


@cache
def from_text(seed: Path) -> Extraction:
    return extract(outline(source_from_text(seed.stem, seed.name, text_of(seed))))


def title_of(seed: Path) -> str:
    return from_text(seed).report.title or UNTITLED


def from_format(seed: Path, name: str, folder: Path) -> Extraction:
    saved = folder / seed.stem
    saved.write_bytes(FORMATS[name](text_of(seed), title_of(seed)))
    return extract(outline(read_source(saved, Limits())))


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers without a process of their own, which takes its time to start."""
    monkeypatch.setattr(files, "confined_page", read_here)


def read_here(file: str, found: Kind, data: bytes, limits: Limits) -> Page:
    return READERS[found](file, data, limits)


def facts(extraction: Extraction) -> Counter[tuple[object, ...]]:
    """What the facts say, without where they stand; spaces of the layout don't count."""
    keys = map(key, extraction.facts)
    return Counter(found for found in keys if found is not None)


def key(fact: Fact) -> tuple[object, ...] | None:
    match fact:
        case Indicator():
            change, rank = fact.change, fact.rank
            said = (fact.metric, fact.value, fact.unit, fact.qualifier, fact.period, change, rank)
            return (bare(fact.quote), bare(fact.scope), *said)
        case Tally():
            counts = (fact.total, fact.done, fact.pending, fact.rate, fact.period)
            return (bare(fact.quote), bare(fact.subject), fact.source, *counts)
        case Problem():
            return (bare(fact.quote), bare(fact.title), bare(fact.cause), fact.themes)
        case Commitment():
            targets = tuple((item.value, item.unit, item.qualifier) for item in fact.targets)
            headings = tuple(map(bare, fact.headings))
            return (bare(fact.quote), headings, targets, bare(fact.deadline), fact.themes)
    return None


def bare(text: str | None) -> str | None:
    return None if text is None else "".join(text.split())


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.parametrize("name", FORMATS)
def test_format_gives_the_facts_of_the_text(name: str, seed: Path, tmp_path: Path) -> None:
    wanted = facts(from_text(seed))
    found = facts(from_format(seed, name, tmp_path))
    assert wanted.total() > 10
    assert (wanted & found).total() >= KEPT * wanted.total()
    assert (found - wanted).total() <= (1 - KEPT) * wanted.total()


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.parametrize("name", ["Word", "PDF"])
def test_paragraphs_are_those_of_the_text(name: str, seed: Path, tmp_path: Path) -> None:
    found = from_format(seed, name, tmp_path).outline.source.text
    assert [letters(line) for line in found.split("\n")] == [
        letters(line) for line in conversions.paragraphs(text_of(seed))
    ]


def letters(line: str) -> str | None:
    """A line without spaces and without emoji, which the font of the test's PDF lacks."""
    return bare("".join(letter for letter in line if letter < "\U00010000" and letter != "\ufffd"))


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.parametrize("name", ["web page", "web archive"])
def test_web_page_tells_where_it_comes_from(name: str, seed: Path, tmp_path: Path) -> None:
    source = from_format(seed, name, tmp_path).outline.source
    assert source.metadata.title == title_of(seed)
    assert source.metadata.publisher == PUBLISHER
    assert source.metadata.published == date(2025, 2, 11)
    assert "热点新闻" not in source.text
    assert "政务公开</a>" not in source.text
    assert "分享到" not in source.text


@pytest.mark.parametrize("name", FORMATS)
def test_process_of_its_own_gives_the_same_source(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confined = from_format(SEEDS[-1], name, tmp_path).outline.source
    monkeypatch.setattr(files, "confined_page", read_here)
    here = from_format(SEEDS[-1], name, tmp_path).outline.source
    # The libraries that save the report write the time into the file.
    assert replace(confined, sha256="") == replace(here, sha256="")
