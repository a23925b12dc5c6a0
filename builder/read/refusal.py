"""The one error of the readers: what was found in a file, and what its owner can do."""

from __future__ import annotations

from builder.model import Refusal


class Unreadable(Exception):  # noqa: N818 -- a file is unreadable; nothing went wrong in the program
    """A file cannot be used as a report; `refusal` says why (without 。) and what to do.

    `reason` and `advice` are msgids, `values` fill their named fields; `may_pass` as in `Refusal`.
    """

    def __init__(
        self, file: str, reason: str, advice: str, *, may_pass: bool = False, **values: object
    ) -> None:
        self.refusal = Refusal(
            file=file,
            reason=reason,
            advice=advice,
            values=tuple((name, str(value)) for name, value in values.items()),
            may_pass=may_pass,
        )
        super().__init__(str(self.refusal))
