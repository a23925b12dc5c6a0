"""Whose a printed rank is: 全市排名第2, PM2.5和优良天数全市均排第三, 两项指标均居全市第二.

A rank goes to the metrics named for it, to as many values as its words tell, else to the nearest
value. What a sentence says of figures of the sentences before it goes back to those.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.extract.indicators.value_patterns import change_patterns
from builder.numerals import whole_number
from builder.text.number_roles import NumberRole, RoledNumber
from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.generic.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.drafts import Draft
    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.extract.indicators.scope_resolver import Scopes
    from builder.model import Rank
    from builder.text.ranks import RankMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells up to its ranks, and the drafts of the sentences before it."""

    text: str
    start: int
    groups: Sequence[MentionGroup]
    labelled: Sequence[RoledNumber]
    drafts: list[Draft]
    earlier: list[list[Draft]]
    scopes: Scopes


def add_ranks(told: Told, ranks: Sequence[RankMention]) -> None:
    """Give each rank, and each list of ranks (第2、第3), to the values that it is said of."""
    edge = told.start
    for run in _runs([rank for rank in ranks if not rank.of_base]):
        if not any(rank.of_change for rank in run):
            owners = _owners(told, run, max(edge, _last_end(told, run[0])))
            places = run * len(owners) if len(run) == 1 else run
            for draft, rank in zip(owners, places, strict=bool(owners)):
                if draft.value is None or not rank.behind_change:
                    draft.rank = draft.rank or _of_stations(rank, draft.scope)
        edge = run[-1].end


def _of_stations(rank: RankMention, scope: str | None) -> Rank:
    """A rank whose area keeps the stations that are ranked, where they are not the value's own.

    PM2.5浓度41,国控站点指标排名全市第一: the 41 is not said to be theirs.
    """
    if not rank.stations or rank.stations in (scope or ""):
        return rank.rank
    return replace(rank.rank, area=(rank.rank.area or "") + rank.stations)


def _runs(ranks: Sequence[RankMention]) -> list[list[RankMention]]:
    """Ranks that stand in one list."""
    runs: list[list[RankMention]] = []
    for rank in ranks:
        if rank.listed and runs:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    return runs


def _last_end(told: Told, rank: RankMention) -> int:
    """Where the last value before a rank ends."""
    return max((one.end for one in told.drafts if one.end <= rank.offset), default=told.start)


def _owners(told: Told, run: Sequence[RankMention], edge: int) -> list[Draft]:
    """The values that a list of ranks is said of: as many as the ranks, or any number of one."""
    rank = run[0]
    inside = [draft for draft in told.drafts if draft.start < rank.offset < draft.offset]
    if inside:
        return inside[-1:] if len(run) == 1 else []
    named = _named(told, edge, rank.offset)
    if named is not None:
        owners = _of_metrics(told, named, rank.offset)
    elif _is_foreign(told, edge, rank):
        return []
    else:
        owners = _unnamed(told, run)
    return owners if len(run) in {1, len(owners)} else []


def _named(told: Told, edge: int, offset: int) -> list[str | None] | None:
    """The metrics that are named for a rank, None where none is."""
    groups = [group for group in told.groups if edge <= group.start and group.end <= offset]
    if not groups:
        return None
    metrics = [told.scopes.metric(mention) for mention in groups[-1].mentions]
    return [None if metric is None else metric.id for metric in metrics]


def _of_metrics(told: Told, names: Sequence[str | None], offset: int) -> list[Draft]:
    """The last value before a rank of each metric that is named for it; all of them or none."""
    before = [draft for draft in told.drafts if draft.offset < offset]
    known = [
        draft for drafts in (before, *told.earlier) for draft in reversed(drafts) if not draft.base
    ]
    owners = [_named_so(known, name) for name in names if name is not None]
    found = [one for one in owners if one is not None]
    return found if len(found) == len(names) else []


def _named_so(drafts: Sequence[Draft], name: str) -> Draft | None:
    """The first value of a metric, or of one that its name may mean: 优良天数 of a share."""
    also = indicator_words().ranked.also
    exact = (one for one in drafts if one.metric.id == name)
    other = (one for one in drafts if name in also.get(one.metric.id, ()))
    return next(exact, None) or next(other, None)


def _unnamed(told: Told, run: Sequence[RankMention]) -> list[Draft]:
    """The values that a list of ranks is said of where no metric is named for it."""
    rank = run[0]
    statement = told.text.rfind(";", told.start, rank.offset) + 1
    own = [one for one in told.drafts if one.end <= rank.start + 1 and not one.base]
    own.sort(key=lambda one: one.offset)
    near = [one for one in own if one.start >= statement]
    count = change_patterns().several.search(told.text, rank.start, rank.offset)
    wanted = (whole_number(count["count"]) if count else None) or (len(run) if run[1:] else None)
    if wanted is not None:
        return _last(wanted, [near, own], told.earlier)
    if near or own:
        return (near or own) if rank.several else (near or own)[-1:]
    if rank.start > told.start or not (rank.bare and told.earlier):
        return []
    last = [one for one in told.earlier[0] if not one.base]
    return last if rank.several else last[-1:]


def _last(wanted: int, own: list[list[Draft]], earlier: list[list[Draft]]) -> list[Draft]:
    """As many values as wanted: the sentence's last, or all that it and those before tell."""
    for drafts in own:
        if len(drafts) >= wanted:
            return drafts[-wanted:]
    found = own[-1]
    for drafts in earlier:
        found = [*(one for one in drafts if not one.base), *found]
        if len(found) >= wanted:
            return found if len(found) == wanted else []
    return []


def _is_foreign(told: Told, edge: int, rank: RankMention) -> bool:
    """Whether what stands between a value and a rank gives the rank to something else."""
    between = [label for label in told.labelled if edge <= label.start < rank.start]
    if any(label.role is NumberRole.VALUE and _is_amount(label) for label in between):
        return True
    words = indicator_words()
    if words.changes.other_subjects.within(told.text, edge, rank.offset):
        return True
    clause = told.text[max(edge, rank.start) : rank.offset]
    of_water = any(one.metric.theme == "water" for one in told.drafts[-1:])
    other = words.ranked.of_air.within(clause), words.ranked.of_water.within(clause)
    return words.ranked.others.within(clause) or other[not of_water]


def _is_amount(label: RoledNumber) -> bool:
    """Whether a label's number could be another thing's: no mask, and no time (连续47年居首位)."""
    number = label.number
    return number is not None and not label.masked and number.unit_kind is not UnitKind.TIME
