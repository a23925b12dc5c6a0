"""The report line: which bureau's report it is, of which place and period, who put it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from builder.extract.report.bureaus import (
    Bureau,
    OtherBureau,
    bureaus,
    level_of_place,
    named_divisions,
    other_bureaus,
)
from builder.extract.report.documents import bureau_kind, document_kind, titled_paper
from builder.extract.report.periods import (
    months_before,
    news_period,
    period_on_page,
    report_periods,
)
from builder.extract.report.publication import Publication, publication
from builder.extract.report.regions import provinces, region
from builder.extract.report.towns import is_town, town_office
from builder.model import BureauFrom, Document, Level, ReportLine, Script, SourceKind
from builder.read.script import plain_copy
from builder.vocabulary.generic.report_line import levels
from builder.vocabulary.generic.reports import publishers
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.model import Outline, Period
    from builder.vocabulary.generic.divisions import Division

BLANK = re.compile(r"(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])|\s*\n\s*")
# Between the halves of a headline, which are no letters set apart: “开门红” 群众身边问题加快解决.
PARTED = re.compile(r"(?<=[^\s\d]{4})[ \u3000]{1,2}(?=[^\s\d]{4})")
# News are of a day and plans of a time to come: neither has a period that its page's date tells.
REPORTING = frozenset(
    (Document.WORK_REPORT, Document.SPEECH, Document.SELF_CHECK, Document.OTHER_REPORT)
)
FILE_SUFFIX = re.compile(r"\.(?:docx?|pdf|txt|wps|html?)$", re.IGNORECASE)
NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十]+篇:\s*|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.]\s*(?=\D))+"
)
# A bureau that acts stands at the head of its clause; one that guides stands inside it.
CLAUSE_HEADS = "\n。,;:年>|/ "
TAIL_CHARACTERS = 300
# What a file's name has before the bureau's: 01_, 2024年.
_BEFORE_NAME = re.compile(r"^[\W\d_]*(?:年度?)?[\W_]*")
# 区域 is no area of its own: 我区域, 全区域.
NO_AREA = r"(?!(?<=区)域)"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def report_line(outline: Outline, stated: Mapping[str, Any] = _NOTHING) -> ReportLine:
    """What a report is, from its title, furniture, headings and first sentences.

    `bureau` is the longest name that agrees with the title's; a name that fits any place
    (区生态环境分局) is none. `region` is completed from the table of divisions, and empty
    where the name stands in several places and the text doesn't tell which. What a person has
    `stated`, by the fields of the line, goes before what is read, and the rest follows from it.
    """
    line = _read_line(outline, stated.get("bureau"))
    return _restated(line, stated) if stated else line


def _restated(line: ReportLine, stated: Mapping[str, Any]) -> ReportLine:
    """The line with what a person stated; a bureau whose name was stated was found nowhere."""
    made = replace(line, **stated)
    return replace(
        made,
        bureau_from=None if "bureau" in stated else made.bureau_from,
        province=made.region[0] if made.region[:1] in provinces() else None,
        region_code=None if made.region != line.region else made.region_code,
        year=_year(made.period or made.plan_period),
        reason=None if "document" in stated else made.reason,
    )


def _read_line(outline: Outline, stated: str | None) -> ReportLine:
    """The line as the text tells it, of a bureau whose name is `stated` or else read."""
    title = report_title(outline)
    bureau, other, of_file = _stated_bureau(stated) if stated else _read_bureau(outline, title)
    named = other.name if other else None
    division = _division(outline, title or "", bureau)
    page = publication(outline)
    periods = report_periods(outline, title or "")
    kind = document_kind(outline, title)
    period = periods.period
    if period is None:
        period = _period_on_page(outline, title or "", kind.document, page)
    if bureau is None and other is None and kind.document is Document.NEWS:
        bureau = _cited(outline)
        division = _division(outline, title or "", bureau)
    name = bureau.name if bureau and not bureau.anonymous else named
    places = region(outline, division, name, title or "")
    return ReportLine(
        report=outline.source.report,
        title=_printed_title(outline, title),
        bureau=name,
        region=places,
        level=_level(outline, bureau, division, other),
        period=period,
        plan_period=periods.plan,
        as_of=periods.as_of,
        published=page.published,
        dated=page.dated,
        publisher=_full_publisher(page.publisher, bureau),
        source_kind=page.kind,
        script=outline.source.script,
        document=kind.document,
        bureau_kind=bureau_kind(outline, title or "", bureau, named),
        province=places[0] if places[:1] in provinces() else None,
        region_code=None if division is None or (other and is_town(other.place)) else division.code,
        bureau_from=BureauFrom.FILE_NAME
        if of_file
        else _bureau_from(outline, title or "", bureau, named),
        year=_year(period or periods.plan),
        reason=kind.reason,
    )


class _Named(NamedTuple):
    """The bureau of a report, one of the environment or of another trade, and whether a file's

    name told it.
    """

    bureau: Bureau | None
    other: OtherBureau | None
    of_file: bool = False


def _stated_bureau(name: str) -> _Named:
    """The bureau that a person named."""
    bureau = next(bureaus(name, 0, len(name)), None)
    return _Named(bureau, None if bureau else next(iter(other_bureaus(name)), None))


def _read_bureau(outline: Outline, title: str | None) -> _Named:
    """The bureau that the text names, else the one that the file's name tells."""
    if town := town_office(title or ""):
        return _Named(None, town)
    bureau = _bureau(outline, title or "")
    by_title = next(bureaus(title or "", 0, len(title or "")), None)
    if by_title is None and (titled := other_bureaus(title or "")):
        # 某县水利局…总结 is theirs, though 县生态环境局 acts in its text.
        return _Named(None, titled[0])
    other = None if bureau else other_bureau(outline, title or "")
    if other is None and (bureau is None or bureau.anonymous):
        match _of_file(outline):
            case Bureau() as named:
                return _Named(named, None, of_file=True)
            case OtherBureau() as named:
                return _Named(bureau, named, of_file=True)
    return _Named(bureau, other)


