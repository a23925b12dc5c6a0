"""Words with one meaning: the enumerations that records share."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum


class Theme(StrEnum):
    """The nineteen subjects of the contract."""

    AIR = "air"
    WATER = "water"
    SOIL = "soil"
    RURAL = "rural"
    WASTE = "waste"
    ECOLOGY = "ecology"
    CLIMATE = "climate"
    INSPECTION = "inspection"
    ENFORCEMENT = "enforcement"
    MONITORING = "monitoring"
    RISK = "risk"
    PETITION = "petition"
    PERMITTING = "permitting"
    REFORM = "reform"
    EDUCATION = "education"
    PROJECTS = "projects"
    PARTY = "party"
    TEAM = "team"
    GOVERNANCE = "governance"

    @classmethod
    def _missing_(cls, value: object) -> Theme | None:
        return _own_themes.get(str(value))


_own_themes: dict[str, Theme] = {}


def every_theme() -> tuple[Theme, ...]:
    """The themes of the contract in its order, then those of the user's own."""
    return (*Theme, *_own_themes.values())


def set_own_themes(ids: Iterable[str]) -> None:
    """Let the themes beside those of the contract be these, in the whole process."""
    _own_themes.clear()
    known = {theme.value for theme in Theme}
    _own_themes.update((name, _own_theme(name)) for name in ids if name not in known)


def _own_theme(name: str) -> Theme:
    """A theme that is none of the members, made as they are: equal to its id and of its type."""
    made = str.__new__(Theme, name)
    made._name_ = name.upper()
    made._value_ = name
    return made


class Role(StrEnum):
    """What a section of a report is for."""

    DONE = "done"
    PROBLEMS = "problems"
    PLAN = "plan"
    OTHER = "other"


class Odds(IntEnum):
    """By how much one role of a sentence is likelier than any other."""

    SLIGHT = 0
    LIKELIER = 1
    BY_FAR = 2


class Qualifier(StrEnum):
    """How a printed number bounds the true one (余、近、约 are ≈, 以上 is ≥, 超过 is >)."""

    EQUAL = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    MORE = ">"
    LESS = "<"
    ABOUT = "≈"


class Direction(StrEnum):
    """Which way a value went."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Level(StrEnum):
    """Administrative level of the bureau."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """Who put the page up."""

    OFFICIAL = "official"
    TEMPLATE_SITE = "template_site"
    UNKNOWN = "unknown"


class Script(StrEnum):
    """Script of the source's text."""

    HANS = "hans"
    HANT = "hant"


class TallySource(StrEnum):
    """Where the items of a tally or a rectification were raised."""

    CENTRAL_INSPECTION = "central_inspection"
    PROVINCIAL_INSPECTION = "provincial_inspection"
    MIXED_INSPECTION = "mixed_inspection"
    CAMPAIGN = "campaign"
    PETITION = "petition"
    OUTFALL = "outfall"
    DISCIPLINE = "discipline"
    OTHER = "other"


class Strength(StrEnum):
    """How well the plan answers a problem; one that is settled needs no answer.

    No link says `settled`: the comparison does, where a report tells it of a raised problem.
    """

    DIRECT = "direct"
    SETTLED = "settled"
    GENERAL = "general"
    NONE = "none"


class FlagType(StrEnum):
    """What a careful reader must know before using a report; the contract's `flag` types."""

    PLACEHOLDER = "placeholder"
    ARITHMETIC = "arithmetic"
    PARTIAL_PERIOD = "partial_period"
    MIXED_PERIOD = "mixed_period"
    AMBIGUOUS_PERIOD = "ambiguous_period"
    MISSING_SECTION = "missing_section"
    TRUNCATED = "truncated"
    SCRIPT_CONVERTED = "script_converted"
    UNOFFICIAL_SOURCE = "unofficial_source"
    NO_TITLE = "no_title"
    NO_BUREAU = "no_bureau"
    IMPLAUSIBLE = "implausible"
    BOILERPLATE = "boilerplate"


