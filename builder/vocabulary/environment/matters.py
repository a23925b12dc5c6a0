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


class Objects(Entry):
    """Kinds of things that have names, words before a name, and what only looks like a name."""

    kinds: tuple[str, ...]
    leads: tuple[str, ...]
    generic: tuple[str, ...]


class Work(Entry):
    """Words of doing, of having done and of not having done."""

    undone: tuple[str, ...]
    achieved: tuple[str, ...]
    words: tuple[str, ...]


class Matters(Entry):
    """Ways to name each matter, named objects, and the words of products and of work."""

    matters: dict[str, tuple[str, ...]]
    products: Products
    objects: Objects
    work: Work


def matters() -> Matters:
    """The table of matters."""
    return table("environment/matters", Matters)
