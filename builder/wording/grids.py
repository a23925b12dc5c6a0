"""Theme × bureau: problems, measures and commitments on one page, and the map of promises."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model import Grid
from builder.model.comparison import ThemeCount, ThemeCounts
from builder.wording.part import Part
from builder.wording.words import theme_words

# With more bureaus the counts of a cell stand without words, and the note says which is which.
_SPOKEN = 6


class Grids(Part):
    """The two tables of counts."""

    def overview(self, themes: Sequence[ThemeCounts]) -> Grid:
        """Problems by theme and bureau; the texts hold measures and commitments too."""
        language = self.language
        return Grid(
            title=language("各主题的问题、举措与承诺"),
            rows=self._themes(themes),
            columns=self._bureaus(),
            cells=tuple(tuple(count.problems for count in row.counts) for row in themes),
            texts=tuple(tuple(map(self._overview_text, row.counts)) for row in themes),
            empty=language("未写明问题"),
            note=language(
                "每条按第一主题计一次：问为写明的问题，举为整改和办理情况，诺为下一步计划的承诺。"
                "“问—”表示该报告没有写明任何问题，不等于没有问题。"
            )
            if self._spoken
            else language(
                "每条按第一主题计一次；各格依次为写明的问题、整改和办理情况、下一步计划的承诺。"
                "“—”表示该报告没有写明任何问题，不等于没有问题。"
            ),
        )

    def promises(self, themes: Sequence[ThemeCounts]) -> Grid:
        """Commitments by theme and bureau; the texts say how many can be checked."""
        language = self.language
        promised = [row for row in themes if any(count.commitments for count in row.counts)]
        return Grid(
            title=language("各主题的承诺数（句）"),
            rows=self._themes(promised),
            columns=self._bureaus(),
            cells=tuple(tuple(count.commitments for count in row.counts) for row in promised),
            texts=tuple(tuple(map(self._promises_text, row.counts)) for row in promised),
            empty=language("无计划"),
            note=language(
                "每句按第一主题计一次；括号内为可核查的句数（有数量、时限或具名成果），没有可核查的不写括号。"
            )
            if self._spoken
            else language(
                "每句按第一主题计一次；斜线后为可核查的句数（有数量、时限或具名成果），没有可核查的不写斜线。"
            ),
        )

    @property
    def _spoken(self) -> bool:
        return len(self.language.reports) <= _SPOKEN

    def _themes(self, themes: Sequence[ThemeCounts]) -> tuple[str, ...]:
        return theme_words((row.theme for row in themes), self.language)

    def _bureaus(self) -> tuple[str, ...]:
        return tuple(map(self.language.bureau, self.language.reports))

    def _overview_text(self, count: ThemeCount) -> str:
        language, promised = self.language, count.commitments or 0
        if count.problems is not None and not (count.problems or count.measures or promised):
            return language("无")
        counts = {
            "problems": language("—") if count.problems is None else count.problems,
            "measures": count.measures,
            "promises": promised,
        }
        if self._spoken:
            return language("问{problems} 举{measures} 诺{promises}", **counts)
        return "/".join(map(str, counts.values()))

    def _promises_text(self, count: ThemeCount) -> str:
        language = self.language
        if count.commitments is None:
            return language("无计划")
        if not count.checkable:
            return str(count.commitments)
        if self._spoken:
            return language(
                "{count}（{checkable}）", count=count.commitments, checkable=count.checkable
            )
        return f"{count.commitments}/{count.checkable}"
