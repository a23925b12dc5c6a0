"""`manifest.json`: what went in, what came out, and what the bytes depend on."""

from __future__ import annotations

import hashlib
import json
import platform
import zlib
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from builder import __version__
from builder.model import Extraction, Refusal
from builder.program import RENDERERS
from builder.review import Outcome
from builder.vocabulary.loading import own_words


def manifest(
    *,
    folder: Path,
    kept: Mapping[str, str],
    extractions: Sequence[Extraction],
    refused: Sequence[Refusal],
    counts: Mapping[str, int],
    fonts: Mapping[str, str],
    libraries: Mapping[str, str],
    corrections: Sequence[Outcome],
) -> str:
    """The manifest of the set in `folder` as JSON; call it when all other files are written.

    `kept` are documents of earlier builds that stay beside it, with their sums; `libraries` are
    the versions of the system's libraries that made the PDF.
    """
    content: dict[str, Any] = {
        "builder": __version__,
        "versions": {
            **{name: version(name) for name in RENDERERS},
            "python": platform.python_version(),
            "zlib": zlib.ZLIB_RUNTIME_VERSION,
            **libraries,
        },
        "inputs": {
            source.file: {"sha256": source.sha256, "encoding": source.encoding}
            for source in (extraction.outline.source for extraction in extractions)
        },
        "refused": {refusal.file: refusal.said().reason for refusal in refused},
        "outputs": {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        },
        "fonts": dict(fonts),
        "counts": dict(counts),
        "corrections": [
            {
                "report": outcome.report or outcome.correction.report,
                "state": outcome.state.value,
                "reason": outcome.correction.reason,
                "message": outcome.text,
            }
            for outcome in corrections
        ],
    }
    if own := own_words().tables:
        content["vocabulary"] = {one.file: one.sha256 for one in own}
    if kept:
        content["kept"] = dict(kept)
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
