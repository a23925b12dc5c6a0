"""材料与可比性: one row a report, with its short name, its mark and what to beware of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from builder.compare.dossiers import Dossier, numbered
from builder.compare.levels import severity
from builder.compare.periods import day_words, period_words, span
from builder.config import Config
from builder.language import Language
from builder.model import Bureau, Extraction, FlagType, Level, ReportLine, Severity
from builder.vocabulary.environment.names import names

_OFFICES = ("生态环境局", "生态环境厅", "环境保护局", "环境保护厅", "环保局", "生态环境")
_BRANCHES = ("分局", "直属", "派出")
_DIVISIONS = "省市县区州盟旗"
_LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.UNKNOWN)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SPARE_MARKS = "子丑寅卯辰巳午未申酉戌亥"

# What a reader must beware of, by the code of a finding. `count` is how often it was found.
CAUTIONS = {
    FlagType.UNOFFICIAL_SOURCE: "来自非官方网站，真伪无从核对",
    FlagType.NO_BUREAU: "未写明单位",
    FlagType.NO_TITLE: "没有标题",
    FlagType.PLACEHOLDER: "有{count}处数字或名称被遮盖，一律不取",
    FlagType.PARTIAL_PERIOD: "部分数据未到期末或未写明截止日期",
    FlagType.MIXED_PERIOD: "混有其他年份的数字（{count}处）",
    FlagType.AMBIGUOUS_PERIOD: "部分数字的年份不明（{count}处）",
    FlagType.MISSING_SECTION: "缺少问题部分或计划部分",
    FlagType.TRUNCATED: "文本不全",
    FlagType.SCRIPT_CONVERTED: "正文由简体机械转为繁体，已还原后比较，引文保持原样",
    FlagType.ARITHMETIC: "有互相不一致的数字（{count}处）",
    FlagType.IMPLAUSIBLE: "有与时间或范围不符的说法（{count}处）",
}


def dossiers(
    extractions: Iterable[Extraction], config: Config, language: Language
) -> tuple[Dossier, ...]:
    """All reports in the briefing's order, each with its row and the marks of its facts."""
    ordered = _in_order(extractions, config)
    shorts = _distinct_shorts([extraction.report for extraction in ordered], language)
    marks = _distinct_marks(shorts)
    return tuple(
        Dossier(
            number=number,
            extraction=extraction,
            bureau=_bureau(extraction, short, mark, config, language),
            marks=numbered(extraction.facts, mark),
        )
        for number, (extraction, short, mark) in enumerate(
            zip(ordered, shorts, marks, strict=True), 1
        )
    )


def _in_order(extractions: Iterable[Extraction], config: Config) -> list[Extraction]:
    """Those that the configuration names in its order, then by level and report."""
    wanted = {name: position for position, name in enumerate(config.order)}

    def place(extraction: Extraction) -> tuple[int, int, str]:
        line, file = extraction.report, extraction.outline.source.file
        keys = (line.report, file, line.bureau or "", _place_name(line))
        position = min((wanted[key] for key in keys if key in wanted), default=len(wanted))
        return position, _LEVELS.index(line.level), line.report

    return sorted(extractions, key=place)


def _place_name(line: ReportLine) -> str:
    """The place that a bureau is of: its region's last part, or what its own name says.

    衡南县 of 衡阳市生态环境局衡南分局, 苏州工业园区 of a bureau in 苏州市; 某区 where the text
    names no place.
    """
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


def _distinct_shorts(lines: Sequence[ReportLine], language: Language) -> list[str]:
    """Short names; those that several reports have get their period, then a number."""
    bare = [_place_name(line) for line in lines]
    dated = [
        _dated(short, line, language) if bare.count(short) > 1 else short
        for short, line in zip(bare, lines, strict=True)
    ]
    seen: Counter[str] = Counter()
    shorts = []
    for short in dated:
        seen[short] += 1
        shorts.append(short if dated.count(short) == 1 else f"{short}{_STEMS[seen[short] - 1]}")
    return shorts


def _dated(short: str, line: ReportLine, language: Language) -> str:
    period = period_words(line.period, language)
    return language("{bureau}（{period}）", bureau=short, period=period)


def _distinct_marks(shorts: Sequence[str]) -> list[str]:
    """One character for each short name, of its own characters where they are still free."""
    marks: list[str] = []
    for short in shorts:
        place = re.split("[（(]", short)[0].strip().removeprefix("某")
        own = [char for char in place.rstrip(_DIVISIONS) or place if not char.isascii()]
        candidates = [*own, *place[-1:], *_STEMS, *_SPARE_MARKS]
        free = (mark for mark in candidates if mark not in marks and not mark.isascii())
        marks.append(next(free, f"〇{len(marks) + 1}之"))
    return marks


def _bureau(
    extraction: Extraction, short: str, mark: str, config: Config, language: Language
) -> Bureau:
    line, unstated = extraction.report, language("未载明")
    name = line.bureau or language("未载明（本简报称“{short}”）", short=short)
    return Bureau(
        report=line.report,
        file=extraction.outline.source.file,
        name=name,
        short=short,
        mark=mark,
        title=line.title or unstated,
        level=language(names().levels[line.level]),
        region="".join(line.region) or unstated,
        period=period_words(line.period, language),
        plan_period=period_words(line.plan_period, language),
        as_of=_day(line.as_of, language),
        published=_day(line.published, language),
        publisher=line.publisher or unstated,
        source_kind=language(names().source_kinds[line.source_kind]),
        cautions=_cautions(extraction, config, language),
    )


def _day(day: str | None, language: Language) -> str:
    days = span(day)
    if days is None or days.first != days.last:
        return day or language("未载明")
    return day_words(days.first, language)


def _cautions(extraction: Extraction, config: Config, language: Language) -> tuple[str, ...]:
    """What to beware of: one sentence for each kind of finding, and a period short of a year."""
    found = Counter(
        finding.code
        for finding in extraction.findings
        if severity(finding, config) is not Severity.OFF
    )
    words = [
        language(sentence, count=found[code]) for code, sentence in CAUTIONS.items() if found[code]
    ]
    days = span(extraction.report.period)
    if days is None:
        words.insert(0, language("报告期未载明"))
    elif not days.whole_year:
        period = period_words(extraction.report.period, language)
        words.insert(0, language("报告期为{period}，不是全年", period=period))
    return tuple(words) or (language("无"),)
