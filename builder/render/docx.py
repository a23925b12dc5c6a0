"""The Word file: the template rendered, then finished as no template can do it for itself."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

from builder.language import Language
from builder.render.folder import word_template
from builder.render.parts import ordinal, parts
from builder.render.runs import runs
from builder.render.sandbox import told
from builder.render.word.blocks import tables_markup
from builder.render.word.carried import forget_elsewhere, part_texts
from builder.render.word.contents import fill_contents, number_captions, number_headings
from builder.render.word.figures import align_points
from builder.render.word.links import link_marks, marked, target
from builder.render.word.package import package, unpacked
from builder.render.word.pictures import Pictures
from builder.render.word.properties import (
    hint_punctuation,
    keep_marks,
    set_fonts,
    set_properties,
)
from builder.render.word.sections import fill_sections, join_sections, number_on
from builder.render.word.tables import fit_widths, keep_notes
from builder.render.word.template import opened, rendered
from builder.render.word.tree import separate_runs
from builder.wording.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document

    from builder.model import Briefing, Drawing

CONTENTS_LEVELS = (1, 2)


def docx(briefing: Briefing, drawings: tuple[Drawing, ...], templates: Path) -> bytes:
    """The briefing as a Word file; the same view gives the same bytes.

    Raises `TemplateError` where the template is wrong; `builder.render.templates` finds most of it
    before.
    """
    language = Language(briefing.language)
    file = word_template(templates, briefing.profile)
    template = opened(file, language)
    with told(file, len(briefing.comparison.bureaus), template.place):
        pictures = Pictures(drawings, template.docx.part, language, native=briefing.native_charts)
        view = word_view(briefing, pictures, language)
        document = rendered(template, view, word_filters(language))
        _finish(document, briefing, language)
    stream = io.BytesIO()
    document.save(stream)
    return package(unpacked(stream.getvalue()))


def word_view(briefing: Briefing, picture: Pictures, language: Language) -> dict[str, Any]:
    """What the template's tags can name."""
    return {
        "briefing": briefing,
        "comparison": briefing.comparison,
        "parts": parts(briefing),
        "picture": picture,
        "show": partial(tables_markup, language=language),
        "tables": Tables(briefing),
        "t": language,
    }


def word_filters(language: Language) -> Mapping[str, Any]:
    """What the template's tags can do with a value."""
    return {
        "marked": partial(marked, computed=language("（计算）")),
        "target": target,
        "runs": runs,
    }


def _finish(document: Document, briefing: Briefing, language: Language) -> None:
    """What Jinja cannot do: links, numbers, contents, sections, widths, properties."""
    body = document.element.body
    forget_elsewhere(document)
    part_texts(body)
    separate_runs(body)
    align_points(document)
    link_marks(body)
    number_captions(body)
    fill_sections(body)
    join_sections(body)
    number_on(body)
    fit_widths(body)
    keep_notes(body)
    levels = _outline_levels(document)
    number_headings(body, levels, partial(ordinal, language=language))
    fill_contents(body, levels)
    hint_punctuation(body)
    keep_marks(document, briefing.comparison.bureaus)
    set_fonts(document, briefing.fonts)
    set_properties(document, briefing)


def _outline_levels(document: Document) -> dict[str, int]:
    """The heading styles that the table of contents lists, by id, with their level."""
    names = {f"heading {level}": level for level in CONTENTS_LEVELS}
    return {
        style.style_id: names[style.element.name_val]
        for style in document.styles
        if style.element.name_val in names
    }
