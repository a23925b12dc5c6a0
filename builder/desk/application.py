"""The desk's addresses: its pages, its events, and what may be asked of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from builder.desk.actions import Actions
from builder.desk.guard import Guard
from builder.desk.pages import STATIC, Pages
from builder.desk.parts import Desk
from builder.reading.bundle import FOLDER as READING
from builder.render.folder import default_templates, fonts_folder

Task = Callable[[], Awaitable[None]]


def application(desk: Desk, *, port: int, token: str, tasks: tuple[Task, ...] = ()) -> Starlette:
    """The desk for a browser at a port that has the token; `tasks` run as long as it does."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        running = [asyncio.create_task(_endless(task)) for task in (desk.jobs.run, *tasks)]
        try:
            yield
        finally:
            for one in running:
                one.cancel()
            # The process of the builds is ended first: a thread waits for what it says.
            desk.jobs.close()
            await asyncio.gather(*running, return_exceptions=True)

    pages, actions = Pages(desk), Actions(desk)
    return Starlette(
        routes=[
            Route("/", pages.page),
            Route("/reading", pages.reading),
            Route("/favicon.ico", pages.icon),
            Route("/api/events", pages.events),
            Route("/api/forms", pages.forms),
            Route("/api/snapshot", pages.snapshot),
            Route("/api/fact", pages.fact),
            Route("/api/files", actions.upload, methods=["POST"]),
            Route("/api/files", actions.set_aside, methods=["DELETE"]),
            Route("/api/build", actions.build, methods=["POST"]),
            Route("/api/stop", actions.stop, methods=["POST"]),
            Route("/api/corrections", actions.correct, methods=["POST"]),
            Route("/api/corrections/{entry}", actions.undo, methods=["DELETE"]),
            Route("/api/corrections/{entry}", actions.lead, methods=["POST"]),
            Route("/api/checked", actions.check, methods=["POST"]),
            Route("/api/preview", actions.preview, methods=["POST"]),
            Route("/api/preview/word", pages.word),
            Route("/api/preview/{number:int}", pages.picture),
            Route("/output/{name}", pages.output),
            Mount("/static/reading", StaticFiles(directory=READING)),
            Mount("/static/fonts", StaticFiles(directory=fonts_folder(default_templates()))),
            Mount("/static/desk", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, port=port, token=token)],
        lifespan=lifespan,
    )


async def _endless(task: Task) -> None:
    """A task that goes on whatever happens in it."""
    while True:
        with suppress(OSError, RuntimeError):
            await task()
            return
        await asyncio.sleep(1)
