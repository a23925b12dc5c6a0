"""What the desk's addresses work with, and how they say no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import JSONResponse, Response

from builder.config import Limits
from builder.desk.jobs import Jobs
from builder.desk.notes import Notes
from builder.desk.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the addresses work with.

    `build` begins a build as soon as can be, `settle` when no more files come for a moment.
    """

    folder: Path
    output: Path
    state: State
    jobs: Jobs
    notes: Notes
    limits: Limits
    build: Callable[[], None]
    settle: Callable[[], None]


def refused(message: str, status: int) -> Response:
    """An answer that says why nothing was done."""
    return JSONResponse({"message": message}, status)
