"""How well extracted facts agree with hand-found ones.

Both sides are rows of the facts file. A figure is a share between 0 and 1: F1 where there can be
misses and false finds, the share right where there is only right and wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

Row = dict[str, Any]
Spot = tuple[str, int]

TALLY_FIELDS = ("total", "done", "pending", "rate")
SPAN_KINDS = ("problem", "commitment", "rectification")
REPORT_FIELDS = (
    "title",
    "bureau",
    "region",
    "level",
    "period",
    "plan_period",
    "as_of",
    "published",
    "source_kind",
    "script",
)
UNIT_SPELLINGS = {
    "微克/立方米": "μg/m³",
    "毫克/立方米": "mg/m³",
    "毫克/升": "mg/L",
    "％": "%",
    "个百分点": "pp",
    "百分点": "pp",
    "": "1",
    None: "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One share, what it counts over, and the rows missed and wrongly found."""

    name: str
    share: float
    precision: float
    recall: float
    gold: int
    found: int
    missed: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()


def figures(gold: Sequence[Row], found: Sequence[Row], texts: dict[str, str]) -> tuple[Figure, ...]:
    """All figures of the project's goals over the reports that have gold."""
    reports = {row["report"] for row in gold}
    found = [row for row in found if row["report"] in reports]
    mine, theirs = rows_by_kind(gold), rows_by_kind(found)
    return (
        *_indicator_figures(mine["indicator"], theirs["indicator"]),
        *_tally_figures(mine["tally"], theirs["tally"]),
        _quantity_figure(mine, theirs),
        *(
            figure
            for kind in SPAN_KINDS
            for figure in _span_figures(kind, mine[kind], theirs[kind])
        ),
        _target_figure(mine["commitment"], theirs["commitment"]),
        _flag_figure(mine["flag"], theirs["flag"]),
        _report_figure(mine["report"], theirs["report"]),
        _honesty(found, texts),
    )


def link_figure(gold: Sequence[Row], found: Sequence[Row]) -> Figure:
    """Mean over problems: same answer some/none, and overlap (Jaccard) of the linked sets."""
    answers = {(row["report"], row["problem"]): set(row["commitments"]) for row in found}
    shares = []
    missed = []
    for row in gold:
        wanted = set(row["commitments"])
        given = answers.get((row["report"], row["problem"]), set())
        union = wanted | given
        share = len(wanted & given) / len(union) if union else 1.0
        shares.append(((bool(wanted) == bool(given)) + share) / 2)
        if wanted != given:
            missed.append(row | {"quote": f"{sorted(wanted)}, found {sorted(given)}"})
    return _share("links", shares, tuple(missed))


