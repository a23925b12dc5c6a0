"""How the runs of a Word file are shown: hidden, struck out, raised, bold, in a font of signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from builder.read.packages import attribute, child, children, local

OFF = frozenset(("0", "false", "off", "none"))
TOGGLES = frozenset(("vanish", "strike", "dstrike", "b"))
# Style chains are short; a longer one goes in a circle.
LONGEST_CHAIN = 20
HEADING = re.compile(r"heading \d|标题\s*\d|(?:sub)?title|(?:副)?标题", re.IGNORECASE)
BODY_LEVEL = "9"


class Shown(NamedTuple):
    """How a run is shown."""

    hidden: bool
    struck: bool
    raised: bool
    bold: bool
    font: str


class Styles:
    """The styles of a document, of which a run takes what it doesn't say itself."""

    def __init__(self, styles: etree._Element | None) -> None:
        found = list(children(styles, "style"))
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._usual = next(
            (
                attribute(style, "styleId")
                for style in found
                if attribute(style, "type") == "paragraph"
                and attribute(style, "default") not in {None, *OFF}
            ),
            None,
        )
        self._defaults = _said(child(styles, "docDefaults", "rPrDefault", "rPr"))
        self._known: dict[str | None, dict[str, str]] = {}

    def shown(self, run: etree._Element, paragraph: etree._Element) -> Shown:
        """How a run of a paragraph is shown, by itself or by the styles of both."""
        own = child(run, "rPr")
        said = {
            **self._defaults,
            **self._style(attribute(child(paragraph, "pPr", "pStyle"), "val") or self._usual),
            **self._style(attribute(child(own, "rStyle"), "val")),
            **_said(own),
        }
        return Shown(
            hidden="vanish" in said and said["vanish"] not in OFF,
            struck=any(name in said and said[name] not in OFF for name in ("strike", "dstrike")),
            raised=said.get("vertAlign") == "superscript",
            bold="b" in said and said["b"] not in OFF,
            font=said.get("rFonts", ""),
        )

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph's style, or its own place in the outline, makes it a heading."""
        properties = child(paragraph, "pPr")
        level = attribute(child(properties, "outlineLvl"), "val")
        style = attribute(child(properties, "pStyle"), "val")
        for _ in range(LONGEST_CHAIN):
            definition = self._styles.get(style)
            if level is not None or definition is None:
                break
            if HEADING.fullmatch((attribute(child(definition, "name"), "val") or "").strip()):
                return True
            level = attribute(child(definition, "pPr", "outlineLvl"), "val")
            style = attribute(child(definition, "basedOn"), "val")
        return level is not None and level != BODY_LEVEL

    def _style(self, style: str | None) -> dict[str, str]:
        """What a style says with all those it is based on, the nearest last."""
        if style not in self._known:
            chain: list[dict[str, str]] = []
            name = style
            while (definition := self._styles.get(name)) is not None and len(chain) < LONGEST_CHAIN:
                chain.append(_said(child(definition, "rPr")))
                name = attribute(child(definition, "basedOn"), "val")
            self._known[style] = {
                key: value for said in reversed(chain) for key, value in said.items()
            }
        return self._known[style]


def _said(properties: etree._Element | None) -> dict[str, str]:
    """What run properties say of how the run is shown."""
    said: dict[str, str] = {}
    for item in () if properties is None else properties:
        name = local(item)
        if name in TOGGLES:
            said[name] = attribute(item, "val") or "1"
        elif name == "vertAlign":
            said[name] = attribute(item, "val") or ""
        elif name == "rFonts" and (font := attribute(item, "ascii") or attribute(item, "hAnsi")):
            said[name] = font
    return said
