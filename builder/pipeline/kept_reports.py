"""Reports that were read and extracted before, taken from the cache."""

from __future__ import annotations

import hashlib

from builder.cache import Cache, Input
from builder.config import Limits
from builder.model import Extraction, Refusal
from builder.pipeline.sums import words_sums
from builder.program import rules_version
from builder.read import Entry, Unreadable, entry_bytes
from builder.read.kinds import BY_OFFICE
from builder.records import BadRecord, packed, unpacked

KIND = "report"


class KeptReports:
    """Extractions by the report's bytes and name, the limits and the version of the rules."""

    def __init__(self, cache: Cache, limits: Limits) -> None:
        self._cache = cache
        self._limits = limits

    def found(self, entry: Entry) -> Extraction | None:
        """The extraction of a file that is the same as before; None for any other."""
        if not self._cache:
            return None
        try:
            data = entry_bytes(entry, self._limits)
        except Unreadable:
            # Whoever reads it says why it can't be.
            return None
        inputs = self._inputs(entry.report, entry.name, hashlib.sha256(data).hexdigest())
        if (content := self._cache.found(KIND, inputs)) is None:
            return None
        try:
            return unpacked(Extraction, content)
        except BadRecord:
            self._cache.throw_away(KIND, inputs)
            return None

    def keep(self, result: Extraction | Refusal) -> None:
        """Keep what was read of a file, unless it was LibreOffice that opened it."""
        if not self._cache or isinstance(result, Refusal):
            return
        source = result.outline.source
        if source.media_type not in BY_OFFICE:
            inputs = self._inputs(source.report, source.file, source.sha256)
            content = packed(Extraction, result).encode("utf-8", "surrogatepass")
            self._cache.keep(KIND, inputs, content)

    def _inputs(self, report: str, file: str, total: str) -> tuple[Input, ...]:
        limits = self._limits.model_dump_json()
        return rules_version(), *words_sums(), limits, report, file, total
