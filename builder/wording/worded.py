"""What every part of the view has: the wording that it speaks with."""

from __future__ import annotations

from builder.wording.wording import Wording


class Worded:
    """A part of the view; `language` is the wording of all its words."""

    def __init__(self, language: Wording) -> None:
        self.language = language
