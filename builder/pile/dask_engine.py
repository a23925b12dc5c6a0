"""The batches by the workers of a Dask cluster, which write the parts themselves.

All workers must see the reports and the target under the same paths, as on a shared drive, and have
this very program. A worker that dies costs nothing: its batch goes to another one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from builder.dataset.parquet import MissingPackage
from builder.model import Extraction, Refusal
from builder.pile.parts import Batch, BatchResult
from builder.pipeline.extracting import lost
from builder.pipeline.worker import extracted_or_refused
from builder.read import Entry
from builder.user_error import UserError

# What the processes started here would do besides: look a hundred times a second where they are,
# fifty times whether they are late. A batch takes seconds.
QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "1s",
    # Memory that a report has given back is that of the next one.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 128 * 2**20,
}
# Besides the times that the scheduler gives work of a dead worker to another one.
RETRIES = 2
SECONDS_TO_CONNECT = 20


def dask(batches: Sequence[Batch], jobs: int, scheduler: str | None) -> Iterator[BatchResult]:
    """The batches as they are done, by a cluster, or by so many workers started here.

    Raises `MissingPackage` without Dask, and `UserError` where the scheduler does not answer.
    """
    distributed = _distributed()
    with closing(_client(distributed, jobs, scheduler)) as client:
        by_key = {f"briefing-{batch.name}": batch for batch in batches}
        futures = client.map(Batch.written, batches, key=list(by_key), retries=RETRIES, pure=False)
        for future in distributed.as_completed(futures):
            try:
                yield future.result()
            except distributed.KilledWorker:
                yield _rescued(distributed, client, by_key[future.key])
            # What is no longer held is forgotten by the scheduler.
            future.release()


def _rescued(distributed: Any, client: Any, batch: Batch) -> BatchResult:  # noqa: ANN401 -- no types
    """A batch that killed every worker: each report by itself, so that only one is lost."""

    def result(entry: Entry, future: Any) -> Extraction | Refusal:  # noqa: ANN401
        try:
            found: Extraction | Refusal = future.result()
        except distributed.KilledWorker:
            return lost(entry)
        return found

    limits = [batch.limits] * len(batch.entries)
    futures = client.map(extracted_or_refused, batch.entries, limits, pure=False)
    pairs = zip(batch.entries, futures, strict=True)
    return batch.written_from(result(entry, future) for entry, future in pairs)


def _distributed() -> Any:  # noqa: ANN401
    try:
        import distributed  # noqa: PLC0415 -- an extra
    except ImportError:
        needed = ("distributed>=2026.3", "pyarrow>=21")
        raise MissingPackage("Dask", "--engine dask ", *needed) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    return distributed


def _client(distributed: Any, jobs: int, scheduler: str | None) -> Any:  # noqa: ANN401
    if scheduler is None:
        # The workers take over the settings of the process that starts them.
        import dask.config  # noqa: PLC0415 -- comes with the extra

        dask.config.set(QUIET)
        return distributed.Client(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    try:
        return distributed.Client(scheduler, timeout=SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise UserError(
            f"{scheduler}：连不上 Dask 的调度进程（{error}）。"
            "请先用 dask scheduler 启动它，地址写成 tcp://主机:8786。"
        ) from None
