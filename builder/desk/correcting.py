"""Corrections as the page sends them, written into the corrections file of the input folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from builder.read.unseen import without_unseen
from builder.review import Correction, corrections_file
from builder.review.editing import add_correction, change_correction, remove_correction
from builder.review.values import REPORT
from builder.toml_file import mistakes

Json = dict[str, Any]
_LONGEST_COMMENT = 120


class Wrong(ValueError):  # noqa: N818 -- it is an answer, not an error
    """What a person filled in can't be so: what is said of each field, by its key."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("；".join(fields.values()))
        self.fields = dict(fields)


def written(folder: Path, sent: Json, reports: list[Json]) -> str:
    """Write a correction that was sent; gives the name of its entry. Raises `Wrong`."""
    fact = _fact(sent, reports)
    if sent.get("kind") == REPORT:
        address, comment = {"report": str(sent.get("report", ""))}, str(sent.get("file", ""))
    elif fact is not None:
        address, comment = fact["address"], f"{fact['mark']}　{fact['sentence']}"
    else:
        address, comment = _selected(sent, reports)
    kind = sent.get("kind") or address.get("kind", "")
    if sent.get("action") == "add":
        address = {key: address[key] for key in ("report", "quote", "nth") if key in address}
    if kind == "link":
        address = {key: address[key] for key in ("report", "quote", "nth") if key in address}
    given = {
        **address,
        "action": sent.get("action"),
        "kind": kind,
        "values": sent.get("values") or {},
        "reason": str(sent.get("reason", "")).strip(),
        "who": str(sent.get("who", "")).strip(),
        "when": datetime.now().astimezone().date(),
    }
    correction = _checked(given)
    return add_correction(corrections_file(folder), correction, comment[:_LONGEST_COMMENT])


def undone(folder: Path, entry: str) -> None:
    """Take an entry out again. Raises `GoneError`."""
    remove_correction(corrections_file(folder), entry)


def led(folder: Path, entry: str, *, report: str | None, quote: str | None) -> None:
    """Lead an entry that fits nothing any more to another report or to other words."""
    changes = {"report": report} if report else {"quote": quote, "nth": None}
    try:
        change_correction(corrections_file(folder), entry, changes)
    except ValidationError as error:
        raise Wrong(_said(error)) from None


def _checked(given: Json) -> Correction:
    lacking = {
        key: words
        for key, words in (("reason", "请写为什么"), ("who", "请写经手人"))
        if not given[key]
    }
    try:
        correction = Correction.model_validate(given)
    except ValidationError as error:
        raise Wrong(_said(error) | lacking) from None
    if lacking:
        raise Wrong(lacking)
    return correction


def _said(error: ValidationError) -> dict[str, str]:
    """What is wrong with each field, by its key in the form: value, rank.position."""
    return dict(_places(error))


def _places(error: ValidationError) -> Iterator[tuple[str, str]]:
    for place, words in mistakes(error, Correction):
        parts = [str(part) for part in place if part != "values"]
        yield ".".join(parts) or "form", words


def _fact(sent: Json, reports: list[Json]) -> Json | None:
    """The fact that is to be corrected, or None where words were selected."""
    wanted = sent.get("fact")
    if not wanted:
        return None
    for report in reports:
        for fact in report["facts"]:
            if fact["id"] == wanted:
                found: Json = fact
                return found
    raise Wrong({"form": "这一处已经变了，请重新选。"})


def _selected(sent: Json, reports: list[Json]) -> tuple[Json, str]:
    """The address of the words that were selected in a report's text."""
    report = next((one for one in reports if one["id"] == sent.get("report")), None)
    start, end = sent.get("start"), sent.get("end")
    if report is None or not isinstance(start, int) or not isinstance(end, int):
        raise Wrong({"form": "请先在原文里选中几个字。"})
    text: str = report["text"]
    if not 0 <= start < end <= len(text) or not (quote := without_unseen(text[start:end])).strip():
        raise Wrong({"form": "请先在原文里选中几个字。"})
    address: Json = {"report": report["id"], "quote": quote}
    if text.count(quote) > 1:
        address["nth"] = text.count(quote, 0, start) + 1
    return address, quote.replace("\n", "")
