from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from builder.cli import briefing
from builder.cli.commands import SUMMARIES
from tests.goldfacts import ROOT

LISTED = "import json, sys; import builder.cli; {}; print(json.dumps(sorted(sys.modules)))"


def imported(more: str) -> list[str]:
    """The modules that a fresh process has after the command line and `more`."""
    told = subprocess.run(
        [sys.executable, "-c", LISTED.format(more)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    names: list[str] = json.loads(told.stdout.splitlines()[-1])
    return names


def test_the_list_of_commands_imports_no_stage_and_no_heavy_package() -> None:
    asked = "builder.cli.briefing.main(['--help'], standalone_mode=False)"
    modules = imported(asked)
    assert [name for name in modules if name.split(".")[0] == "builder"] == [
        "builder",
        "builder.cli",
        "builder.cli.commands",
        "builder.cli.messages",
        "builder.cli.terminal",
        "builder.interruption",
        "builder.user_error",
    ]
    # Python's own and click: 0.8 s of CPU were 1,900 modules.
    assert len(modules) < 200


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_is_the_first_sentence_of_the_help(name: str) -> None:
    command = briefing.commands[name]
    assert command.name == name
    assert command.help is not None
    assert SUMMARIES[name] == command.help.partition("\n")[0]


def test_error_an_unknown_command_has_no_module() -> None:
    assert briefing.get_command(click.Context(briefing), "os") is None


def test_no_time_goes_into_looking_for_garbage() -> None:
    """Least of all at the end: half a second of a build that takes seven."""
    said = "import gc, sys; from builder.__main__ import SELDOM, main; sys.argv[1:] = ['--version']"
    ended = "except SystemExit: print(gc.get_threshold() == SELDOM, gc.get_freeze_count() > 1000)"
    told = subprocess.run(
        [sys.executable, "-c", f"{said}\ntry: main()\n{ended}"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.splitlines()[-1] == "True True"
