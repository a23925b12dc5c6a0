"""Offices of a township, which has no bureau: 澄垭县柳坪镇生态环境办公室, 青石街道办事处."""

from __future__ import annotations

import re
from functools import cache

from builder.extract.report.bureaus import HAN, OtherBureau
from builder.vocabulary.environment.bureaus import bureau_words


def town_office(title: str) -> OtherBureau | None:
    """The office of a township that a title begins with, by its full name."""
    found = _office().match(title)
    if found is None or bureau_words().towns.no_names.within(found["place"]):
        return None
    return OtherBureau(found[0][found.start("place") :], found["place"])


def is_town(place: str) -> bool:
    """Whether a place is a township: 澄垭县柳坪镇, but not 景德镇市."""
    return place.endswith(bureau_words().towns.kinds)


@cache
def _office() -> re.Pattern[str]:
    """A town, behind its county or not, and its office: for the environment or all it has."""
    words = bureau_words()
    towns = words.towns
    return re.compile(
        rf"(?:(?:19|20)\d\d年度?)?(?:{words.labels.group})?"
        rf"(?P<place>(?:{HAN}{{2,8}}?{words.division_kinds.group})?{HAN}{{1,6}}?{towns.kinds.group})"
        rf"(?:{words.fields.group}{HAN}{{0,4}}?{towns.offices.group}"
        rf"|{words.governments.group}|{towns.whole.group})"
    )
