"""The page: the reading view's frame round the briefing, as one file or served by the desk.

The briefing's side is what the HTML template gives, the very markup that the PDF is made from, and
printing prints it alone. The frame, its style and its scripts are the program's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.language import Language
from builder.model import Briefing
from builder.model.comparison import Comparison
from builder.reading.bundle import FOLDER, page_script, page_style, source_hash
from builder.reading.data import reading_data
from builder.reading.records import ReadingData
from builder.wording.wording import Wording

# Nothing but what stands in the page: our one script, styles, pictures and fonts as data.
_POLICY = (
    "default-src 'none'; script-src {script}; style-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_HEAD_END, _BODY_END = "</head>", "</body>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a server adds to the page: addresses of modules and styles, and what stands on top.

    `top` is markup for the slot at the page's top; the scripts fill the slot of the card.
    """

    scripts: tuple[str, ...]
    styles: tuple[str, ...] = ()
    top: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is laid round a briefing: into its head first and last, before its body and behind."""

    policy: str
    style: str
    above: str
    below: str


def reading_page(
    briefing: Briefing, comparison: Comparison, printed: str, served: Served | None = None
) -> str:
    """The reading view of a briefing: one self-contained file, or a page of a server's.

    `printed` is the briefing as the HTML template gives it, which the PDF is made from too.
    """
    data = reading_data(comparison, Wording(briefing.language, comparison.reports))
    return framed(printed, frame(briefing, data, served))


def frame(briefing: Briefing, data: ReadingData, served: Served | None = None) -> Frame:
    """The parts of the page that are not the briefing."""
    given = {
        "briefing": briefing,
        "t": Language(briefing.language),
        "kinds": data.index.kinds,
        "served": served,
        "index": data_script("r-index", data.index),
        "texts": [data_script(f"r-text-{n}", text) for n, text in enumerate(data.texts)],
        "script": Markup(page_script()),  # noqa: S704 -- our own file
    }
    policy = _POLICY.format(script=source_hash(page_script()))
    closed = Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(policy)
    return Frame(
        policy="" if served else str(closed),
        style=f"<style>\n{page_style()}</style>\n",
        above=_template("above.html.j2").render(given),
        below=_template("below.html.j2").render(given),
    )


def framed(page: str, frame: Frame) -> str:
    """A page of the HTML template with the frame round its body."""
    page = _inserted(page, _BODY, frame.above)
    at = page.lower().rfind(_BODY_END)
    page = page + frame.below if at < 0 else page[:at] + frame.below + page[at:]
    at = page.lower().find(_HEAD_END)
    page = frame.style + page if at < 0 else page[:at] + frame.style + page[at:]
    return _inserted(page, _HEAD, frame.policy)


def data_script(name: str, record: object) -> Markup:
    """A record as an inert element that holds JSON, whatever words are in it."""
    written = json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))
    written = written.replace("<", "\\u003c")
    return Markup('<script type="application/json" id="{}">{}</script>\n').format(
        name,
        Markup(written),  # noqa: S704 -- without a < nothing in it ends the element
    )


def _plain(value: object) -> Any:  # noqa: ANN401
    """Records as objects without their empty fields, tuples as lists."""
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(held) for name, held in named if type(held) is int or held}
    if isinstance(value, dict):
        return {name: _plain(held) for name, held in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(held) for held in value]
    return value


def _inserted(page: str, behind: re.Pattern[str], words: str) -> str:
    """Words behind a tag, or at the start of a page that has none."""
    at = found.end() if (found := behind.search(page)) else 0
    return page[:at] + words + page[at:]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> Any:  # noqa: ANN401 -- Jinja's own type
    return _environment().get_template(name)
