"""The builds and previews of the desk, one after the other, in a process of their own.

What is wanted while one runs is gathered: ten corrections in a row are one more build. A process
that is killed costs the build that it made; the next one gets a new process.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import builder
from builder.desk.preview import Preview
from builder.desk.state import State, now
from builder.desk.worker import Order
from builder.pipeline.line import Request, Summary
from builder.processes import apart, end_with_helpers
from builder.user_error import UserError
from builder.vocabulary.adding import OwnVocabulary
from builder.vocabulary.loading import use

ENDED = "生成简报的进程意外结束，可能是内存不足。请关闭别的程序再试一次。"
STOPPED = "已停止，上一次的简报没有动。"
FAULT = "程序出错（{text}）。这不是您的错；请把这行字报告给维护者。改好或换材料后会再试。"


class Jobs:
    """What is to be made, and the process that makes it."""

    def __init__(self, state: State, request: Callable[[], Request]) -> None:
        self._state = state
        self._request = request
        self._process: subprocess.Popen[bytes] | None = None
        self._wanted = asyncio.Event()
        self._build = self._preview = self._stopped = False
        self.finished: Callable[[], None] = lambda: None

    def want_build(self) -> None:
        """Build as soon as the process is free."""
        self._build = True
        self._state.show(building=True, error=None, stage=self._state["stage"] or "wait")
        self._wanted.set()

    def want_preview(self) -> None:
        """Show the templates anew as soon as the process is free."""
        self._preview = True
        self._state.show_preview(busy=True)
        self._wanted.set()

    def stop(self) -> None:
        """End what runs; the last output stays."""
        self._build = self._preview = False
        if self._process is not None:
            self._stopped = True
            end_with_helpers(self._process)

    async def run(self) -> None:
        """Carry out what is wanted, for ever."""
        try:
            while True:
                await self._wanted.wait()
                self._wanted.clear()
                while self._build or self._preview:
                    wanted_build, self._build = self._build, False
                    if wanted_build:
                        await self._make(preview=False)
                        continue
                    self._preview = False
                    await self._make(preview=True)
        finally:
            self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            end_with_helpers(self._process)
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            self._process = None

    async def _make(self, *, preview: bool) -> None:
        if preview:
            self._state.show_preview(busy=True)
        else:
            self._state.show(building=True, stage="extract", error=None)
        self._stopped = False
        try:
            request = self._request()
            # The forms and the checks of corrections know the user's own words, too.
            use(request.vocabulary or OwnVocabulary())
            order = Order(request=request, preview=preview)
            await asyncio.to_thread(self._send, order)
            while not self._take(*await asyncio.to_thread(self._receive)):
                pass
        except UserError as error:
            self._failed(preview=preview, text=str(error), fault=False)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            self._failed(preview=preview, text=STOPPED if self._stopped else ENDED, fault=False)

    def _send(self, order: Order) -> None:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _started()
        assert self._process.stdin is not None
        pickle.dump(order, self._process.stdin)
        self._process.stdin.flush()

    def _receive(self) -> tuple[str, dict[str, Any]]:
        process = self._process
        if process is None or process.stdout is None:
            raise EOFError
        found: tuple[str, dict[str, Any]] = pickle.load(process.stdout)  # noqa: S301 -- our child
        return found

    def _take(self, kind: str, content: dict[str, Any]) -> bool:
        """Show a message of the process; True where it was the last of an order."""
        state = self._state
        match kind:
            case "stage":
                state.show(stage=content["name"])
            case "files":
                files = [{"name": name, "state": "waiting"} for name in content["names"]]
                state.show(files=files)
            case "read" | "refused":
                state.show_file(content.pop("name"), state=kind, **content)
            case "compared":
                self._compared(content["content"], content["page"])
            case "built":
                self._built(content["summary"], content["seconds"])
            case "previewed":
                self._previewed(content["made"])
            case _:
                self._failed(**content)
        return kind in {"built", "previewed", "failed"}

    def _compared(self, content: dict[str, Any], page: str) -> None:
        """What is known before the documents are laid out; the page shows it at once.

        A report whose line was corrected was read again: it may have other facts than were told.
        """
        for one in content["reports"]:
            bureau, facts = one["values"]["bureau"] or "", len(one["facts"])
            self._state.show_file(one["file"], state="read", bureau=bureau, facts=facts)
        for one in content["refused"]:
            name, said = one["name"], {key: one[key] for key in ("reason", "advice", "judged")}
            self._state.show_file(name, state="refused", **said)
        self._state.show_snapshot(content, page)

    def _built(self, summary: Summary, seconds: float) -> None:
        result = {
            "reports": summary.reports,
            "files": dict(summary.files),
            "refused": len(summary.refused),
            "notices": list(summary.notices),
            "renamed": dict(summary.renamed),
            "seconds": round(seconds, 1),
            "at": now(),
        }
        self._state.show(building=self._build, stage="", result=result, error=None)
        self.finished()

    def _previewed(self, made: Preview) -> None:
        state = self._state
        shown: dict[str, object] = {"busy": False, "problems": list(made.problems), "error": ""}
        if not made.problems:
            state.pages, state.word = made.pages, made.word
            version = state["preview"]["version"] + 1
            shown |= {"version": version, "pages": len(made.pages), "notice": made.notice}
        state.show_preview(**shown, at=now())

    def _failed(self, *, preview: bool, text: str, fault: bool) -> None:
        said = FAULT.format(text=text) if fault else text
        if preview:
            self._state.show_preview(busy=False, error=said, at=now())
            return
        error = {"text": said, "stage": self._state["stage"], "at": now()}
        self._state.show(building=self._build, stage="", error=error)
        self.finished()


def _started() -> subprocess.Popen[bytes]:
    own = str(Path(builder.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "builder.desk.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"},
        **apart(),
    )
