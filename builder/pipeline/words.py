"""A request's own words in use while something is made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from builder.vocabulary.adding import OwnVocabulary
from builder.vocabulary.loading import in_use, own_words


class HasWords(Protocol):
    """A request: it has its words, or None for those that are in use already."""

    @property
    def vocabulary(self) -> OwnVocabulary | None:
        """What is added to the vocabulary."""


Made = TypeVar("Made")
Of = TypeVar("Of", bound=HasWords)
Others = ParamSpec("Others")


def with_its_words(
    make: Callable[Concatenate[Of, Others], Made],
) -> Callable[Concatenate[Of, Others], Made]:
    """The function, run with the words of the request that it is given first."""

    @wraps(make)
    def made(request: Of, /, *args: Others.args, **named: Others.kwargs) -> Made:
        words = own_words() if request.vocabulary is None else request.vocabulary
        with in_use(words):
            return make(request, *args, **named)

    return made
