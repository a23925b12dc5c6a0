"""PDFs where Pango is missing: by a browser from the HTML, or by LibreOffice from the Word file.

They look alike and say the same. They are no PDF/A and have no files attached; LibreOffice takes
the fonts that the Word file names, and ours where the machine has none.
"""

from __future__ import annotations

import base64
import mimetypes
import os
import re
import subprocess
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from builder.fonts import Face, cut, faces, printable
from builder.libreoffice import converted
from builder.processes import apart, browser, end_with_helpers, libreoffice
from builder.render.folder import fonts_folder
from builder.render.pdf_errors import PdfError
from builder.render.pdf_letters import PICTURE, characters, font_rules, spelt_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# A browser needs three seconds for a briefing, LibreOffice eight with its start.
SECONDS = 120
HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
# Nothing but what stands in the page itself: no scripts, no files, no network.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
ADDRESS = re.compile(r"""(?P<before>\ssrc="|url\(["']?)(?!data:|#)(?P<url>[^"')]+)""")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\")
SWITCHES = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-quic"),
    *("--no-pdf-header-footer", "--generate-pdf-document-outline"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--no-default-browser-check"),
)
# The moment of printing, in the two places where a browser writes it.
MOMENT = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")
MADE = rb"\g<1>20000101000000"


def pdf_by_browser(html: str, templates: Path) -> bytes | None:
    """The PDF of a self-contained HTML text by Edge or Chrome; None where that can't be done.

    Raises `FontError` and `PdfError` as `builder.render.pdf.pdf` does.
    """
    program = browser()
    if program is None:
        return None
    page = closed_page(html, templates)
    with TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8", newline="\n")
        command = [program, *SWITCHES, f"--user-data-dir={folder / 'profile'}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # A browser refuses to confine pages where it is run by root.
            command.append("--no-sandbox")
        command += [f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri()]
        _run(command)
        made = folder / "page.pdf"
        return MOMENT.sub(MADE, made.read_bytes()) if made.is_file() else None


def pdf_by_office(word: bytes, templates: Path) -> bytes | None:
    """The PDF of a Word file by LibreOffice; None where that can't be done."""
    program = libreoffice()
    if program is None:
        return None
    fonts = {face.file for face in faces(fonts_folder(templates))}
    return converted(program, word, ".docx", "pdf", SECONDS, sorted(fonts))


def closed_page(html: str, templates: Path) -> str:
    """The page with our fonts and the template folder's pictures in it, and closed to all else."""
    available = faces(fonts_folder(templates))
    text = printable(spelt_out(html), available)
    fonts = cut(available, characters(text))
    rules = _rules(available, fonts)
    text = PICTURE.sub(partial(_with_fonts, available), text)
    text = ADDRESS.sub(partial(_inlined, templates), text)
    own = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><style>{rules}</style>'
    start = found.end() if (found := HEAD.search(text)) else 0
    return text[:start] + own + text[start:]


def _rules(available: Iterable[Face], fonts: Mapping[str, bytes]) -> str:
    return font_rules((face, _data("font/ttf", fonts[face.key])) for face in available)


def _with_fonts(available: Iterable[Face], found: re.Match[str]) -> str:
    """A chart with the fonts that it names in it: a picture sees none of the page around it."""
    svg = base64.b64decode(found[1]).decode()
    named = tuple(face for face in available if face.family in svg)
    rules = _rules(named, cut(named, characters(svg))) if named else ""
    start = svg.index(">", svg.index("<svg")) + 1
    styled = f"{svg[:start]}<style>{rules}</style>{svg[start:]}"
    return _data("image/svg+xml", styled.encode())


def _inlined(templates: Path, found: re.Match[str]) -> str:
    """A picture of the template folder in the page itself; raises `PdfError` for other files."""
    url = found["url"]
    path = Path(os.path.realpath(templates / url))
    if SCHEME.match(url) or not path.is_relative_to(templates.resolve()) or not path.is_file():
        raise PdfError(f"模板只能用模板文件夹里的文件，不能用 {url}")
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return found["before"] + _data(kind, path.read_bytes())


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _run(command: Sequence[str]) -> None:
    """Run a browser to its end, or to the end of its time."""
    process = subprocess.Popen(  # noqa: S603 -- a fixed command on a name of ours, without a shell
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **apart()
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return
    finally:
        end_with_helpers(process)
