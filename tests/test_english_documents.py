"""The finished documents in English: what is Chinese in them comes from the reports."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as web

from builder.charts.draw import rasterised
from builder.config import Config
from builder.model.page import Entry
from builder.pipeline.line import Compared, Request, compared
from builder.render.docx import docx
from builder.render.folder import default_templates
from builder.render.html import html
from builder.wording.sheets import sheets
from builder.wording.words import folded
from tests.goldfacts import ROOT
from tests.msgids import msgids
from tests.sheetrows import value
from tests.test_english import CATALOG

RUN = re.compile("[\u3400-\u9fff\uff00-\uffef\u3001\u3002\u3008-\u3011]+")
# A stretch of quotes: what may stand between their Chinese characters, too.
QUOTED = re.compile("[\u3400-\u9fff](?:[^A-Za-z\u3014]|[A-Z]{2,}|mg/L|km|PM2.5|XX)*")
# What stands between two quotes of a row; within one, signs are made full-width and marks set.
BETWEEN = re.compile("; ?|；|, |…")
MARK = re.compile("\u2060?(?:QJ|YY|GZ|HN|UD)\u2060?\\d+")
# So many characters in a row stand in a report by no chance.
LONG = 6


@cache
def english() -> Compared:
    config = Config(language="en")
    templates = default_templates()
    return compared(
        Request(input=ROOT / "seeds", output=Path(), templates=templates, config=config)
    )


@cache
def printed() -> tuple[str, ...]:
    """What is taken from the reports as it stands there, the longest first."""
    side_by_side = english()
    comparison = side_by_side.briefing.comparison
    taken = {
        *_strings([each.facts for each in side_by_side.reports]),
        *_strings([each.report for each in side_by_side.reports]),
        *_strings([each.findings for each in side_by_side.reports]),
        *_strings([each.links for each in side_by_side.reports]),
        *(
            folded(finding.quote or "")
            for each in side_by_side.reports
            for finding in each.findings
        ),
        *(section.heading for each in side_by_side.reports for section in each.outline.sections),
        *(bureau.short for bureau in comparison.bureaus),
        *(bureau.mark for bureau in comparison.bureaus),
        *(bureau.region for bureau in comparison.bureaus),
        # What a bureau is called stands once behind its name in Latin letters.
        *(report.name.place for report in side_by_side.comparison.reports),
        # Sentences about characters show them.
        *(run for sentence in CATALOG.values() for run in RUN.findall(sentence)),
    }
    return tuple(sorted(filter(RUN.search, taken), key=len, reverse=True))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield folded(value)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "message":
                yield from _strings(getattr(value, field.name))


@cache
def sources() -> str:
    texts = [each.outline.source for each in english().reports]
    return "\n".join("".join(words.split()) for each in texts for words in (each.text, each.plain))


@cache
def appendix() -> tuple[tuple[str, ...], ...]:
    """The sentences of the appendix, cut at their figures."""
    parts = english().briefing.parts
    entries = (block for part in parts for block in part.blocks if isinstance(block, Entry))
    return tuple(tuple(run.text.strip() for run in entry.runs) for entry in entries)


@cache
def pieces() -> frozenset[str]:
    """What a page has between the figures of the appendix's sentences."""
    return frozenset(piece for sentence in appendix() for piece in sentence)


@cache
def labels() -> frozenset[str]:
    """The Chinese words that the briefing itself says in Chinese."""
    return frozenset(run for msgid in msgids() for run in RUN.findall(msgid))


def chinese(text: str) -> list[str]:
    """The Chinese of a text that no report brought in."""
    if text.strip() in pieces():
        return []
    for sentence in appendix():
        text = text.replace("".join(sentence), " ")
    text = QUOTED.sub(_unquoted, MARK.sub("; ", text))
    for words in printed():
        text = text.replace(words, " ")
    return [run for run in RUN.findall(text) if run in labels() or run not in sources()]


def _unquoted(match: re.Match[str]) -> str:
    """Nothing, where a report has these words."""
    quotes = [bare(words) for words in BETWEEN.split(match[0])]
    long = sum(map(len, quotes)) >= LONG
    return " " if long and all(quote in bare_sources() for quote in quotes) else match[0]


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W", "", text)


@cache
def bare_sources() -> str:
    return bare(sources())


def html_texts() -> Iterator[str]:
    made = english()
    root = web.fromstring(html(made.briefing, made.vectors, default_templates()))
    etree.strip_elements(root, "style", with_tail=False)
    yield from root.itertext()
    yield from (str(value) for value in root.xpath("//@alt | //@title | //meta/@content"))


def docx_texts() -> Iterator[str]:
    made = english()
    content = docx(made.briefing, rasterised(made.vectors), default_templates())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name == "word/document.xml" or name.startswith("docProps/"):
                root = etree.fromstring(package.read(name))
                for line in root.iter("{*}p"):
                    yield "".join(words.text or "" for words in line.iter("{*}t"))
                yield from (str(words) for words in root.xpath("//@descr"))


def sheet_texts() -> Iterator[str]:
    """What the sheets say; what they take whole from a report stands in it as it is."""
    for sheet in sheets(english().comparison, "en"):
        yield from (sheet.title, *(column.head for column in sheet.columns))
        shown = {value(cell) for row in sheet.rows for cell in row}
        lines = (line for words in shown if isinstance(words, str) for line in words.split("\n"))
        yield from (line for line in lines if not _taken(line))


def _taken(line: str) -> bool:
    """Whether a report has these words; a mark behind them is ours."""
    return "".join(line.partition("〔")[0].split()) in sources()


def chart_texts() -> Iterator[str]:
    for vector in english().vectors:
        root = etree.fromstring(vector.svg.encode())
        # A name that is wrapped stands on several lines of one text.
        for text in root.iter("{*}text"):
            yield "".join(text.itertext())
        etree.strip_elements(root, "{*}text", with_tail=False)
        yield from root.itertext()


@pytest.mark.parametrize("texts", [html_texts, docx_texts, sheet_texts, chart_texts])
def test_only_the_reports_speak_chinese(texts: Callable[[], Iterator[str]]) -> None:
    said = {run: text for text in texts() for run in chinese(text)}
    assert said == {}
