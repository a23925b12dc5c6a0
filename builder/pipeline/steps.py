"""Who follows a build: told of its stages and reports as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.model import Extraction, Refusal
    from builder.pipeline.line import Compared


class Steps:
    """Follows nothing; whoever wants to know overrides what he wants to know."""

    def stage(self, name: str) -> None:
        """A stage begins."""

    def files(self, names: Sequence[str]) -> None:
        """These files are to be read."""

    def read(self, name: str, found: Extraction | Refusal) -> None:
        """A file has been read, or its reading is known from before."""

    def compared(self, side_by_side: Compared) -> None:
        """All that the documents are made from is known."""
