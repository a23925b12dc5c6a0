"""The title of a problem that has no heading: its first clause that says something."""

from __future__ import annotations

import re

from builder.extract.problems.frame import frame

MAX_TITLE_CHARACTERS = 40

_TITLE = re.compile(r"(?:[^,。;:!?]{0,12}(?:方面|上|看|而言|来说|来讲),)?[^,。;:!?]*")
_WORD = re.compile(r"\w")


def title_of(plain: str, cause: tuple[int, int] | None) -> str:
    """The first clause that is no cause and no opener (`目前,…`).

    With the second where the first only says of what (`大气方面,…`).
    """
    # 一方面,由于居住分散,污水治理难 begins with its cause, too.
    leads = cause is not None and not frame().openers.sub("", plain[: cause[0]], count=1)
    behind = plain[cause[1] :] if cause is not None and leads else ""
    words = (behind if behind[:1] == "," and _WORD.search(behind) else plain).lstrip(",。;:!? ")
    words = frame().openers.sub("", words, count=1) or words
    match = _TITLE.match(words)
    # 此外,此外,。 says nothing behind its openers.
    title = trimmed(match[0] if match else words) or trimmed(plain)
    return title[:MAX_TITLE_CHARACTERS]


def trimmed(words: str) -> str:
    """Words without blanks between them and marks around them."""
    return "".join(words.split()).strip("。;,:")