def rows_by_kind(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Rows by their kind."""
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(row)
    return kinds


# --------------------------------------------------------------------------- values and spans


def number(value: str | None) -> Hashable:
    """A printed number by its value, anything else as it stands."""
    if value is None:
        return None
    bare = str(value).strip().replace(",", "").rstrip("%％")
    try:
        return Decimal(bare).normalize()
    except InvalidOperation:
        return bare


def _unit(unit: str | None) -> str | None:
    plain = unit and re.sub(r"[µμu]g/m[3³]", "μg/m³", unit).replace("mg/m3", "mg/m³")
    return UNIT_SPELLINGS.get(plain, plain)


def same_value(one: Row, other: Row) -> bool:
    """Whether two rows have the same number and unit."""
    return (number(one["value"]), _unit(one.get("unit"))) == (
        number(other["value"]),
        _unit(other.get("unit")),
    )


def overlap(one: Row, other: Row) -> int:
    """How many characters the quotes of two rows have in common; 0 or less where none."""
    if one["report"] != other["report"]:
        return 0
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def paired(
    gold: Sequence[Row], found: Sequence[Row], same: Callable[[Row, Row], bool]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """One-to-one pairs by the largest overlap; then the unpaired of either side."""
    options = sorted(
        (-common, abs(one["start"] - other["start"]), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (common := overlap(one, other)) > 0 and same(one, other)
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, _, i, j in options:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    missed = [row for i, row in enumerate(gold) if i not in used_gold]
    extra = [row for j, row in enumerate(found) if j not in used_found]
    return pairs, missed, extra


def _f1(
    name: str, right: int, missed: Sequence[Row], extra: Sequence[Row], gold: int, found: int
) -> Figure:
    precision = right / found if found else float(not gold)
    recall = right / gold if gold else 1.0
    both = precision + recall
    return Figure(
        name=name,
        share=2 * precision * recall / both if both else 0.0,
        precision=precision,
        recall=recall,
        gold=gold,
        found=found,
        missed=tuple(missed),
        extra=tuple(extra),
    )


def _share(name: str, flags: Sequence[float], missed: tuple[Row, ...] = ()) -> Figure:
    share = sum(flags) / len(flags) if flags else 1.0
    return Figure(
        name=name,
        share=share,
        precision=share,
        recall=share,
        gold=len(flags),
        found=len(flags),
        missed=missed,
    )


# --------------------------------------------------------------------------- kinds of facts


def _indicator_figures(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[Figure]:
    pairs, missed, extra = paired(
        gold, found, lambda one, other: one["metric"] == other["metric"] and same_value(one, other)
    )
    yield _f1("indicator", len(pairs), missed, extra, len(gold), len(found))
    agreements: dict[str, Callable[[Any, Any], bool]] = {
        "qualifier": lambda one, other: (one or "=") == (other or "="),
        "scope": same_scope,
        "period": lambda one, other: bool(one == other),
        "change": same_change,
        "rank": same_rank,
    }
    for key, agree in agreements.items():
        right = [agree(one.get(key), other.get(key)) for one, other in pairs]
        wrong = tuple(
            one | {"quote": f"{one['quote']}: {one.get(key)}, found {other.get(key)}"}
            for (one, other), fine in zip(pairs, right, strict=True)
            if not fine
        )
        yield _share(f"indicator.{key}", right, wrong)


def same_scope(one: str | None, other: str | None) -> bool:
    """Scopes agree when either holds the other, bare of punctuation."""
    bare = [re.sub(r"\W", "", scope or "") for scope in (one, other)]
    return bare[0] == bare[1] or (all(bare) and (bare[0] in bare[1] or bare[1] in bare[0]))


def same_change(one: Row | None, other: Row | None) -> bool:
    """Whether two changes are the same; one that is flat needs no number."""
    if not one or not other:
        return not one and not other
    alike = one["direction"] == other["direction"]
    return alike and (one["direction"] == "flat" or same_value(one, other))


def same_rank(one: Row | None, other: Row | None) -> bool:
    """Whether two ranks are the same place from the same end, of as many where that is known."""
    mine, theirs = one or {}, other or {}
    same = all(mine.get(key) == theirs.get(key) for key in ("position", "from"))
    return same and mine.get("of") in {None, theirs.get("of")}


def _tally_figures(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[Figure]:
    mine, theirs = list(_cells(gold)), list(_cells(found))
    pairs, missed, extra = paired(
        mine,
        theirs,
        lambda one, other: (
            one["field"] == other["field"] and number(one["value"]) == number(other["value"])
        ),
    )
    yield _f1("tally", len(pairs), missed, extra, len(mine), len(theirs))
    yield _share("tally.source", [one["source"] == other["source"] for one, other in pairs])


def _cells(tallies: Iterable[Row]) -> Iterator[Row]:
    """Every printed number of a tally as a row of its own."""
    for tally in tallies:
        for name in TALLY_FIELDS:
            if tally[name] is not None:
                yield tally | {"field": name, "value": tally[name], "unit": None}


def _quantity_figure(mine: dict[str, list[Row]], theirs: dict[str, list[Row]]) -> Figure:
    """A quantity that gold counts as part of an indicator or a tally is not held against us."""
    pairs, missed, extra = paired(mine["quantity"], theirs["quantity"], same_value)
    elsewhere = [*mine["indicator"], *_cells(mine["tally"])]
    wrong = [
        row
        for row in extra
        if not any(
            overlap(row, other) > 0 and number(row["value"]) == number(other["value"])
            for other in elsewhere
        )
    ]
    found = len(pairs) + len(wrong)
    return _f1("quantity", len(pairs), missed, wrong, len(mine["quantity"]), found)


def _span_figures(kind: str, gold: Sequence[Row], found: Sequence[Row]) -> Iterator[Figure]:
    """F1 over the characters of the quotes, and how many of them carry the main gold theme."""
    wanted = {spot for row in gold for spot in spots(row)}
    themes: defaultdict[Spot, set[str]] = defaultdict(set)
    for row in found:
        for spot in spots(row):
            themes[spot].update(row["themes"])
    missed = [row for row in gold if 2 * len(spots(row) & themes.keys()) < len(spots(row))]
    extra = [row for row in found if 2 * len(spots(row) & wanted) < len(spots(row))]
    yield _f1(kind, len(wanted & themes.keys()), missed, extra, len(wanted), len(themes))
    right = [
        row["themes"][0] in themes[spot] for row in gold for spot in spots(row) & themes.keys()
    ]
    yield _share(f"{kind}.themes", right)


def spots(row: Row) -> set[Spot]:
    """The characters of a quote that are letters or digits, by report and offset."""
    return {
        (row["report"], row["start"] + index)
        for index, character in enumerate(row["quote"])
        if re.match(r"\w", character)
    }


def _target_figure(gold: Sequence[Row], found: Sequence[Row]) -> Figure:
    mine, theirs = list(_targets(gold)), list(_targets(found))
    pairs, missed, extra = paired(mine, theirs, same_value)
    return _f1("commitment.targets", len(pairs), missed, extra, len(mine), len(theirs))


def _targets(commitments: Iterable[Row]) -> Iterator[Row]:
    for row in commitments:
        for target in row["targets"]:
            place = {key: row[key] for key in ("report", "start", "end")}
            yield target | place


def _flag_figure(gold: Sequence[Row], found: Sequence[Row]) -> Figure:
    mine, theirs = ({(row["report"], row["type"]) for row in rows} for rows in (gold, found))
    missed = [{"report": report, "quote": kind} for report, kind in sorted(mine - theirs)]
    extra = [{"report": report, "quote": kind} for report, kind in sorted(theirs - mine)]
    return _f1("flag", len(mine & theirs), missed, extra, len(mine), len(theirs))


def _report_figure(gold: Sequence[Row], found: Sequence[Row]) -> Figure:
    lines = {row["report"]: row for row in found}
    asked = [(row, lines.get(row["report"], {}), key) for row in gold for key in REPORT_FIELDS]
    missed = tuple(
        {"report": row["report"], "quote": f"{key}: {row.get(key)!r}, found {line.get(key)!r}"}
        for row, line, key in asked
        if row.get(key) != line.get(key)
    )
    return _share("report", [row.get(key) == line.get(key) for row, line, key in asked], missed)


def _honesty(found: Sequence[Row], texts: dict[str, str]) -> Figure:
    """The share of facts whose quote and numbers really stand in the text."""
    quoted = [row for row in found if row.get("quote") is not None and row["report"] in texts]
    honest = [_is_honest(row, texts[row["report"]]) for row in quoted]
    liars = tuple(row for row, fine in zip(quoted, honest, strict=True) if not fine)
    return _share("honest", honest, liars)


def _is_honest(row: Row, text: str) -> bool:
    if text[row["start"] : row["end"]] != row["quote"]:
        return False
    values = [row.get(key) for key in ("value", *TALLY_FIELDS)]
    printed = [value for value in values if value and re.fullmatch(r"[\d.]+", str(value))]
    if not printed or re.search(r"[一二两三四五六七八九十百千万零〇半几数均全]", row["quote"]):
        return True
    # A page that breaks its lines breaks numbers too: 立案查处31\n2件 has 312.
    whole = re.sub(r"(?<=[\d.])\n(?=[\d.])", "", row["quote"])
    halfwidth = whole.translate({0xFF10 + i: 0x30 + i for i in range(10)} | {0xFF0E: 0x2E})
    numbers = {number(digits) for digits in re.findall(r"\d[\d,]*(?:\.\d+)?", halfwidth)}
    return all(number(value) in numbers for value in printed)
