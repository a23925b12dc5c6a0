"""How the office steers page 1: `focus` and `[findings]` of briefing.toml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.config import Config, OwnWords
from builder.key_findings.choosing import candidates, chosen
from builder.key_findings.focus import own_names
from builder.key_findings.numbers import known_numbers, said_numbers
from builder.model.comparison import Comparison, Conclusion, KeyFinding
from builder.toml_file import TomlError, advice

MOST_CHARACTERS = 45
"""So many characters lead and detail have together."""
_MOST_LISTED = 24
_LISTS = ("drop", "pin", "order")
_HOW = "全部要点和它们的代号见 briefing findings。"


def conclusions(comparison: Comparison, config: Config) -> tuple[Conclusion, ...]:
    """What page 1 prints, in its order.

    Raises `TomlError` with every mistake of `focus` and `[findings]`.
    """
    wanted = config.findings
    found = candidates(comparison, focused(comparison, config))
    known = {finding.key: finding for finding in found}
    if mistakes := list(_mistakes(known, config)):
        raise TomlError("\n".join(f"{config.file}: {mistake}" for mistake in mistakes))
    left = [finding for finding in found if finding.key not in wanted.drop]
    kept = chosen(left, wanted.most, _wanted(config))
    return tuple(_worded(finding, wanted.reword) for finding in _ordered(kept, wanted.order))


def focused(comparison: Comparison, config: Config) -> str:
    """The report that `focus` names, empty where it names none.

    Raises `TomlError` where no report is of that name.
    """
    if not config.focus:
        return ""
    names = own_names(comparison.reports)
    if config.focus not in names:
        places = dict.fromkeys(report.name.place for report in comparison.reports)
        raise TomlError(
            f"{config.file}: focus: 材料里没有“{config.focus}”。{advice(config.focus, places)}"
        )
    return names[config.focus].line.report


def _wanted(config: Config) -> tuple[str, ...]:
    """What is printed whatever its weight: what is to come first, and what is pinned."""
    return tuple(dict.fromkeys((*config.findings.order, *config.findings.pin)))


def _ordered(kept: Sequence[KeyFinding], order: Sequence[str]) -> Iterable[KeyFinding]:
    """Those that the office has put in an order come first, the others by weight."""
    places = {key: place for place, key in enumerate(order)}
    return sorted(kept, key=lambda finding: places.get(finding.key, len(places)))


def _worded(finding: KeyFinding, reword: Mapping[str, OwnWords]) -> Conclusion:
    own = reword.get(finding.key)
    if own is None:
        return Conclusion(finding=finding)
    return Conclusion(finding=finding, lead=own.lead, detail=own.detail)


def _mistakes(known: Mapping[str, KeyFinding], config: Config) -> Iterator[str]:
    wanted = config.findings
    for name in _LISTS:
        for index, key in enumerate(getattr(wanted, name), 1):
            if key not in known:
                yield f"findings.{name}[{index}]: {_unknown(key, known)}"
    for key, own in wanted.reword.items():
        place = f'findings.reword."{key}"'
        if key not in known:
            yield f"{place}: {_unknown(key, known)}"
        else:
            yield from (f"{place}: {said}" for said in _wrong_words(known[key], own))
    for name in ("pin", "order"):
        for index, key in enumerate(getattr(wanted, name), 1):
            if key in wanted.drop:
                yield f"findings.{name}[{index}]: “{key}”同时写在 drop 里。请从其中一处删去。"
    if (count := len(_wanted(config))) > wanted.most:
        yield f"findings: pin 和 order 共 {count} 条，多于 most = {wanted.most}。请少写几条。"


def _unknown(key: str, known: Mapping[str, KeyFinding]) -> str:
    return f"没有代号为“{key}”的要点。{advice(key, known)}{_HOW}"


def _wrong_words(finding: KeyFinding, own: OwnWords) -> Iterator[str]:
    """Numbers that no fact of the finding has, and words that are too long for page 1."""
    known = known_numbers(finding)
    for printed, value in said_numbers(own.lead + "\n" + own.detail):
        if value not in known:
            listed = "、".join(f"{number:f}" for number in sorted(known)[:_MOST_LISTED])
            more = " 等" if len(known) > _MOST_LISTED else ""
            said = f"数字 {printed} 在这条要点的依据里没有。"
            yield f"{said}可用的数字：{listed}{more}。请改用其中的。"
    length = len(own.lead + own.detail)
    if length > MOST_CHARACTERS:
        yield f"lead 和 detail 合计最多 {MOST_CHARACTERS} 个字（现为 {length} 个）。请改短。"
