"""Where items were raised: by which inspection, campaign or complaint."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.extract.patterns import either
from builder.model import TallySource
from builder.vocabulary.inspections import inspections

ENDS = re.compile(r"[;。]")


class _Words(NamedTuple):
    inspection: re.Pattern[str]
    central: re.Pattern[str]
    provincial: re.Pattern[str]
    mixed: re.Pattern[str]
    municipal: re.Pattern[str]
    referring: re.Pattern[str]
    campaign: re.Pattern[str]
    others: tuple[tuple[re.Pattern[str], TallySource], ...]


@cache
def _words() -> _Words:
    words = inspections().sources
    inspection = either(words.inspection)
    # 实行动态清零 holds the letters of 行动.
    campaign = re.compile(f"(?<!实)(?:{either(words.campaign)})(?!态)")
    return _Words(
        inspection=re.compile(inspection),
        central=re.compile(f"(?:{either(words.central)})[^,;。]{{0,16}}?(?:{inspection})"),
        provincial=re.compile(f"(?:{either(words.provincial)})[^,;。]{{0,14}}?(?:{inspection})"),
        mixed=re.compile(f"(?:{either(words.mixed)})[^,;。]{{0,14}}?(?:{inspection})"),
        municipal=re.compile(f"市[级委]?[^,;。]{{0,8}}?(?:{inspection})"),
        referring=re.compile(either(words.referring)),
        campaign=campaign,
        others=(
            (re.compile(either(words.assembly)), TallySource.OTHER),
            (re.compile(either(words.discipline)), TallySource.DISCIPLINE),
            (re.compile(either(words.outfall)), TallySource.OUTFALL),
            (campaign, TallySource.CAMPAIGN),
            (re.compile(either(words.petition)), TallySource.PETITION),
        ),
    )


def tally_source(text: str, context: str) -> TallySource:
    """Where the items of `text` were raised; `context` is what stands before it in its item."""
    words = _words()
    if words.inspection.search(text):
        return _inspection(text) or _named_before(context) or TallySource.MIXED_INSPECTION
    for pattern, source in words.others:
        if pattern.search(text):
            return source
    return _referred(text, context) or TallySource.OTHER


def _referred(text: str, context: str) -> TallySource | None:
    """What a text refers to that says 检查发现, 期间 or 整改任务 of something named before it."""
    words = _words()
    if words.referring.search(text):
        if found := _named_before(context):
            return found
        if words.campaign.search(context):
            return TallySource.CAMPAIGN
    return None


def _named_before(context: str) -> TallySource | None:
    """Whose inspection was named last before a place."""
    for piece in reversed(ENDS.split(context)):
        if source := _inspection(piece):
            return source
    return None


def _inspection(text: str) -> TallySource | None:
    """Whose inspection it is, or None where the text doesn't tell."""
    words = _words()
    central, provincial = words.central.search(text), words.provincial.search(text)
    if words.mixed.search(text) or (central and provincial):
        return TallySource.MIXED_INSPECTION
    if central:
        return TallySource.CENTRAL_INSPECTION
    if provincial:
        return TallySource.PROVINCIAL_INSPECTION
    return TallySource.OTHER if words.municipal.search(text) else None
