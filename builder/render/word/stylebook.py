"""The styles of a template, found by their names whatever ids a program has given them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from builder.config import Fonts
from builder.model.look import PROFILES, Look
from builder.render.word.look import Measures, changed, twips
from builder.render.word.names import Style
from builder.render.word.tree import W, following

if TYPE_CHECKING:
    from docx.document import Document

FONT_USES = ("ascii", "hAnsi", "eastAsia", "cs")
REFERENCES = ("basedOn", "next", "link")
# What the schema wants behind an element of a style, a paragraph's and a run's properties.
BEHIND_PARAGRAPH = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
BEHIND_SPACING = ("ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl")
RUN_ORDER = (
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
)


class StyleBook:
    """The ids of a document's styles by their names.

    Both are the roots of `styles.xml`. A style that the template lacks, such as one that a program
    left out because no text of the template had it, is taken from `own`, another template.
    """

    def __init__(self, styles: etree._Element, own: etree._Element) -> None:
        self._styles = styles
        self._own = own
        self._ids = _ids(self._styles)
        self._names = {identifier: name for name, identifier in _ids(self._own).items()}

    def __getitem__(self, style: Style) -> str:
        """The id of a style."""
        return self.named(style)

    def named(self, name: str) -> str:
        """The id of the style of a name, which one of both documents must have."""
        return self._id(name.lower())

    def get(self, style: Style) -> etree._Element | None:
        """The element of a style; None where the template has none of this name."""
        identifier = self._ids.get(style.lower())
        return None if identifier is None else _found(self._styles, identifier)

    def _id(self, name: str) -> str:
        if name not in self._ids:
            self._ids[name] = self._added(name)
        return self._ids[name]

    def _added(self, name: str) -> str:
        """The id of a style that is taken over with those that it rests on."""
        made = copy.deepcopy(_found(self._own, _ids(self._own)[name]))
        identifier = made.get(f"{W}styleId")
        while identifier in self._ids.values():
            identifier += "x"
        made.set(f"{W}styleId", identifier)
        made.attrib.pop(f"{W}default", None)
        for numbered in made.iter(f"{W}numPr"):
            numbered.getparent().remove(numbered)
        self._ids[name] = identifier
        self._styles.append(made)
        for reference in list(made.iterchildren(*(f"{W}{tag}" for tag in REFERENCES))):
            if (rests_on := self._names.get(reference.get(f"{W}val"))) is None:
                made.remove(reference)
            else:
                reference.set(f"{W}val", self._id(rests_on))
        return str(identifier)


def _ids(styles: etree._Element) -> dict[str, str]:
    """Ids by names in small letters: LibreOffice writes Heading 1 where Word writes heading 1.

    Where it has both caption and a Caption of its own, Word's is meant.
    """
    named = [
        (str(style.find(f"{W}name").get(f"{W}val")), str(style.get(f"{W}styleId")))
        for style in styles.iterchildren(f"{W}style")
        if style.find(f"{W}name") is not None
    ]
    named.sort(key=lambda each: each[0] in set(Style))
    return {name.lower(): identifier for name, identifier in named}


def _found(styles: etree._Element, identifier: str) -> etree._Element:
    return next(
        style
        for style in styles.iterchildren(f"{W}style")
        if style.get(f"{W}styleId") == identifier
    )


def set_look(styles: StyleBook, document: Document, look: Look, profile: str) -> None:
    """Put what `[look]` changes of the profile on the template's styles, rules and margins."""
    usual = PROFILES[profile]
    for style, made, before in changed(look, usual):
        element = styles.get(style)
        if element is not None:
            _set_measures(element, made, before)
    if look.rule != usual.rule:
        for edge in document.styles.element.iter(*(f"{W}{side}" for side in ("insideH", "bottom"))):
            if edge.get(f"{W}color") == usual.rule[1:]:
                edge.set(f"{W}color", look.rule[1:])
    _set_margins(styles, document, look, usual)


def _set_margins(styles: StyleBook, document: Document, look: Look, usual: Look) -> None:
    """Other margins, and what ends at the right one: the line of the issuer, the foot."""
    for side in ("top", "right", "bottom", "left"):
        if getattr(look, side) != getattr(usual, side):
            for margins in document.element.body.iter(f"{W}pgMar"):
                margins.set(f"{W}{side}", str(twips(millimetres=getattr(look, side))))
    before, after = (twips(millimetres=each.text_width) for each in (usual, look))
    for stop in document.styles.element.iter(f"{W}tab"):
        if stop.get(f"{W}pos") == str(before):
            stop.set(f"{W}pos", str(after))
    foot = styles[Style.FOOT_TABLE]
    for table in document.element.body.iter(f"{W}tbl") if before != after else ():
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(f"{W}val") == foot:
            for width in table.iter(*(f"{W}{tag}" for tag in ("tblW", "gridCol", "tcW"))):
                if width.get(f"{W}type", "dxa") == "dxa":
                    width.set(f"{W}w", str(round(int(width.get(f"{W}w")) * after / before)))


def _set_measures(style: etree._Element, made: Measures, before: Measures) -> None:
    if made.line != before.line:
        properties = following(style, "pPr", BEHIND_PARAGRAPH)
        spacing = following(properties, "spacing", BEHIND_SPACING)
        spacing.set(f"{W}line", str(made.line_twips))
    run = following(style, "rPr", BEHIND_PARAGRAPH[1:])
    if made.size != before.size:
        for tag in ("sz", "szCs"):
            _run_property(run, tag).set(f"{W}val", str(made.half_points))
        _run_property(run, "spacing").set(f"{W}val", str(made.closer))
    if made.colour != before.colour:
        _run_property(run, "color").set(f"{W}val", made.colour[1:])
    if made.fill != before.fill:
        _run_property(run, "shd").set(f"{W}fill", made.fill[1:])


def _run_property(run: etree._Element, tag: str) -> etree._Element:
    return following(run, tag, RUN_ORDER[RUN_ORDER.index(tag) + 1 :])


def set_fonts(document: Document, fonts: Mapping[str, str]) -> None:
    """Put the configuration's fonts where the template has the default ones.

    Fonts that a user chose in Word have other names than the defaults and stay.
    """
    renamed = {
        default: fonts[use]
        for use, default in Fonts().model_dump().items()
        if fonts[use] != default
    }
    for element in document.styles.element.iter(f"{W}rFonts") if renamed else ():
        for use in FONT_USES:
            name = element.get(f"{W}{use}")
            if name in renamed:
                element.set(f"{W}{use}", renamed[name])
