"""Who does the batches: this machine's processes, or those of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from builder.pile.parts import Batch, BatchResult
from builder.pipeline.extracting import results_of_processes
from builder.pipeline.pool import Pool


def local(batches: Sequence[Batch], jobs: int) -> Iterator[BatchResult]:
    """The batches one after the other, or by several processes, in their order."""
    if jobs == 1 or len(batches) == 1:
        for batch in batches:
            yield batch.written()
        return
    with Pool(min(jobs, len(batches))) as pool:
        works = [partial(Batch.written, batch) for batch in batches]
        for batch, made in zip(batches, pool.results(works), strict=True):
            yield made or rescued(batch)


def rescued(batch: Batch) -> BatchResult:
    """A batch whose process ended every time: each report by itself, so that only one is lost."""
    return batch.written_from(results_of_processes(batch.entries, batch.limits, 1))
