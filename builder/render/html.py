"""The briefing as one HTML page, for the PDF and the reading view, from the template in HTML."""

from __future__ import annotations

import base64
from dataclasses import fields
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from builder.fonts import faces, stack
from builder.language import Language
from builder.model import RunStyle
from builder.model.page import runs_of
from builder.render.folder import HTML, STYLE, fonts_folder, template_text
from builder.render.numerals import heading_number, ordinal
from builder.render.sandbox import FolderLoader, Sandbox, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from builder.model import Briefing, BriefingPart, Drawing, Run, Runs
    from builder.model.look import Look

LENGTHS = frozenset({"top", "right", "bottom", "left"})


def html(briefing: Briefing, drawings: tuple[Drawing, ...], templates: Path) -> str:
    """The briefing as a self-contained HTML page; the same view gives the same text.

    Raises `TemplateError` with file and line where the template is wrong.
    """
    parts = briefing.parts
    environment = html_environment(parts, templates)
    view = html_view(briefing, parts, drawings, templates)
    with told(templates / HTML, len(briefing.comparison.bureaus)):
        return environment.get_template(HTML).render(view)


def html_environment(parts: tuple[BriefingPart, ...], templates: Path) -> Sandbox:
    """Jinja as the HTML template gets it: sandboxed, escaping, strict about names."""
    environment = Sandbox(
        loader=FolderLoader(templates),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["marked"] = Marks(parts)
    return environment


def html_view(
    briefing: Briefing,
    parts: tuple[BriefingPart, ...],
    drawings: tuple[Drawing, ...],
    templates: Path,
) -> dict[str, Any]:
    """What the template's tags can name."""
    language = Language(briefing.language)
    svgs = {drawing.chart: drawing.svg for drawing in drawings}
    return {
        "briefing": briefing,
        "comparison": briefing.comparison,
        "parts": parts,
        "cited": frozenset(run.mark for part in parts for run in runs_of(part.blocks)),
        "numbers": dict(_numbers(parts, language)),
        "picture": partial(_picture, svgs),
        "sizes": {chart.id: chart for chart in briefing.charts},
        "kind": lambda block: type(block).__name__,
        "ordinal": partial(ordinal, language=language),
        "language": language.tag,
        "style": Markup(template_text(templates / STYLE)),  # noqa: S704
        "fonts": _fonts(briefing, templates),
        "look": Markup(css_variables(briefing.look)),  # noqa: S704
        "t": language,
    }


def css_variables(look: Look) -> str:
    """The look as custom properties of CSS: --body: 12pt; --accent: #1F4E79."""
    named = ((field.name, getattr(look, field.name)) for field in fields(look))
    return " ".join(
        f"--{name.replace('_', '-')}: {_css_value(name, value)};" for name, value in named
    )


class Marks:
    """The filter that prints runs: each mark leads to its entry, and the first one is led back to.

    A mark without an entry (in a part that is printed alone) is plain text.
    """

    def __init__(self, parts: Iterable[BriefingPart]) -> None:
        self._anchors = {
            mark: anchor
            for part in parts
            for block in part.blocks
            for mark, anchor in getattr(block, "places", ())
        }
        self._cited: set[str] = set()

    def __call__(self, runs: Runs) -> Markup:
        """Runs as HTML: <a class="figure" href="#e1-2">31<span class="mark">潜2</span></a>."""
        return Markup().join(self._pieces(runs))

    def _pieces(self, runs: Runs) -> Iterator[Markup]:
        """The runs in order; words of the same facts are one figure, with the mark behind them."""
        figure: list[Run] = []
        for run in runs:
            if run.mark:
                yield self._mark(run, figure)
                figure = []
            elif run.facts and figure and figure[0].facts == run.facts:
                figure.append(run)
            else:
                yield self._figure(figure)
                figure = [run]
        yield self._figure(figure)

    def _figure(self, runs: Sequence[Run]) -> Markup:
        """Words without a mark; of known facts, they lead to the source on the screen as well."""
        words = self._words(runs)
        if not runs or not runs[0].facts:
            return words
        span = Markup('<span class="figure" data-facts="{}">{}</span>')
        return span.format(" ".join(runs[0].facts), words)

    def _words(self, runs: Iterable[Run]) -> Markup:
        span = Markup('<span class="{}">{}</span>')
        return Markup().join(
            escape(run.text) if run.style is RunStyle.PLAIN else span.format(run.style, run.text)
            for run in runs
        )

    def _mark(self, run: Run, before: Sequence[Run]) -> Markup:
        """A mark with the words that it proves, behind a joiner, so that no line begins with it."""
        anchor = self._anchors.get(run.mark)
        if anchor is None:
            plain = Markup('<span class="mark">\u2060{}</span>').format(run.mark)
            return self._figure(before) + plain
        own = "" if run.mark in self._cited else Markup(' id="c-{}"').format(anchor)
        self._cited.add(run.mark)
        known = bool(before and before[0].facts)
        if facts := before[0].facts if known else run.facts:
            own += Markup(' data-facts="{}"').format(" ".join(facts))
        if known:
            link = Markup('<a class="figure" href="#{}"{}>{}\u2060<span class="mark">{}</span></a>')
            return link.format(anchor, own, self._words(before), run.mark)
        link = Markup('\u2060<a class="mark" href="#{}"{}>{}</a>')
        return self._figure(before) + link.format(anchor, own, run.mark)


def _numbers(parts: Iterable[BriefingPart], language: Language) -> Iterator[tuple[str, str]]:
    """The number of each part by its id: 一、; nothing for one that has none."""
    number = count(1)
    for part in parts:
        yield part.id, heading_number(next(number), language) if part.numbered else ""


def _css_value(name: str, value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:g}{'mm' if name in LENGTHS else 'pt'}"


def _picture(svgs: Mapping[str, str], chart: str) -> str:
    """The address of a chart's picture: the picture itself, so that the file stands alone."""
    encoded = base64.b64encode(svgs[chart].encode()).decode("ascii")
    return f"data:image/svg+xml;base64,{encoded}"


def _fonts(briefing: Briefing, templates: Path) -> dict[str, Markup]:
    """The CSS font families by use: ours first, those of the configuration for the screen."""
    available = faces(fonts_folder(templates))
    return {use: Markup(stack(name, available)) for use, name in briefing.fonts.items()}  # noqa: S704
