"""A part of the briefing as WordprocessingML: its heading and its blocks, in order.

How they look is the template's: every block has a style that a user changes in Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.model import BriefingPart, Run, RunStyle
from builder.model.page import (
    Block,
    Conclusion,
    Contents,
    Entry,
    EntryPath,
    Heading,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
)
from builder.render.word.kit import Kit
from builder.render.word.markup import field, link, made_run, paragraph, run, tab
from builder.render.word.names import Style
from builder.render.word.tables import below, caption, table_markup

PARAGRAPHS: Mapping[ParagraphKind, Style] = MappingProxyType(
    {
        ParagraphKind.BODY: Style.BODY,
        ParagraphKind.NOTE: Style.HINT,
        ParagraphKind.SOURCES: Style.SOURCES,
        ParagraphKind.ITEM: Style.ITEM,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Sets parts; `pages` says on which page a part begins, by its id, where that is known."""

    kit: Kit
    pages: Mapping[str, int]

    def heading(self, part: BriefingPart, title: str) -> str:
        """The heading of a part, or the bookmark alone where it has none."""
        if not title:
            return self.kit.links.part(part)
        style = Style.HEADING1 if part.numbered else Style.PLAIN_HEADING1
        words = self.kit.links.part(part, run(title))
        # A wide part begins its page with a section.
        new_page = part.starts_page and not part.wide
        return paragraph(
            self.kit.styles[style], words, new_page=new_page, top=new_page or part.wide
        )

    def block(self, block: Block, width: int) -> str:
        """A block no wider than so many twips."""
        match block:
            case Heading():
                style = Style.HEADING2 if block.numbered else Style.PLAIN_HEADING2
                made = paragraph(self.kit.styles[style], run(block.text))
            case Paragraph():
                style = PARAGRAPHS[block.kind]
                made = paragraph(self.kit.styles[style], self.kit.runs(block.runs))
            case Conclusion():
                made = self._conclusion(block)
            case Table():
                made = table_markup(block, width, self.kit)
            case Picture():
                made = self._picture(block, width)
            case Contents():
                made = self._contents(block)
            case Entry():
                made = self._entry(block)
            case EntryPath():
                made = paragraph(self.kit.styles[Style.PATH], run(block.text))
        return made

    def _conclusion(self, block: Conclusion) -> str:
        styles = self.kit.styles
        number = run(str(block.number), styles[Style.NUMBER])
        lead = paragraph(styles[Style.LEAD], number, tab(), self.kit.runs(block.lead))
        return lead + paragraph(styles[Style.DETAIL], self.kit.runs(block.detail))

    def _picture(self, block: Picture, width: int) -> str:
        drawn = made_run(self.kit.pictures.chart(block.id, block.alt, width))
        above = caption(block.caption, self.kit, chart=True)
        inside = paragraph(self.kit.styles[Style.PICTURE], drawn, keep=bool(block.note))
        return above + inside + below(block.note, self.kit)

    def _contents(self, block: Contents) -> str:
        """The line of parts; each leads to its own, whose page is a field with its result."""
        links = self.kit.links
        listed = []
        for name, title in block.parts:
            anchor, page = links.anchor(name), self.pages.get(name.value)
            said = link(anchor, run(title)) if anchor else run(title)
            if anchor and page:
                said += run("\u00a0") + field(rf"PAGEREF {anchor} \h", str(page))
            listed.append(said)
        lead = run(block.lead, self.kit.styles[Style.STRONG])
        gap = run("\u3000")
        return paragraph(self.kit.styles[Style.CONTENTS], lead, gap, gap.join(listed))

    def _entry(self, block: Entry) -> str:
        """A sentence of the evidence behind its marks, which lead back to where it is cited."""
        kit, style = self.kit, self.kit.styles[Style.ENTRY_MARK]
        marks = run(" ", style).join(kit.links.entry(mark, style) for mark, _ in block.places)
        remarks = tuple(
            Run(kit.language("（{remark}）", remark=remark), style=RunStyle.QUIET)
            for remark in block.remarks
        )
        words = kit.runs((*block.runs, *remarks))
        return paragraph(kit.styles[Style.ENTRY], marks, tab(), words)
