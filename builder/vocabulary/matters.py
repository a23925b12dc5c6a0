"""Matters that join problems, measures and promises, and the words of checkable promises."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Products(Entry):
    """Words that announce a document to be issued or a work to be finished."""

    issuing: tuple[str, ...]
    documents: tuple[str, ...]
    finishing: tuple[str, ...]
    works: tuple[str, ...]
    vague: tuple[str, ...]


class Matters(Entry):
    """Ways to name each matter, and the words of products."""

    matters: dict[str, tuple[str, ...]]
    products: Products


def matters() -> Matters:
    """The table of matters."""
    return table("matters", Matters)
