"""Words of what a class of waters does not hold for."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ExceptionWords(Entry):
    """`exceptions.toml`."""

    opening: Words
    closing: Words
    behind: Words
    before: Words
    around: Words
    nothing: Words


exception_words = reader("environment/exceptions", ExceptionWords)
