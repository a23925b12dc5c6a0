"""What the desk knows at this moment: one JSON value that every page follows.

Whoever follows gets the newest value, never a row of old ones: a slow page delays nobody and
nothing piles up for it.
"""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class State:
    """The desk's state; it counts its versions, and wakes those who wait for a newer one."""

    def __init__(self, folder: Path, output: Path, templates: Path) -> None:
        self.version = 0
        self.snapshot: Json = {"reports": [], "refused": [], "check": [], "corrections": []}
        self.pages: tuple[bytes, ...] = ()
        self.word = self.page = ""
        self.ended = False
        self._changed = asyncio.Event()
        self._shown: Json = {
            "folder": folder.absolute().name,
            "input": str(folder.absolute()),
            "output": str(output.absolute()),
            "templates": str(templates.absolute()),
            "building": False,
            "stage": "",
            "files": [],
            "result": None,
            "error": None,
            "snapshot": 0,
            "preview": {"version": 0, "pages": 0, "busy": False, "problems": [], "notice": ""},
        }

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 -- JSON
        return self._shown[key]

    def show(self, **changes: object) -> None:
        """Set parts of the state."""
        self._shown |= changes
        self._wake()

    def show_preview(self, **changes: object) -> None:
        """Set parts of what is known of the templates."""
        self.show(preview=self._shown["preview"] | changes)

    def show_file(self, name: str, **changes: object) -> None:
        """Set what is known of one file."""
        files = [one | changes if one["name"] == name else one for one in self._shown["files"]]
        self.show(files=files)

    def show_snapshot(self, snapshot: Json, page: str) -> None:
        """Take a new snapshot and its page; who shows the last one sees that it is old."""
        self.snapshot, self.page = snapshot, page
        self.show(snapshot=self._shown["snapshot"] + 1)

    def text(self) -> str:
        """The state as JSON in one line, with its version."""
        return json.dumps({"version": self.version} | self._shown, ensure_ascii=False)

    async def newer(self, version: int, seconds: float) -> bool:
        """Wait until there is a newer state than `version`; False where none comes in time."""
        while self.version <= version and not self.ended:
            changed = self._changed
            try:
                await asyncio.wait_for(changed.wait(), seconds)
            except TimeoutError:
                return False
        return not self.ended

    def end(self) -> None:
        """Let everybody go who follows: the desk ends."""
        self.ended = True
        self._wake()

    def _wake(self) -> None:
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()


def now() -> str:
    """The time of day, as the page shows it: 10:42."""
    return datetime.now().astimezone().strftime("%H:%M")
