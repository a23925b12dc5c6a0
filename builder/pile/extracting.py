"""A pile of reports, from the paths that were named to a target that holds all their facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.config import Limits
from builder.model import Refusal
from builder.pile.engines import local
from builder.pile.inputs import pile_entries
from builder.pile.parts import Batch, BatchResult, Target, content_sum, file_name, rules_sum
from builder.read import Entry
from builder.user_error import UserError
from builder.vocabulary.loading import own_words

# A stopped run loses at most so many reports a process; a part has their facts in memory.
MOST_A_BATCH = 250
BATCHES_A_JOB = 4

Engine = Callable[[Sequence[Batch], int], Iterator[BatchResult]]
OnProgress = Callable[[int, int], None]


class OntoReport(UserError):  # noqa: N818 -- it says where the facts would go
    """The target is a report that is to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """What is to be extracted, and how; `fresh` takes over nothing of an earlier run."""

    paths: tuple[Path, ...]
    target: Target
    limits: Limits
    glob: str | None = None
    jobs: int = 1
    engine: Engine = local
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What came of it: reports and facts of this run, reports that were there already."""

    reports: int
    facts: int
    skipped: int
    refused: tuple[Refusal, ...]


def extract_pile(pile: Pile, on_progress: OnProgress = lambda _done, _all: None) -> Extracted:
    """Extract all that is not in the target yet; one bad file is a row with its reason.

    `on_progress` is told how many files are done, of how many that were to be done. Raises
    `OntoReport` where the target is one of the reports.
    """
    entries, unopened = pile_entries(pile.paths, pile.limits, pile.glob)
    entries = tuple(_without_target(pile.target, entries))
    rules = rules_sum(pile.limits)
    left = _left(pile, entries, rules)
    files = {*map(file_name, left), *(refusal.file for refusal in unopened)}
    pile.target.drop(files)
    batches = list(_batches(pile, left, unopened, rules))
    reports = facts = 0
    refused: list[Refusal] = []
    on_progress(0, len(files))
    for result in pile.engine(batches, pile.jobs) if batches else ():
        reports, facts = reports + result.reports, facts + result.facts
        refused += result.refused
        on_progress(reports + len(refused), len(files))
    order = (*map(file_name, entries), *(refusal.file for refusal in unopened))
    pile.target.finish(order, rules)
    return Extracted(
        reports=reports, facts=facts, skipped=len(entries) - len(left), refused=tuple(refused)
    )


def _without_target(target: Target, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The reports, without what an earlier run wrote among them; none is ever written onto."""
    for entry in entries:
        if not _is_same(entry.path, target.path):
            yield entry
        elif not target.is_written():
            raise OntoReport(
                f"{target.path}：是要读的报告 {entry.path} 本身，没有改动。请用 -o 写到别处。"
            )


def _is_same(report: Path, target: Path) -> bool:
    """Whether two paths are of one file, by whatever links."""
    with suppress(OSError):
        return report.samefile(target)
    return False


def _left(pile: Pile, entries: Sequence[Entry], rules: str) -> list[Entry]:
    """The files that the target does not have as they are now."""
    known = {} if pile.fresh else {one.file: one for one in pile.target.known(rules)}

    def is_done(entry: Entry) -> bool:
        found = known.get(file_name(entry))
        if found is None or found.may_pass or found.sha256 is None:
            return False
        return found.sha256 == content_sum(entry, pile.limits)

    return [entry for entry in entries if not is_done(entry)]


def _batches(
    pile: Pile, entries: Sequence[Entry], unopened: tuple[Refusal, ...], rules: str
) -> Iterator[Batch]:
    make = partial(Batch, limits=pile.limits, target=pile.target, rules=rules, words=own_words())
    size = min(MOST_A_BATCH, len(entries) // (pile.jobs * BATCHES_A_JOB) + 1)
    for start in range(0, len(entries), size):
        yield make(entries=tuple(entries[start : start + size]))
    if unopened:
        yield make(entries=(), refused=unopened)
