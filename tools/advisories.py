"""Compares the installed packages with the advisories that are known: `python -m tools.advisories`.

The list beside this file is kept by hand; `docs/security.md` says when it was looked through.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.version import Version

LIST = Path(__file__).with_name("advisories.toml")


def known() -> Mapping[str, tuple[str, str]]:
    """For each package the first sound version, and what was mended in it."""
    return {
        name: (mended, what)
        for name, (mended, what) in tomllib.loads(LIST.read_text(encoding="utf-8"))[
            "mended"
        ].items()
    }


def unsound(installed: Mapping[str, str]) -> list[str]:
    """A line for each package that is older than its mend."""
    return [
        f"{name} {installed[name]}: {what}, mended in {mended}"
        for name, (mended, what) in sorted(known().items())
        if name in installed and Version(installed[name]) < Version(mended)
    ]


def installed_versions() -> dict[str, str]:
    """The versions of the packages of the list that are installed here."""
    found = {}
    for name in known():
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def main() -> None:
    """Name what must be updated; the end code is 1 if there is anything."""
    found = unsound(installed_versions())
    sys.stdout.write("".join(f"{line}\n" for line in found) or "no package with a known advisory\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
