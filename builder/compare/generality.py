"""Whether a figure is a bureau's own, for all of its work and its year.

A fine of one campaign, of letters that inspectors handed over or of five years stands beside no
bureau's fines of a year. All texts here are in Simplified Chinese.
"""

from __future__ import annotations

import re

from builder.compare.blocks import stands_in_block
from builder.model import Problem, Quantity, Tally
from builder.model.comparison import Dossier
from builder.vocabulary.environment.work import quantity_kinds
from builder.vocabulary.words import Words

_STOPS = re.compile(r"[。!?\n]")
_COMMAS = re.compile(r"[,。;!?\n]")
# 2021年以来, 2016-2023年, 自2021年起; the report's own year since its beginning is that year.
_SINCE = re.compile(
    r"((?:19|20)\d{2})年(?:\d{1,2}月)?(?:份)?(?:以来|起)"
    r"|((?:19|20)\d{2})年?[-—~至到](?:19|20)\d{2}年"
)
_TIMES = re.compile(r"\d+(?:次|轮|个|项)")


def is_general(fact: Quantity | Tally, dossier: Dossier) -> bool:
    """Whether a figure is told as the bureau's whole one of its time.

    全年立案38起 is. None is what a campaign or letters brought (开展“利剑”专项执法,立案38起,
    督察期间交办信访件64件,罚款86万元), what five years did, and what stands in a problem or under
    its heading (查处露天焚烧34起,罚款2.1万元).
    """
    told = any(one.start <= fact.start < one.end for one in dossier.of(Problem))
    if told or stands_in_block(fact, dossier):
        return False
    source = dossier.extraction.outline.source.plain
    begun = max((found.end() for found in _STOPS.finditer(source, 0, fact.start)), default=0)
    lead = source[begun : fact.start].replace("\n", "")
    if _is_of_years(_COMMAS.split(lead)[-1] + dossier.plain(fact), dossier):
        return False
    # Letters are raised in the same half of a sentence, and are what a set of letters itself is of.
    handed = isinstance(fact, Quantity) and _is_handed(lead.rsplit(";", 1)[-1])
    return not (handed or _is_of_part(lead))


def _is_of_years(told: str, dossier: Dossier) -> bool:
    """五年累计罚款, 2021年以来; since the beginning of the report's own year is no other time."""
    if quantity_kinds().part.years.within(told):
        return True
    found, period = _SINCE.search(told), dossier.line.period
    return found is not None and (
        found[2] is not None or period is None or int(found[1]) != period.start.year
    )


def _is_handed(lead: str) -> bool:
    words = quantity_kinds().part
    return _last(words.handed, lead) > _last(words.whole, lead)


def _is_of_part(lead: str) -> bool:
    """Whether a sentence speaks of one campaign or of cases, and of all not again."""
    words = quantity_kinds().part
    campaigns = words.campaigns.finditer(lead)
    last = max((f.end() for f in campaigns if not _is_several(lead, f)), default=-1)
    return max(last, _last(words.cases, lead)) > _last(words.whole, lead)


def _last(words: Words, text: str) -> int:
    """Where the last of the words ends; before the text where there is none."""
    return max((found.end() for found in words.finditer(text)), default=-1)


def _is_several(lead: str, found: re.Match[str]) -> bool:
    """多领域专项执法行动, 专项行动8次: not one campaign."""
    before = _COMMAS.split(lead[: found.start()])[-1]
    counted = _TIMES.match(lead, found.end()) is not None
    return counted or quantity_kinds().part.several.within(before)
