"""What is read of a sentence, and texts with their numbers disturbed."""

from __future__ import annotations

from builder.check import check
from builder.extract import extract
from builder.model import AnyFact, Commitment, Extraction, Indicator, Problem
from builder.outline import outline
from builder.read import source_from_text
from builder.read.unseen import without_unseen

HEAD = "云溪县生态环境局2024年工作总结\n一、主要工作完成情况\n"


def read(text: str) -> Extraction:
    """All that is found in a text."""
    return check(extract(outline(source_from_text("report", "report.txt", text))))


def told(sentence: str) -> Extraction:
    """All that is found in a report whose work is told in these words."""
    return read(f"{HEAD}{sentence}\n")


def values(extraction: Extraction) -> list[str]:
    """Every value with its unit: `32.86 μg/m³`; a value that is none is left out."""
    found = []
    for fact in extraction.facts:
        value = getattr(fact, "value", None)
        if value is not None:
            unit = getattr(fact, "unit", "")
            upper = getattr(fact, "upper", None)
            qualifier = str(getattr(fact, "qualifier", "=")).strip("=")
            found.append(f"{qualifier}{value}{'-' + str(upper) if upper else ''} {unit}")
    return found


def value_of(sentence: str, metric: str = "air.pm25") -> str | None:
    """The value of a metric in a sentence."""
    facts = told(sentence).facts
    found = [fact for fact in facts if isinstance(fact, Indicator) and fact.metric == metric]
    assert len(found) < 2, found
    return None if not found or found[0].value is None else str(found[0].value)


def codes(extraction: Extraction) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in extraction.findings}


def bare(fact: AnyFact) -> tuple[object, ...]:
    """A fact without its place in the text: what it says."""
    part = {
        "start": 0,
        "end": 0,
        "quote": "".join(without_unseen(fact.quote).split()),
        "report": "",
    }
    if isinstance(fact, Commitment):
        part["targets"] = tuple(
            (target.value, target.unit, target.qualifier) for target in fact.targets
        )
    if isinstance(fact, Problem):
        part["title"] = "".join(fact.title.split())
    names = [name for name in type(fact).__dataclass_fields__ if name not in part]
    return (type(fact).__name__, *part.items(), *((name, getattr(fact, name)) for name in names))


def wrapped(text: str, width: int) -> str:
    """The text with every line cut after so many letters, as programs do."""
    lines = text.split("\n")
    cut = ([line[at : at + width] for at in range(0, len(line), width)] or [""] for line in lines)
    return "\n".join(piece for pieces in cut for piece in pieces)
