"""What is in a kit: wheels, the start script of the system, a page in Chinese, sums of all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tools.kit.platforms import Platform

HERE = Path(__file__).parent
PROGRAM = "briefing-builder"
# An empty folder, for the reports.
REPORTS = "reports/"


def contents(
    root: Path,
    platform: Platform,
    pythons: Sequence[str],
    wheels: Sequence[Path],
    others: Sequence[Path] = (),
) -> dict[str, bytes]:
    """The files of a kit by their path in it, all in one folder with the kit's name."""
    version = _version(wheels, PROGRAM.replace("-", "_"))
    told = {
        "VERSION": version,
        "SYSTEM": platform.system,
        "NEEDS": platform.needs.format(pythons="、".join(pythons), first=pythons[0]),
        "RUN": platform.run,
        "PDF": platform.pdf,
        "COMMAND": platform.command,
        "SLASH": "\\" if platform.newline == "\r\n" else "/",
        "PYTHONS": " / ".join(pythons),
        "NAMES": platform.names(pythons),
        "VERSIONS": ", ".join(f"({one.replace('.', ', ')})" for one in pythons),
        "PIP": next(wheel.name for wheel in wheels if wheel.name.startswith("pip-")),
        "PROGRAM": PROGRAM,
    }
    settings = (root / "briefing.toml").read_text(encoding="utf-8")
    page = (HERE / "README.txt").read_text(encoding="utf-8")
    script = (HERE / platform.script).read_text(encoding="utf-8")
    files = {
        platform.script: _filled(script, told, platform),
        "README.txt": platform.bom + _filled(page, told, platform),
        "briefing.toml": _filled(settings, {}, platform),
        **{f"docs/{one.name}": one.read_bytes() for one in (root / "docs").glob("*.md")},
        **{f"wheels/{wheel.name}": wheel.read_bytes() for wheel in wheels},
        **{path.name: path.read_bytes() for path in others},
    }
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    )
    files |= {"SHA256SUMS.txt": sums.encode(), REPORTS: b""}
    folder = f"briefing-kit-{version}-{platform.name}"
    return {f"{folder}/{name}": data for name, data in sorted(files.items())}


def _filled(text: str, told: dict[str, str], platform: Platform) -> bytes:
    for name, words in told.items():
        text = text.replace(f"@{name}@", words)
    return text.replace("\n", platform.newline).encode()


def _version(wheels: Sequence[Path], package: str) -> str:
    return next(w.name.split("-")[1] for w in wheels if w.name.startswith(f"{package}-"))
