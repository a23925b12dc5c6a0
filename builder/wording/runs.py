"""Sentences as runs: words, and the evidence marks that stand at the figures they prove."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from string import Formatter

from builder.language import Language
from builder.model import Mark, Run, Runs, RunStyle

# Where a part of a sentence is empty, the words around it leave two spaces.
_GAP = re.compile(r" {2,}")


def filled(sentence: str, **values: str | int | Runs) -> Runs:
    """A sentence with its fields filled by words, numbers, or runs, which keep their marks."""
    return _joined(
        run
        for words, field, _, _ in Formatter().parse(sentence)
        for run in (Run(words), *(_runs(values[field]) if field else ()))
    )


def cited(words: str | Runs, marks: Iterable[str]) -> Runs:
    """Words with their evidence marks right behind them, each once: 31 μg/m³〔潜2〕.

    The words know the facts that they were taken from, unless they know others already.
    """
    facts = _facts(marks)
    return (
        *_known(words, facts),
        *(
            Run(f"〔{mark}〕", Mark(mark, known), facts=tuple(known))
            for mark, known in facts.items()
        ),
    )


def traced(words: str | Runs, marks: Iterable[str]) -> Runs:
    """Words that know the facts they were taken from, where there is no room for the marks."""
    return _known(words, _facts(marks))


def in_a_row(items: Sequence[str | Runs], between: str) -> Runs:
    """Items with the same words between each two."""
    parts = (part for item in items for part in (Run(between), *_runs(item)))
    return _joined(list(parts)[1:])


def sentence(runs: Runs, language: Language) -> Runs:
    """The runs of a whole sentence, without the gaps that empty fields leave."""
    closed = (replace(run, text=_GAP.sub(" ", run.text)) for run in runs)
    first, *others = closed
    return (replace(first, text=language.sentence(first.text.lstrip(" "))), *others)


def marks(runs: Runs) -> tuple[str, ...]:
    """The marks of a sentence in their order, each once."""
    return tuple(dict.fromkeys(run.mark for run in runs if run.mark))


def _facts(marks: Iterable[str]) -> dict[str, dict[str, None]]:
    """The facts of each mark, each once."""
    facts: dict[str, dict[str, None]] = {}
    for mark in marks:
        facts.setdefault(str(mark), {}).update(dict.fromkeys(getattr(mark, "facts", ())))
    return facts


def _known(words: str | Runs, facts: Mapping[str, Iterable[str]]) -> Runs:
    every = tuple(dict.fromkeys(fact for known in facts.values() for fact in known))
    said = _runs(words) if words else ()
    return tuple(run if run.facts else replace(run, facts=every) for run in said)


def _runs(words: str | int | Runs) -> Runs:
    return words if isinstance(words, tuple) else (Run(str(words)),)


def _joined(runs: Iterable[Run]) -> Runs:
    """The runs with neighbours of one kind and without a mark made one, and none of them empty."""

    def made() -> Iterator[Run]:
        for (marked, style, facts), some in groupby(runs, key=_kind):
            if marked:
                yield from some
            elif words := "".join(run.text for run in some):
                yield Run(words, style=style, facts=facts)

    return tuple(made())


def _kind(run: Run) -> tuple[bool, RunStyle, tuple[str, ...]]:
    return bool(run.mark), run.style, run.facts