def _period_on_page(
    outline: Outline, title: str, document: Document, page: Publication
) -> Period | None:
    """The period of a text without a year; a page of essays is older than its date."""
    day = page.published or page.dated
    if day is None or page.kind is SourceKind.TEMPLATE_SITE:
        return None
    if document is Document.NEWS:
        return news_period(outline, day)
    if document is Document.BULLETIN:
        return months_before(outline, day)
    if document not in REPORTING:
        return None
    return period_on_page(outline, title, day, so_far=document is Document.SPEECH)


def _of_file(outline: Outline) -> Bureau | OtherBureau | None:
    """The bureau that the file's name tells: 岳阳县生态环境局2024年总结."""
    stem = _BEFORE_NAME.sub("", plain_copy(outline.source.report).plain)
    named = (one for one in bureaus(stem, 0, len(stem)) if not one.anonymous)
    return next(named, None) or next(iter(other_bureaus(stem)), None)


def _printed_title(outline: Outline, title: str | None) -> str | None:
    """The title with the signs of the source, （节选）; of a Traditional one in Simplified."""
    if title is None or outline.title is None or outline.source.script is not Script.HANS:
        return title
    plain, text = (
        one[slice(*outline.title)] for one in (outline.source.plain, outline.source.text)
    )
    blank = {place for found in BLANK.finditer(plain) for place in range(*found.span())}
    kept = [place for place in range(len(plain)) if place not in blank]
    begin = "".join(plain[place] for place in kept).find(title)
    if begin < 0:
        return title
    places = kept[begin : begin + len(title)]
    apart = {found.end() for found in PARTED.finditer(plain)}
    # Letters and digits in their plain form, whatever their width; halves of a headline stay apart.
    return "".join(
        (" " if at in apart and at != places[0] else "")
        + (plain[at] if plain[at].isalnum() else text[at])
        for at in places
    )


def _bureau_from(
    outline: Outline, title: str, bureau: Bureau | None, other: str | None
) -> BureauFrom | None:
    """Where the bureau's name was found; None where there is no name."""
    if other is not None:
        return BureauFrom.HEADING
    if bureau is None or bureau.anonymous:
        return None
    if bureau.name in title:
        return BureauFrom.HEADING
    if any(item.start <= bureau.start < item.end for item in outline.furniture):
        return BureauFrom.FURNITURE
    first = outline.sentences[0].start if outline.sentences else 0
    return BureauFrom.HEADING if bureau.start < first else BureauFrom.TEXT


def _year(period: Period | None) -> int | None:
    """The year of a period that lies in one."""
    return period.start.year if period and period.start.year == period.end.year else None


def _full_publisher(publisher: str | None, bureau: Bureau | None) -> str | None:
    """The bureau's full name where the page calls it by a part: 来源:茶陵分局."""
    if publisher and bureau and not bureau.anonymous and bureau.name.endswith(publisher):
        return bureau.name
    return publisher


