"""The local address at which the preview is seen, and the watch over the files."""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue

from watchfiles import watch

from builder.preview.panes import Panes, Rebuilder, is_input

PAGE = Path(__file__).with_name("page.html")
HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
# What is shown may load nothing from anywhere else, and no other page may show it.
HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    (
        "Content-Security-Policy",
        "default-src 'self' data: 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'",
    ),
)


def handler(panes: Panes) -> type[BaseHTTPRequestHandler]:
    """What answers the browser: the page, its panes, and which version each of them has."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # A page from elsewhere whose name leads to this machine must not read the briefing.
            if not _is_own_host(self.headers.get_all("Host", []), self.connection.getsockname()[1]):
                self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
                return
            path = self.path.split("?")[0]
            found = _answer(panes, path)
            if found is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            content, media_type = found
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(content)))
            for name, value in HEADERS:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Keep the terminal for what the preview itself says."""

    return Handler


def _is_own_host(hosts: list[str], port: object) -> bool:
    """Whether a browser asked for this very address, by one of its own names."""
    return len(hosts) == 1 and hosts[0].lower() in {f"{name}:{port}" for name in NAMES}


def _answer(panes: Panes, path: str) -> tuple[bytes, str] | None:
    """The content of a path with its media type, or None where there is nothing."""
    text = "text/html; charset=utf-8"
    if path == "/":
        return PAGE.read_bytes(), text
    if path == "/state":
        state = {"versions": panes.versions, "pages": len(panes.pages)}
        return json.dumps(state).encode(), "application/json"
    if path in {"/html", "/word", "/error"}:
        return str(getattr(panes, path.strip("/"))).encode(), text
    number = path.removeprefix("/pages/")
    if number.isdecimal() and int(number) < len(panes.pages):
        return panes.pages[int(number)], "image/png"
    return None


def serve(
    rebuilder: Rebuilder,
    panes: Panes,
    watched: tuple[Path, ...],
    templates: Path,
    port: int,
    stop: threading.Event | None = None,
) -> None:
    """Show the panes at `port` and rebuild on every change of a watched file, until stopped.

    Changes are gathered while a rebuild runs, so that none is lost and none is made twice.
    Raises `OSError` if the port is taken.
    """
    server = ThreadingHTTPServer((HOST, port), handler(panes))
    changes: SimpleQueue[bool | None] = SimpleQueue()
    changes.put(True)
    rebuilding = threading.Thread(target=_rebuild_on, args=(rebuilder, changes))
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    rebuilding.start()
    try:
        for found in watch(*watched, debounce=150, step=50, stop_event=stop):
            changes.put(any(is_input(Path(path), templates) for _, path in found))
    finally:
        changes.put(None)
        rebuilding.join()
        server.shutdown()
        serving.join()
        server.server_close()


def _rebuild_on(rebuilder: Rebuilder, changes: SimpleQueue[bool | None]) -> None:
    """Rebuild for all changes that have come in since the last time; None ends it."""
    while (change := changes.get()) is not None:
        gathered: list[bool | None] = [change]
        while not changes.empty():
            gathered.append(changes.get())
        if None in gathered:
            break
        rebuilder.rebuild(inputs_changed=any(gathered))
    rebuilder.close()
