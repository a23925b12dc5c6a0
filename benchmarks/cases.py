"""What must and must never be read in a short text, held against the rows of the facts file.

A case asks for partial facts: `{"kind": "indicator", "value": "35"}` agrees with every row that has
these keys with these values. tests/cases/README.md has all forms a key can take.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring import Row

Wanted = Mapping[str, Any]

TIMES = "times"
TARGETS = ("targets", "targets_has")
MISSING = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A short text and what is to be read in it; a guard is read right and stays so."""

    id: str
    kind: str
    text: str
    guard: bool = False
    must: Sequence[Wanted] = ()
    never: Sequence[Wanted] = ()
    links: Sequence[Wanted] = ()
    refused: bool | None = None
    note: str = ""


def cases(text: str) -> tuple[Case, ...]:
    """The cases of a JSON-lines text."""
    return tuple(Case(**json.loads(line)) for line in text.splitlines() if line.strip())


def wrongs(case: Case, rows: Sequence[Row], links: Sequence[Row]) -> tuple[str, ...]:
    """What is wrong with the facts and links of a case's text, a line each; none if it passes."""
    return (*_missed(case, rows), *_forbidden(case, rows), *_wrong_links(case, rows, links))


def _missed(case: Case, rows: Sequence[Row]) -> Iterator[str]:
    for wanted in case.must:
        count = sum(matches(wanted, row) for row in rows)
        if count != wanted.get(TIMES, max(count, 1)):
            yield f"must {_shown(wanted)}, found {count} times"
    if case.refused is not None and case.refused != any(_is_refused(row) for row in rows):
        yield "must be refused" if case.refused else "must not be refused"


def _forbidden(case: Case, rows: Sequence[Row]) -> Iterator[str]:
    for wanted in case.never:
        if found := [row for row in rows if matches(wanted, row)]:
            yield f"never {_shown(wanted)}, found {found[0].get('quote')}"


def _is_refused(row: Row) -> bool:
    return matches({"kind": "report", "document": "refused"}, row)


def _shown(wanted: Wanted) -> str:
    return json.dumps(wanted, ensure_ascii=False)


# --------------------------------------------------------------------------- facts


def matches(wanted: Wanted, row: Mapping[str, Any]) -> bool:
    """Whether a row has all that a partial fact asks for."""
    return all(_agrees(key, value, row) for key, value in wanted.items() if key != TIMES)


def _agrees(key: str, wanted: object, row: Mapping[str, Any]) -> bool:
    name, _, how = key.rpartition("_")
    if key in TARGETS:
        return _targets_agree(_listed(wanted), row.get("targets") or (), whole=how != "has")
    if how in ("has", "lacks"):
        stand = [_has(row.get(name), word) for word in _listed(wanted)]
        return all(stand) if how == "has" else not any(stand)
    return _same(wanted, row.get(key, MISSING))


def _listed(wanted: object) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def _same(wanted: object, found: object) -> bool:
    """Equal; or one of a list where the fact has no list; or the part of an object asked for."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and matches(wanted, found)
    if isinstance(wanted, list) and not isinstance(found, list):
        return found in wanted
    return bool(wanted == found)


def _has(found: object, word: str) -> bool:
    """Whether a word stands in a text, or in an item of a list."""
    if isinstance(found, list):
        return any(_has(item, word) for item in found)
    return isinstance(found, str) and word in found


def _targets_agree(wanted: Sequence[list[str]], found: Iterable[Row], *, whole: bool) -> bool:
    """Whether these `[qualifier, value, unit]` are among the targets of a promise, or are all."""
    triples = [[target["qualifier"], target["value"], target["unit"]] for target in found]
    among = all(target in triples for target in wanted)
    return among and (not whole or len(triples) == len(wanted))


# --------------------------------------------------------------------------- links


def _wrong_links(case: Case, rows: Sequence[Row], links: Sequence[Row]) -> Iterator[str]:
    promises = {row["start"]: row["quote"] for row in rows if row["kind"] == "commitment"}
    for wanted in case.links:
        problem = {"kind": "problem", "quote_has": wanted["problem_has"]}
        starts = {row["start"] for row in rows if matches(problem, row)}
        link = next((link for link in links if link["problem"] in starts), None)
        if link is None:
            yield f"no link of a problem with {wanted['problem_has']}"
            continue
        quotes = [promises[start] for start in link["commitments"]]
        yield from _wrong_link(wanted, quotes, link["strength"])


def _wrong_link(wanted: Wanted, quotes: list[str], strength: str) -> Iterator[str]:
    lead = f"{wanted['problem_has']} must"
    for word in wanted.get("commitment_has", ()):
        if not _has(quotes, word):
            yield f"{lead} lead to {word}, leads to {quotes}"
    for word in wanted.get("not_commitment_has", ()):
        if _has(quotes, word):
            yield f"{lead} not lead to {word}"
    if not _same(wanted.get("strength", strength), strength):
        yield f"{lead} have strength {wanted['strength']}, has {strength}"
