"""Metrics named together (PM10、SO2和NO2), which share what stands behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from builder.text.metric_mentions import Mention
from builder.vocabulary.environment.indicators import indicator_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.number_roles import RoledNumber

# How much text may stand between a group and its first value.
MAX_GAP_CHARACTERS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionGroup:
    """Metrics named together, and how far the text behind them is theirs."""

    mentions: tuple[Mention, ...]
    start: int
    end: int
    until: int

    def behind(self, labelled: Sequence[RoledNumber]) -> list[RoledNumber]:
        """The numbers between the names of this group and those of the next."""
        return [label for label in labelled if self.end <= label.start < self.until]


@cache
def _link() -> re.Pattern[str]:
    """What stands between the names of one group: PM10(可吸入颗粒物)和SO2."""
    tails = indicator_words().name_tails.pattern
    return re.compile(
        rf"(?:\([^()]{{0,24}}\))?(?:{tails})*(?:(?:[、和与]|以?及)[\u4e00-\u9fff]{{0,4}}|[/,]?)"
    )


def mention_groups(text: str, mentions: Sequence[Mention], end: int) -> list[MentionGroup]:
    """The groups of a sentence's metrics; `end` is where the sentence ends."""
    found: list[list[Mention]] = []
    for mention in mentions:
        if found and found[-1][-1].end == mention.start:
            found[-1][-1] = mention
        elif found and _link().fullmatch(text, found[-1][-1].end, mention.start):
            found[-1].append(mention)
        else:
            found.append([mention])
    ends = [*(group[0].start for group in found), end][1:]
    return [
        MentionGroup(mentions=tuple(group), start=group[0].start, end=group[-1].end, until=until)
        for group, until in zip(found, ends, strict=True)
    ]
