"""What is read of the desk: its pages, its state as it changes, documents to keep."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from builder.desk import downloads
from builder.desk.forms import forms
from builder.desk.guard import POLICY
from builder.desk.parts import Desk, refused

# The template of the page is the user's and has styles in it; scripts come from files alone.
READING_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "font-src 'self'", "font-src 'self' data:"
)
STATIC = Path(__file__).with_name("static")
# A page that hears nothing for so long takes the line for dead.
BEAT_SECONDS = 10.0


class Pages:
    """What is answered where nothing changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(self, _: Request) -> Response:
        """The frame of the desk's own pages."""
        return Response((STATIC / "desk.html").read_bytes(), media_type="text/html; charset=utf-8")

    async def reading(self, _: Request) -> Response:
        """The reading view with the forms of correction; until there is one, the first page."""
        page = self._desk.state.page
        if not page:
            return RedirectResponse("/", 303)
        return Response(
            page,
            media_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": READING_POLICY},
        )

    async def icon(self, _: Request) -> Response:
        """None; browsers ask for one all the same."""
        return Response(status_code=204)

    async def events(self, _: Request) -> Response:
        """The state, again and again as it changes; the newest only."""
        state = self._desk.state

        async def stream() -> AsyncIterator[str]:
            seen = -1
            while not state.ended:
                if await state.newer(seen, BEAT_SECONDS):
                    seen = state.version
                    yield f"data: {state.text()}\n\n"
                else:
                    yield "event: beat\ndata: \n\n"

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def forms(self, _: Request) -> Response:
        """The fields of the forms."""
        return JSONResponse(forms())

    async def snapshot(self, _: Request) -> Response:
        """All but the reports' texts and facts, which are asked for one by one."""
        snapshot = self._desk.state.snapshot
        heads = [
            {key: one[key] for key in ("id", "file", "bureau", "title", "period", "values")}
            | {"facts": len(one["facts"])}
            for one in snapshot["reports"]
        ]
        facts = {fact["id"]: fact for one in snapshot["reports"] for fact in one["facts"]}
        items = {item["id"] for group in snapshot["check"] for item in group["items"]}
        return JSONResponse(
            snapshot
            | {
                "reports": heads,
                "facts": {name: facts[name] for name in items},
                "checked": list(self._desk.notes.checked),
            }
        )

    async def fact(self, request: Request) -> Response:
        """A fact with what a form needs, and of a problem its report's promises."""
        wanted = request.query_params.get("id")
        for report in self._desk.state.snapshot["reports"]:
            for fact in report["facts"]:
                if fact["id"] == wanted:
                    promises = [one for one in report["facts"] if one["kind"] == "commitment"]
                    return JSONResponse(
                        fact
                        | {
                            "bureau": report["bureau"],
                            "link": report["links"].get(wanted),
                            "promises": promises if fact["kind"] == "problem" else [],
                        }
                    )
        return refused("没有这一处，可能已经不采用，或材料换过。", 404)

    async def picture(self, request: Request) -> Response:
        """A page of the templates' preview."""
        number = request.path_params["number"]
        if not 1 <= number <= len(self._desk.state.pages):
            return refused("没有这一页。", 404)
        return Response(self._desk.state.pages[number - 1], media_type="image/png")

    async def word(self, _: Request) -> Response:
        """The words of the Word file as HTML, which the page rebuilds."""
        return JSONResponse({"html": self._desk.state.word})

    async def output(self, request: Request) -> Response:
        """A document: to keep, or with `?view` to look at in the browser."""
        name = request.path_params["name"]
        if name == downloads.ARCHIVE:
            content = await asyncio.to_thread(downloads.archive, self._desk.output)
            return Response(content, media_type="application/zip", headers=_kept(name))
        try:
            found = await asyncio.to_thread(downloads.output_file, self._desk.output, name)
        except OSError as error:
            return refused(f"{name}：读不了：{error.strerror}。", 409)
        if found is None:
            return refused("没有这个文件。", 404)
        suffix = name.rsplit(".", 1)[1]
        viewed = "view" in request.query_params and suffix in {"html", "pdf"}
        headers = {} if viewed else _kept(name)
        if suffix == "html":
            headers["Content-Security-Policy"] = downloads.page_policy(found)
        return Response(found, media_type=downloads.MEDIA[suffix], headers=headers)


def _kept(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
