"""Theme × bureau: problems, measures and commitments on one page, and the map of promises."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model import (
    Checkability,
    Commitment,
    Fact,
    Grid,
    Problem,
    Rectification,
    Tally,
    Theme,
)
from builder.model.comparison import Dossier
from builder.wording.commitments import checkability
from builder.wording.measures import pieces_of_work
from builder.wording.wording import Wording
from builder.wording.words import theme_words

_MEASURES = (Rectification, Tally)
# With more bureaus the counts of a cell stand without words, and the note says which is which.
_SPOKEN = 6


def overview(dossiers: Sequence[Dossier], language: Wording) -> Grid:
    """Problems by theme and bureau; the texts hold measures and commitments too."""
    themes = _present(dossiers, (Problem, *_MEASURES, Commitment))
    spoken = len(dossiers) <= _SPOKEN
    return Grid(
        title=language("各主题的问题、举措与承诺"),
        rows=theme_words(themes, language),
        columns=tuple(language.short(dossier) for dossier in dossiers),
        cells=tuple(tuple(_problems(theme, d) for d in dossiers) for theme in themes),
        texts=tuple(
            tuple(_overview_text(theme, d, language, spoken=spoken) for d in dossiers)
            for theme in themes
        ),
        empty=language("未写明问题"),
        note=language(
            "每条按第一主题计一次：问为写明的问题，举为整改和办理情况，诺为下一步计划的承诺。"
            "“问—”表示该报告没有写明任何问题，不等于没有问题。"
        )
        if spoken
        else language(
            "每条按第一主题计一次；各格依次为写明的问题、整改和办理情况、下一步计划的承诺。"
            "“—”表示该报告没有写明任何问题，不等于没有问题。"
        ),
    )


def promises(dossiers: Sequence[Dossier], language: Wording) -> Grid:
    """Commitments by theme and bureau; the texts say how many can be checked."""
    themes = _present(dossiers, (Commitment,))
    spoken = len(dossiers) <= _SPOKEN
    return Grid(
        title=language("各主题的承诺数（句）"),
        rows=theme_words(themes, language),
        columns=tuple(language.short(dossier) for dossier in dossiers),
        cells=tuple(tuple(_promises(theme, d) for d in dossiers) for theme in themes),
        texts=tuple(
            tuple(_promises_text(theme, d, language, spoken=spoken) for d in dossiers)
            for theme in themes
        ),
        empty=language("无计划"),
        note=language(
            "每句按第一主题计一次；括号内为可核查的句数（有数量、时限或具名成果），没有可核查的不写括号。"
        )
        if spoken
        else language(
            "每句按第一主题计一次；斜线后为可核查的句数（有数量、时限或具名成果），没有可核查的不写斜线。"
        ),
    )


def of_theme(theme: Theme, kinds: tuple[type[Fact], ...], dossier: Dossier) -> list[Fact]:
    """Facts of some kinds whose main theme is this one."""
    return [
        fact
        for fact in dossier.extraction.facts
        if isinstance(fact, kinds) and fact.themes[:1] == (theme,)
    ]


def _present(dossiers: Sequence[Dossier], kinds: tuple[type[Fact], ...]) -> list[Theme]:
    return [theme for theme in Theme if any(of_theme(theme, kinds, d) for d in dossiers)]


def _problems(theme: Theme, dossier: Dossier) -> int | None:
    return len(of_theme(theme, (Problem,), dossier)) if dossier.of(Problem) else None


def _promises(theme: Theme, dossier: Dossier) -> int | None:
    return len(of_theme(theme, (Commitment,), dossier)) if dossier.of(Commitment) else None


def _measures(theme: Theme, dossier: Dossier) -> int:
    """Pieces of work with a rectification or a tally, by the main theme of their longest fact."""
    return sum(
        max(facts, key=lambda fact: fact.end - fact.start).themes[:1] == (theme,)
        for facts in pieces_of_work(dossier)
        if any(isinstance(fact, _MEASURES) for fact in facts)
    )


def _overview_text(theme: Theme, dossier: Dossier, language: Wording, *, spoken: bool) -> str:
    problems = _problems(theme, dossier)
    done, promised = _measures(theme, dossier), len(of_theme(theme, (Commitment,), dossier))
    if not (problems or done or promised) and problems is not None:
        return language("无")
    counts = {
        "problems": language("—") if problems is None else problems,
        "measures": done,
        "promises": promised,
    }
    if spoken:
        return language("问{problems} 举{measures} 诺{promises}", **counts)
    return "/".join(map(str, counts.values()))


def _promises_text(theme: Theme, dossier: Dossier, language: Wording, *, spoken: bool) -> str:
    count = _promises(theme, dossier)
    if count is None:
        return language("无计划")
    checkable = sum(
        checkability(fact, dossier.plain(fact)) is not Checkability.GENERAL
        for fact in of_theme(theme, (Commitment,), dossier)
        if isinstance(fact, Commitment)
    )
    if not checkable:
        return str(count)
    if spoken:
        return language("{count}（{checkable}）", count=count, checkable=checkable)
    return f"{count}/{checkable}"
