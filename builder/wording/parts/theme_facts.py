"""Problems and promises by bureau and main theme, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from builder.model import Strength, Theme, every_theme
from builder.model.comparison import PlannedCommitment, ProblemMatch
from builder.wording.numbers import counted
from builder.wording.parts.context import Context
from builder.wording.words import enumeration, theme_words

_CAPTION = 24
_MOST_OTHERS = 4


class ThemeFacts:
    """What the reports say on each theme, each fact by its main one."""

    def __init__(self, context: Context) -> None:
        self.language = context.language
        self.matches = [match for match in context.comparison.problems if match.is_sure]
        self.reports = tuple(context.language.reports)
        self._problems: dict[tuple[str, Theme], list[ProblemMatch]] = {}
        for match in self.matches:
            self._problems.setdefault(
                (match.fact.report, main_theme(match.fact.themes)), []
            ).append(match)
        self._promises: dict[tuple[str, Theme], list[PlannedCommitment]] = {}
        for plan in context.comparison.plans:
            for item in plan.sure:
                self._promises.setdefault((plan.report, main_theme(item.fact.themes)), []).append(
                    item
                )

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Those with a problem, the ones with most open problems first."""
        named = dict.fromkeys(theme for _, theme in self._problems)

        def place(theme: Theme) -> tuple[int, int, int]:
            matches = self.problems((theme,))
            open_ones = sum(match.unanswered for match in matches)
            return -open_ones, -len(matches), every_theme().index(theme)

        return tuple(sorted(named, key=place))

    @cached_property
    def others(self) -> tuple[Theme, ...]:
        """Themes with promises only, those with most first."""
        only = [t for t in every_theme() if t not in self.themes and self.promises((t,))]
        return tuple(sorted(only, key=lambda theme: -len(self.promises((theme,)))))

    @property
    def every(self) -> tuple[Theme, ...]:
        """All of them."""
        return (*self.themes, *self.others)

    def problems(self, themes: Sequence[Theme], reports: Sequence[str] = ()) -> list[ProblemMatch]:
        """Problems of these themes; of all reports where none is named."""
        places = ((one, theme) for theme in themes for one in reports or self.reports)
        return [match for place in places for match in self._problems.get(place, ())]

    def promises(
        self, themes: Sequence[Theme], reports: Sequence[str] = ()
    ) -> list[PlannedCommitment]:
        """Next year's promises of these themes; of all reports where none is named."""
        places = ((one, theme) for theme in themes for one in reports or self.reports)
        return [item for place in places for item in self._promises.get(place, ())]

    def elsewhere(self) -> str:
        """The themes that nobody names a problem in, and where most is promised."""
        language = self.language
        if not self.others:
            return ""
        most = enumeration(
            (
                language("{theme}{count}句", theme=name, count=len(self.promises((theme,))))
                for theme in self.others[:_MOST_OTHERS]
                for name in theme_words((theme,), language)
            ),
            language,
        )
        return language(
            "没有写到问题的主题共{count}个，承诺较多的是{themes}。",
            count=len(self.others),
            themes=most,
        )

    def caption(self) -> str:
        """What the grid says: who has problems without a promise, and of which themes."""
        language = self.language
        matches = self.matches
        unanswered = [match for match in matches if match.unanswered]
        if not unanswered:
            return self._answered()
        reports = {match.fact.report for match in unanswered}
        count = len(unanswered)
        if len(reports) > 1:
            bureaus = counted(len(reports), language)
            return language("{bureaus}家{count}个问题未见对应承诺", bureaus=bureaus, count=count)
        short = language.bureau(unanswered[0].fact.report)
        themes = [
            theme
            for theme in every_theme()
            if theme in {main_theme(m.fact.themes) for m in unanswered}
        ]
        words = language(
            "{bureau}{themes}问题未见对应承诺",
            bureau=short,
            themes=enumeration(theme_words(themes, language), language),
        )
        if len(words) <= _CAPTION:
            return words
        return language("{bureau}{count}个问题未见对应承诺", bureau=short, count=count)

    def _answered(self) -> str:
        """What can be said where no problem with a plan is without a promise."""
        language = self.language
        general = sum(match.strength is Strength.GENERAL for match in self.matches)
        settled = any(match.strength is Strength.SETTLED for match in self.matches)
        if settled or not all(match.planned for match in self.matches):
            return language("各主题的问题和承诺")
        if general:
            return language("{count}个问题仅有同主题承诺", count=general)
        return language("写明的问题都有相关承诺")


def main_theme(themes: Sequence[Theme]) -> Theme:
    """The first of a fact's themes; what has none is everybody's."""
    return themes[0] if themes else Theme.GOVERNANCE
