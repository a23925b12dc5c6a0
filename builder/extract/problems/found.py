"""A problem as it is found, before it is a fact."""

from __future__ import annotations

import re
from typing import NamedTuple

# What a problem is made of.
CLAUSE = re.compile(r"[^\s,。;:!?][^,。;:!?]*")


class ProblemSpan(NamedTuple):
    """A problem's stretch of the text, its heading where it has one, and the rule's name."""

    start: int
    end: int
    title: str
    rule: str
