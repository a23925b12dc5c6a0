"""Words that tell headings, titles and lead sentences from running text."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class MarkWords(Entry):
    """Words that number points, and words before a number that is no mark."""

    ordinals: Words
    first: Words
    series_ordinals: Words
    parts: Words
    spoken_parts: Words
    verbs: Words
    titles: Words
    numbered: Words


class LineWords(Entry):
    """Words of lines that greet, close or sign."""

    salutations: Words
    signers: Words
    bureaus: Words
    printed: Words
    copies: Words


class HeadingWords(Entry):
    """Words that headings are made of, or that go on with one as a sentence."""

    goes_on: Words
    plans: Words
    aims: Words
    plan_modifiers: Words
    parts_of_year: Words
    carried_out: Words
    carried: Words
    manners: Words
    carrying: Words
    five_year_aims: Words
    coming: Words


class TitleWords(Entry):
    """Words of a report's own title, and of one broken over lines."""

    own: Words
    kinds: Words
    begun: Words
    times: Words
    numbered: Words


class TurnWords(Entry):
    """Words of sentences that turn to the shortcomings or the plan, or that look back."""

    spoken_years: Words
    reported: Words
    reporting: Words
    contrasts: Words
    besides: Words
    reasons: Words
    facing: Words
    musts: Words
    soberly: Words
    sober: Words
    naming: Words
    sobering: Words
    sobered: Words
    knots: Words
    dealt: Words
    outlooks: Words
    findings: Words
    having: Words
    amounts: Words
    existing: Words
    listing: Words
    causes: Words
    counted: Words
    counters: Words
    met: Words
    settled: Words
    on_problems: Words


class TenseWords(Entry):
    """Words of a clause that say nothing of whether it was done."""

    attributes: Words
    rates: Words
    things: Words
    terms: Words
    disposing: Words
    from_then: Words
    selves: Words
    vowing: Words
    will: Words
    by_year: Words
    bounds: Words
    carried: Words
    also: Words
    unintended: Words
    intending: Words
    measured: Words
    rest: Words
    rest_done: Words
    rest_deeds: Words
    labels: Words
    no_deeds: Words
    saying: Words
    no_planning: Words


class OutlineWords(Entry):
    """`outline.toml`."""

    marks: MarkWords
    lines: LineWords
    headings: HeadingWords
    titles: TitleWords
    turns: TurnWords
    tense: TenseWords


outline_words = reader("generic/outline", OutlineWords)
