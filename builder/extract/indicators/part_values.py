"""Values that stand behind a metric's own: those of parts of the place, and its share.

Of the place: 其中城区88.2%,乡镇92%; 34微克(13个国考城市35微克). Its share: 优良天数301天,占比82.3%.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, fitting_unit
from builder.extract.indicators.scopes import condition, places
from builder.extract.indicators.value_patterns import part_patterns
from builder.text.number_roles import NumberRole, RoledNumber
from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.scopes import scope_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.extract.indicators.scope_resolver import Scopes
    from builder.vocabulary.environment.metrics import Metric

OTHER_RATE = re.compile(r"[,;。][\u4e00-\u9fff]{2,}率[^,;。率]{0,6}\d")
BREAK = re.compile(r"[,;:()。]")
MAX_LEAD_CHARACTERS = 30
# 优良率超过95%的有|松林县(|97.8%)和|云台县(|95.4%).
NAMED = re.compile(
    r"(?P<first>的[^,;。\d]{0,6}有)?(?:[)、和及与,]|以及)*(?P<name>[\u4e00-\u9fff]{2,10})\($"
)


def part_values(
    text: str, group: MentionGroup, metric: Metric, behind: Sequence[RoledNumber], scopes: Scopes
) -> list[Draft]:
    """The drafts of parts and of the share among the labels behind a metric's own value."""
    found: list[Draft] = []
    edge = group.end
    for nth, run in enumerate(_runs(behind)):
        number = run[0].number
        start = _lead_start(text, edge, run[0].start)
        lead = text[start : run[0].start]
        if OTHER_RATE.search(text, group.end, start):
            # 治理率51.2%;设施正常运行率以90%为基准,…我县为86%: the part is that of the other rate.
            break
        if number is None or len(lead) > MAX_LEAD_CHARACTERS:
            continue
        if metric.percent is not None and nth == 0 and part_patterns().share.fullmatch(lead):
            found += scopes.drafts(group, metric_of(metric.percent), run[0], run[:1], 0)
        elif fitting_unit(metric, number) is not None:
            found += _of_parts(metric, group, run, lead, start, scopes)
            edge = run[-1].end
    return found


def bracketed_values(
    text: str, group: MentionGroup, metric: Metric, behind: Sequence[RoledNumber], scopes: Scopes
) -> list[Draft]:
    """The values of places named for what they reached: …的有松林县(97.8%)和云台县(95.4%)."""
    found: list[Draft] = []
    edge = group.end
    for label in behind:
        named = NAMED.search(text, edge, label.start)
        fits = label.number is not None and not label.masked and fitting_unit(metric, label.number)
        if named is None or bool(found) == (named["first"] is not None) or not fits:
            if found:
                break
            edge = label.end
            continue
        found.append(scopes.of_part(group, metric, label, named["name"], named.start("name")))
        edge = label.end
    return found


def _runs(labels: Sequence[RoledNumber]) -> list[list[RoledNumber]]:
    """Values that stand together in a list (48%、42%), each list as one."""
    runs: list[list[RoledNumber]] = []
    for label in labels:
        if label.role is not NumberRole.VALUE or label.masked:
            continue
        if label.listed and runs and runs[-1][-1].end + 1 >= label.start - 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _lead_start(text: str, edge: int, offset: int) -> int:
    """Where the words before a value begin: behind a break, or the value before."""
    breaks = [match.end() for match in BREAK.finditer(text, edge, offset)]
    return breaks[-1] if breaks else edge


def _of_parts(
    metric: Metric,
    group: MentionGroup,
    run: Sequence[RoledNumber],
    lead: str,
    start: int,
    scopes: Scopes,
) -> list[Draft]:
    """One draft for each value: 其中甲县、乙县分别为48%、42% has two, 其中12月份为48% one."""
    words = indicator_words().parts
    bare = scope_words().partitive.sub("", _name(scopes.words(start, run[0].start)))
    if len(run) == 1 and not bare:
        return scopes.of_time(group, metric, run[0], start)
    name = _name(lead)
    is_part = part_patterns().name.fullmatch(name) and not words.other_work.within(name)
    if condition(name) != name and not is_part:
        return []
    names = places(name)
    if len(names) != len(run):
        names = (name,) * len(run)
    return [
        scopes.of_part(group, metric, label, scope, start)
        for label, scope in zip(run, names, strict=True)
    ]


def _name(lead: str) -> str:
    """The words before a value that name its part."""
    opening = part_patterns().opening.match(lead)
    return part_patterns().tail.sub("", lead[opening.end() :] if opening else lead)