def report_title(outline: Outline) -> str | None:
    """The title in one line, bare of number, file suffix and the site's name."""
    if outline.title is not None:
        found = outline.source.plain[slice(*outline.title)]
    else:
        found = _site_name().sub("", outline.source.metadata.title or "")
    found = found or titled_paper(outline) or ""
    title = NUMBER.sub("", FILE_SUFFIX.sub("", BLANK.sub("", found.strip())).strip("《》 "))
    return title.rstrip("。") or None


@cache
def _site_name() -> re.Pattern[str]:
    """The site behind a page's title: 2024年工作总结 - 衡南县人民政府."""
    return re.compile(rf"\s*[-_—|]\s*[^-_—|]{{2,20}}(?:{publishers().title_sites.pattern})$")


def _bureau(outline: Outline, title: str) -> Bureau | None:
    """The bureau of the title in its fullest form, else the one that the text is by."""
    named = next(bureaus(title, 0, len(title)), None)
    others = _candidates(outline)
    if named is None:
        return next((other for other in others if not other.anonymous), None)
    fuller = [one for one in others if one.name.endswith(named.name) and not one.anonymous]
    return max(fuller, key=lambda one: len(one.name), default=named)


def _cited(outline: Outline) -> Bureau | None:
    """The bureau that news cite by its full name: 记者从洛枫县生态环境局获悉."""
    plain = outline.source.plain
    cited = {
        one.name: one
        for sentence in outline.sentences
        for one in bureaus(plain, sentence.start, sentence.end)
        if not one.anonymous
    }
    return next(iter(cited.values())) if len(cited) == 1 else None


def _candidates(outline: Outline) -> Iterator[Bureau]:
    """Bureaus that act in the first sentences, then those at the end, then those of the page."""
    plain = outline.source.plain
    head = outline.sentences[1].end if len(outline.sentences) > 1 else len(plain)
    start = outline.sentences[0].start if outline.sentences else 0
    spans = [(start, head), (max(head, len(plain) - TAIL_CHARACTERS), len(plain))]
    spans += [(item.start, item.end) for item in outline.furniture]
    spans.append((0, start))
    for first, end in spans:
        for one in bureaus(plain, first, end):
            if one.start == first or plain[one.start - 1] in CLAUSE_HEADS:
                yield one


def other_bureau(outline: Outline, title: str) -> OtherBureau | None:
    """The bureau of another trade that the title, or else the first line, is by."""
    start = outline.sentences[0].start if outline.sentences else 0
    for head in (title, outline.source.plain[:start]):
        if found := other_bureaus(head):
            return found[0]
    return None


def _division(outline: Outline, title: str, bureau: Bureau | None) -> Division | None:
    """The one place that the bureau, or else the title, can mean."""
    meant = bureau.divisions if bureau else ()
    if not meant and not (bureau and bureau.named):
        meant = named_divisions(title)[-1:]
    if len(meant) > 1:
        plain = outline.source.plain
        head = outline.sentences[1].end if len(outline.sentences) > 1 else len(plain)
        known = named_divisions(plain[:head] + "\n" + plain[-TAIL_CHARACTERS:])
        meant = tuple(one for one in meant if any(one.inside(other) for other in known))
    return meant[0] if len(meant) == 1 else None


def _level(
    outline: Outline, bureau: Bureau | None, division: Division | None, other: OtherBureau | None
) -> Level:
    if other is not None and is_town(other.place):
        return Level.UNKNOWN
    if bureau is not None and bureau.level is not Level.UNKNOWN:
        return bureau.level
    if division is not None:
        return division.level
    plain = outline.source.plain
    for said in _level_words():
        counts = [(len(words.findall(plain)), level) for words, level in said]
        most, level = max(counts, key=lambda item: item[0])
        if most:
            return level
    county = len(_area_words(levels().county_things).findall(plain))
    wider = sum(1 for _ in levels().wider.finditer(plain))
    if county > wider:
        return Level.COUNTY
    return level_of_place(other.place) if other else Level.UNKNOWN


@cache
def _level_words() -> tuple[tuple[tuple[re.Pattern[str], Level], ...], ...]:
    """The words by which a text tells its level, the surer ones first."""
    words = levels()
    return tuple(
        tuple((_area_words(entry.words), entry.level) for entry in entries)
        for entries in (words.own, words.around)
    )


@cache
def _area_words(words: Words) -> re.Pattern[str]:
    return re.compile(f"{words.group}{NO_AREA}")
