"""The process that builds for the desk: the same line as `briefing build`, kept warm.

What it read of each file is in the cache, so that a correction costs no reading. Whatever goes
wrong here the pages live on.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from builder.desk.figures import Figure, figures, last_figures
from builder.desk.preview import Preview, preview
from builder.desk.snapshot import Snapshot
from builder.model import Extraction, Refusal
from builder.orders import orders
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.line import Compared, Request, build
from builder.pipeline.steps import Steps
from builder.read.entries import printable_name
from builder.reading import Served, reading_page
from builder.render.html import html
from builder.user_error import UserError

STDOUT, STDERR = 1, 2
SERVED = Served(
    scripts=("/static/reading/main.js", "/static/desk/correct/main.js"),
    styles=(
        "/static/desk/bar.css",
        "/static/desk/form.css",
        "/static/desk/correct/correct.css",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made: the briefing, or the pages that show its templates."""

    request: Request
    preview: bool = False


class Answers:
    """What is told to the parent, by any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def tell(self, kind: str, **content: Any) -> None:  # noqa: ANN401 -- whatever can be pickled
        """One message: what it is about, and its content."""
        with self._lock:
            pickle.dump((kind, content), self._stream)
            self._stream.flush()


class Follower(Steps):
    """Tells the parent of a build as it goes on, and keeps what the next one needs of it."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._earlier: Mapping[Figure, str] | None = None
        self.last: Compared | None = None
        self.request: Request | None = None

    def begin(self, request: Request) -> None:
        """A build begins."""
        if self._earlier is None:
            # The output as it was found: what differs from it is shown as long as the desk is open.
            self._earlier = last_figures(request.output / "facts.jsonl")
        self.request = request

    def stage(self, name: str) -> None:
        """Tell of the stage."""
        self._answers.tell("stage", name=name)

    def files(self, names: Sequence[str]) -> None:
        """Tell of the files."""
        self._answers.tell("files", names=[printable_name(name) for name in names])

    def read(self, name: str, found: Extraction | Refusal) -> None:
        """Tell of what was read."""
        name = printable_name(name)
        if isinstance(found, Refusal):
            self.refused(found)
        else:
            bureau = found.report.bureau or ""
            self._answers.tell("read", name=name, bureau=bureau, facts=len(found.facts))

    def refused(self, refusal: Refusal) -> None:
        """Tell why a file can't be used."""
        said = refusal.said()
        self._answers.tell(
            "refused",
            name=printable_name(said.file),
            reason=said.reason,
            advice=said.advice,
            judged=said.judged,
        )

    def compared(self, side_by_side: Compared) -> None:
        """Tell what is known, long before the documents are laid out."""
        assert self.request is not None  # a build has begun
        content = Snapshot(side_by_side, self.request.config).content(self._earlier or {})
        briefing, templates = side_by_side.briefing, self.request.templates
        printed = html(briefing, side_by_side.vectors, templates)
        page = reading_page(briefing, side_by_side.comparison, printed, SERVED)
        if self._earlier is None:
            self._earlier = figures(f for one in side_by_side.extracted for f in one.facts)
        self.last = side_by_side
        self._answers.tell("compared", content=content, page=page)


def answered(order: Order, follower: Follower, answers: Answers) -> None:
    """One order carried out; every error is told, and the next order is tried again."""
    begun = time.monotonic()
    try:
        if order.preview:
            made: Preview = preview(order.request, follower.last)
            answers.tell("previewed", made=made)
        else:
            follower.begin(order.request)
            summary = build(order.request, follower)
            order.request.cache.trim()
            seconds = time.monotonic() - begun
            answers.tell("built", summary=summary, seconds=seconds)
    except NothingToBuild as nothing:
        for refusal in nothing.refused:
            follower.refused(refusal)
        answers.tell("failed", preview=order.preview, text=str(nothing), fault=False)
    except UserError as error:
        answers.tell("failed", preview=order.preview, text=str(error), fault=False)
    except MemoryError:
        answers.tell("failed", preview=order.preview, text="内存不够。", fault=False)
    except Exception as error:  # noqa: BLE001 -- the process is to go on
        text = f"{type(error).__name__}: {error}"
        answers.tell("failed", preview=order.preview, text=text, fault=True)


def main() -> None:
    """The loop: orders in on standard input, what becomes of them out on standard output."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(1))
    stream = os.fdopen(os.dup(STDOUT), "wb")
    # Whatever a library prints must not get between the answers.
    with suppress(OSError):
        os.dup2(STDERR, STDOUT)
    answers = Answers(stream)
    follower = Follower(answers)
    with suppress(BrokenPipeError):
        for order in orders(sys.stdin.buffer):
            answered(order, follower, answers)
    os._exit(1)


if __name__ == "__main__":
    main()
