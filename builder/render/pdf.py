"""The PDF from the HTML, made in a process of its own.

WeasyPrint takes more than a second to import and works on one core, so `PdfWorker` starts it while
charts and Word are made. Everything that needs WeasyPrint is in `typesetting`, which is imported
there alone: a machine without Pango still builds the other formats.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from builder.orders import orders
from builder.render.pdf_errors import PdfError, PdfUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

PANGO = "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made into a PDF; `attachments` are embedded under their names."""

    html: str
    templates: Path
    attachments: Mapping[str, bytes]


def pdf(html: str, templates: Path, attachments: Mapping[str, bytes]) -> bytes:
    """The PDF of a self-contained HTML text, made here; the same text gives the same bytes.

    Raises `PdfUnavailable` where Pango is missing, `FontError` for a missing glyph or font, and
    `PdfError` where the HTML names a file outside the template folder or one that is not there.
    """
    return _made(Order(html=html, templates=templates, attachments=attachments))


class PdfWorker:
    """A process that has WeasyPrint imported by the time that the HTML is ready.

    >>> with PdfWorker() as worker:  # doctest: +SKIP
    ...     worker.begin(html, templates, {"facts.json": facts})
    ...     word = docx(briefing, drawings, templates)
    ...     data = worker.result()
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from builder.render.pdf import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            # An interruption reaches the build alone, which then ends this process.
            start_new_session=True,
        )

    def render(self, html: str, templates: Path, attachments: Mapping[str, bytes]) -> bytes:
        """As `pdf`, in the process."""
        self.begin(html, templates, attachments)
        return self.result()

    def begin(self, html: str, templates: Path, attachments: Mapping[str, bytes]) -> None:
        """Hand over the HTML and return at once; `result` waits for the PDF."""
        assert self._process.stdin is not None
        order = Order(html=html, templates=templates, attachments=attachments)
        try:
            pickle.dump(order, self._process.stdin)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def result(self) -> bytes:
        """The PDF of the last `begin`; raises what `pdf` raises."""
        assert self._process.stdout is not None
        try:
            made: bytes | Exception = pickle.load(self._process.stdout)  # noqa: S301 -- our child
        except EOFError:
            raise self._ended() from None
        if isinstance(made, Exception):
            raise made
        return made

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _ended(self) -> PdfError:
        return PdfError(f"生成 PDF 的进程意外结束（退出码 {self._process.wait()}）。请再试一次。")


def serve() -> None:
    """The worker's loop: orders in on standard input, PDFs or errors out on standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # A layout makes millions of objects and drops none of them before its end.
    gc.disable()
    coming = orders(sys.stdin.buffer)
    _prepare()
    for order in coming:
        pickle.dump(_answer(order), answers)
        answers.flush()


def _prepare() -> None:
    """Import WeasyPrint; where that fails, the first order says so."""
    with suppress(OSError):
        _typeset()


def _answer(order: Order) -> bytes | Exception:
    try:
        return _made(order)
    except Exception as error:  # noqa: BLE001 -- it is raised again in the parent
        return error


def _made(order: Order) -> bytes:
    try:
        typeset = _typeset()
    except OSError as error:
        raise PdfUnavailable(
            f"本机缺少 Pango，不能生成 PDF（{error}）。Debian、Ubuntu 上请运行：{PANGO}"
        ) from None
    return typeset(order.html, order.templates, order.attachments)


def _typeset() -> Callable[[str, Path, Mapping[str, bytes]], bytes]:
    """WeasyPrint's part; importing it fails with `OSError` where Pango is missing."""
    from builder.render.typesetting import typeset  # noqa: PLC0415 -- see the module's docstring

    return typeset
