"""Stretches of a source as they are shown on the pages, whole or by the clauses that say most.

Shown are Simplified letters with full-width signs on one line; the evidence keeps the original.
Nothing is reworded: what is shortened is whole clauses of the source, the others left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from builder.compare.matters import named_matters
from builder.model import Fact
from builder.model.comparison import Dossier
from builder.read.unseen import without_unseen
from builder.vocabulary.environment.names import theme_weights
from builder.vocabulary.environment.work import matters
from builder.vocabulary.generic.quotes import quote_words
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

BETWEEN = "；"
"""Between two stretches that do not follow each other in the source."""

_FULL = str.maketrans(",;!?()", "，；！？（）")
# The signs of 1,234 and 12:30 stay, and so does the bracket of formulas: Cr(VI).
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_COLON = re.compile(r":(?!//)(?<!\d:(?=\d))")
_STOP_OF_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\.(?=\s*$|[\u4e00-\u9fff])")
_STRAIGHT = {'"': "“”", "'": "‘’"}
_CORNERS = str.maketrans("「」『』", "“”‘’")
# 1. 1、 （1） (一) 一、 ① 第一， 一是 before the words that they count.
_NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]，"
    r"|[一二三四五六七八九十]{1,2}是[要]?|另?一个是|再就是|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳])\s*"
)
# A time and nothing else: 2026年, 力争到2030年底前.
_TIME_ALONE = re.compile(
    r"[^\d一-鿿]*(?:力争|预计|确保|计划)?[到至在]?(?:20\d\d年?|今年|明年|“?十[四五六]五”?)"
    r"(?:期间|时期|末|底|初|前|以前|\d{1,2}月)*"
)
_BLANKS = re.compile(r"\s*\n\s*|\s+")
_PARTED = re.compile(r"[0-9A-Za-z.]")
# Brackets and quotation marks hold clauses together.
_CLAUSE = re.compile(r"((?:（[^（）]*）|“[^“”]*”|《[^《》]*》|[^，；。！？：])+)([，；。！？：]?)")
# A cell without a word: 2450, 12.5%, —.
_BARE = re.compile(r"[\d.,%/—-]*")
_EDGES = "，；。：、 "
_NAME = re.compile(r"“[^“”]{2,14}”|《[^《》]+》")
# The 2.5 of PM2.5 is no number.
_DIGITS = re.compile(r"(?<![A-Za-z\d.])\d")
_LATIN = re.compile(r"(?![Xx]{2})[A-Za-z]{2}")

# How much each thing makes a clause worth showing.
_NAMED, _NUMBERED, _LATIN_WORD, _MATTER, _OBJECT = 3, 3, 1, 2, 2
_DEED, _ASKED = 2, 6
_HOLLOW, _WISH, _LEANING, _GRANTED, _TOO_SHORT, _TORN = -5, -3, -12, -12, -8, -6
# What a character must be worth to have its room.
_ROOM = 0.15
_MOST_OF_THEMES, _SHORT, _LONG, _TOO_LONG_BY = 6, 6, 30, 10
# So many characters more than another clause are no more said.
_ADDED = 4


class Clause(NamedTuple):
    """A clause as shown, and the sign behind it."""

    words: str
    sign: str


def stretch(dossier: Dossier, start: int, end: int) -> str:
    r"""A stretch of a report as shown, without what the page set between its words.

    `（一）加强"回头看",办结\n3件。` is shown as 加强“回头看”，办结3件.
    """
    plain = dossier.extraction.outline.source.plain
    inside = (
        (max(item.start, start), min(item.end, end))
        for item in dossier.extraction.outline.furniture
        if item.start < end and item.end > start
    )
    edges = [(start, start), *sorted(inside), (end, end)]
    return shown("".join(plain[after:before] for (_, after), (before, _) in pairwise(edges)))


def quote(dossier: Dossier, fact: Fact) -> str:
    """All of a fact's quote as shown."""
    return stretch(dossier, fact.start, fact.end)


def in_one_row(words: str) -> str:
    """The cells of a row of a table in a row, but for numbers that only its head explains.

    `石塘镇|干渠防渗12公里|2450|11月底` is shown as 石塘镇；干渠防渗12公里；11月底.
    """
    cells = [cell.strip() for cell in words.split("|")]
    return BETWEEN.join(cell for cell in cells if len(cells) == 1 or not _BARE.fullmatch(cell))


