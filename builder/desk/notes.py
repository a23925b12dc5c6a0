"""What the desk remembers of a folder: which facts a person found right.

It is kept beside the reports in a hidden file, so that closing the page or the desk loses nothing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

NAME = ".desk.json"
_MOST = 20_000


class Notes:
    """The facts that were found right, by what they and their words are."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self.checked: dict[str, None] = {}
        with suppress(OSError, ValueError):
            found = json.loads(self._path.read_text(encoding="utf-8"))
            self.checked = dict.fromkeys(map(str, found["checked"][-_MOST:]))

    def check(self, key: str, *, right: bool) -> None:
        """Note that a fact was found right, or take that back."""
        if right:
            self.checked[key] = None
        else:
            self.checked.pop(key, None)
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps({"checked": list(self.checked)}), encoding="utf-8")
        part.replace(self._path)
