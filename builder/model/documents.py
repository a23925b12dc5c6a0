"""What a file is and what its text is cut into: the records of `read` and `outline`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from builder.model.record import record
from builder.model.words import Odds, Role, Script


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a file's own fields (HTML meta, index block, document properties) say of it."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader could not read of a file: a msgid, one sentence, whose fields `values` fill."""

    message: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report's text as read.

    `text` is what offsets mean. `plain` is a copy of exactly the same length in Simplified
    Chinese, half-width digits and letters, which is what the rules look at. `remarks` are the
    reader's own: what of the file could not be read.
    """

    report: str
    file: str
    text: str
    plain: str
    script: Script
    converted: bool
    media_type: str
    encoding: str
    replaced_bytes: int
    sha256: str
    metadata: PageMetadata
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input file that could not be used, and what its owner can do about it.

    `reason` (without 。) and `advice` are msgids with named fields, `values` fill them. `may_pass`
    where the very same file may be read another time: it took too long, or LibreOffice is missing.
    `judged` names the report where its text could be read and is only held to be no report, which
    a correction overrules.
    """

    file: str
    reason: str
    advice: str
    values: tuple[tuple[str, str], ...] = ()
    may_pass: bool = field(default=False, compare=False)
    judged: str = ""

    def said(self, language: Callable[..., str] = str.format) -> Refusal:
        """The refusal ready to be printed: in Chinese, or in the `Language` of a briefing."""
        values = dict(self.values)
        reason, advice = language(self.reason, **values), language(self.advice, **values)
        return Refusal(file=self.file, reason=reason, advice=advice, judged=self.judged)

    def __str__(self) -> str:
        """The file, the reason and the advice, as a terminal shows them."""
        said = self.said()
        return f"{said.file}：{said.reason}。{said.advice}"


@record
class Furniture:
    """A stretch that belongs to the web page and not to the report."""

    start: int
    end: int
    rule: str


@record
class Section:
    """A heading and what stands under it, up to the next heading of its level or above.

    `heading` is Simplified, bare of number and final 。; `start` is where the heading's number
    begins, `body` where the text under it begins. `parent` is an index into `Outline.sections`.
    """

    heading: str
    level: int
    role: Role
    start: int
    body: int
    end: int
    parent: int | None


class Below(Protocol):
    """A section, or the draft of one: what may stand below another."""

    @property
    def parent(self) -> int | None:
        """The index of the one above, None at the top."""


def ancestors(sections: Sequence[Below], index: int | None) -> Iterator[int]:
    """The indices of a section and of those above it, innermost first; none without a section."""
    while index is not None:
        yield index
        index = sections[index].parent


def outermost(sections: Sequence[Section]) -> list[int]:
    """For each section the index of the outermost one above it, or its own."""
    found: list[int] = []
    for index, section in enumerate(sections):
        found.append(index if section.parent is None else found[section.parent])
    return found


@record
class Sentence:
    """A sentence of the report's own text, without the item mark (一是, （1）) before it.

    `headings` are those above it, outermost first; `item` is where its enumerated item begins
    (equal for all sentences of one item), or None outside an enumeration. `told` says whether a
    heading or a sentence told the role of its part, or it was assumed; `weighed` is the role that
    its letters and neighbours make likeliest, by `odds`; None in the cells of a table.
    """

    start: int
    end: int
    section: int | None
    headings: tuple[str, ...]
    role: Role
    item: int | None
    told: bool = True
    weighed: Role | None = None
    odds: Odds = Odds.SLIGHT

    def sounds(self, role: Role, by: Odds = Odds.LIKELIER) -> bool:
        """Whether its letters and neighbours make a role likelier than any other, by so much."""
        return self.weighed is role and self.odds >= by


class TextCell(NamedTuple):
    """Where a cell's words stand in the source; an empty one ends where it begins."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextGrid:
    """Lines of a text that stand as a table: rows of cells, its heads among them."""

    rows: tuple[tuple[TextCell, ...], ...]

    @property
    def start(self) -> int:
        """Where its first cell begins."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """Where its last cell ends."""
        return self.rows[-1][-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A report cut up: sections in text order (parents before children), sentences, furniture.

    `grids` are the tables of its text, in text order; of their cells only those are sentences that
    state something by themselves. `whole` is the same of the text that the rules read, where that
    is another one.
    """

    source: Source
    title: tuple[int, int] | None
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]
    grids: tuple[TextGrid, ...] = ()
    whole: Whole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A text as it is meant: no signs that nobody sees, no paragraph broken by a program's width.

    `outline` has the offsets of this text; `offsets[i]` is where its letter `i` stands in the
    source.
    """

    outline: Outline
    offsets: tuple[int, ...]
