"""A desk for tests: its addresses without a server, its builds only wished for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient

from builder.config import Config, Limits
from builder.desk.application import application
from builder.desk.jobs import Jobs
from builder.desk.notes import Notes
from builder.desk.parts import Desk
from builder.desk.snapshot import Snapshot
from builder.desk.state import State
from builder.pipeline.line import Request, compared
from builder.render.folder import default_templates

PORT, TOKEN = 8765, "a-token"
BASE = f"http://127.0.0.1:{PORT}"
ORIGIN = {"Origin": BASE}


@dataclass(kw_only=True)
class Tried:
    """The desk's application with what stands behind it."""

    app: Starlette
    folder: Path
    output: Path
    state: State
    settled: list[bool]

    @property
    def building(self) -> bool:
        return bool(self.state["building"])

    def client(self, *, opened: bool = True) -> TestClient:
        """A browser; one that was opened with the token has the cookie."""
        client = TestClient(self.app, base_url=BASE, headers=ORIGIN)
        if opened:
            assert client.get(f"/?token={TOKEN}").status_code == 200
        return client


def tried(folder: Path, *, limits: Limits | None = None) -> Tried:
    reports, output = folder / "in", folder / "out"
    reports.mkdir()
    output.mkdir()
    state = State(reports, output, default_templates())
    settled: list[bool] = []
    jobs = Jobs(state, lambda: request(folder))
    desk = Desk(
        folder=reports,
        output=output,
        state=state,
        jobs=jobs,
        build=jobs.want_build,
        notes=Notes(reports),
        limits=limits or Limits(),
        settle=lambda: settled.append(True),
    )
    app = application(desk, port=PORT, token=TOKEN)
    return Tried(app=app, folder=reports, output=output, state=state, settled=settled)


def request(folder: Path) -> Request:
    return Request(
        input=folder / "in",
        output=folder / "out",
        templates=default_templates(),
        config=Config(),
        formats=("html",),
    )


def snapshot(folder: Path) -> dict[str, Any]:
    """What the pages show of the reports that lie there."""
    return Snapshot(compared(request(folder)), Config()).content({})
