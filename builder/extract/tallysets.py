"""Sets of items found in running text: the grammar of tallies.

A sentence is read clause by clause and number by number. A number of items is the total of a new
set, or tells of the set before it how many are done or pending, or at what rate; statements on all
items (均已办结) and numbers of sanctions stand between them. A set ends with a semicolon, with the
next total, or with its sentence, unless the next one goes on with it (截至目前,已完成整改314件).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from builder.extract.itemsets import ItemSet, Part, Side
from builder.extract.numbers import Number, NumberKind
from builder.extract.tallywords import TallyWords, tally_words
from builder.vocabulary.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Units of which no items are counted: 35批次386件 is about the 386.
NOT_COUNTED = frozenset(
    (
        "批次",
        "批",
        "人",
        "人次",
        "次",
        "名",
        "轮",
        "场",
        "场次",
        "篇",
        "期",
        "份",
        "大类",
        "支",
        "字",
    )
)
COUNTED = frozenset((UnitKind.THING, UnitKind.PLACE, None))
ITEM_UNITS = frozenset("件个项起处条宗例桩小大点口")
CLAUSE = re.compile(r"(?:\([^()\n]{0,60}\)|[^,;:。!?\n])++")
GOES_ON = re.compile(r"截[至止]|目前|现已|至今|到目前|其中|已|剩余|其余|尚有|正在")
# How far around a number its words are looked for, and how far back the 其中 of a list of kinds.
NEAR = 16
BREAKDOWN = 120
# What may follow a number of settled items: nothing, or a word that goes on with it.
NOTHING_ELSE = re.compile(r"[、的并占以(]|$")


def item_sets(
    text: str, numbers: Sequence[Number], spans: Iterable[tuple[int, int]]
) -> Iterator[ItemSet]:
    """Every set that the sentences at `spans` tell of, in text order."""
    words = tally_words()
    starts = [number.start for number in numbers]
    reader = _Reader(text, words)
    ended = 0
    for start, end in spans:
        joins = GOES_ON.match(text, start) and "\n" not in text[ended:start]
        if not joins:
            yield from reader.closed()
        ended = end
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        reads = reader.current is not None or (inside and words.hint.search(text, start, end))
        if reads:
            reader.begin(inside)
            yield from reader.closed_sets(start, end)
    yield from reader.closed()


def _told(current: ItemSet | None) -> Iterator[ItemSet]:
    if current is not None and current.told:
        yield current


class _Reader:
    """Reads sentences one by one.

    `numbers` are the counting ones of the sentence at hand, `current` is the set that is open,
    `siblings` are those listed before it: 11个问题和|382个信访件.
    """

    def __init__(self, text: str, words: TallyWords) -> None:
        self.text = text
        self.words = words
        self.numbers: list[Number] = []
        self.starts: list[int] = []
        self.current: ItemSet | None = None
        self.siblings: list[ItemSet] = []

    def begin(self, numbers: Sequence[Number]) -> None:
        """Take up the numbers of the next sentence."""
        self.numbers = [number for number in numbers if _counts(number)]
        self.starts = [number.start for number in self.numbers]

    def closed_sets(self, start: int, end: int) -> Iterator[ItemSet]:
        """Sets that end within a sentence."""
        for clause in CLAUSE.finditer(self.text, start, end):
            if self.text[clause.start() - 1] == ";" and not GOES_ON.match(clause[0]):
                yield from self.closed()
            yield from self._clause(clause)

    def closed(self) -> Iterator[ItemSet]:
        """Whatever was open, if the text told enough of it."""
        for one in (*self.siblings, self.current):
            yield from _told(one)
        self.siblings, self.current = [], None

    def _clause(self, clause: re.Match[str]) -> Iterator[ItemSet]:
        sides = list(self._sides(*clause.span()))
        for side in sides:
            opened = self._opened(side)
            if opened is None:
                if not self._taken(side) and self.current and self.words.traced.search(side.before):
                    self.current.handled = self.current.firm
                    self.current.end = side.number.end
                continue
            if self.current is not None and self._is_sibling(opened):
                self.siblings.append(self.current)
                opened.handled = self.current.handled
            else:
                yield from self.closed()
            self.current = opened
            self._told_at_once(side)
        if not sides and self.current is not None:
            self._stated(clause[0], clause.end())

    def _is_sibling(self, opened: ItemSet) -> bool:
        """Whether the open set is one of a list of totals in this clause: 11个问题和382个信访件."""
        return (
            self.current is not None
            and self.current.start == opened.start
            and self.current.numbers.keys() == {Part.TOTAL}
        )

    def _sides(self, start: int, end: int) -> Iterator[Side]:
        """The counting numbers of a clause that stand in no bracket."""
        inside = self.numbers[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        cut = start
        for index, number in enumerate(inside):
            stop = inside[index + 1].start if index + 1 < len(inside) else end
            before, after = self.text[cut : number.start], self.text[number.end : stop]
            cut = number.end
            if before.count("(") <= before.count(")"):
                yield Side(number, before, after, stop == end, (start, end))

    # ----------------------------------------------------------------- numbers of a new set

    def _opened(self, side: Side) -> ItemSet | None:
        """The set that a number begins, or None where it begins none."""
        done = self._is_done_before(side)
        if self._is_apart(side) or (done and self._continues(side)):
            return None
        noun, firm = self._noun(side)
        if noun is None or (self._bare_done_after(side) and self.current is not None):
            return None
        number = side.number
        opened = ItemSet(
            start=side.clause[0],
            end=max(number.end, noun[1]),
            unit=number.unit,
            noun=noun,
            firm=firm,
            bare=self.words.noun.search(self.text, *noun) is None,
        )
        opened.take(Part.DONE if firm and (done or self._done_alone(side)) else Part.TOTAL, number)
        return opened

    def _is_apart(self, side: Side) -> bool:
        """Whether a number is a rate, a change, a sanction, or a part of the open set."""
        return (
            side.number.unit == "%"
            or self.words.apart_before.search(side.before) is not None
            or self._is_pending(side)
            or self._is_breakdown(side)
        )

    def _is_breakdown(self, side: Side) -> bool:
        """Whether a number counts some of the open set by kind: 其中来信112件."""
        first = max(side.clause[0], side.number.start - BREAKDOWN)
        return (
            "其中" in self.text[first : side.number.start]
            and self.current is not None
            and Part.TOTAL in self.current.numbers
            and self.current.fits(side.number)
        )

    def _noun(self, side: Side) -> tuple[tuple[int, int] | None, bool]:
        """Where the noun of the counted items stands, and whether it is one that is raised."""
        words, number = self.words, side.number
        raised = self._raised_noun(side)
        if raised is not None:
            return raised, True
        if words.raised_before.search(side.before) and NOTHING_ELSE.match(side.after):
            return self._place(side, len(side.before)), True
        if found := words.loose_before.search(side.before):
            return self._place(side, found.start()), False
        found = words.loose_after.match(side.after)
        return (number.end, number.end + found.end()) if found else None, False

    def _raised_noun(self, side: Side) -> tuple[int, int] | None:
        """问题|70件, 113个|长江入河排污口, 完成排污口整治|134个."""
        words, number = self.words, side.number
        never = words.never.search(side.before[-NEAR:] + side.after[:NEAR])
        if number.unit[:1] not in ITEM_UNITS or never:
            return None
        if found := words.noun_before.search(side.before):
            return self._place(side, found.start())
        if found := words.noun_after.match(side.after):
            return number.end, number.end + found.end()
        if not self._is_done_before(side):
            return None
        found = _last(words.noun, side.before)
        if found is None and words.closing_before.search(side.before):
            return side.number.start - len(side.before), side.number.start
        return self._place(side, found.start()) if found else None

    def _place(self, side: Side, offset: int) -> tuple[int, int]:
        """The noun before a number: from the last verb of raising to the number."""
        start = side.number.start - len(side.before)
        verb = _last(self.words.raised, side.before[:offset] if offset else side.before)
        return (start + verb.end() if verb else start), side.number.start

    def _done_alone(self, side: Side) -> bool:
        """妥善调处群众投诉327件; 3个存量问题销号: settled items without a total."""
        words = self.words
        if words.closed_after.fullmatch(side.after.rstrip("、")) and words.noun_after.match(
            side.after
        ):
            return not words.refused.search(side.after) and not self._all_settled(side.after)
        done = _last(words.done, side.before)
        if done is None or words.raised.search(side.before):
            return False
        return not words.refused.search(side.before[max(0, done.start() - 6) : done.start()])

    def _told_at_once(self, side: Side) -> None:
        """What the clause of a total says of all its items: 32项全面完成, 发现并改正问题367个."""
        words, current = self.words, self.current
        if current is None or Part.DONE in current.numbers:
            return
        whole = current.firm or words.whole.search(self.text, *current.noun)
        joined = words.raised_and_done.search(side.before)
        if joined and not words.refused.search(joined[0]):
            current.take(Part.DONE, side.number)
        elif side.last and whole and self._all_settled(side.after):
            for one in (*self.siblings, current):
                one.take(Part.DONE, one.numbers[Part.TOTAL], side.clause[1])
        rest = words.noun.sub("", side.before + side.after)
        current.handled |= current.firm and words.handled.search(rest) is not None

    # ----------------------------------------------------------------- numbers of the open set

    def _taken(self, side: Side) -> bool:
        """Whether a number tells of the open set; it is added to it."""
        current = self.current
        if current is None or self.words.apart_before.search(side.before):
            return False
        part = self._part(side, current)
        if part is Part.RATE:
            for one in self.siblings:
                one.take(part, side.number)
        if part is Part.DONE:
            current.total_known()
        if part is not None:
            current.take(part, side.number)
        return part is not None

    def _part(self, side: Side, current: ItemSet) -> Part | None:
        """What a number says of the open set."""
        if side.number.unit == "%":
            is_rate = self.words.rate_before.fullmatch(side.before) and "分别" not in side.before
            return Part.RATE if is_rate else None
        if not current.fits(side.number):
            return None
        if self._is_pending(side):
            return Part.PENDING
        done = self._is_done_before(side) and self._continues(side)
        return Part.DONE if done or self._bare_done_after(side) else None

    def _is_pending(self, side: Side) -> bool:
        """剩余|2个, 3项|正在推进; 55个|排污口正加快整治 only where so many are left."""
        words, current = self.words, self.current
        if words.pending_before.search(side.before):
            return True
        found = words.pending_after.match(side.after)
        if found is None:
            return False
        noun = words.noun_after.match(side.after)
        if noun is None or noun.end() > found.end():
            return True
        return current is not None and current.leaves(side.number)

    def _is_done_before(self, side: Side) -> bool:
        """已办结|69件, 完成整改|246件; not 责令整改|56家."""
        words = self.words
        found = words.done_before.search(side.before)
        if found is None:
            return False
        lead = side.before[max(0, found.start() - 6) : found.start()]
        if not words.weak.match(found[0]):
            lead = lead.replace("督促", "")
        # A deadline makes it a plan: 12月31日前完成31件.
        return not words.refused.search(lead) and not lead.endswith("前")

    def _bare_done_after(self, side: Side) -> bool:
        """36项|已完成, 10项|整改到位."""
        found = self.words.done_after.match(side.after)
        return found is not None and (side.last or found.end() < len(side.after))

    def _continues(self, side: Side) -> bool:
        """Whether a number of settled items counts those of the open set and no others."""
        current = self.current
        if current is None or not current.fits(side.number):
            return False
        if Part.TOTAL not in current.numbers and self.words.noun.search(side.before):
            return False
        return NOTHING_ELSE.match(side.after) is not None or (
            self.words.noun_after.match(side.after) is not None and Part.TOTAL in current.numbers
        )

    # ----------------------------------------------------------------- clauses without numbers

    def _stated(self, clause: str, end: int) -> None:
        """What a clause without numbers says of the open set: 均已办结, 督促整改."""
        current = self.current
        if current is None:
            return
        total = current.numbers.get(Part.TOTAL)
        whole = current.firm or self.words.whole.search(self.text, *current.noun)
        if total and whole and Part.DONE not in current.numbers and self._all_settled(clause):
            current.take(Part.DONE, total, end)
            for one in self.siblings:
                one.take(Part.DONE, one.numbers[Part.TOTAL], end)
        elif current.firm and self.words.handled.search(clause):
            current.handled = True

    def _all_settled(self, clause: str) -> bool:
        """Whether a clause says that all items are settled: 均已办结, but not 均正在整改."""
        words = self.words
        for pattern in (words.settled, words.already):
            if found := pattern.search(clause):
                # 均已督促整改到位 is settled, 均已督促整改 is not.
                weak = words.weak.fullmatch(found["verb"])
                gap = found["gap"] if weak else found["gap"].replace("督促", "")
                if not words.refused.search(gap):
                    return True
        return False


def _counts(number: Number) -> bool:
    """Whether a number can count items or be a rate."""
    if number.kind is NumberKind.MASKED:
        return True
    if number.kind is not NumberKind.AMOUNT or number.upper is not None:
        return False
    return number.unit == "%" or (number.unit not in NOT_COUNTED and number.unit_kind in COUNTED)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 -- the last one is meant
        pass
    return found
