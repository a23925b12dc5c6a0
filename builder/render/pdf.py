"""The PDF from the HTML, made in a process of its own.

WeasyPrint takes more than a second to import and works on one core, so `PdfWorker` starts it while
charts and Word are made. Everything that needs WeasyPrint is in `typesetting`, which is imported
there alone: a machine without Pango still builds the other formats.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import pickle
import subprocess
import sys
import threading
import traceback
import warnings
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from builder.fonts import FontError
from builder.orders import orders
from builder.processes import apart, installing
from builder.render.folder import default_templates
from builder.render.limits import limit_memory
from builder.render.pdf_environment import ask_the_loader, pdf_environment
from builder.render.pdf_errors import PdfError, PdfUnavailable
from builder.render.pdf_libraries import versions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

PANGO = {
    "apt-get": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "pango",
    "pacman": "pango",
    "zypper": "libpango-1_0-0",
    "brew": "pango",
}


# A briefing on five bureaus has a third of a million letters, takes six seconds and 400 MB.
SECONDS, SECONDS_A_MILLION = 120, 120
MEGABYTES, MEGABYTES_A_MILLION = 2_000, 1_000
TOLD = 4
# The other thing that the process can be asked for.
VERSIONS = "versions"
STDOUT, STDERR = 1, 2
# Where a program on any system is told to put its temporary files.
SCRATCH = ("TMPDIR", "TEMP", "TMP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made into a PDF; `attachments` are embedded under their names."""

    html: str
    templates: Path
    attachments: Mapping[str, bytes]


# A PDF, the versions of libraries, or why there is none.
Answer = bytes | dict[str, str] | Exception


def allowed_seconds(html: str) -> int:
    """How long the layout of an HTML text may take."""
    return SECONDS + SECONDS_A_MILLION * len(html) // 1_000_000


def allowed_megabytes(html: str) -> int:
    """How much memory the layout of an HTML text may take."""
    return MEGABYTES + MEGABYTES_A_MILLION * len(html) // 1_000_000


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
        # WeasyPrint leaves its fonts where it is killed, and it always is.
        self._scratch = TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from builder.render.pdf import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=pdf_environment() | dict.fromkeys(SCRATCH, self._scratch.name),
            # An interruption reaches the build alone, which then ends this process.
            **apart(),
        )
        self._seconds = allowed_seconds("")
        self._late = False

    def render(self, html: str, templates: Path, attachments: Mapping[str, bytes]) -> bytes:
        """As `pdf`, in the process."""
        self.begin(html, templates, attachments)
        return self.result()

    def begin(self, html: str, templates: Path, attachments: Mapping[str, bytes]) -> None:
        """Hand over the HTML and return at once; `result` waits for the PDF."""
        assert self._process.stdin is not None
        order = Order(html=html, templates=templates, attachments=attachments)
        self._seconds = allowed_seconds(html)
        self._send(order)

    def result(self) -> bytes:
        """The PDF of the last `begin`; raises what `pdf` raises.

        A page that takes longer than its length allows is an error of its template.
        """
        late = threading.Timer(self._seconds, self._stop)
        late.start()
        try:
            made = self._answer()
        finally:
            late.cancel()
        if isinstance(made, Exception):
            raise made
        assert isinstance(made, bytes)
        return made

    def versions(self) -> dict[str, str]:
        """The versions of the system's libraries that PDFs are made with; empty without them."""
        self._send(VERSIONS)
        found = self._answer()
        return found if isinstance(found, dict) else {}

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        # What was not read is of no use; closing would try to send what was not sent.
        with suppress(BrokenPipeError):
            self._process.communicate()
        self._scratch.cleanup()

    def _send(self, order: Order | str) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(order, self._process.stdin)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _answer(self) -> Answer:
        assert self._process.stdout is not None
        try:
            made: Answer = pickle.load(self._process.stdout)  # noqa: S301 -- our child
        except (EOFError, pickle.UnpicklingError):
            raise self._ended() from None
        return made

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

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
        code = self._process.wait()
        if self._late:
            return PdfError(
                f"排版 PDF 超过了 {self._seconds} 秒。请检查 HTML 模板和样式表，或分成几份简报。"
            )
        return PdfError(
            f"生成 PDF 的进程意外结束（退出码 {code}），多半是内存不够。"
            "请关闭别的程序再试一次，或分成几份简报；其他格式用 --formats docx,html,xlsx 生成。"
        )


def serve() -> None:
    """The worker's loop: orders in on standard input, PDFs or errors out on standard output."""
    if sys.stderr is None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), STDERR)
    answers = os.fdopen(os.dup(STDOUT), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(STDERR, STDOUT)
    # A layout makes millions of objects and drops none of them before its end.
    gc.disable()
    coming = orders(sys.stdin.buffer)
    _prepare()
    for order in coming:
        pickle.dump(_answer(order), answers)
        answers.flush()


def _prepare() -> None:
    """Import WeasyPrint; where that fails, the first order says so."""
    # What it says on being imported, of missing fonts and libraries, is said better by us.
    warnings.simplefilter("ignore")
    ask_the_loader()
    with suppress(OSError), redirect_stdout(io.StringIO()):
        _typeset()


def _answer(order: Order | str) -> Answer:
    if isinstance(order, str):
        return _versions()
    try:
        limit_memory(allowed_megabytes(order.html))
        return _made(order)
    except Exception as error:  # noqa: BLE001 -- it is raised again in the parent
        return _failure(error, order)


def _failure(error: Exception, order: Order) -> Exception:
    """What is told to the parent: not every exception of a library can be sent, its words can."""
    if isinstance(error, FontError | PdfError | PdfUnavailable):
        return error
    if isinstance(error, MemoryError):
        return PdfError("排版 PDF 所需的内存超过上限。请检查 HTML 模板，或分成几份简报。")
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return PdfError(
            f"排版 PDF 时写不了临时文件：{error.strerror}。请腾出空间，或让 TMPDIR 指向别处。"
        )
    if isinstance(error, RecursionError):
        return PdfError("HTML 模板里的标签套得太深，排不成 PDF。请减少嵌套的层数。")
    if order.templates.resolve() != default_templates().resolve():
        return PdfError(
            f"HTML 模板或样式表让排版出错（{type(error).__name__}：{error}）。"
            "请检查改过的地方，尤其是很大的尺寸和少见的写法。"
        )
    trace = "".join(traceback.format_exception(error)[-TOLD:])
    return RuntimeError(f"{type(error).__name__}: {error}\n{trace}")


def _versions() -> dict[str, str]:
    try:
        _typeset()
    except OSError:
        return {}
    return versions()


def _made(order: Order) -> bytes:
    try:
        typeset = _typeset()
    except OSError as error:
        raise PdfUnavailable(
            f"本机缺少 Pango，不能生成 PDF/A（{error}）。要装上，请运行：{installing(PANGO)}"
        ) from None
    return typeset(order.html, order.templates, order.attachments)


def _typeset() -> Callable[[str, Path, Mapping[str, bytes]], bytes]:
    """WeasyPrint's part; importing it fails with `OSError` where Pango is missing."""
    from builder.render.typesetting import typeset  # noqa: PLC0415 -- see the module's docstring

    return typeset
