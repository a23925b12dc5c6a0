"""Shape of the words about items raised and how they were handled."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Sources(Entry):
    """Words that tell where items were raised."""

    central: tuple[str, ...]
    central_names: tuple[str, ...]
    provincial: tuple[str, ...]
    provincial_names: tuple[str, ...]
    inspection: tuple[str, ...]
    mixed: tuple[str, ...]
    discipline: tuple[str, ...]
    outfall: tuple[str, ...]
    campaign: tuple[str, ...]
    rounds: tuple[str, ...]
    assembly: tuple[str, ...]
    referring: tuple[str, ...]
    petition: tuple[str, ...]
    own_line: tuple[str, ...]


class Items(Entry):
    """Nouns of items, and of what is counted beside them and is none."""

    strict: tuple[str, ...]
    loose: tuple[str, ...]
    brought: tuple[str, ...]
    never: tuple[str, ...]
    whole: tuple[str, ...]


class Words(Entry):
    """One list of words."""

    words: tuple[str, ...]


class Raised(Entry):
    """Verbs of raising."""

    verbs: tuple[str, ...]


class Done(Entry):
    """Verbs of settling, words that take them back, and words for all items."""

    verbs: tuple[str, ...]
    weak: tuple[str, ...]
    manners: tuple[str, ...]
    taken_up: tuple[str, ...]
    refused: tuple[str, ...]
    all: tuple[str, ...]
    not_items: tuple[str, ...]


class Pending(Entry):
    """Words of items not yet settled, by where they stand to the number."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Inspections(Entry):
    """`inspections.toml`."""

    sources: Sources
    items: Items
    raised: Raised
    done: Done
    pending: Pending
    goes_on: Words
    rates: Words
    handled: Words
    traced: Words
    sanctions: Words


def inspections() -> Inspections:
    """The table `inspections.toml`."""
    return table("environment/inspections", Inspections)
