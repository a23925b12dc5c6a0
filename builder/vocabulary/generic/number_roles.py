"""Words that tell what a number of a sentence is for."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class NumberRoleWords(Entry):
    """`number_roles.toml`: words around changes, targets, and values of others."""

    fillers: Words
    changes: Words
    change_nouns: Words
    year_on_year: Words
    flat: Words
    flat_hedges: Words
    year_before: Words
    same_period: Words
    bases: Words
    month_on_month: Words
    year_begins: Words
    targets: Words
    target_fillers: Words
    aside_targets: Words
    aiming: Words
    fulfilled: Words
    aims: Words
    whose_aims: Words
    demands: Words
    standards: Words
    whose_standards: Words
    grades: Words
    compared: Words
    distant: Words
    not_distant: Words
    distant_from_others: Words
    distances: Words
    no_distances: Words
    averages: Words
    levels: Words
    level_fillers: Words
    per_volume: Words
    others: Words
    scoring: Words
    stepped: Words
    scored: Words
    unscored: Words
    scored_items: Words
    rules_of: Words
    rules: Words
    grades_given: Words


number_role_words = reader("generic/number_roles", NumberRoleWords)
