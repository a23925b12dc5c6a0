from __future__ import annotations

from dataclasses import replace

from builder.config import Config
from builder.model import Coverage, Fate, Finding, NumberUse, Severity
from builder.model.comparison import FindingGroup
from tests.smallreports import compared, extraction

TEXT = "共检查企业86家，发现问题12个，其中第3类9个。"


def finding(code: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code=code, severity=severity, report="a", message="", quote=code)


def groups(*findings: Finding, config: Config | None = None) -> tuple[FindingGroup, ...]:
    return compared(extraction("a", findings=findings), config=config).quality


def test_findings_of_one_code_are_one_group_with_the_gravest_severity() -> None:
    found = finding("placeholder"), finding("placeholder", Severity.ERROR)
    (group,) = groups(*found)
    assert (group.report, group.code, group.severity) == ("a", "placeholder", Severity.ERROR)
    assert group.findings == found


def test_gravest_first() -> None:
    found = groups(finding("boilerplate", Severity.NOTE), finding("arithmetic", Severity.ERROR))
    assert [group.code for group in found] == ["arithmetic", "boilerplate"]


def test_levels_of_the_configuration() -> None:
    config = Config(levels={"placeholder": "error", "boilerplate": "off"})
    (group,) = groups(finding("placeholder"), finding("boilerplate"), config=config)
    assert (group.code, group.severity) == ("placeholder", Severity.ERROR)


def test_every_number_is_counted_by_its_fate() -> None:
    fates = {"86": Fate.FACT, "12": Fate.FACT, "3": Fate.NONE, "9": Fate.UNREAD}
    uses = tuple(
        NumberUse(start=TEXT.index(n), end=TEXT.index(n) + len(n), fate=fate, rule="t")
        for n, fate in fates.items()
    )
    report = replace(extraction("a", text=TEXT), coverage=Coverage(uses=uses))
    (found,) = compared(report).coverage
    assert (found.numbers, found.in_facts, found.none, found.unread) == (4, 2, 1, 1)
    assert found.examples == ("12个，其中第3类9个。",)


def test_nothing_unread_has_no_example() -> None:
    (found,) = compared(extraction("a")).coverage
    assert (found.numbers, found.examples) == (0, ())