OTHER_CODES = (
    "broken_bytes",
    "reader_remark",
    "split_number",
    "broken_number",
    "unreadable_number",
    "role_turned",
    "role_mixed",
    "no_glyph",
    "correction_stale",
    "correction_unneeded",
)
"""Codes of findings that the contract does not know.

They are of reading, numbers, sections, printing and corrections.
"""


class Severity(StrEnum):
    """How much a finding matters; the configuration may set it by code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Fate(StrEnum):
    """What became of a number of the source text."""

    FACT = "fact"
    NONE = "none"
    UNREAD = "unread"


class Followed(StrEnum):
    """What a later report tells of an earlier promise; silence is not a failure."""

    DONE = "done"
    PARTLY = "partly"
    UNMENTIONED = "unmentioned"


class Checkability(StrEnum):
    """Whether a reader can tell next year that a commitment was kept, strongest first."""

    QUANTIFIED = "quantified"
    DATED = "dated"
    PRODUCT = "product"
    GENERAL = "general"


class Document(StrEnum):
    """What a text is by its own title; `REFUSED` is surely no report (通知, 会议纪要, 合同)."""

    WORK_REPORT = "work_report"
    PLAN = "plan"
    GOVERNMENT_REPORT = "government_report"
    SELF_CHECK = "self_check"
    BULLETIN = "bulletin"
    NEWS = "news"
    SPEECH = "speech"
    OTHER_REPORT = "other_report"
    REFUSED = "refused"


class BureauKind(StrEnum):
    """Whose report it is: only an environment bureau is told which indicators it lacks."""

    ENVIRONMENT = "environment"
    GOVERNMENT = "government"
    OTHER = "other"


class BureauFrom(StrEnum):
    """Where a bureau's name was found, the surest place first."""

    HEADING = "heading"
    FURNITURE = "furniture"
    FILE_NAME = "file_name"
    TEXT = "text"


class Sureness(StrEnum):
    """Whether enough cues agree on a fact; a fact that a person set is sure."""

    SURE = "sure"
    UNSURE = "unsure"


class Cue(StrEnum):
    """What speaks for a fact as it was read."""

    HEADING = "heading"
    """The section that it stands in is of its kind: 下一步打算 above a commitment."""
    WORDS = "words"
    """Its sentence says so itself: 已完成, 力争."""
    PLAIN = "plain"
    """No clause of its sentence says otherwise."""
    TIME = "time"
    """Its sentence prints a time."""
    REPORT_PERIOD = "report_period"
    """Its period is the report's, which its title tells."""
    SCOPE = "scope"
    """Its scope stands in its sentence, or it is of the whole area."""
    SINGLE = "single"
    """No other fact of its kind is printed in the same words."""
    WHOLE = "whole"
    """Every number of its sentence was understood."""
    CLEAN = "clean"
    """Nothing in its sentence is masked."""
    REPORT = "report"
    """The text is a work report."""
    SENTENCE = "sentence"
    """It is a whole sentence and no fragment."""
    TABLE = "table"
    """It is a cell of a table whose heads are known."""
    DATED = "dated"
    """Its period is known."""
    NAMED = "named"
    """Its own words tell what it is of: 群众满意率, and not 满意率 alone."""
    PAIRED = "paired"
    """How many items there are and how many are settled are both told, and they agree."""
    LED = "led"
    """The words that name it stand before its number: 检查企业126家, and not 12个达到标准."""
    RAISED = "raised"
    """It is of items that are raised and settled, or was raised by others: 问题, 信访件."""
    SOURCED = "sourced"
    """Who raised its items is told: an inspection, the public, a campaign."""
    FIGURES = "figures"
    """Its number is printed in figures: 3个, and not 三个."""
    TOLD = "told"
    """A heading or a sentence says what its part is for, and its letters make nothing likelier."""
    WEIGHED = "weighed"
    """The letters of its sentence, and the sentences beside it, make its role likeliest by far."""
