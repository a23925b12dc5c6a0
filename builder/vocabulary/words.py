"""Lists of words as a type: TOML has words, never patterns; the pattern is made here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from sys import maxsize
from typing import Annotated, Any, Protocol

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

# What nobody writes in a word: any character, repetition, classes, groups, anchors, a choice.
PATTERN = re.compile(r"\\|\.[*+?]|[)\]][*+?{]|\(\?|\[\^|\[[^\]]+\]|^\^|\$$|.\|.|\{\d")


class _Finds(Protocol):
    """A search of a compiled pattern."""

    def __call__(
        self, text: str, start: int = 0, end: int = maxsize, /
    ) -> re.Match[str] | None: ...


class _Holds(Protocol):
    """A search that says but whether something was found."""

    def __call__(self, text: str, start: int = 0, end: int = maxsize, /) -> bool: ...


class Words(tuple[str, ...]):  # noqa: SLOT001 -- the pattern is kept beside the words
    """Words of one meaning, searched as one pattern that takes the longest: 水质断面 before 水质.

    In a shape of the vocabulary it is a field's type: a list of strings, not empty, without an
    empty word, blanks around one, a word twice or a regular expression.
    """

    @cached_property
    def pattern(self) -> str:
        """The words as text of a pattern, longest first; it must stand in a group of its own."""
        return either(self)

    @cached_property
    def group(self) -> str:
        """The words as text of a pattern that is one group, `(?:水质断面|水质)`."""
        return f"(?:{self.pattern})"

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        # No words are found nowhere; the pattern of none would be found everywhere.
        return re.compile(self.pattern if self else "(?!)")

    # These are asked thousands of times a report, so that they are the pattern's own, or nearly.
    @cached_property
    def search(self) -> _Finds:
        """Finds the first of the words in `text[start:end]`."""
        return self._compiled.search

    @cached_property
    def match(self) -> _Finds:
        """Finds the word that `text` has at `start`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> _Finds:
        """Finds the word that is all of `text[start:end]`."""
        return self._compiled.fullmatch

    @cached_property
    def within(self) -> _Holds:
        """Whether one of the words stands in `text[start:end]`."""
        search = self.search

        def within(text: str, start: int = 0, end: int = maxsize, /) -> bool:
            return search(text, start, end) is not None

        return within

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All words in `text[start:end]`, the longest at each place."""
        return self._compiled.finditer(text, start, end)

    def ending(self, text: str) -> list[str]:
        """Those of the words that a text ends with, the longest first."""
        words, lengths = self._by_length
        return [end for length in lengths if (end := text[-length:]) in words]

    @cached_property
    def _by_length(self) -> tuple[frozenset[str], tuple[int, ...]]:
        return frozenset(self), tuple(sorted({len(word) for word in self}, reverse=True))

    def sub(self, by: str, text: str) -> str:
        """The text with `by` in place of each word."""
        return self._compiled.sub(by, text)

    def followed_by(self, following: str) -> str:
        """Each word with the pattern that follows it, as text of a pattern.

        It finds what `(?:word|word)following` finds, but every branch begins with a fixed
        character, so that most places of a text are passed over at once.
        """
        return "|".join(re.escape(word) + following for word in sorted(self, key=_longest_first))

    def not_ending(self) -> str:
        """The text of a pattern that holds where none of the words ends: 得 but not 获得."""
        return "".join(f"(?<!{re.escape(word)})" for word in self)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _schema(cls._checked, least=1)

    @classmethod
    def _checked(cls, words: list[str]) -> Words:
        errors = [
            InitErrorDetails(type=wrong, loc=(index,), input=word)
            for index, word in enumerate(words)
            if (wrong := _wrong(word, words.index(word) if word in words[:index] else None))
        ]
        if errors:
            raise ValidationError.from_exception_data(cls.__name__, errors)
        return cls(words)


class _MayBeEmpty:
    def __get_pydantic_core_schema__(
        self, source: type[Words], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _schema(source._checked, least=0)  # noqa: SLF001 -- the same check, for the same type


# A list that may say with `[]` that there are no such words.
AnyWords = Annotated[Words, _MayBeEmpty()]


def _schema(check: Callable[[list[str]], Words], *, least: int) -> CoreSchema:
    strings = core_schema.list_schema(core_schema.str_schema(strict=True), min_length=least)
    return core_schema.no_info_after_validator_function(
        check, strings, serialization=core_schema.plain_serializer_function_ser_schema(list)
    )


def either(words: Iterable[str]) -> str:
    """The words as text of one pattern that takes the longest; it must stand in a group of its own.

    Words that begin alike share a branch, 水(?:质断面|质|体), so that few branches are tried.
    """
    following: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=_longest_first):
        following[word[0]].append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})")
        for first, ends in following.items()
    )


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def _wrong(word: str, earlier: int | None) -> PydanticCustomError | None:
    if not word or word != word.strip():
        return PydanticCustomError("word_blank", "词是空的，或前后有空格")
    if earlier is not None:
        return PydanticCustomError(
            "word_twice", "词重复：已是同一列表的第 {number} 个", {"number": earlier + 1}
        )
    if PATTERN.search(word):
        return PydanticCustomError("word_pattern", "词里不能写正则表达式")
    return None
