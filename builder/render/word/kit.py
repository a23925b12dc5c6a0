"""What every block needs to be set: styles, links, pictures, words and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.language import Language
from builder.model import Run, Runs, RunStyle
from builder.model.look import Look
from builder.render.word.links import Links
from builder.render.word.markup import run
from builder.render.word.names import Style
from builder.render.word.pictures import Pictures
from builder.render.word.stylebook import StyleBook

RUNS: Mapping[RunStyle, Style] = MappingProxyType(
    {
        RunStyle.STRONG: Style.STRONG,
        RunStyle.QUIET: Style.QUIET,
        RunStyle.APART: Style.APART,
        RunStyle.LETTER: Style.LETTER,
        RunStyle.UNANSWERED: Style.UNANSWERED,
        RunStyle.GENERAL: Style.GENERAL,
        RunStyle.ANSWERED: Style.ANSWERED,
    }
)
TAGS = frozenset({RunStyle.UNANSWERED, RunStyle.GENERAL, RunStyle.ANSWERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The tools of one document."""

    styles: StyleBook
    links: Links
    pictures: Pictures
    language: Language
    look: Look

    def runs(self, runs: Runs, usual: Style | None = None, *, dense: bool = False) -> str:
        """Runs with their marks; `usual` is the style of those that have none.

        In `dense` tables raised signs are smaller, so that they reach into no other line.
        """
        return "".join(self._run(each, usual, dense=dense) for each in runs)

    def _run(self, each: Run, usual: Style | None, *, dense: bool) -> str:
        if each.mark:
            mark = Style.DENSE_MARK if dense else Style.MARK
            return self.links.mark(each.mark, self.styles[mark])
        style = RUNS.get(each.style, usual)
        if dense and style is Style.LETTER:
            style = Style.DENSE_LETTER
        # A tag is a field of its own colour: a space at each end keeps the letters off its edge.
        words = f"\u00a0{each.text}\u00a0" if each.style in TAGS else each.text
        return run(words, "" if style is None else self.styles[style])
