"""Parts in their places: what a tag `{{p show(parts.overview) }}` leaves, and what stands there.

While the template is rendered a tag leaves an empty paragraph. Only then the document is known:
which parts it prints, in which order, on pages of which width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from jinja2 import Undefined
from lxml import etree
from markupsafe import Markup

from builder.model import BriefingPart
from builder.model.page import Block, Paragraph, ParagraphKind
from builder.render.word.blocks import Printer
from builder.render.word.names import Style
from builder.render.word.sections import SectionKind, section_end, text_width
from builder.render.word.tree import W, elements, following

SHOWN = "shown"
# What the schema wants behind pageBreakBefore in a paragraph's properties.
BEHIND_PAGE_BREAK = (
    *("framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs"),
    *("suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
    "pPrChange",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The printed parts by their names; one that is not printed is empty, sheets are several."""

    findings: tuple[BriefingPart, ...] = ()
    overview: tuple[BriefingPart, ...] = ()
    periods: tuple[BriefingPart, ...] = ()
    indicators: tuple[BriefingPart, ...] = ()
    inspection: tuple[BriefingPart, ...] = ()
    matrix: tuple[BriefingPart, ...] = ()
    commitments: tuple[BriefingPart, ...] = ()
    services: tuple[BriefingPart, ...] = ()
    materials: tuple[BriefingPart, ...] = ()
    sheets: tuple[BriefingPart, ...] = ()
    evidence: tuple[BriefingPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSlot:
    """Where whole parts are to stand, and under which words if not their own."""

    parts: tuple[BriefingPart, ...]
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSlot:
    """Where one block of a part is to stand."""

    part: BriefingPart
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSlot:
    """Where a part begins or ends that a file of the template folder sets in words of its own."""

    part: BriefingPart
    begins: bool


Slot = PartSlot | BlockSlot | EndSlot


class Show:
    """What the template's tags call to have a part, or a block of one, in their place."""

    def __init__(self, parts: Iterable[BriefingPart]) -> None:
        self._slots: list[Slot] = []
        self._part_of = {id(block): part for part in parts for block in part.blocks}

    def __call__(self, shown: object, title: str | None = None) -> Markup:
        """The place of a part or of a block.

        `title` stands for a part's own, and an empty one leaves it without.
        """
        if isinstance(shown, Undefined):
            # It says by itself which name there is not.
            str(shown)
        if isinstance(shown, tuple) and all(isinstance(each, BriefingPart) for each in shown):
            return self._placed(PartSlot(parts=shown, title=title))
        if isinstance(shown, get_args(Block)) and id(shown) in self._part_of:
            return self._placed(BlockSlot(part=self._part_of[id(shown)], block=shown))
        raise TypeError("show 只能印 parts 的一个部分或其中的一块，如 show(parts.overview)")

    def begin(self, part: BriefingPart) -> Markup:
        """The place where a part begins."""
        return self._placed(EndSlot(part=part, begins=True))

    def end(self, part: BriefingPart) -> Markup:
        """The place where a part ends."""
        return self._placed(EndSlot(part=part, begins=False))

    def _placed(self, slot: Slot) -> Markup:
        self._slots.append(slot)
        return Markup('<w:p {}="{}"></w:p>').format(SHOWN, len(self._slots) - 1)

    def slots(self, body: etree._Element) -> list[tuple[etree._Element, Slot]]:
        """The paragraphs of a rendered document where something is to stand, in their order."""
        lines = [line for line in body.iter(f"{W}p") if line.get(SHOWN) is not None]
        return [(line, self._slots[int(line.get(SHOWN))]) for line in lines]


def printed_parts(slots: Iterable[Slot]) -> tuple[BriefingPart, ...]:
    """What a document prints: whole parts, and of others the blocks that stand in it."""
    parts: dict[str, BriefingPart] = {}
    blocks: dict[str, list[Block]] = {}
    for slot in slots:
        match slot:
            case PartSlot():
                parts |= {part.id: part for part in slot.parts}
            case BlockSlot():
                parts.setdefault(slot.part.id, slot.part)
                blocks.setdefault(slot.part.id, []).append(slot.block)
            case EndSlot():
                parts.setdefault(slot.part.id, slot.part)
                blocks.setdefault(slot.part.id, [])
    return tuple(
        replace(part, blocks=tuple(blocks[name])) if name in blocks else part
        for name, part in parts.items()
    )


def parts_by_name(parts: Iterable[BriefingPart]) -> Parts:
    """The printed parts by their names."""
    named: dict[str, tuple[BriefingPart, ...]] = {}
    for part in parts:
        named[part.name.value] = (*named.get(part.name.value, ()), part)
    return Parts(**named)


def put_parts(slots: Iterable[tuple[etree._Element, Slot]], printer: Printer) -> None:
    """Put everything where its tag stood."""
    begun: set[str] = set()
    for line, slot in slots:
        markup = _markup(slot, line, printer, begun)
        made = elements(markup)
        parent = line.getparent()
        position = parent.index(line)
        parent[position : position + 1] = made
        if isinstance(slot, EndSlot) and slot.begins and slot.part.starts_page:
            _begin_page(parent[position + len(made)])


def _markup(slot: Slot, line: etree._Element, printer: Printer, begun: set[str]) -> str:
    """What stands in a slot; a part's first piece carries the place that the contents lead to."""
    match slot:
        case PartSlot():
            begun.update(part.id for part in slot.parts)
            return "".join(_part(part, slot.title, line, printer) for part in slot.parts)
        case BlockSlot():
            first = "" if slot.part.id in begun else printer.heading(slot.part, "")
            begun.add(slot.part.id)
            return first + printer.block(slot.block, text_width(line, _kind_at(slot.part, line)))
        case EndSlot():
            begun.add(slot.part.id)
            return _end(slot, line, printer)


def _end(slot: EndSlot, line: etree._Element, printer: Printer) -> str:
    """The section in which a part stands, begun or ended."""
    kind = _kind_at(slot.part, line)
    mark = printer.heading(slot.part, "") if slot.begins else ""
    if kind is SectionKind.UPRIGHT:
        return mark
    ended = SectionKind.UPRIGHT if slot.begins else kind
    return section_end(printer.kit.styles[Style.BREAK], ended) + mark


def _begin_page(line: etree._Element) -> None:
    """Let a paragraph begin its page; what else follows a part's beginning is left where it is."""
    if line.tag == f"{W}p":
        properties = line.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            line.insert(0, properties)
        following(properties, "pageBreakBefore", BEHIND_PAGE_BREAK)


def _part(part: BriefingPart, title: str | None, line: etree._Element, printer: Printer) -> str:
    """A part with the ends of the sections that it needs."""
    kind = _kind_at(part, line)
    break_style = printer.kit.styles[Style.BREAK]
    heading = printer.heading(part, part.title if title is None else title)
    if kind is SectionKind.UPRIGHT:
        return heading + "".join(_blocks(part.blocks, kind, line, printer))
    ahead = ""
    blocks = part.blocks
    if kind is SectionKind.COLUMNS:
        head, blocks = _head(part)
        ahead = heading + "".join(_blocks(head, SectionKind.UPRIGHT, line, printer))
        heading = ""
    inside = heading + "".join(_blocks(blocks, kind, line, printer))
    before = section_end(break_style, SectionKind.UPRIGHT)
    return ahead + before + inside + section_end(break_style, kind)


def _kind_at(part: BriefingPart, line: etree._Element) -> SectionKind:
    """The section that a part needs; inside a table there are none."""
    return _kind(part) if line.getparent().tag == f"{W}body" else SectionKind.UPRIGHT


def _kind(part: BriefingPart) -> SectionKind:
    if part.wide:
        return SectionKind.WIDE
    return SectionKind.COLUMNS if part.columns > 1 else SectionKind.UPRIGHT


def _head(part: BriefingPart) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The note that stands over all columns, and the blocks that stand in them."""
    first = part.blocks[0] if part.blocks else None
    over = isinstance(first, Paragraph) and first.kind is ParagraphKind.NOTE
    return part.blocks[:over], part.blocks[over:]


def _blocks(
    blocks: Iterable[Block], kind: SectionKind, line: etree._Element, printer: Printer
) -> Iterator[str]:
    width = text_width(line, kind)
    return (printer.block(block, width) for block in blocks)
