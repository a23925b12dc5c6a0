"""How much a sentence sounds like each role: a log-linear model over the letters it is written in.

Words that rules know are those their authors thought of. The model counts all letters and pairs of
letters of a sentence and of the headings above it, each with a weight for each role, learnt from
documents that people labelled (`tools/role_weights.py`). It knows that 捉襟见肘 is no success
though no list names it: 捉, 襟 and 肘 stood in shortcomings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import add, mul
from pathlib import Path
from typing import Literal, NamedTuple

from builder.model import Role, Sentence

FILE = Path(__file__).parents[1] / "vocabulary" / "generic" / "role_weights.tsv"
# In the order of the file's columns.
ROLES = (Role.DONE, Role.PROBLEMS, Role.PLAN, Role.OTHER)
# Weights are whole numbers, so that sums are the same on any machine: hundredths of a logarithm of
# odds for letters, and what these weigh beside the neighbours' in hundredths again.
SCALE = 100
# Whose letters a weight is of, as the file's first column says: the sentence's, those of the
# heading just above it, and of the outermost one.
OWN, INNERMOST, OUTERMOST, CONTEXT = "own", "heading", "top", "context"
# Whether the text told the role of a sentence, by its name in the file.
_TOLD = {
    (told, role): f"{'told' if told else 'assumed'} {role}"
    for told in (True, False)
    for role in ROLES
}
# The scores of a sentence, of two on either side, and of the others under its heading, by their
# names in the file.
_NAMES = ("this", "before", "after", "two before", "two after", "around")
BESIDE = tuple(f"{name} {role}" for name in _NAMES for role in ROLES)

# The scores of the four roles are one number, each in bits of its own, so that they are added up
# at once.
_BITS = 40
_HALF = 1 << _BITS - 1
_LIFT = sum(_HALF << _BITS * at for at in range(len(ROLES)))
_NOTHING = (0,) * len(ROLES)
_MASK = 2 * _HALF - 1
_SHIFTS = tuple(_BITS * at for at in range(len(ROLES)))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def packed(scores: Iterable[int]) -> int:
    """Scores in the order of `ROLES` as one number; sums and multiples of it are theirs."""
    return sum(score << _BITS * at for at, score in enumerate(scores))


def unpacked(scores: int) -> tuple[int, ...]:
    """The scores of a packed number in the order of `ROLES`."""
    lifted = scores + _LIFT
    return tuple([(lifted >> shift & _MASK) - _HALF for shift in _SHIFTS])


class RoleWeights(NamedTuple):
    """Packed weights: of letters (by their `code`) by whose they are, of the scores of a sentence
    and of those beside it in the order of `BESIDE`, and of what else is known of its place.
    """

    letters: Mapping[str, Mapping[int, int]]
    beside: tuple[int, ...]
    place: Mapping[str, int]


class Context(NamedTuple):
    """What a sentence stands beside: the letters' scores of itself, of its neighbours, and of the
    others under its heading on average, four each; and words for its role by the rules, whether the
    text told it, and where it begins.
    """

    beside: tuple[int, ...]
    place: tuple[str, ...]


NO_WEIGHTS = RoleWeights({OWN: {}, INNERMOST: {}, OUTERMOST: {}}, (), {})


@cache
def role_weights() -> RoleWeights:
    """The weights that the program comes with."""
    return parse(FILE.read_text("utf-8"))


def parse(text: str) -> RoleWeights:
    """The weights of a file: whose, a feature and four whole numbers a line, parted by tabs."""
    letters: dict[str, dict[int, int]] = {OWN: {}, INNERMOST: {}, OUTERMOST: {}}
    place: dict[str, int] = {}
    for line in text.splitlines():
        whose, feature, *scores = line.split("\t")
        weight = packed(map(int, scores))
        if whose == CONTEXT:
            place[feature] = weight
        else:
            letters[whose][code(feature)] = weight
    return RoleWeights(letters, tuple(place.get(name, 0) for name in BESIDE), place)


def letters_of(text: str) -> set[str]:
    """The letters and pairs of letters of a text without its spaces; any number is a 0.

    `$` stands at both ends, so that 一是… and …不足。 differ from the same letters inside.
    """
    bare = _bare(text)
    return {*bare, *map(add, bare, bare[1:])}


def _bare(text: str) -> str:
    return f"${_NUMBER.sub('0', ''.join(text.split()))}$"


def code(letters: str) -> int:
    """A letter or a pair of letters as a number, by which its weight is found sooner."""
    size: Literal["H", "I"] = "H" if len(letters) == 1 else "I"
    return memoryview(letters.encode("utf-16"))[2:].cast(size)[0]


def codes_of(text: str) -> set[int]:
    """The codes of the `letters_of` a text, read off its bytes: each letter has two.

    The mark that these begin with has no weight, alone and before a letter.
    """
    letters = memoryview(_bare(text).encode("utf-16", "surrogatepass"))
    end = len(letters) - len(letters) % 4
    shifted = letters[2 : len(letters) - (len(letters) - 2) % 4]
    return {*letters.cast("H"), *letters[:end].cast("I"), *shifted.cast("I")}


def letter_score(weights: RoleWeights, whose: str, text: str) -> int:
    """The packed sum of what the letters of a text weigh."""
    return sum(map(weights.letters[whose].get, codes_of(text), repeat(0)))


def letter_scores(weights: RoleWeights, plain: str, sentences: Sequence[Sentence]) -> list[int]:
    """What the letters of each sentence and of the headings above it weigh, packed."""
    of_headings: dict[tuple[str, ...], int] = {(): 0}
    outermost: dict[str, int] = {}
    out: list[int] = []
    for one in sentences:
        above = of_headings.get(one.headings)
        if above is None:
            above = letter_score(weights, INNERMOST, one.headings[-1])
            if len(one.headings) > 1:
                first = one.headings[0]
                if first not in outermost:
                    outermost[first] = letter_score(weights, OUTERMOST, first)
                above += outermost[first]
            of_headings[one.headings] = above
        out.append(above + letter_score(weights, OWN, plain[one.start : one.end]))
    return out


def contexts(
    letters: Sequence[int], sentences: Sequence[Sentence], plain: str
) -> Iterator[Context]:
    """What each sentence stands beside; `letters` are packed."""
    scores = [_NOTHING, _NOTHING, *map(unpacked, letters), _NOTHING, _NOTHING]
    together: dict[tuple[str, ...], tuple[int, int]] = {}
    for sentence, one in zip(sentences, letters, strict=True):
        total, many = together.get(sentence.headings, (0, 0))
        together[sentence.headings] = total + one, many + 1
    end = 0
    for at, (sentence, one) in enumerate(zip(sentences, letters, strict=True)):
        total, many = together[sentence.headings]
        around = tuple(score // (many - 1) for score in unpacked(total - one)) if many > 1 else ()
        before, previous, this, following, after = scores[at : at + 5]
        place = ["any", _TOLD[sentence.told, sentence.role]]
        if not end:
            place.append("first")
        elif "\n" in plain[end : sentence.start]:
            place.append("paragraph")
        beside = (*this, *previous, *following, *before, *after, *(around or _NOTHING))
        yield Context(beside, tuple(place))
        end = sentence.end


def whole_scores(weights: RoleWeights, context: Context) -> tuple[int, ...]:
    """What a sentence's context weighs for each role, in `SCALE` squared of a logarithm of odds."""
    place = sum(map(weights.place.get, context.place, repeat(0)))
    return unpacked(sum(map(mul, context.beside, weights.beside)) + SCALE * place)
