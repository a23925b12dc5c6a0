"""What every part of the view has: the wording that it speaks with."""

from __future__ import annotations

from builder.model import Fact, Passage
from builder.wording.wording import Wording
from builder.wording.words import folded


class Part:
    """A part of the view; `language` is the wording of all its words."""

    def __init__(self, language: Wording) -> None:
        self.language = language

    def quoted(self, fact: Fact, *, label: str | None = None, why: str = "") -> Passage:
        """A fact's quote with its mark, led in by its label where it is short of it."""
        text = folded(fact.quote)
        if label is not None:
            text = self.language("{label}：{quote}", label=label, quote=text)
        return Passage(text=text, marks=(self.language.mark(fact),), why=why)
