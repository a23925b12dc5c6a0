"""The comparison in English says the same figures, in whole sentences."""

from __future__ import annotations

import re
from functools import cache

from builder.config import Config
from builder.model import Runs, View
from builder.model.page import BriefingPart, Conclusion, Paragraph, Table
from builder.model.parts import PartName
from tests.goldfacts import gold_extractions
from tests.smallreports import viewed

NUMBER = re.compile(r"\d+(?:\.\d+)?")
CHINESE_SIGN = re.compile("[\u3001-\u3011\uff00-\uffef]")


@cache
def english() -> View:
    return viewed(*gold_extractions(), config=Config(language="en"))


def part(name: PartName) -> BriefingPart:
    return next(one for one in english().parts if one.name is name)


def conclusions() -> list[Conclusion]:
    return [b for b in part(PartName.FINDINGS).blocks if isinstance(b, Conclusion)]


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs if not run.mark)


def test_the_same_sentences_are_cited() -> None:
    chinese = viewed(*gold_extractions())
    numbers = [[NUMBER.findall(mark) for mark in each.marks] for each in english().findings]
    assert numbers == [[NUMBER.findall(mark) for mark in each.marks] for each in chinese.findings]


def test_conclusions_in_english() -> None:
    assert [(words(one.lead), words(one.detail)) for one in conclusions()] == [
        (
            "4 bureaus, problems: 12; no matching commitment: 3",
            "All at Hengnan County: Rural environment, Air, Water",
        ),
        (
            "Qianjiang City, inspection follow-up: 35 items on schedule",
            "Assigned 2016–2023: 166 items; done: 131",
        ),
        (
            "Hengnan County, petitions to inspectors: 10 items not settled",
            "Received 2023-09-06 to 2023-09-26: 40 items; settled: 30",
        ),
        (
            "Yueyang County good-air days: down 3.2 percentage points",
            "2024: 88.0%; the only indicator stated as worse",
        ),
        (
            "PM2.5: within the limit at all 2 comparable bureaus",
            "Qianjiang City 31, Yueyang County 32.86; limit 35 μg/m³",
        ),
        (
            "Commitments that can be checked: 11 of 78",
            "9 at Ganzhou City, 1 each at Qianjiang City and Hengnan County, none at the other 2",
        ),
    ]


def test_sentences_have_no_gaps_and_no_chinese_signs() -> None:
    said = [
        words(block.runs)
        for name in (PartName.FINDINGS, PartName.PERIODS)
        for block in part(name).blocks
        if isinstance(block, Paragraph)
    ]
    assert [text for text in said if "  " in text or CHINESE_SIGN.search(text)] == []
    assert [text for text in said if not text[0].isupper()] == []
    assert said[-1].startswith(
        "Air quality compares directly at Qianjiang City and Yueyang County: "
        "all are data of 2024, scope not narrowed."
    )


def test_names_in_latin_letters_with_the_original_once() -> None:
    overview = next(b for b in part(PartName.OVERVIEW).blocks if isinstance(b, Table))
    names = ["Qianjiang City", "Yueyang County", "Ganzhou City", "Hengnan County"]
    assert [words(row.cells[0].runs) for row in overview.rows] == [*names, "Unnamed District"]
    materials = next(b for b in part(PartName.MATERIALS).blocks if isinstance(b, Table))
    lines = [[words(line.runs) for line in row.cells[0].lines] for row in materials.rows]
    assert lines[1] == ["Yueyang County", "岳阳县"]


def test_marks_begin_with_latin_letters() -> None:
    marks = {mark for found in english().findings for mark in found.marks}
    assert {re.sub(r"\d+", "", mark) for mark in marks} == {"HN", "QJ", "YY"}
