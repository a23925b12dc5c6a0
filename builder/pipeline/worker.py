"""The process that reads and extracts one report after the other for its parent."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from builder.config import Limits
from builder.extract import extract
from builder.model import Extraction, Refusal
from builder.orders import orders
from builder.outline import outline
from builder.pipeline.faults import fault
from builder.read import Entry, Unreadable, read_entry
from builder.read.entries import printable_name
from builder.toml_file import TomlError

STDOUT, STDERR = 1, 2


def extracted_or_refused(entry: Entry, limits: Limits) -> Extraction | Refusal:
    """One report read, outlined and extracted, or why it can't be."""
    try:
        return extract(outline(read_entry(entry, limits)))
    except Unreadable as error:
        return error.refusal
    except TomlError:
        # The vocabulary is at fault, and all reports would fail.
        raise
    except Exception as error:  # noqa: BLE001 -- one report's fault costs that report only
        return fault(printable_name(entry.name), error)


def main() -> None:
    """The loop: entries in on standard input, extractions or refusals out on standard output."""
    signal.signal(signal.SIGTERM, _leave)
    answers = os.fdopen(os.dup(STDOUT), "wb")
    # Whatever a library prints must not get between the answers. The error stream may be closed.
    with suppress(OSError):
        os.dup2(STDERR, STDOUT)
    try:
        for entry, limits in orders(sys.stdin.buffer):
            pickle.dump(extracted_or_refused(entry, limits), answers)
            answers.flush()
    except (BrokenPipeError, SystemExit):
        # Python's own way out would wait for the thread that waits for orders.
        os._exit(1)


def _leave(_number: int, _frame: object) -> NoReturn:
    """End with the blocks that put temporary files away; a second signal does not disturb them."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(1)


if __name__ == "__main__":
    main()
