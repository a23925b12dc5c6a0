"""The child process of `confinement`: limits itself, reads one file from its standard input."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import NoReturn

from builder.config import Limits
from builder.read.confinement import OUT_OF_MEMORY, OUT_OF_TIME, answer
from builder.read.docx import docx_page
from builder.read.html import html_page
from builder.read.kinds import Kind
from builder.read.mhtml import mhtml_page
from builder.read.office import office_page
from builder.read.pages import Page
from builder.read.pdf import pdf_page
from builder.read.refusal import Unreadable
from builder.vocabulary.adding import OwnTable, OwnVocabulary
from builder.vocabulary.loading import use

MEGABYTE = 1_000_000
SECONDS_BETWEEN_LOOKS = 0.5
# The largest file that LibreOffice may write, of its profile or of the report.
OFFICE_MEGABYTES = 200
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
READERS: dict[Kind, Callable[[str, bytes, Limits], Page]] = {
    Kind.HTML: html_page,
    Kind.MHTML: mhtml_page,
    Kind.PDF: pdf_page,
    Kind.ZIP: docx_page,
    Kind.OLE: office_page,
    Kind.RTF: office_page,
    Kind.ODT: office_page,
}
# Whatever a file may talk a library into, these need no reader.
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def main() -> None:
    """Answer with the page, or with the reason why there is none."""
    name, file, given = sys.argv[1:]
    limits = Limits.model_validate_json(given)
    words = json.loads(sys.stdin.buffer.readline())
    use(OwnVocabulary(tables=tuple(OwnTable(**fields) for fields in words["tables"])))
    data = sys.stdin.buffer.read()
    found = Kind[name]
    by_office = READERS[found] is office_page
    if by_office:
        signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=end_without_parent, daemon=True).start()
    limit_resources(limits, written=OFFICE_MEGABYTES * MEGABYTE if by_office else 0)
    if not by_office:
        sys.addaudithook(forbid)
    try:
        outcome = _outcome(found, file, data, limits)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(answer(outcome))


def _leave(_number: int, _frame: object) -> NoReturn:
    """End with the blocks that end LibreOffice and put its files away."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(1)


def end_without_parent() -> None:
    """End this process once its parent has been killed: nobody waits for its answer.

    Windows never tells that a parent is gone; the process ends by its clock there.
    """
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)


def _outcome(found: Kind, file: str, data: bytes, limits: Limits) -> Page | Unreadable:
    try:
        return READERS[found](file, data, limits)
    except Unreadable as error:
        return error


def limit_resources(limits: Limits, *, written: int) -> None:
    """Bound memory, processor time and bytes of a file written; LibreOffice inherits it all.

    Where the system has no such bounds, as Windows, a clock of the process's own ends it in time.
    """
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        clock = threading.Timer(limits.seconds, os._exit, (OUT_OF_TIME,))
        clock.daemon = True
        clock.start()
        return
    memory = limits.memory_megabytes * MEGABYTE
    # The second bound of time is the one that kills; the first says what it was.
    bounds = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (limits.seconds, limits.seconds + 1),
        resource.RLIMIT_FSIZE: (written, written),
        resource.RLIMIT_CORE: (0, 0),
    }
    for what, bound in bounds.items():
        # macOS refuses some of them; the parent's clock is left there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, bound)


def forbid(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: no network, no programs, no files written, whatever asks for it."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
