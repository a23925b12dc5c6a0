"""The process that does one piece of work after the other for its parent, and what it does most."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from builder.config import Limits
from builder.extract import extract
from builder.model import Extraction, Refusal, Source
from builder.orders import orders
from builder.outline import outline
from builder.pipeline.faults import fault
from builder.read import Entry, Unreadable, read_entry
from builder.read.entries import printable_name
from builder.toml_file import TomlError
from builder.vocabulary.loading import use

STDOUT, STDERR = 1, 2


def extracted_or_refused(report: Entry | Source, limits: Limits) -> Extraction | Refusal:
    """One report read if it was not before, outlined and extracted, or why it can't be."""
    try:
        source = report if isinstance(report, Source) else read_entry(report, limits)
        return extract(outline(source))
    except Unreadable as error:
        return error.refusal
    except TomlError:
        # The vocabulary is at fault, and all reports would fail.
        raise
    except Exception as error:  # noqa: BLE001 -- one report's fault costs that report only
        return fault(printable_name(file_of(report)), error)


def file_of(report: Entry | Source) -> str:
    """The file of a report by its name."""
    return report.file if isinstance(report, Source) else report.name


def main() -> None:
    """The loop: work in on standard input, what came of it or its error out on standard output."""
    signal.signal(signal.SIGTERM, _leave)
    answers = os.fdopen(os.dup(STDOUT), "wb")
    # Whatever a library prints must not get between the answers. The error stream may be closed.
    with suppress(OSError):
        os.dup2(STDERR, STDOUT)
    try:
        for work, words in orders(sys.stdin.buffer):
            use(words)
            pickle.dump(_answer(work), answers)
            answers.flush()
    except (BrokenPipeError, SystemExit):
        # Python's own way out would wait for the thread that waits for orders.
        os._exit(1)


def _answer(work: Callable[[], object]) -> object:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 -- it is raised again in the parent
        return error


def _leave(_number: int, _frame: object) -> NoReturn:
    """End with the blocks that put temporary files away; a second signal does not disturb them."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(1)


if __name__ == "__main__":
    main()
