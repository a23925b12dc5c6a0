"""What earlier words say of where a sentence's values are: a place, the sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.extract.indicators.scope_patterns import place_patterns
from builder.vocabulary.environment.scopes import scope_words

if TYPE_CHECKING:
    from builder.text.analysis import TextAnalysis

MAX_CLAUSE_CHARACTERS = 72
# How many sentences back a place may have been named.
MAX_SENTENCES_BACK = 4
# A heading of more letters says something of a place.
MAX_HEADING_CHARACTERS = 6


def may_be_of_sea(analysis: TextAnalysis, index: int) -> bool:
    """Whether a sentence, the one before it or its heading names the sea."""
    sentence, sea = analysis.sentences[index], scope_words().water.sea
    start = analysis.sentences[max(0, index - 1)].start
    named = sea.within(analysis.text, start, sentence.end)
    return named or any(sea.within(heading) for heading in sentence.headings[-1:])


def place_before(analysis: TextAnalysis, index: int, offset: int) -> str | None:
    """The place that the head of a sentence names, or of an earlier one in its item."""
    sentences = analysis.sentences
    for at in range(index, max(-1, index - MAX_SENTENCES_BACK), -1):
        sentence = sentences[at]
        if sentence.block != sentences[index].block:
            break
        end = min(offset, sentence.start + MAX_CLAUSE_CHARACTERS, sentence.end)
        head = analysis.text[sentence.start : end]
        # What stands in brackets or behind 其中 is a part, and no place for what follows.
        part = scope_words().partitive.search(head)
        head = head[: part.start() if part else None].partition("(")[0]
        if kept := place_patterns().kept.search(head):
            return kept[0]
        if counted := place_patterns().counted.match(head):
            return counted["places"]
        if place_patterns().whole.search(head):
            return None
    return place_above(analysis, index)


def place_above(analysis: TextAnalysis, index: int) -> str | None:
    """The place that is all of the heading of a sentence: (一)市区。; 各县(区) names none."""
    headings = analysis.sentences[index].headings
    heading = headings[-1] if headings else ""
    whole = place_patterns().whole.match(heading)
    named = len(heading) <= MAX_HEADING_CHARACTERS and whole is None
    plain = not any(sign in heading for sign in "()各和等、,个")
    return heading if named and plain and place_patterns().kind.search(heading[1:]) else None
