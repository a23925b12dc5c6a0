"""Words that names of bureaus are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from builder.config import in_one_line
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words

Printed = Annotated[str, Field(min_length=1), AfterValidator(in_one_line)]


class TownWords(Entry):
    """Words of the offices of townships."""

    kinds: Words
    offices: Words
    whole: Words
    no_names: Words


class BureauWords(Entry):
    """`bureaus.toml`; `short` has what the briefing calls a bureau, or the place of one."""

    fields: Words
    offices: Words
    branch: Words
    other_offices: Words
    governments: Words
    division_kinds: Words
    parties: Words
    committees: Words
    titled: Words
    parts: Words
    zone_attributes: Words
    zones: Words
    labels: Words
    lead_ins: Words
    no_letters: Words
    no_endings: Words
    apart: Words
    no_branch: Words
    towns: TownWords
    short: dict[str, Printed] = Field(default_factory=dict)


bureau_words = reader("environment/bureaus", BureauWords)
