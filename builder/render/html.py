"""The briefing as one HTML file, for the screen and for the PDF, from the template in HTML."""

from __future__ import annotations

import base64
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from builder.fonts import faces, stack
from builder.language import Language
from builder.model.table import Line
from builder.render.folder import HTML, STYLE, fonts_folder, template_text
from builder.render.marks import runs_of
from builder.render.parts import ordinal, parts
from builder.render.runs import runs
from builder.render.sandbox import FolderLoader, Sandbox, told
from builder.wording.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from builder.model import Briefing, Chart, Drawing, Run
    from builder.render.marks import Marked


def html(briefing: Briefing, drawings: tuple[Drawing, ...], templates: Path) -> str:
    """The briefing as a self-contained HTML file; the same view gives the same text.

    Raises `TemplateError` with file and line where the template is wrong.
    """
    environment = html_environment(briefing, templates)
    view = html_view(briefing, drawings, templates)
    with told(templates / HTML, len(briefing.comparison.bureaus)):
        return environment.get_template(HTML).render(view)


def html_environment(briefing: Briefing, templates: Path) -> Sandbox:
    """Jinja as the HTML template gets it: sandboxed, escaping, strict about names."""
    environment = Sandbox(
        loader=FolderLoader(templates),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= html_filters(briefing)
    return environment


def html_view(briefing: Briefing, drawings: tuple[Drawing, ...], templates: Path) -> dict[str, Any]:
    """What the template's tags can name."""
    language = Language(briefing.language)
    svgs = {drawing.chart: drawing.svg for drawing in drawings}
    return {
        "briefing": briefing,
        "comparison": briefing.comparison,
        "parts": parts(briefing),
        "picture": partial(_picture, svgs),
        "language": language.tag,
        "style": Markup(template_text(templates / STYLE)),  # noqa: S704
        "fonts": _fonts(briefing, templates),
        "tables": Tables(briefing),
        "t": language,
    }


def html_filters(briefing: Briefing) -> Mapping[str, Any]:
    """What the template's tags can do with a value."""
    language = Language(briefing.language)
    anchors = {
        place.mark: place.anchor
        for listed in briefing.comparison.evidence
        for sentence in listed.sentences
        for place in sentence.places
    }
    shown = anchors if "evidence" in briefing.parts else {}
    return {
        "marked": partial(_marked, anchors=shown, computed=language("（计算）")),
        "ordinal": partial(ordinal, language=language),
        "runs": runs,
    }


def _marked(words: Marked, anchors: Mapping[str, str], computed: str) -> Markup:
    """Words whose evidence marks lead to the appendix.

    What a number lacks behind its decimal point is set unseen by the style sheet.
    """
    text = Markup().join(_run(run, anchors) for run in runs_of(words, computed))
    if isinstance(words, Line) and words.slack:
        return Markup('<span class="figure" data-slack="{}">{}</span>').format(words.slack, text)
    return text


def _run(run: Run, anchors: Mapping[str, str]) -> Markup:
    if run.mark in anchors:
        link = Markup('<a class="mark" href="#{}">{}</a>')
        return link.format(anchors[run.mark], run.text)
    if run.strong:
        return Markup("<b>{}</b>").format(run.text)
    return Markup('<span class="why">{}</span>').format(run.text) if run.quiet else escape(run.text)


def _picture(svgs: Mapping[str, str], chart: Chart) -> str:
    """The address of a chart's picture: the picture itself, so that the file stands alone."""
    encoded = base64.b64encode(svgs[chart.id].encode()).decode("ascii")
    return f"data:image/svg+xml;base64,{encoded}"


def _fonts(briefing: Briefing, templates: Path) -> dict[str, Markup]:
    """The CSS font families by use: ours first, those of the configuration for the screen."""
    available = faces(fonts_folder(templates))
    return {use: Markup(stack(name, available)) for use, name in briefing.fonts.items()}  # noqa: S704
