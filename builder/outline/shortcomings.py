"""Whether a sentence says what is wrong, and nothing of what was or will be done about it.

`监测站仪器老化严重,持证上岗人员偏少。` stands in a plan as well as among problems, and is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE, gap
from builder.numerals import TO_TEN
from builder.vocabulary.generic.shortcomings import ShortcomingWords, shortcoming_words

# A statement of less is a heading or a label: 监管薄弱.
MIN_CLAUSE_CHARACTERS = 5
# Of so many clauses one may only say why: 重型货车过境量大,检验机构弄虚作假时有发生.
SHARE_OF_WRONG = 0.5
# One clause before 还有差距 may only say of what: 与先进地区相比,短板明显,还有差距.
FEWEST_NAMED = 2
_SIGNS_AT_END = (frozenset("。;"), frozenset("”’"))


class _Patterns(NamedTuple):
    """`wrong` is what goes on up to the end of a clause, and has no last words of its own."""

    wrong: re.Pattern[str]
    view: re.Pattern[str]
    deed: re.Pattern[str]


def ends_wrong(clause: str) -> bool:
    """Whether a clause ends with what is wrong: `接户管衔接不畅`, `监管缺位`, not `永不停步`."""
    patterns = _patterns()
    return _is_wrong(clause) and patterns.deed.search(clause) is None


def states_shortcoming(sentence: str) -> bool:
    """Whether a sentence does nothing but say what is wrong.

    Each clause does, but for `从今年的情况看` and one that says why; none tells of a deed.
    """
    patterns = _patterns()
    told = [clause for one in CLAUSE.findall(sentence) if (clause := one.strip())]
    last = next((one for one in reversed(told) if not patterns.view.fullmatch(one)), None)
    # The last clause of most sentences says nothing wrong; they need no closer look.
    if last is None or not _is_wrong(last):
        return False
    clauses = [one for one in told if not patterns.view.fullmatch(one)]
    if any(patterns.deed.search(one) for one in clauses):
        return False
    wrong = [_is_wrong(one) for one in clauses]
    whole = any(
        one and len(clause) >= MIN_CLAUSE_CHARACTERS
        for one, clause in zip(wrong, clauses, strict=True)
    )
    return whole and sum(wrong) >= len(wrong) * SHARE_OF_WRONG


def names_before_last(sentence: str) -> bool:
    """Whether a sentence names what is wrong before its last clause, which sums up: `还有差距`.

    `投诉居高不下,监管缺位,离群众期待还有差距。` announces nothing more.
    """
    return sum(map(ends_wrong, CLAUSE.findall(sentence)[:-1])) >= FEWEST_NAMED


def _is_wrong(clause: str) -> bool:
    """Whether the last words of a clause say what is wrong, whatever was done about it."""
    words = shortcoming_words()
    bare = clause.removesuffix("\n")
    for signs in _SIGNS_AT_END:
        bare = bare[:-1] if bare[-1:] in signs else bare
    if words.ends.ending(bare):
        return True
    for one in words.lacking.ending(bare):
        if _is_negated(words, bare[: -len(one)]):
            return True
    return _patterns().wrong.search(clause) is not None


def _is_negated(words: ShortcomingWords, before: str) -> bool:
    """`不` of `不到位`, and not that of `永不停步`."""
    return any(
        not before[: -len(one)].endswith(words.no_negations)
        for one in words.negations.ending(before)
    )


@cache
def _patterns() -> _Patterns:
    words = shortcoming_words()
    ending = "[”’]?[。;]?$"
    # Every branch begins with a fixed character, so that most places are passed over at once.
    wrong = (
        f"{words.no_badly.not_ending()}{words.badly.group}{gap(3, 1, digits=False)}{ending}",
        words.remaining.followed_by(f"{gap(8, 2, digits=False)}{ending}"),
        *_undone(words, ending),
    )
    # 得到有效解决 was; 没有得到有效解决 says what is wrong.
    negative = "".join(f"(?<!{re.escape(one)})" for one in words.negations)
    return _Patterns(
        wrong=re.compile("|".join(wrong)),
        view=re.compile(
            f"{words.views.group}[^,。;]{{0,16}}?{words.view_ends.group}?|.{{0,16}}{words.view_ends.group}"
            # 占投诉总量的四成 only says how much.
            f"|占[^,。;]{{1,12}}(?:[{TO_TEN}]成|%|半|之[{TO_TEN}]){gap(3)}"
        ),
        deed=re.compile(
            f"^{words.deeds.group}|{negative}{words.anywhere.group}"
            f"|{words.fought.group}{gap(16, 2)}{words.faults.group}[”’]?[。;]?$"
        ),
    )


def _undone(words: ShortcomingWords, ending: str) -> Iterator[str]:
    """`迟迟未注入`, `至今没有根治`, `无法自测`, `缺少高级职称人员`."""
    undone = f"{words.undone.group}(?!{gap(2)}{words.good_undone.group}){gap(10, 1)}"
    yield words.late.followed_by(undone + ending)
    yield words.unable.followed_by(f"(?!{gap(4)}{words.good_undone.group}){gap(8, 2)}{ending}")
    for one in words.lacking_things:
        yield f"{re.escape(one)}(?<![不非]{re.escape(one)}){gap(12, 2)}{ending}"
