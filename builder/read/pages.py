"""What every reader gives: the text of a file and what the file says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from builder.model import PageMetadata, Remark

# Hidden words that would be read as the report's: a clause or a figure, and no label of a button.
TELLING = re.compile(r"[。；，;,]|\d")
SHORTEST_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report's text as one reader found it, before it becomes a `Source`.

    `remarks` say what of the file could not be read.
    """

    text: str
    media_type: str
    encoding: str = "utf-8"
    replaced_bytes: int = 0
    metadata: PageMetadata = field(default_factory=PageMetadata)
    remarks: tuple[Remark, ...] = ()


def hidden_words(count: int) -> tuple[Remark, ...]:
    """What is said of a file in which so many stretches of text are not shown to its readers."""
    if not count:
        return ()
    return (Remark(message="有 {count} 处隐藏文字，没有读取。", values=(("count", str(count)),)),)


def is_telling(text: str) -> bool:
    """Whether hidden words say something that a reader of the file must know of."""
    bare = "".join(text.split())
    return len(bare) >= SHORTEST_TOLD and TELLING.search(bare) is not None
