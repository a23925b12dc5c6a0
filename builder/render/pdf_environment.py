"""What the process that makes the PDF finds around it: no fonts, no language of the machine."""

from __future__ import annotations

import ctypes.util
import os
import sys
from pathlib import Path

import builder
from builder.fonts import FONTCONFIG

# They change what fonts are found, in what order, and how words are broken.
MACHINES = ("FONTCONFIG_", "FC_", "PANGO", "LC_", "LANG", "G_", "FREETYPE_", "HB_")


def pdf_environment() -> dict[str, str]:
    """The environment of the PDF process: this one's without what changes fonts and languages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(MACHINES)}
    # This very package first, whatever folder the process starts in.
    search_path = [str(Path(builder.__file__).parent.parent), *filter(None, sys.path)]
    return kept | {
        "FONTCONFIG_FILE": str(FONTCONFIG),
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(search_path),
    }


def ask_the_loader() -> None:
    """Keep `find_library` from starting a compiler and a linker to look for libraries.

    The loader is asked for each file by name afterwards, and knows all that it could load.
    """
    if sys.platform.startswith("linux"):
        ctypes.util.find_library = _not_found


def _not_found(name: str) -> str | None:  # noqa: ARG001 -- the interface of `find_library`
    return None
