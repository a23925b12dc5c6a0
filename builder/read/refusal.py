"""The one error of the readers: what was found in a file, and what its owner can do."""

from __future__ import annotations

from builder.model import Refusal


class Unreadable(Exception):  # noqa: N818 -- a file is unreadable; nothing went wrong in the program
    """A file cannot be used as a report; `refusal` says why (without 。) and what to do."""

    def __init__(self, file: str, reason: str, advice: str) -> None:
        self.refusal = Refusal(file=file, reason=reason, advice=advice)
        super().__init__(f"{file}：{reason}。{advice}")
