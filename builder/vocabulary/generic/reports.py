"""Words of what a report is made of: headings, tables, page furniture, its publisher."""

from __future__ import annotations

from builder.model import Document
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Leads(Entry):
    """Words of sentences that turn to the shortcomings or to the plan inside running text."""

    shortcomings: Words
    problems: Words
    plan: Words
    plan_verbs: Words
    no_verbs: Words
    plan_words: Words


class Tense(Entry):
    """Words of the future, of what is hoped for, and of the past.

    `planned` and `done` say by themselves what their clause is. Where a clause has both, `finished`
    says that it was done after all. A sentence that opens with one of `openings` is planned
    whole, unless a later clause has one of `actual`.
    """

    future: Words
    hope: Words
    past: Words
    planned: Words
    done: Words
    finished: Words
    openings: Words
    looking_back: Words
    actual: Words


class Main(Entry):
    """Words that main headings are made of; such a heading ends with one of `heads`."""

    modifiers: Words
    heads: Words


class Title(Entry):
    """Words of a report's title."""

    words: Words
    summary: Words
    plan: Words
    next_year: Words


class Headings(Entry):
    """Words of headings by what stands under them."""

    not_problems: Words
    problems: Words
    done: Words
    plan: Words
    plan_weak: Words
    other: Words
    tense: Tense
    main: Main
    leads: Leads
    title: Title


headings = reader("generic/headings", Headings)


class ColumnWords(Entry):
    """`columns.toml`: words in the heads and rows of tables."""

    index: Words
    row_names: Words
    figure_heads: Words
    units: Words
    aimed: Words
    reached: Words
    former: Words
    remarks: Words
    changes: Words
    falls: Words
    rises: Words
    improves: Words
    flat: Words
    ranks: Words
    result: Words
    classes: Words
    fillers: Words
    levels: Words
    around: Words
    waters: Words
    totals: Words
    no_places: Words
    voids: Words
    unit_labels: Words
    of_tasks: Words
    due: Words
    coming: Words
    problems: Words
    told: Words


column_words = reader("generic/columns", ColumnWords)


class FurnitureWords(Entry):
    """Words of lines that belong to the page, by where in the line they stand."""

    openings: Words
    homes: Words
    lines: Words
    contained: Words
    selling: Words
    tails: Words
    attachments: Words


furniture_words = reader("generic/furniture", FurnitureWords)


class Publishers(Entry):
    """Words of sites, and labels before a publisher's name and a date."""

    template_sites: Words
    blog_words: Words
    official_sites: Words
    official_endings: Words
    publisher_labels: Words
    no_publishers: Words
    date_labels: Words
    site_names: Words
    title_sites: Words


publishers = reader("generic/publishers", Publishers)


class Webpages(Entry):
    """Names of meta fields, classes of blocks beside the article, elements without words."""

    title_fields: Words
    publisher_fields: Words
    date_fields: Words
    url_fields: Words
    nobody: Words
    beside: Words
    skipped: Words


webpages = reader("generic/webpages", Webpages)


class DocumentWords(Entry):
    """Words of titles of one kind: what they end with (the kind itself), or hold anywhere."""

    document: Document
    endings: Words = Words()
    contained: Words = Words()


class Documents(Entry):
    """Words that tell what a text is; of `kinds` the first that fits a title decides."""

    reports: Words
    handed_out: Words
    brought: Words
    asking: Words
    put_up: Words
    more: Words
    no_papers: Words
    kinds: tuple[DocumentWords, ...]
    news: Words
    bulletins: Words
    addresses: Words
    parties: Words
    environment: Words
    government: Words
    speaking: Words


documents = reader("generic/documents", Documents)
