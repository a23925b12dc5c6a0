"""Sets of items found in running text: the grammar of tallies.

A sentence is read clause by clause and number by number. A number of items is the total of a new
set, or tells of the set before it how many are done or pending, or at what rate; statements on all
items (均已办结) and numbers of sanctions stand between them. A set ends with a semicolon, with the
next total, or with its sentence, unless the next one goes on with it (截至目前,已完成整改314件).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.tallies.item_sets import ItemSet, Part, Side
from builder.extract.tallies.patterns import TallyWords, tally_words
from builder.extract.tallies.sides import (
    asked_for,
    is_done_after,
    is_done_alone,
    is_done_before,
    last,
    listed_rate,
    noun_of,
    settles_all,
)
from builder.text.number_roles import REACHES
from builder.text.numbers.number import Number, NumberKind
from builder.vocabulary.generic.amounts import UnitKind

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
# 除2个正在整改外,其余全部完成: not all are settled.
EXCEPTED = re.compile(r"除了?(?:\d+|[两一二三四五六七八九十])[个项件处起][^,;。]{0,16}外")
CLAUSE = re.compile(r"(?:\([^()\n]{0,60}\)|[^,;:。!?\n])+")
# How far back the 其中 of a list of kinds is looked for.
BREAKDOWN = 120
# What announces a list of kinds: 其中来信112件; 按类型分:废气406件; 从涉及领域看,大气112件.
KINDS = re.compile(r"其中|包括|[按从][^,;。]{0,8}(?:分|看)")
OWN = re.compile(r"(?:我[省市县区州盟旗局]|本[省市县区])(?:共|有|为|涉及|承担|累计)*$")
OF_ALL = re.compile(r"累计|总计|合计|共计")
PART_OF = re.compile(r"其中[^,;。]{2,}$")
FROM = re.compile(r"[由从][^,;。\d]{0,8}$")
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
        joins = words.goes_on.match(text, start) and "\n" not in text[ended:start]
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
        self.numbers = [number for number in numbers if _counts(number, self.text)]
        self.starts = [number.start for number in self.numbers]

    def closed_sets(self, start: int, end: int) -> Iterator[ItemSet]:
        """Sets that end within a sentence."""
        for clause in CLAUSE.finditer(self.text, start, end):
            if self.text[clause.start() - 1] == ";" and not self._goes_on(clause[0]):
                yield from self.closed()
            yield from self._clause(clause)

    def _goes_on(self, clause: str) -> bool:
        """Whether a clause behind a semicolon still tells of the open set: ;噪声98件;办结率100%."""
        lists = self.current is not None and self.current.kinds is not None
        goes_on = self.words.goes_on.match(clause) is not None
        return goes_on or (lists and self.words.raised.search(clause) is None)

    def closed(self) -> Iterator[ItemSet]:
        """Whatever was open, if the text told enough of it."""
        for one in (*self.siblings, self.current):
            yield from _told(one)
        self.siblings, self.current = [], None

    def _clause(self, clause: re.Match[str]) -> Iterator[ItemSet]:
        sides = list(self._sides(*clause.span()))
        for side in sides:
            if self._lists_kind(side):
                continue
            if self._is_parted(side):
                continue
            opened = self._own_part(side) or self._opened(side)
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
        if self.current is not None and (rate := listed_rate(sides)):
            for one in (*self.siblings, self.current):
                one.take(Part.RATE, rate)

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
                rest = self.text[number.end : end]
                yield Side(number, before, after, rest, stop == end, (start, end))

    # ----------------------------------------------------------------- numbers of a new set

    def _opened(self, side: Side) -> ItemSet | None:
        """The set that a number begins, or None where it begins none."""
        if side.number.unit == "%":
            return self._rate_alone(side) if self.current is None else None
        done = is_done_before(side)
        continues = done and self._continues(side)
        # 分别完成24个和6个 tells of two sets, and begins none.
        if self._is_apart(side) or continues or (done and "分别" in side.before and not side.last):
            return None
        noun, firm = noun_of(side)
        if noun is None or (is_done_after(side) and self.current is not None):
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
        opened.take(Part.DONE if firm and (done or is_done_alone(side)) else Part.TOTAL, number)
        return opened

    def _is_parted(self, side: Side) -> bool:
        """Whether a number of settled items is that of a part only: 其中立行立改|20个|已完成.

        How many of all are settled is not told then, whatever follows.
        """
        current = self.current
        if current is None or Part.TOTAL not in current.numbers or not current.fits(side.number):
            return False
        if PART_OF.search(side.before) and is_done_after(side):
            current.parted = current.firm
            current.handled |= current.firm
            current.end = max(current.end, side.number.end)
        return current.parted and OF_ALL.search(side.before) is None

    def _own_part(self, side: Side) -> ItemSet | None:
        """The set of the own area in that of a wider one: 全市1200个,我县|312个|已整治298个."""
        current, number = self.current, side.number
        if current is None or not current.fits(number) or not OWN.search(side.before):
            return None
        total = current.numbers.get(Part.TOTAL)
        if total is None or total is number or is_done_before(side) or self._is_pending(side):
            return None
        opened = replace(current, start=side.clause[0], end=number.end, numbers={})
        opened.take(Part.TOTAL, number)
        return opened

    def _rate_alone(self, side: Side) -> ItemSet | None:
        """A set of which only the rate is told: 入河排污口整治完成率92.4%."""
        if FROM.search(side.before) and REACHES.match(side.after):
            return None
        noun = last(self.words.noun, side.before)
        if noun is None or self.words.rate_before.fullmatch(side.before) is None:
            return None
        begin = side.number.start - len(side.before)
        first = side.before.rfind("、", 0, noun.start()) + 1
        opened = ItemSet(
            start=side.clause[0],
            end=side.number.end,
            unit="",
            noun=(begin + first, begin + noun.end()),
            firm=True,
            bare=False,
        )
        opened.take(Part.RATE, side.number)
        return opened

    def _is_apart(self, side: Side) -> bool:
        """Whether a number is a change, a sanction, or counts items of the open set left."""
        return self.words.apart_before.search(side.before) is not None or self._is_pending(side)

    def _lists_kind(self, side: Side) -> bool:
        """Whether a number counts some of the open set by kind or manner.

        其中来信112件、来电98件 are kinds, 关停12家、升级改造87家 manners of handling.
        """
        current, number = self.current, side.number
        if current is None or Part.TOTAL not in current.numbers or not current.fits(number):
            return False
        if self._part(side, current) is not None or self.words.apart_before.search(side.before):
            return False
        first = max(side.clause[0], number.start - BREAKDOWN)
        if current.kinds is None and not KINDS.search(self.text, first, number.start):
            return self.words.manner_before.search(side.before) is not None
        return current.lists(number)

    def _told_at_once(self, side: Side) -> None:
        """What the clause of a total says of all its items: 32项全面完成, 发现并改正问题367个."""
        words, current = self.words, self.current
        if current is None or Part.DONE in current.numbers:
            return
        whole = current.firm or words.whole.search(self.text, *current.noun)
        joined = words.raised_and_done.search(side.before)
        if joined and not words.refused.search(joined[0]):
            current.take(Part.DONE, side.number)
        elif side.last and whole and settles_all(side.after) and not asked_for(side):
            for one in (*self.siblings, current):
                one.take(Part.DONE, one.numbers[Part.TOTAL], side.clause[1])
        rest = words.noun.sub("", side.before + side.after)
        current.handled |= current.firm and words.handled.search(rest) is not None

    # ----------------------------------------------------------------- numbers of the open set

    def _taken(self, side: Side) -> bool:
        """Whether a number tells of the open set; it is added to it."""
        current = self.current
        if current is None:
            return False
        part = self._part(side, current)
        if part is not Part.PENDING and self.words.apart_before.search(side.before):
            return False
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
            if FROM.search(side.before) and REACHES.match(side.after):
                return None
            is_rate = self.words.rate_before.fullmatch(side.before) and "分别" not in side.before
            other = not current.firm and self.words.noun.search(side.before)
            return Part.RATE if is_rate and not other else None
        if not current.fits(side.number):
            return None
        if self._is_pending(side):
            return Part.PENDING
        done = is_done_before(side) and self._continues(side)
        return Part.DONE if done or is_done_after(side) else None

    def _is_pending(self, side: Side) -> bool:
        """剩余|2个, 3项|正在推进; 55个|排污口正加快整治 only where so many are left."""
        words, current = self.words, self.current
        if words.pending_before.search(side.before):
            return True
        if words.deadline_before.search(side.before):
            return current is not None and current.leaves(side.number)
        found = words.pending_after.match(side.after)
        if found is None:
            return False
        noun = words.noun_after.match(side.after)
        if noun is None or noun.end() > found.end():
            return True
        return current is not None and current.leaves(side.number)

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
        # 9处隐患逐个销号,全部整改到位: the number of those done was that of all.
        known = current.numbers.keys() - {Part.RATE}
        alone = known in ({Part.TOTAL}, {Part.DONE}, {Part.TOTAL, Part.PENDING})
        whole = current.firm or self.words.whole.search(self.text, *current.noun)
        excepted = EXCEPTED.search(self.text, current.start, end)
        if alone and whole and not excepted and settles_all(clause):
            for one in (*self.siblings, current):
                one.settle(end)
        elif current.firm and self.words.handled.search(clause):
            current.handled = True


def _counts(number: Number, text: str) -> bool:
    """Whether a number can count items or be a rate; 19个批次 are none."""
    if number.kind is NumberKind.MASKED:
        return True
    if text.startswith("批", number.end):
        return False
    if number.kind is not NumberKind.AMOUNT or number.upper is not None:
        return False
    return number.unit == "%" or (number.unit not in NOT_COUNTED and number.unit_kind in COUNTED)
