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
        if place_patterns().whole.search(head):
            break
    return None
