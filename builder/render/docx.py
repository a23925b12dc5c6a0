"""The Word file: the template rendered, its parts put in place, then numbered and finished."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from builder.language import Language
from builder.render.folder import part_files, word_template
from builder.render.sandbox import told
from builder.render.word.blocks import Printer
from builder.render.word.contents import fill_contents, number_captions
from builder.render.word.kit import Kit
from builder.render.word.links import Links
from builder.render.word.numbering import heading_numbers, heading_styles, translate_numbers
from builder.render.word.package import package, unpacked
from builder.render.word.pictures import Pictures
from builder.render.word.properties import hint_punctuation, set_properties
from builder.render.word.sections import complete_sections, fill_sections
from builder.render.word.shown import Show, parts_by_name, printed_parts, put_parts
from builder.render.word.stylebook import StyleBook, set_fonts, set_look
from builder.render.word.template import opened, program_template, rendered

if TYPE_CHECKING:
    from docx.document import Document

    from builder.model import Briefing, Drawing

UNKNOWN: Mapping[str, int] = MappingProxyType({})


def docx(
    briefing: Briefing,
    drawings: tuple[Drawing, ...],
    templates: Path,
    pages: Mapping[str, int] = UNKNOWN,
) -> bytes:
    """The briefing as a Word file; the same view gives the same bytes.

    `pages` are those on which parts begin, by their ids, for the line of contents; without them it
    is links alone. Raises `TemplateError` where the template is wrong; `builder.render.templates`
    finds most of it before.
    """
    language = Language(briefing.language)
    file = word_template(templates, briefing.profile)
    template = opened(file, language, part_files(templates))
    with told(file, len(briefing.comparison.bureaus), template.place):
        show = Show(briefing.parts)
        document = rendered(template, word_view(briefing, show, language))
        _fill(document, show, briefing, drawings, pages)
    stream = io.BytesIO()
    document.save(stream)
    return package(unpacked(stream.getvalue()))


def word_view(briefing: Briefing, show: Show, language: Language) -> dict[str, Any]:
    """What the template's tags can name."""
    return {
        "briefing": briefing,
        "comparison": briefing.comparison,
        "parts": parts_by_name(briefing.parts),
        "show": show,
        "t": language,
    }


def _fill(
    document: Document,
    show: Show,
    briefing: Briefing,
    drawings: tuple[Drawing, ...],
    pages: Mapping[str, int],
) -> None:
    """Put the parts in their places, and do what neither Jinja nor a style can do."""
    body, language = document.element.body, Language(briefing.language)
    own = program_template(briefing.profile)
    styles = StyleBook(document.styles.element, own.styles.element)
    complete_sections(body, own.element.body)
    slots = show.slots(body)
    kit = Kit(
        styles=styles,
        links=Links(printed_parts(slot for _, slot in slots)),
        pictures=Pictures(drawings, briefing.charts, document.part),
        language=language,
        look=briefing.look,
    )
    put_parts(slots, Printer(kit=kit, pages=pages))
    fill_sections(body)
    number_captions(body)
    fill_contents(body, heading_styles(styles), heading_numbers(language))
    hint_punctuation(body)
    translate_numbers(document, styles, language)
    set_look(styles, document, briefing.look, briefing.profile)
    set_fonts(document, briefing.fonts)
    set_properties(document, briefing)
