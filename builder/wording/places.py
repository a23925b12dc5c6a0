"""Names of places in Latin letters: Yueyang County for 岳阳县, Shaanxi Province for 陕西省."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from string import ascii_uppercase

from builder.language import SOURCE_LANGUAGE, Language
from builder.vocabulary.generic.divisions import PEOPLES_AT_END, full_names, short_names
from builder.vocabulary.generic.romanised import romanised

_UNNAMED = "某"
_HANZI = re.compile("[\u3400-\u9fff]+")
_VOWELS = "aoe"
_AUTONOMOUS = frozenset({"自治州", "自治县", "自治旗"})


def place_words(name: str, language: Language) -> str:
    """A place's name as a language has it."""
    return name if language.code == SOURCE_LANGUAGE else romanised_name(name)


@cache
def romanised_name(name: str) -> str:
    """A place's name by its official spelling, else by pinyin; 某区 is Unnamed District.

    A name without Chinese letters stays as it is.
    """
    words = romanised()
    if name in words.whole or not _HANZI.search(name):
        return words.whole.get(name, name)
    bare, kind = _parted(name)
    if bare in {"", _UNNAMED}:
        return f"Unnamed {words.kinds.get(kind, '')}".strip()
    spelt = words.official.get(bare) or _spelt(bare if len(bare) > 1 else name)
    return f"{spelt} {words.kinds.get(kind, '')}".strip()


def _parted(name: str) -> tuple[str, str]:
    """A name and its kind: 岳阳 and 县; the peoples of an autonomous division are left out."""
    if name in short_names() and name not in full_names():
        return name, ""
    kind = next((kind for kind in romanised().kinds if name.endswith(kind)), "")
    bare = name.removesuffix(kind)
    if kind in _AUTONOMOUS:
        while (shorter := PEOPLES_AT_END.sub("", bare)) not in {"", bare}:
            bare = shorter
    return bare, kind


def latin_letters(names: Iterable[str]) -> list[str]:
    """Two capitals for each romanised name, its own initials where they are still free: YY, QJ."""
    found: list[str] = []
    for name in names:
        found.append(next(pair for pair in _pairs(name) if pair not in found))
    return found


def _pairs(name: str) -> Iterator[str]:
    """Its initials first, then its first letter with each of the others, then any two."""
    latin = [char for char in romanised_name(name).upper() if char in ascii_uppercase]
    first, *others = list(_initials(name)) or latin or ["X"]
    yield from (first + other for other in (*others, *latin[1:]))
    yield from map("".join, product(ascii_uppercase, repeat=2))
    yield from map("".join, product(ascii_uppercase, repeat=3))


def _initials(name: str) -> str:
    """The letters that begin the syllables of a name without its kind: YY of 岳阳县, UD of 某区."""
    bare, _ = _parted(name)
    if bare in {"", _UNNAMED}:
        return "".join(word[0] for word in romanised_name(name).split())
    return "".join(syllable[0] for syllable in _syllables(bare)).upper()


def _spelt(name: str) -> str:
    """Syllables as one word, set off where a vowel begins one: Xi'an; other letters as they are."""
    return _HANZI.sub(lambda found: _word(_syllables(found[0])), name)


def _word(syllables: list[str]) -> str:
    first, *others = syllables
    return (first + "".join("'" * (one[0] in _VOWELS) + one for one in others)).capitalize()


def _syllables(name: str) -> list[str]:
    # Its dictionaries take half a second, which only an English briefing spends.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    letters = "".join(_HANZI.findall(name))
    read = lazy_pinyin(letters, v_to_u=True)
    own = romanised().readings
    return [own.get(letter, syllable) for letter, syllable in zip(letters, read, strict=True)]
