"""Every command that a page prints works as it stands once `.setup` or `setup.cmd` has run."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from builder.cli import briefing
from tests.goldfacts import ROOT
from tools.session import command, mirror

# The change log tells of commands as they were then.
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")} - {ROOT / "CHANGELOG.md"})
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SHELLS = frozenset(("", "sh", "console"))
INLINE = re.compile(r"`([^`\n]+)`")
# What set-up brings, and where it stands on which system.
NOX = (".venv/bin/nox", r".venv\Scripts\nox")
BRIEFING = (".venv/bin/briefing", r".venv\Scripts\briefing")
PYTHON = (".venv/bin/python",)
SET_UP = ("setup.cmd", r".\setup.cmd")
NOXFILE = (ROOT / "noxfile.py").read_text(encoding="utf-8")
SESSIONS = set(re.findall(r"^@nox\.session\ndef (\w+)", NOXFILE, re.MULTILINE))


def printed(page: Path) -> Iterator[list[str]]:
    """The words of each command of a page: in blocks line by line, in the text between ticks."""
    text = page.read_text(encoding="utf-8")
    blocks = [block for language, block in BLOCK.findall(text) if language in SHELLS]
    lines = [line for block in blocks for line in block.splitlines()]
    for line in (*lines, *INLINE.findall(BLOCK.sub("", text))):
        words = line.split("  #")[0].replace("\\", "\\\\").split()
        if len(words) > 1 and (
            words[0].split("\\")[-1].split("/")[-1] in {"nox", "briefing", "python"}
            or words[0] in SET_UP
            or words[:2] == ["sh", ".setup"]
        ):
            yield shlex.split(" ".join(words).replace("…", ""))


def mistake(words: list[str]) -> str:
    """What is wrong with a command, or nothing."""
    program, *rest = words
    if program in BRIEFING:
        return _mistake_of_briefing(rest)
    if program in NOX:
        given = rest[rest.index("-s") + 1 :] if "-s" in rest else []
        return _mistake_of_session(given[:1], [word for word in given[1:] if word != "--"])
    if program == "sh":
        return _mistake_of_session(rest[1:2], rest[2:])
    if program in SET_UP:
        return _mistake_of_session(rest[:1], rest[1:])
    if program in PYTHON and rest[0] == "-m" and rest[1] != "pip":
        path = ROOT / rest[1].replace(".", "/")
        return "" if path.with_suffix(".py").exists() else f"no module {rest[1]}"
    return (
        ""
        if program in PYTHON and rest[1:3] == ["pip", "install"]
        else "stands nowhere after set-up"
    )


def _mistake_of_session(named: list[str], rest: list[str]) -> str:
    if named == ["SESSION"] or not named:
        return ""
    if named[0] not in SESSIONS:
        return f"no session {named[0]}"
    return _mistake_of_briefing(["build", *rest]) if named[0] == "build" else ""


def _mistake_of_briefing(words: list[str]) -> str:
    options = _options(briefing)
    for word in words:
        if word in briefing.commands:
            options |= _options(briefing.commands[word])
        elif word.startswith("-") and word not in options:
            return f"no option {word}"
    plain = [word for word in words if not word.startswith("-")]
    return f"no command {plain[0]}" if plain and plain[0] not in briefing.commands else ""


def _options(of: click.Command) -> set[str]:
    with click.Context(of) as context:
        return {name for one in of.get_params(context) for name in one.opts}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_a_page_work(page: Path) -> None:
    wrong = {" ".join(words): said for words in printed(page) if (said := mistake(words))}
    assert wrong == {}


def test_the_readme_prints_a_command_for_each_system() -> None:
    found = [" ".join(words) for words in printed(ROOT / "README.md")]
    for line in ("sh .setup build", "setup.cmd build", ".venv/bin/briefing --help"):
        assert line in found
    assert ".venv/bin/nox -s build -- --input my-reports --output my-briefing" in found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (".venv/bin/nox -s built", "no session built"),
        (".venv/bin/nox -s build -- --inputs a", "no option --inputs"),
        (".venv/bin/briefing biuld", "no command biuld"),
        (".venv/bin/briefing extract 报告.txt --out a", "no option --out"),
        ("nox -s build", "stands nowhere after set-up"),
        ("briefing build", "stands nowhere after set-up"),
        ("python -m builder --help", "stands nowhere after set-up"),
        ("sh .setup test", "no session test"),
    ],
)
def test_wrong_commands_are_seen(line: str, said: str) -> None:
    assert mistake(line.split()) == said


def test_set_up_runs_the_session_named_or_the_build() -> None:
    nox = [sys.executable, "-m", "nox", "--noxfile", str(ROOT / "noxfile.py"), "--session"]
    assert command([]) == [*nox, "build", "--"]
    assert command(["tests", "-m", "slow"]) == [*nox, "tests", "--", "-m", "slow"]


@pytest.mark.parametrize(
    ("environment", "configured", "given"),
    [
        ({}, "", {}),
        ({"PIP_INDEX_URL": "http://a/simple"}, "http://b", {"UV_DEFAULT_INDEX": "http://a/simple"}),
        ({}, "http://b/simple", {"UV_DEFAULT_INDEX": "http://b/simple"}),
        ({"UV_INDEX_URL": "http://c", "PIP_INDEX_URL": "http://a"}, "", {}),
        ({"UV_DEFAULT_INDEX": "http://c"}, "http://b", {}),
    ],
)
def test_set_up_hands_the_mirror_of_pip_on_to_uv(
    environment: dict[str, str], configured: str, given: dict[str, str]
) -> None:
    assert mirror(environment, configured) == given


def test_the_command_file_of_windows_is_plain_ascii_with_its_own_line_ends() -> None:
    data = (ROOT / "setup.cmd").read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") > 20
