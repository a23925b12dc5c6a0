"""Words of the work: items raised and settled, matters, links, quantities that compare."""

from __future__ import annotations

from functools import cache

from builder.model import TallySource
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Sources(Entry):
    """Words that tell where items were raised."""

    central: Words
    central_names: Words
    provincial: Words
    provincial_names: Words
    inspection: Words
    looking_back: Words
    films: Words
    mixed: Words
    discipline: Words
    outfall: Words
    campaign: Words
    no_campaign: Words
    assaults: Words
    mottoes: Words
    daily: Words
    rectified: Words
    givers: Words
    one_level: Words
    assembly: Words
    referring: Words
    petition: Words
    own_line: Words


class Items(Entry):
    """Nouns of items, and of what is counted beside them and is none."""

    strict: Words
    loose: Words
    brought: Words
    never: Words
    whole: Words
    bodies: Words
    matters: Words
    deeds: Words
    if_raised: Words
    raised_by: Words


class Raised(Entry):
    """Verbs of raising."""

    verbs: Words


class Done(Entry):
    """Verbs of settling, words that take them back, and words for all items."""

    verbs: Words
    acts: Words
    ends: Words
    weak: Words
    manners: Words
    taken_up: Words
    refused: Words
    handed_on: Words
    given: Words
    with_them: Words
    to_whom: Words
    completed: Words
    watched: Words
    at_once: Words
    all: Words
    not_items: Words
    closing: Words
    closed: Words


class Pending(Entry):
    """Words of items not yet settled, by where they stand to the number."""

    before: Words
    after: Words
    unsettled: Words
    staged: Words
    on_time: Words
    underway: Words
    on_schedule: Words
    behind: Words
    planned: Words
    rest: Words


class RaisedWhole(Entry):
    """What the subject of all that an inspection raised is made of."""

    items: Words
    letters: Words
    of_letters: Words
    raisers: Words
    deeds: Words
    area: Words


class Inspections(Entry):
    """`inspections.toml`."""

    sources: Sources
    items: Items
    raised: Raised
    done: Done
    pending: Pending
    raised_whole: RaisedWhole
    goes_on: Words
    rates: Words
    handled: Words
    traced: Words
    changes: Words
    sanctions: Words


inspections = reader("environment/inspections", Inspections)


class RectificationWords(Entry):
    """Words of clauses that tell what was raised, and what was done about it."""

    raised: Words
    finders: Words
    means: Words
    matters: Words
    forms: Words
    verbs: Words
    handled: Words
    plainly: Words
    complaints: Words
    settling: Words
    acting: Words
    outfalls: Words
    looking: Words
    dealing: Words
    faults: Words
    brought: Words
    dealt: Words
    opening: Words
    naming: Words
    stages: Words
    ended: Words
    not_ended: Words
    progress: Words
    before_stages: Words
    parts: Words
    work: Words
    taken: Words
    following: Words
    refused: Words
    by: Words
    endings: Words
    against: Words
    towards: Words
    shortcomings: Words
    rectifying: Words
    closing: Words
    reviewed: Words
    review: Words
    no_review: Words
    now: Words
    settled: Words
    discovered: Words
    motions: Words
    giving: Words
    givers: Words
    services: Words
    sanctions: Words
    to_come: Words
    planning: Words
    planned_deeds: Words
    deeds: Words
    settledly: Words
    manners: Words
    ends: Words
    rest: Words
    ongoing: Words
    rates: Words
    spans: Words
    taking: Words
    launching: Words


rectification_words = reader("environment/rectification", RectificationWords)


class Products(Entry):
    """Words that announce a document to be issued or a work to be finished."""

    issuing: Words
    documents: Words
    finishing: Words
    works: Words
    vague: Words


class Objects(Entry):
    """Kinds of things that have names, words before a name, and what only looks like a name."""

    kinds: Words
    leads: Words
    generic: Words


class Work(Entry):
    """Words of doing, of having done and of not having done."""

    undone: Words
    posts: Words
    achieved: Words
    words: Words
    capacity: Words
    deeds: Words
    no_deeds: Words


class Matters(Entry):
    """Ways to name each matter, named objects, and the words of products and of work."""

    matters: dict[str, Words]
    products: Products
    objects: Objects
    work: Work


matters = reader("environment/matters", Matters)


class Sense(Entry):
    """What problems say is lacking, and what commitments say in answer.

    In a `family` measures of several kinds answer together.
    """

    name: str
    lacks: Words
    answers: Words
    family: bool = False


class LinkWords(Entry):
    """`links.toml`."""

    generic: Words
    whole: Words
    things: Words
    measured: Words
    no_objects: Words
    unnamed: Words
    broken: Words
    leads: Words
    places: Words
    no_sites: Words
    mending: Words
    senses: tuple[Sense, ...]


link_words = reader("environment/links", LinkWords)


class QuantityKind(Entry):
    """Labels with one of `any` and none of `none`, in one of `units`; tallies of these sources."""

    title: str
    any: Words = Words()
    none: Words = Words()
    units: Words = Words()
    tallies: tuple[TallySource, ...] = ()


class PartWords(Entry):
    """Words of a sentence that make its figures those of a part."""

    campaigns: Words
    several: Words
    whole: Words
    handed: Words
    cases: Words
    years: Words


class QuantityKinds(Entry):
    """All kinds, in the order of their tables; labels with one of `none` are of no kind."""

    none: Words
    part: PartWords
    kinds: tuple[QuantityKind, ...]


_kinds = reader("environment/quantity_kinds", QuantityKinds)


@cache
def quantity_kinds() -> QuantityKinds:
    """The table of kinds, each with the words that none may have."""
    found = _kinds()
    kinds = (
        kind.model_copy(update={"none": Words(kind.none + found.none)}) for kind in found.kinds
    )
    return found.model_copy(update={"kinds": tuple(kinds)})
