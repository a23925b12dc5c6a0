"""Where items were raised: by which inspection, campaign or complaint."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import STATEMENT_END, gap
from builder.model import TallySource
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.model import Outline


class _Words(NamedTuple):
    inspection: re.Pattern[str]
    central: re.Pattern[str]
    provincial: re.Pattern[str]
    mixed: re.Pattern[str]
    municipal: re.Pattern[str]
    referring: Words
    campaign: re.Pattern[str]
    petition: Words
    own_line: Words
    giver: re.Pattern[str]
    rectified: Words
    own_source: re.Pattern[str]
    others: tuple[tuple[Words | re.Pattern[str], TallySource], ...]


@cache
def _words() -> _Words:
    words = inspections().sources
    # 省级“回头看” is an inspection's, and 回头看 alone is anybody's.
    whose = f"{words.central.group}|国家|{words.provincial.group}|省级"
    inspection = f"(?:{words.inspection.pattern}|(?:{whose}){gap(6)}?“?{words.looking_back.group})"
    # 实行动态清零 holds the letters of 行动; a plain 排查 or 检查 is somebody's daily work.
    campaign = re.compile(
        f"(?<!实){words.campaign.group}(?!态|{words.no_campaign.pattern})"
        f"|{words.assaults.group}(?!{words.mottoes.pattern})"
    )
    looking = f"(?:{inspection}|“?{words.looking_back.group})"
    central = f"(?:{words.central.pattern}|国家){gap(16)}?{looking}"
    provincial = f"{words.provincial.group}{gap(14)}?{looking}"
    return _Words(
        inspection=re.compile(inspection),
        central=re.compile(f"{central}|{words.central_names.pattern}"),
        provincial=re.compile(f"{provincial}|{words.provincial_names.pattern}"),
        # 两轮中央督察 is of one level; an inspection and the bureau's own line are of several.
        mixed=re.compile(
            f"{words.mixed.group}(?!{words.one_level.pattern}|省级?[^、和及]){gap(14)}?{inspection}"
            f"|{inspection}{gap(14)}?[、和及与]{gap(8)}?{words.own_line.group}"
        ),
        # 市政府坚持把督察整改作为政治任务 names no inspection of the city's own.
        municipal=re.compile(f"市(?:[级委]{gap(8)}?|{gap(6, no='把将以对')}?){inspection}(?!整改)"),
        referring=words.referring,
        campaign=campaign,
        petition=words.petition,
        own_line=words.own_line,
        giver=re.compile(f"{words.givers.group}{gap(4)}[转交移督]"),
        rectified=words.rectified,
        own_source=re.compile(
            f"{words.assembly.group}|{words.daily.group}|{words.givers.group}{gap(4)}[转交移督]"
        ),
        others=(
            (
                re.compile(
                    f"(?:{words.central.pattern}|国家){gap(12)}?{words.films.group}"
                    f"|(?<!省){words.central_names.group}"
                ),
                TallySource.CENTRAL_INSPECTION,
            ),
            (
                re.compile(f"(?:{words.provincial.pattern}|省){gap(12)}?{words.films.group}"),
                TallySource.PROVINCIAL_INSPECTION,
            ),
            (words.assembly, TallySource.OTHER),
            (words.discipline, TallySource.DISCIPLINE),
            (words.outfall, TallySource.OUTFALL),
            (campaign, TallySource.CAMPAIGN),
            (words.petition, TallySource.PETITION),
        ),
    )


def tally_source(text: str, context: str) -> TallySource:
    """Where the items of `text` were raised; `context` is what stands before it in its item."""
    words = _words()
    if words.inspection.search(text):
        return _inspection(text) or named_before(context) or TallySource.MIXED_INSPECTION
    if source := _handed_over(text, context):
        return source
    for pattern, source in words.others:
        if pattern.search(text):
            return source
    return _referred(text, context) or TallySource.OTHER


def raised_in_report(outline: Outline, own: str) -> bool:
    """Whether items without a nearer word are those of the report's subject, 督察整改.

    What 审计 or 人大 raised, or a bureau's own daily checks found (日常巡查发现), is not.
    """
    words = _words()
    title = "" if outline.title is None else outline.source.plain[slice(*outline.title)]
    title = "".join(title.split())
    if not words.inspection.search(title) or not words.rectified.search(title):
        return False
    return not (words.own_source.search(own) or words.municipal.search(own))


def _handed_over(text: str, context: str) -> TallySource | None:
    """Whose inspection handed complaints over: 督察组进驻我市。期间共转办信访件40件.

    Those of the bureau's own lines, or handed over by somebody else (省厅转办), are not the
    inspection's.
    """
    words = _words()
    handed = words.referring.search(text) and words.petition.search(text)
    if not handed or words.own_line.search(text) or words.giver.search(text):
        return None
    return named_before("。".join(STATEMENT_END.split(context)[-2:]))


def _referred(text: str, context: str) -> TallySource | None:
    """What a text refers to that says 检查发现, 期间 or 整改任务 of something named before it."""
    words = _words()
    if words.referring.search(text):
        if found := named_before(context):
            return found
        if words.campaign.search(context):
            return TallySource.CAMPAIGN
    return None


def named_before(context: str) -> TallySource | None:
    """Whose inspection was named last before a place."""
    for piece in reversed(STATEMENT_END.split(context)):
        if source := _inspection(piece):
            return source
    return None


def _inspection(text: str) -> TallySource | None:
    """Whose inspection it is, or None where the text doesn't tell."""
    words = _words()
    # 面对上级督察不回避,中央督察组交办的26件: what is named behind a motto is nearer.
    several = words.mixed.search(text)
    begin = several.end() if several else 0
    central, provincial = words.central.search(text, begin), words.provincial.search(text, begin)
    if (central and provincial) or (several and not (central or provincial)):
        return TallySource.MIXED_INSPECTION
    if central:
        return TallySource.CENTRAL_INSPECTION
    if provincial:
        return TallySource.PROVINCIAL_INSPECTION
    return TallySource.OTHER if words.municipal.search(text) else None
