"""Letters that lead from a value that does not compare to the note that says why: a, b, c."""

from __future__ import annotations

from builder.model.printed import Run, Runs, RunStyle
from builder.wording.runs import in_a_row
from builder.wording.wording import Wording

_ALPHABET = 26


class Letters:
    """The letters of one table, given in the order in which reasons are met."""

    def __init__(self, language: Wording) -> None:
        self._language = language
        self._given: dict[str, str] = {}

    def run(self, reason: str) -> Run:
        """The letter of a reason, to be set behind the value."""
        letter = self._given.setdefault(reason, _letter(len(self._given)))
        return Run(letter, style=RunStyle.LETTER)

    @property
    def note(self) -> Runs:
        """A 中心城区的值；b 2023年的值。"""
        items = [
            self._language("{letter}\u00a0{reason}", letter=letter, reason=reason)
            for reason, letter in self._given.items()
        ]
        return in_a_row(items, self._language("；")) if items else ()


def _letter(number: int) -> str:
    """A to z, then aa, ab."""
    prefix = chr(ord("a") + number // _ALPHABET - 1) if number >= _ALPHABET else ""
    return prefix + chr(ord("a") + number % _ALPHABET)
