"""The system's libraries that set the type of the PDF, and which versions of them are here."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

from builder.render.pdf_environment import pdf_environment

# As WeasyPrint looks for them on each system.
PANGO = ("libpango-1.0-0", "pango-1.0-0", "libpango-1.0.so.0", "libpango-1.0.dylib")
HARFBUZZ = ("libharfbuzz-0", "harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib")
FONTCONFIG = ("libfontconfig-1", "fontconfig-1", "libfontconfig.so.1", "libfontconfig.1.dylib")
SECONDS = 30


def versions() -> dict[str, str]:
    """The versions of the libraries, loaded here; empty where one is missing."""
    return dict(_versions())


def asked_versions() -> dict[str, str]:
    """The versions that the process which makes PDFs would find, without starting all of it."""
    command = [sys.executable, "-P", "-c", f"import {__name__} as own; own.tell()"]
    with suppress(OSError, subprocess.SubprocessError, ValueError):
        told = subprocess.run(  # noqa: S603 -- our own module
            command, env=pdf_environment(), capture_output=True, check=True, timeout=SECONDS
        )
        found = json.loads(told.stdout)
        if isinstance(found, dict):
            return found
    return {}


def tell() -> None:
    """Print the versions for `asked_versions`."""
    sys.stdout.write(json.dumps(versions()))


def _versions() -> Iterator[tuple[str, str]]:
    pango, harfbuzz, fontconfig = map(_loaded, (PANGO, HARFBUZZ, FONTCONFIG))
    if pango is None or harfbuzz is None or fontconfig is None:
        return
    pango.pango_version_string.restype = harfbuzz.hb_version_string.restype = ctypes.c_char_p
    yield "pango", pango.pango_version_string().decode()
    yield "harfbuzz", harfbuzz.hb_version_string().decode()
    number = fontconfig.FcGetVersion()
    yield "fontconfig", f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def _loaded(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None
