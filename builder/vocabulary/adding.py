"""Words of the user's own added to a table of the vocabulary: it grows, nothing in it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from builder.toml_file import Location, TomlError, mistakes, said, toml_tables, toml_text

Shape = TypeVar("Shape", bound=BaseModel)
Tables = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTable:
    """What a file adds to the table `name`; `file` is what messages call it."""

    name: str
    file: str
    text: str

    @property
    def tables(self) -> Tables:
        """What the text says. Raises `TomlError`."""
        return toml_tables(self.text, self.file)

    @property
    def sha256(self) -> str:
        """The hash of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVocabulary:
    """All that the user adds, at most one file for a table; nothing is added by default."""

    tables: tuple[OwnTable, ...] = ()

    def table(self, name: str) -> OwnTable | None:
        """What is added to a table."""
        return next((one for one in self.tables if one.name == name), None)


def table_with(own: OwnTable, shipped: Path, shape: type[Shape]) -> Shape:
    """The table of a shipped file with the user's entries, checked as one.

    Raises `TomlError` with every mistake, each at its place in the user's file.
    """
    added = _Added()
    made = added.tables(toml_tables(toml_text(shipped), shipped.name), own.tables, (), ())
    try:
        record = shape.model_validate(made)
    except ValidationError as error:
        wrong = [(added.own_place(at) or (), words) for at, words in mistakes(error, shape)]
        # Of two entries that contradict each other only the user's is wrong.
        added.mistakes += [(place, words) for place, words in wrong if place] or wrong
        record = None
    if record is None or added.mistakes:
        raise TomlError(said(own.file, added.mistakes))
    return record


@dataclass(slots=True)
class _Added:
    """What was found while tables were joined.

    `moved` has where an entry of the user's came to stand, with its place in the user's file.
    """

    moved: dict[Location, Location] = field(default_factory=dict)
    mistakes: list[tuple[Location, str]] = field(default_factory=list)

    def tables(self, shipped: Tables, own: Tables, at: Location, place: Location) -> Tables:
        """A table with the user's keys; what both have is joined."""
        made = dict(shipped)
        for key, value in own.items():
            there, here = (*at, key), (*place, key)
            if key in shipped:
                made[key] = self._joined(shipped[key], value, there, here)
            else:
                self.moved[there] = here
                made[key] = value
        return made

    def own_place(self, at: Location) -> Location | None:
        """Where in the user's file stands what is at a place of the joined table, if it does."""
        for length in range(len(at), 0, -1):
            if at[:length] in self.moved:
                return (*self.moved[at[:length]], *at[length:])
        return None

    def _joined(self, shipped: Any, own: Any, at: Location, place: Location) -> Any:  # noqa: ANN401
        if isinstance(shipped, dict) and isinstance(own, dict):
            return self.tables(shipped, own, at, place)
        if _grows(shipped) and isinstance(own, list):
            return self._entries(shipped, own, at, place)
        if own != shipped and not isinstance(shipped, dict) and not _grows(shipped):
            self.mistakes.append((place, "随程序的词表里已有这一项，只能添，不能改。请删去这一项"))
            return shipped
        self.moved[at] = place
        return own

    def _entries(
        self, shipped: Sequence[Any], own: Sequence[Any], at: Location, place: Location
    ) -> list[Any]:
        made = list(shipped)
        for index, entry in enumerate(own):
            here = (*place, index)
            same = _extended(shipped, entry)
            if same is not None:
                made[same] = self.tables(made[same], entry, (*at, same), here)
            elif isinstance(entry, str) and entry in made:
                self.mistakes.append((here, _twice(own.index(entry), index)))
            else:
                self.moved[*at, len(made)] = here
                made.append(entry)
        return made


def _twice(earlier: int, index: int) -> str:
    if earlier < index:
        return f"词重复：已是同一列表的第 {earlier + 1} 个"
    return "词重复：随程序的词表里已有，请删去"


def _grows(value: object) -> bool:
    """Whether a list is one of words, tables or lists; a range of numbers is one value."""
    return isinstance(value, list) and all(isinstance(one, str | dict | list) for one in value)


def _extended(shipped: Sequence[Any], entry: object) -> int | None:
    """Which entry another one adds to: the one with the same first key, its `id` or `unit`.

    Where several entries share that, all other values that are given must be the same as well.
    """
    if not isinstance(entry, dict) or not all(isinstance(one, dict) and one for one in shipped):
        return None
    given = {key: one for key, one in entry.items() if not isinstance(one, dict | list)}
    named = [next(iter(one.items())) for one in shipped]
    same = [index for index, (key, value) in enumerate(named) if given.get(key) == value]
    if any(named.count(one) > 1 for one in named):
        same = [i for i in same if all(shipped[i].get(key) == one for key, one in given.items())]
    return same[0] if same else None
