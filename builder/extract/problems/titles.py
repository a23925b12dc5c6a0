"""The title of a problem that has no heading: its first clause that says something."""

from __future__ import annotations

import re

from builder.extract.problems.frame import frame

MAX_TITLE_CHARACTERS = 40

_TITLE = re.compile(r"(?:[^,。;:!?]{0,12}(?:方面|上),)?[^,。;:!?]*")
_WORD = re.compile(r"\w")


def title_of(plain: str, cause: tuple[int, int] | None) -> str:
    """The first clause that is no cause and no opener (`目前,…`).

    With the second where the first only says of what (`大气方面,…`).
    """
    behind = plain[cause[1] :] if cause is not None and cause[0] == 0 else ""
    words = (behind if behind[:1] == "," and _WORD.search(behind) else plain).lstrip(",。;:!? ")
    words = frame().openers.sub("", words, count=1) or words
    match = _TITLE.match(words)
    # 此外,此外,。 says nothing behind its openers.
    title = trimmed(match[0] if match else words) or trimmed(plain)
    return title[:MAX_TITLE_CHARACTERS]


def trimmed(words: str) -> str:
    """Words without blanks between them and marks around them."""
    return "".join(words.split()).strip("。;,:")
