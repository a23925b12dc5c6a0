"""What may be asked of the desk: files in and out, builds, corrections."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from builder.desk import correcting, uploads
from builder.desk.parts import Desk, refused
from builder.review.editing import GoneError
from builder.toml_file import TomlError

LARGEST_JSON = 200_000


class Actions:
    """What is done, one correction after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._writing = asyncio.Lock()

    async def upload(self, request: Request) -> Response:
        """One file as the body of a request, its name beside it."""
        name = request.query_params.get("name", "")
        try:
            uploads.checked_name(name)
            uploads.refuse_large(request.headers.get("content-length"), self._desk.limits)
            self._desk.folder.mkdir(parents=True, exist_ok=True)
            replace = request.query_params.get("replace") == "1"
            with uploads.Incoming(
                self._desk.folder, name, self._desk.limits, replace=replace
            ) as incoming:
                async for chunk in request.stream():
                    incoming.take(chunk)
        except uploads.Refused as no:
            return refused(str(no), no.status)
        except ClientDisconnect:
            return refused("没有传完。", 400)
        except OSError as error:
            return refused(f"{name}：写不了：{error.strerror}。", 507)
        self._desk.settle()
        return JSONResponse({"name": name})

    async def set_aside(self, request: Request) -> Response:
        """Take one of the files that were read out of the reports."""
        name = request.query_params.get("name", "")
        if name not in {one["name"] for one in self._desk.state["files"]}:
            return refused("没有这个文件。", 404)
        try:
            uploads.set_aside(self._desk.folder, name)
        except OSError as error:
            return refused(f"{name}：移不走：{error.strerror}。", 409)
        self._desk.settle()
        return JSONResponse({"name": name})

    async def build(self, _: Request) -> Response:
        """Build now; an empty folder is said to be empty."""
        self._desk.jobs.want_build()
        return JSONResponse({})

    async def stop(self, _: Request) -> Response:
        """End what runs."""
        self._desk.jobs.stop()
        return JSONResponse({})

    async def correct(self, request: Request) -> Response:
        """Write a correction, and build with it."""
        sent = await _json(request)
        reports = self._desk.state.snapshot["reports"]
        return await self._written(
            lambda: {"id": correcting.written(self._desk.folder, sent, reports)}
        )

    async def undo(self, request: Request) -> Response:
        """Take a correction out again."""
        entry = request.path_params["entry"]
        return await self._written(lambda: correcting.undone(self._desk.folder, entry))

    async def lead(self, request: Request) -> Response:
        """Lead a correction in vain to other words or to another report."""
        entry, sent = request.path_params["entry"], await _json(request)
        report, quote = _words(sent, "report"), _words(sent, "quote")
        return await self._written(
            lambda: correcting.led(self._desk.folder, entry, report=report, quote=quote)
        )

    async def _written(self, write: Callable[[], dict[str, str] | None]) -> Response:
        """What came of writing the corrections file; a build follows where it went well."""
        try:
            async with self._writing:
                found = await asyncio.to_thread(write)
        except correcting.Wrong as wrong:
            return JSONResponse({"message": str(wrong), "fields": wrong.fields}, 422)
        except GoneError:
            return refused("这一条已经不在更正文件里了。", 409)
        except TomlError as error:
            return refused(f"更正文件有错，没有写入。{error}", 409)
        except OSError as error:
            return refused(f"更正文件写不了：{error.strerror}。", 507)
        self._desk.build()
        return JSONResponse(found or {})

    async def check(self, request: Request) -> Response:
        """Note that a fact was found right."""
        sent = await _json(request)
        try:
            self._desk.notes.check(str(sent.get("key", ""))[:64], right=sent.get("right") is True)
        except OSError as error:
            return refused(f"记不下来：{error.strerror}。", 507)
        return JSONResponse({"checked": list(self._desk.notes.checked)})

    async def preview(self, _: Request) -> Response:
        """Set the templates anew."""
        self._desk.jobs.want_preview()
        return JSONResponse({})


async def _json(request: Request) -> dict[str, Any]:
    """What was sent, an object; anything else is an empty one, which lacks all that is needed."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_JSON:
            return {}
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _words(sent: dict[str, Any], key: str) -> str | None:
    found = sent.get(key)
    return found if isinstance(found, str) and found else None
