"""The desk at work: its address, the watch over its folders, and the browser that opens it."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from watchfiles import awatch

from builder.desk.application import application
from builder.desk.guard import HOST
from builder.desk.jobs import Jobs
from builder.desk.notes import NAME as NOTES
from builder.desk.notes import Notes
from builder.desk.parts import Desk
from builder.desk.state import State
from builder.pipeline.line import Request
from builder.read.entries import is_junk

# Files that come one after the other are built together.
SETTLE_SECONDS = 0.6
# What the page may hold open when the desk ends.
END_SECONDS = 1


def opened(port: int) -> socket.socket:
    """A socket at the port, or at any free one for 0. Raises `OSError` where it is taken."""
    found = socket.socket()
    try:
        if sys.platform != "win32":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HOST, port))
        # A browser that is quicker than the server waits.
        found.listen()
    except OSError:
        found.close()
        raise
    return found


def serve(
    request: Callable[[], Request],
    *,
    listening: socket.socket,
    followed: tuple[Path, ...],
    tell: Callable[[str], None],
    browser: bool = True,
    tab: str = "",
) -> None:
    """Serve the desk until the program is ended.

    `request` says what is to be built, anew for each build; its folders are those of now.
    `followed` are files beside them whose change asks for a build (the configuration).
    """
    port, token = listening.getsockname()[1], secrets.token_urlsafe(24)
    address = f"http://{HOST}:{port}/?token={token}{tab}"
    first = request()
    first.input.mkdir(parents=True, exist_ok=True)
    state = State(first.input, first.output, first.templates)
    app = application_of(state, first, request, port=port, token=token, followed=followed)
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        timeout_graceful_shutdown=END_SECONDS,
        ws="none",
    )
    server = _Server(config, state)
    tell(address)
    if browser:
        threading.Thread(target=open_browser, args=(address,), daemon=True).start()
    server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that lets those go who follow the state before it waits for them."""

    def __init__(self, config: uvicorn.Config, state: State) -> None:
        super().__init__(config)
        self._state = state

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is still answered, then the server."""
        self._state.end()
        await super().shutdown(sockets)


def application_of(
    state: State,
    first: Request,
    request: Callable[[], Request],
    *,
    port: int,
    token: str,
    followed: tuple[Path, ...] = (),
) -> Starlette:
    """The application for the folders of a request."""
    jobs = Jobs(state, request)
    state.show(limit=first.config.limits.file_megabytes)
    watch = Watch(first, jobs, followed)
    desk = Desk(
        folder=first.input,
        output=first.output,
        state=state,
        jobs=jobs,
        notes=Notes(first.input),
        limits=first.config.limits,
        build=watch.build,
        settle=watch.settle,
    )
    return application(desk, port=port, token=token, tasks=(watch.run,))


class Watch:
    """Follows the folders: what changes there by hand is built, a template is shown."""

    def __init__(self, first: Request, jobs: Jobs, followed: tuple[Path, ...]) -> None:
        self._input, self._templates = first.input, first.templates
        self._jobs = jobs
        self._followed = followed
        self._built: object = None
        self._settling: asyncio.TimerHandle | None = None

    def settle(self) -> None:
        """Build once no more files have come for a moment."""
        if self._settling is not None:
            self._settling.cancel()
        loop = asyncio.get_running_loop()
        self._settling = loop.call_later(SETTLE_SECONDS, self.build)

    async def run(self) -> None:
        """Build what is there, then follow the changes."""
        self.build()
        watched = {self._input, self._templates, *self._followed}
        async for changes in awatch(*(path for path in watched if path.exists()), debounce=200):
            paths = [Path(path) for _, path in changes]
            if any(path.is_relative_to(self._templates.absolute()) for path in paths):
                self._jobs.want_preview()
            if self.files() != self._built:
                self.settle()

    def build(self) -> None:
        """Build now, if there are reports; what is there now is no change any more."""
        self._built = self.files()
        if any(name.startswith(str(self._input)) for name, *_ in self._built):
            self._jobs.want_build()

    def files(self) -> frozenset[tuple[str, int, int]]:
        """Every file that a build reads, by its path, size and time."""
        folders = [path for path in (self._input,) if path.is_dir()]
        found = [path for folder in folders for path in folder.rglob("*") if _counts(path, folder)]
        found += [one for path in self._followed for one in (path, *path.rglob("*"))]
        states = ((str(path), path.stat()) for path in found if path.is_file())
        return frozenset((name, state.st_size, state.st_mtime_ns) for name, state in states)


def _counts(path: Path, folder: Path) -> bool:
    return path.name != NOTES and not any(map(is_junk, path.relative_to(folder).parts))


def open_browser(address: str) -> None:
    """Open the person's browser, if there is a screen to open it on."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return
    webbrowser.open(address)
