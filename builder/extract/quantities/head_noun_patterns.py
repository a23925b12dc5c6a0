"""The patterns by which a noun is told from what stands between it and its number."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.vocabulary.generic.amounts import area_words, deeds, noun_words
from builder.vocabulary.generic.labels import label_words


class HeadNounPatterns(NamedTuple):
    """`change_only` is all that stands before a number that tells a change, `changed` ends what

    names a value; `verbs` lead to what was made for money.
    """

    change_only: re.Pattern[str]
    changed: re.Pattern[str]
    change_behind: re.Pattern[str]
    verbs: re.Pattern[str]
    recurring: re.Pattern[str]
    verb_with_object: re.Pattern[str]
    verb_at_end: re.Pattern[str]
    measured: re.Pattern[str]


@cache
def head_noun_patterns() -> HeadNounPatterns:
    """The patterns, made of the words of the vocabulary once."""
    words, nouns = label_words(), noun_words()
    change, areas, verbs = words.change, area_words(), deeds().with_object.pattern
    changes, each, bases = (
        f"{change.verbs.group}+了?",
        change.each.pattern,
        change.bases.pattern,
    )
    years, same_time = change.years.pattern, change.same_time.pattern
    whose = f"{areas.whole.pattern}|{areas.own.pattern}|{words.whose.pattern}"
    return HeadNounPatterns(
        change_only=re.compile(
            f"^(?:{bases}|较[^,。;]*|比[^,。;]*|与[^,。;]*相比)?(?:{each})?"
            f"(?:{changes}|占{gap(8)})$"
        ),
        changed=re.compile(
            f"(?:{bases}|{each})*{changes}$|{change.equal.group}(?:{years})(?:{same_time})?的?$"
        ),
        change_behind=re.compile(f"的?(?:相比)?(?:{bases}|{each})?{changes}(?![到至为成])"),
        verbs=re.compile(f"^{words.verbs.group}+"),
        recurring=re.compile(f"^{words.average.group}?{words.recurring.group}"),
        # 检查118家企业, 督促县6家部门, 首批12家企业.
        verb_with_object=re.compile(
            f"(?:{verbs})(?:了|并)?(?:{whose})?|{nouns.attributes.group}的?"
        ),
        verb_at_end=re.compile(f"(?:{verbs})$"),
        measured=re.compile(f"{nouns.measured.group}(?<!{nouns.substances.pattern})$"),
    )
