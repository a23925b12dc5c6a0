"""Who may speak to the desk: this machine's browser that has the token, from the desk's own pages.

A page from elsewhere must neither read nor send anything: its `Host` or `Origin` gives it away, and
it has not the cookie. Other people of a shared machine have not the token.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
SAFE_METHODS = frozenset({"GET", "HEAD"})
OWN_SITES = frozenset({"", "none", "same-origin"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
LOCKED = (
    "<!DOCTYPE html><html lang='zh-CN'><meta charset='utf-8'><title>简报工作台</title>"
    "<h1>打不开</h1><p>请用终端里印出的完整地址打开（末尾有 token=…），或重新运行 "
    "briefing desk。</p>"
)


class Guard:
    """Lets through what the desk's own pages ask, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        self._app = app
        self._token = token
        self._cookie = f"desk-{port}"
        self._hosts = frozenset({f"{HOST}:{port}", f"localhost:{port}"})
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            # The server's own start and end; nothing else has a way in.
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refusal(scope) or self._opening(scope) or self._lock(scope)
        await (answer or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is said to a page from elsewhere."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return _plain(HTTPStatus.MISDIRECTED_REQUEST)
        origins = headers.getlist("origin")
        if any(origin not in self._origins for origin in origins):
            return _plain(HTTPStatus.FORBIDDEN)
        if headers.get("sec-fetch-site", "") not in OWN_SITES:
            return _plain(HTTPStatus.FORBIDDEN)
        if scope["method"] not in SAFE_METHODS and not origins:
            return _plain(HTTPStatus.FORBIDDEN)
        return None

    def _opening(self, scope: Scope) -> Response | None:
        """The way in: the address with the token gives the cookie and loses the token."""
        if scope["path"] != "/" or scope["method"] != "GET":
            return None
        tokens = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if len(tokens) != 1 or not self._is_token(tokens[0]):
            return None
        answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _lock(self, scope: Scope) -> Response | None:
        """What is said to a browser without the cookie."""
        cookies: SimpleCookie = SimpleCookie()
        for header in Headers(scope=scope).getlist("cookie"):
            cookies.load(header)
        found = cookies.get(self._cookie)
        if found is not None and self._is_token(found.value):
            return None
        return HTMLResponse(LOCKED, HTTPStatus.FORBIDDEN)

    def _is_token(self, found: str) -> bool:
        return secrets.compare_digest(found.encode(), self._token.encode())


def _plain(status: HTTPStatus) -> Response:
    return Response(status.phrase, status, media_type="text/plain")