def shown(plain: str) -> str:
    """Words of a plain copy with full-width signs, without numbering and signs at the edges."""
    text = _on_one_line(without_unseen(plain)).translate(_FULL).translate(_CORNERS)
    text = _BETWEEN_DIGITS.sub(",", text)
    text = _STOP_OF_HAN.sub("。", _COLON.sub("：", text))
    for straight, pair in _STRAIGHT.items():
        text = _paired(text, straight, pair)
    return _whole(_NUMBERING.sub("", text.strip(_EDGES)).strip(_EDGES))


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of shown words."""
    return tuple(Clause(*match.groups()) for match in _CLAUSE.finditer(text))


def condensed(text: str, most: int, about: Iterable[str] = (), *, problem: bool = False) -> str:
    """Shown words cut down to the stretches of clauses that say most, `most` characters or less.

    Clauses with words of `about` say more, and in a `problem` those with words of what is lacking;
    there a clause behind a comma may have its subject before it, where promises have none. Where
    no clause is so short, the one that says most is all there is.
    """
    if len(text) <= most:
        return text
    parts = clauses(text)
    about = tuple(about)
    asked = (*about, *(_shortcomings() if problem else ()))
    weights = [weight(part.words, asked) - _ROOM * len(part.words) for part in parts]
    # What is asked about comes first: 到2030年臭氧下降,农村污水治理率达到80% on ozone.
    if any(_says(part.words, about) for part in parts):
        weights = [
            one if _says(part.words, about) else min(one, 0.0)
            for one, part in zip(weights, parts, strict=True)
        ]
    torn = [problem and at > 0 and _is_torn(*parts[at - 1 : at + 1]) for at in range(len(parts))]
    kept: set[int] = set()
    while run := _best_run(parts, weights, torn, kept, most - len(_joined(parts, kept))):
        kept |= set(run)
    return _joined(parts, kept) if kept else weightiest(text, asked)


def weightiest(text: str, about: Iterable[str] = ()) -> str:
    """The clause of shown words that names most: 完成《方案》编制 of 持续发力，完成《方案》编制.

    One with a word of `about` comes before all others. Of two that name as much it is the later
    one: what comes first is often but a preface.
    """
    about = tuple(about)
    parts = [clause.words for clause in reversed(clauses(text))]
    found = [words for words in parts if _says(words, about)] or parts
    return max(found, key=lambda words: weight(words, about), default=text)


def _says(clause: str, about: Iterable[str]) -> bool:
    """Whether a clause has one of the words asked about, or speaks of one that is a matter."""
    about = tuple(about)
    if any(word in clause for word in about):
        return True
    return bool(about) and any(name in about for name in named_matters(clause))


def without(text: str, said: Iterable[str]) -> str:
    """Shown words without the clauses that stand in what is said already, beside them."""
    told = [clause.words for words in said for clause in clauses(words)]
    parts = clauses(text)
    kept = {at for at, part in enumerate(parts) if not _is_told(part.words, told)}
    return _joined(parts, kept)


def weight(clause: str, about: Collection[str] = ()) -> float:
    """How much a clause says: names, numbers, things; less where it is hollow or very long."""
    words = quote_words()
    return sum(
        (
            _ASKED * sum(word in clause for word in about),
            _NAMED * min(len(_NAME.findall(clause)), 2),
            _NUMBERED * bool(_DIGITS.search(clause)),
            _LATIN_WORD * bool(_LATIN.search(clause)),
            _MATTER * min(len(named_matters(clause)), 2),
            _OBJECT * matters().objects.kinds.within(clause),
            _DEED * (words.deeds.match(clause) is not None),
            _of_themes(clause),
            _HOLLOW * words.hollow.within(clause),
            _WISH * (words.wishes.match(clause) is not None),
            _LEANING * _leans(clause),
            _GRANTED * (words.granting.within(clause) or words.done.within(clause)),
            _TOO_SHORT * (len(clause) < _SHORT and not _DIGITS.search(clause)),
            -max(0, len(clause) - _LONG) / _TOO_LONG_BY,
        )
    )


def _shortcomings() -> tuple[str, ...]:
    """Words of what is lacking."""
    words = problem_words().passing
    return words.plain + words.weak


def _leans(clause: str) -> bool:
    """Whether a clause is but the setting of the next one: 以断面达标为目标, 到2030年."""
    impacts = problem_words().cause.impacts.group
    setting = re.fullmatch(
        rf"以.+为.{{2,4}}|(?:我.)?为.+|在.+[上下中时]|受.+{impacts}|.+方面", clause
    )
    timed = _TIME_ALONE.fullmatch(clause) is not None
    return timed or setting is not None or quote_words().leaning.match(clause) is not None


def listed(stretches: Iterable[str]) -> str:
    """Stretches in a row, each once."""
    return BETWEEN.join(dict.fromkeys(stretches))


def _is_told(clause: str, told: Iterable[str]) -> bool:
    """Whether a clause is one of those told, or has but a word more: 主要原因是投入不足."""
    leads = (word.strip(",:") for word in problem_words().cause.after)
    lead = max((word for word in leads if clause.startswith(word)), key=len, default="")
    bare = clause.removeprefix(lead)
    if lead and not bare:
        return True
    return any(
        bare in other or (other in bare and len(bare) - len(other) <= _ADDED) for other in told
    )


def _best_run(
    parts: Sequence[Clause],
    weights: Sequence[float],
    torn: Sequence[bool],
    kept: Collection[int],
    room: int,
) -> range:
    """The run of clauses beside the kept ones that says most and has room; none of no weight.

    The first has the clause that says most of all.
    """
    top = max(range(len(parts)), key=weights.__getitem__)

    def worth(run: range) -> float:
        off = torn[run.start] and run.start - 1 not in kept
        return sum(weights[run.start : run.stop]) + _TORN * off

    runs = (
        range(first, last + 1)
        for first in range(len(parts))
        for last in range(first, len(parts))
        if not any(at in kept for at in range(first, last + 1))
        and (kept or first <= top <= last)
        and sum(len(parts[at].words) + 1 for at in range(first, last + 1)) <= room
    )
    return max((run for run in runs if worth(run) > 0), key=worth, default=range(0))


def _is_torn(before: Clause, clause: Clause) -> bool:
    """Whether a clause may lean on the one before; 同时 holds nothing, 但 begins anew."""
    holds = before.sign == "，" and len(before.words) >= _SHORT
    return holds and quote_words().anew.match(clause.words) is None


def _joined(parts: tuple[Clause, ...], kept: set[int]) -> str:
    """The kept clauses: neighbours with their own sign, others parted by the same one."""

    def pieces() -> Iterator[str]:
        for at in sorted(kept):
            yield parts[at].words
            follows = at + 1 in kept and parts[at].sign not in "。！？"
            yield parts[at].sign if follows else BETWEEN

    return _whole("".join(pieces()).strip(_EDGES))


def _of_themes(clause: str) -> int:
    """How surely the clause names a theme, by its strongest words."""
    found = {match[0] for match in _theme_words().finditer(clause)}
    weights = (max(weight for _, weight in theme_weights()[word]) for word in found)
    return min(sum(weights) // 2, _MOST_OF_THEMES)


@cache
def _theme_words() -> Words:
    return Words(theme_weights())


def _on_one_line(text: str) -> str:
    """Line ends fall away, and so do blanks but those between letters or digits: GB 3095."""

    def filler(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        parts = _PARTED.match(before) and _PARTED.match(after) and "\n" not in match[0]
        return " " if parts else ""

    return _BLANKS.sub(filler, text)


def _paired(text: str, straight: str, pair: str) -> str:
    """Straight quotation marks as opening and closing ones in turn."""
    pieces = text.split(straight)
    signs = (pair[at % 2] for at in range(len(pieces) - 1))
    return pieces[0] + "".join(sign + piece for sign, piece in zip(signs, pieces[1:], strict=True))


def _whole(text: str) -> str:
    """Words without a quotation mark that lost its partner: “完成12家."""
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) != text.count(closing):
            text = _without_odd(text, opening, closing)
    return text


def _without_odd(text: str, opening: str, closing: str) -> str:
    """The text without the signs of a pair that have no partner."""
    odd: list[int] = []
    for at, sign in enumerate(text):
        if sign == closing and odd and text[odd[-1]] == opening:
            odd.pop()
        elif sign in (opening, closing):
            odd.append(at)
    return "".join(sign for at, sign in enumerate(text) if at not in odd)
