"""The reports, each with its bureau's name, and the order in which all tables have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.compare.cautions import cautions
from builder.compare.masks import masked
from builder.compare.named_order import names_of
from builder.config import Config
from builder.model import Extraction, Level, ReportLine, SourceKind
from builder.model.comparison import BureauName, Dossier
from builder.vocabulary.environment.bureaus import bureau_words
from builder.vocabulary.environment.metrics import comparability

# An office of a committee is no bureau: of 雾江县环境保护委员会办公室 the county is named.
_OFFICES = (
    "生态环境局",
    "生态环境厅",
    "环境保护局",
    "环境保护厅",
    "生态环境保护委员会",
    "环境保护委员会",
    "环委会",
    "环保局",
    "生态环境",
)
_BRANCHES = ("分局", "直属", "派出")
_DIVISIONS = "省市县区州盟旗"
_LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.UNKNOWN)


def dossiers(extractions: Iterable[Extraction], config: Config) -> tuple[Dossier, ...]:
    """All reports by level and name, each with its bureau's name; `arranged` orders them."""
    ordered = sorted(extractions, key=_by_level)
    names = _distinct_names([extraction.report for extraction in ordered])
    return tuple(
        Dossier(
            number=number,
            extraction=extraction,
            name=name,
            homes=_homes(extraction.report),
            cautions=cautions(extraction, config),
            masked=masked(extraction),
        )
        for number, (extraction, name) in enumerate(zip(ordered, names, strict=True), 1)
    )


def arranged(
    reports: Sequence[Dossier], compared: Mapping[str, int], config: Config
) -> tuple[Dossier, ...]:
    """The reports in the briefing's order, the same in every table.

    Those that the configuration names come first in its order. Then provinces before cities and
    counties, unofficial pages last, and those with more comparable values (`compared` by report)
    before the others. Reports of one bureau stay together, the latest first.
    """
    wanted = {name: position for position, name in enumerate(config.order)}

    def place(report: Dossier) -> tuple[int, bool, bool, int, int]:
        line = report.line
        return (
            _wanted(report, wanted),
            line.level is not Level.PROVINCE,
            line.source_kind is SourceKind.TEMPLATE_SITE,
            -compared.get(line.report, 0),
            report.number,
        )

    first: dict[str, tuple[int, bool, bool, int, int]] = {}
    for report in reports:
        first[report.identity] = min(place(report), first.get(report.identity, place(report)))

    def order(report: Dossier) -> tuple[object, ...]:
        period = report.line.period
        latest = -period.end.toordinal() if period else 0
        return first[report.identity], _wanted(report, wanted), latest, report.number

    return tuple(
        replace(report, number=number)
        for number, report in enumerate(sorted(reports, key=order), 1)
    )


def _wanted(report: Dossier, wanted: Mapping[str, int]) -> int:
    """The place that the configuration gives a report by one of its names."""
    return min((wanted[key] for key in names_of(report) if key in wanted), default=len(wanted))


def _by_level(extraction: Extraction) -> tuple[int, str]:
    return _LEVELS.index(extraction.report.level), extraction.report.report


def _homes(line: ReportLine) -> tuple[str, ...]:
    region, level = line.region, line.level
    if level is Level.COUNTY and region and region[-1].endswith("市"):
        # A county-level city calls itself 全市 as well.
        level = Level.CITY
    return (*region, *comparability().own[level])


def _place_name(line: ReportLine) -> str:
    """The place that a bureau is of: its region's last part, or what its own name says.

    衡南县 of 衡阳市生态环境局衡南分局, 苏州工业园区 of a bureau in 苏州市; 某区 where the text
    names no place; what the vocabulary calls the bureau or the place goes before it.
    """
    place = _place(line)
    short = bureau_words().short
    return short.get(line.bureau or "", short.get(place, place))


def _place(line: ReportLine) -> str:
    own = _spoken_place(line.bureau or "")
    place = line.region[-1] if line.region else ""
    if place and (not own or own.endswith(place) or own == place.rstrip(_DIVISIONS)):
        return place
    return own or _unnamed(line)


def _spoken_place(name: str) -> str:
    """What stands before the office in a bureau's name, or before its branch."""
    for office in _OFFICES:
        head, found, tail = name.partition(office)
        if found:
            branch = next((tail.split(word)[0] for word in _BRANCHES if word in tail), "")
            return branch.strip("()（）") or head
    return name


def _unnamed(line: ReportLine) -> str:
    """某区 for 区生态环境分局: the kind of division that the title or the level gives."""
    title = line.title or ""
    head = next((title.split(office)[0] for office in _OFFICES if office in title), "")
    kinds = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "县（区）"}
    spoken = head[-1:] if head[-1:] in _DIVISIONS else ""
    kind = (
        spoken if spoken and spoken in kinds.get(line.level, spoken) else kinds.get(line.level, "")
    )
    return f"某{kind}" if kind else line.report


def _distinct_names(lines: Sequence[ReportLine]) -> list[BureauName]:
    """What tells the bureaus apart: of namesakes the period, then a number."""
    places = [_place_name(line) for line in lines]
    names = [
        BureauName(place=place, period=line.period, dated=True)
        if places.count(place) > 1
        else BureauName(place=place)
        for place, line in zip(places, lines, strict=True)
    ]
    seen: Counter[BureauName] = Counter()
    distinct = []
    for name in names:
        seen[name] += 1
        distinct.append(name if names.count(name) == 1 else replace(name, number=seen[name]))
    return distinct
