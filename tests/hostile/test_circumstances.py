"""The same reports give the same bytes in forty circumstances, all formats among them.

Several that don't exclude each other are tried in one build.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.goldfacts import ROOT
from tests.hostile.test_fonts import machine_with, odd_font

pytestmark = pytest.mark.slow
REPORTS = ("yueyang-county-2024.txt", "qianjiang-2024.txt")
NOWHERE = "/nonexistent"


class Circumstance(NamedTuple):
    """What is other than usual: variables, options, the order of files, the command around it."""

    variables: Mapping[str, str | None] = {}
    options: tuple[str, ...] = ()
    turned: bool = False
    around: str = ""
    fonts: str = ""
    cwd: str = "."


def _set(**variables: str | None) -> Circumstance:
    return Circumstance(variables=variables)


CIRCUMSTANCES = {
    "C": _set(LANG="C", LC_ALL="C"),
    "POSIX": _set(LC_ALL="POSIX"),
    "no UTF-8 mode": _set(PYTHONUTF8="0", LC_ALL="C", PYTHONCOERCECLOCALE="0"),
    "UTF-8 mode": _set(PYTHONUTF8="1"),
    "Japanese": _set(LANG="ja_JP.UTF-8", LC_ALL="ja_JP.UTF-8"),
    "Turkish": _set(LANG="tr_TR.UTF-8", LC_ALL="tr_TR.UTF-8", LANGUAGE="tr"),
    "English": _set(LANG="en_US.UTF-8", LANGUAGE="en"),
    "no language": _set(LANG=None, LC_ALL=None, LANGUAGE=None),
    "Kathmandu": _set(TZ="Asia/Kathmandu"),
    "Kiritimati": _set(TZ="Pacific/Kiritimati"),
    "no such zone": _set(TZ="Nowhere/None"),
    "hash seed 0": _set(PYTHONHASHSEED="0"),
    "hash seed 1": _set(PYTHONHASHSEED="1"),
    "hash seed 4294967295": _set(PYTHONHASHSEED="4294967295"),
    "another folder": Circumstance(cwd="elsewhere"),
    "a folder with blanks": Circumstance(cwd="else where 处"),
    "no home": _set(HOME=NOWHERE),
    "home unset": _set(HOME=None),
    "no cache": _set(XDG_CACHE_HOME=NOWHERE),
    "no settings": _set(XDG_CONFIG_HOME=NOWHERE),
    "another user": _set(USER="某人", LOGNAME="某人", USERNAME="某人"),
    "one process": Circumstance(options=("--jobs", "1")),
    "two processes": Circumstance(options=("--jobs", "2")),
    "four processes": Circumstance(options=("--jobs", "4")),
    "closed mask": Circumstance(around="umask 077; "),
    "open mask": Circumstance(around="umask 000; "),
    "nice": Circumstance(around="nice -n 5 "),
    "few files open": Circumstance(around="ulimit -n 256; "),
    "no core": Circumstance(around="ulimit -c 0; ulimit -s 8192; "),
    "emoji font": Circumstance(fonts="Noto Color Emoji"),
    "own font's name": Circumstance(fonts="Noto Serif SC"),
    "generic font": Circumstance(fonts="serif"),
    "no fontconfig": _set(FONTCONFIG_PATH=NOWHERE),
    "Pango in Arabic": _set(PANGO_LANGUAGE="ar"),
    "fontconfig in Korean": _set(FC_LANG="ko"),
    "files in another order": Circumstance(turned=True),
    "another temporary folder": Circumstance(cwd="tmp", variables={"TMPDIR": "."}),
    "a dumb terminal": _set(TERM="dumb", NO_COLOR="1"),
    "a wide terminal": _set(COLUMNS="400", LINES="2"),
    "source date": _set(SOURCE_DATE_EPOCH="1"),
}


TOGETHER = (
    (
        *("C", "Kathmandu", "hash seed 0", "another folder", "no home", "one process"),
        *("closed mask", "emoji font", "a dumb terminal"),
    ),
    (
        *("POSIX", "Kiritimati", "hash seed 1", "a folder with blanks", "home unset"),
        *("two processes", "open mask", "own font's name", "files in another order"),
    ),
    (
        *("no UTF-8 mode", "no such zone", "hash seed 4294967295", "another temporary folder"),
        *("no cache", "four processes", "nice", "generic font", "source date"),
    ),
    ("UTF-8 mode", "Japanese", "no settings", "few files open", "no fontconfig"),
    ("Turkish", "another user", "Pango in Arabic", "no core", "a wide terminal"),
    ("English", "fontconfig in Korean"),
    ("no language",),
)


def test_each_of_forty_is_tried_once() -> None:
    assert len(CIRCUMSTANCES) == 40
    assert sorted(name for names in TOGETHER for name in names) == sorted(CIRCUMSTANCES)


def all_of(names: Iterable[str]) -> Circumstance:
    """Several circumstances as one."""
    given = [CIRCUMSTANCES[name] for name in names]
    variables = [pair for one in given for pair in one.variables.items()]
    assert len(dict(variables)) == len(variables), "two set the same variable"
    return Circumstance(
        variables=dict(variables),
        options=tuple(option for one in given for option in one.options),
        turned=any(one.turned for one in given),
        around="".join(one.around for one in given),
        fonts="".join(one.fonts for one in given),
        cwd=next((one.cwd for one in given if one.cwd != "."), "."),
    )


def digests(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def build(folder: Path, given: Circumstance) -> dict[str, str]:
    """The bytes of all files of a build."""
    reports, output, cwd = folder / "reports", folder / "output", (folder / given.cwd).resolve()
    reports.mkdir(parents=True)
    cwd.mkdir(exist_ok=True)
    for number, name in enumerate(REPORTS[::-1] if given.turned else REPORTS):
        shutil.copy(ROOT / "seeds" / name, reports)
        os.utime(reports / name, (number * 1e9, number * 1e9))
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    variables |= {name: value for name, value in given.variables.items() if value is not None}
    for name, value in given.variables.items():
        if value is None:
            variables.pop(name, None)
    if given.fonts:
        config = machine_with(folder / "machine", {"odd.ttf": odd_font(given.fonts, "0123456789")})
        variables["FONTCONFIG_FILE"] = str(config)
    words = ["-m", "builder", "build", "--input", reports, "--output", output, *given.options]
    quoted = " ".join(f"'{word}'" for word in (sys.executable, *words))
    command = ["/bin/sh", "-c", f"{given.around}{quoted}"]
    made = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)
    assert made.returncode == 0, made.stderr.decode()
    return digests(output)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return build(tmp_path_factory.mktemp("usual") / "a", Circumstance())


@pytest.mark.parametrize("names", TOGETHER, ids=", ".join)
def test_the_bytes_are_the_same(
    names: tuple[str, ...], usual: dict[str, str], tmp_path: Path
) -> None:
    assert {"briefing.pdf", "briefing.docx", "briefing.html", "briefing.xlsx"} <= usual.keys()
    assert build(tmp_path / "b", all_of(names)) == usual
