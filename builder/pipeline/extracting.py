"""Reports read and extracted, one after the other or by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from builder.cache import Cache
from builder.config import Limits
from builder.model import Extraction, Refusal, Source
from builder.pipeline.kept_reports import KeptReports
from builder.pipeline.pool import Pool
from builder.pipeline.steps import Steps
from builder.pipeline.worker import extracted_or_refused, file_of
from builder.read import Entry

# Below this many files a pool of processes costs more than it saves.
POOL_FROM = 24
_ALONE = Steps()


def extracted_reports(
    entries: Iterable[Entry],
    limits: Limits,
    jobs: int,
    cache: Cache | None = None,
    steps: Steps = _ALONE,
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Every file read, outlined and extracted in the order given; who can't be read is named.

    What the cache has of a file with the same bytes and the same name is not read again.
    """
    entries = tuple(entries)
    steps.files([entry.name for entry in entries])
    kept = KeptReports(cache or Cache(), limits)
    known = {entry: kept.found(entry) for entry in entries}
    for entry, found in known.items():
        if found is not None:
            steps.read(entry.name, found)
    missing = [entry for entry, found in known.items() if found is None]
    made = dict(zip(missing, results(missing, limits, jobs, steps), strict=True))
    for result in made.values():
        kept.keep(result)
    return _parted([of_cache or made[entry] for entry, of_cache in known.items()])


def extracted_sources(
    sources: Sequence[Source], limits: Limits, jobs: int, steps: Steps = _ALONE
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Reports that were read before, outlined and extracted in the order given.

    Nothing of them is kept in the cache: nobody has seen that their text is that of their file.
    """
    steps.files([source.file for source in sources])
    return _parted(results(sources, limits, jobs, steps))


def _parted(
    found: Iterable[Extraction | Refusal],
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    found = tuple(found)
    return (
        tuple(result for result in found if isinstance(result, Extraction)),
        tuple(result for result in found if isinstance(result, Refusal)),
    )


def results(
    entries: Sequence[Entry | Source], limits: Limits, jobs: int, steps: Steps
) -> list[Extraction | Refusal]:
    """What became of each file, in their order."""
    if jobs == 1 or len(entries) < POOL_FROM:
        found = (extracted_or_refused(entry, limits) for entry in entries)
        return list(_told(entries, found, steps))
    return results_of_processes(entries, limits, min(jobs, len(entries)), steps)


def results_of_processes(
    entries: Sequence[Entry | Source], limits: Limits, jobs: int, steps: Steps = _ALONE
) -> list[Extraction | Refusal]:
    """What became of each file, read in processes of their own: one that is killed is a refusal."""
    with Pool(jobs) as pool:
        works = [partial(extracted_or_refused, entry, limits) for entry in entries]
        found = (
            lost(entry) if result is None else result
            for entry, result in zip(entries, pool.results(works), strict=True)
        )
        return list(_told(entries, found, steps))


def _told(
    entries: Sequence[Entry | Source], results: Iterable[Extraction | Refusal], steps: Steps
) -> Iterator[Extraction | Refusal]:
    """The results of files, each told as it comes."""
    for entry, result in zip(entries, results, strict=True):
        steps.read(file_of(entry), result)
        yield result


def lost(entry: Entry | Source) -> Refusal:
    """What is said of a report whose process ended every time that it was read."""
    return Refusal(
        file=file_of(entry),
        reason="读取这份报告的进程意外结束，可能是内存不足",
        advice="请关闭其他程序后再试，或拆分文件。",
        may_pass=True,
    )
