"""A conclusion in words: a lead and one line that bears it out, short enough for page 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.key_findings.steering import MOST_CHARACTERS
from builder.language import SOURCE_LANGUAGE, Language
from builder.model import Runs

# A Chinese lead and its detail are as short as the office's own must be.
_LONGEST_ELSEWHERE = 150


@dataclass(frozen=True, slots=True)
class Said:
    """The lead and the detail of a conclusion."""

    lead: Runs
    detail: Runs = ()

    @property
    def length(self) -> int:
        """How many characters they have; marks do not count."""
        return len(unmarked(self.lead)) + len(unmarked(self.detail))


def unmarked(runs: Runs) -> str:
    """The words of runs without their marks."""
    return "".join(run.text for run in runs if not run.mark)


Forms = Iterator[Said]
"""The forms of one conclusion: what says most comes first, the shortest last."""


def fitting(forms: Forms, language: Language) -> Said:
    """The first form that is short enough; else the shortest."""
    most = MOST_CHARACTERS if language.code == SOURCE_LANGUAGE else _LONGEST_ELSEWHERE
    seen = []
    for form in forms:
        if form.length <= most:
            return form
        seen.append(form)
    return min(seen, key=lambda form: form.length)
