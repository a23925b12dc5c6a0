"""How much room characters take: Chinese ones twice that of Latin ones."""

from __future__ import annotations

from unicodedata import east_asian_width


def is_wide(character: str) -> bool:
    """Whether a character takes the room of a Chinese one, as 水, ， and “ do among such."""
    return east_asian_width(character) in {"W", "F", "A"}


def columns(text: str) -> int:
    """The room of a text in halves of a Chinese character: 水质A is 5."""
    # One letter tells each kind of width that counts; the narrow ones are N, Na and H.
    kinds = "".join(map(east_asian_width, text))
    return len(text) + kinds.count("W") + kinds.count("F") + kinds.count("A")


def terminal_columns(text: str) -> int:
    """The columns of a terminal that a text takes; there the … and Ⅲ between are narrow."""
    return sum(2 if east_asian_width(character) in {"W", "F"} else 1 for character in text)
