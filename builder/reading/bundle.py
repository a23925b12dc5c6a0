"""The page's modules of JavaScript as one script, so that one hash allows it.

Modules are plain files that a server can hand out as they are. To stand in the page, each becomes a
function that gives what it exports, the imported ones first. They keep to named imports from files
beside them and to exported functions, constants and classes; anything else is an error here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "page"
MAIN = "main.js"
_IMPORT = re.compile(r'^import \{(?P<names>[^}]+)\} from "\./(?P<file>[\w.-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class ModuleError(Exception):
    """A module says something that can't stand in one script; the message says where."""


@cache
def page_script() -> str:
    """All modules as one script, the same text on every machine."""
    return bundled(MAIN, FOLDER)


@cache
def page_style() -> str:
    """The style of the reading view."""
    return (FOLDER / "reading.css").read_text(encoding="utf-8")


def bundled(main: str, folder: Path) -> str:
    """A module and all that it imports as one script."""
    done: dict[str, str] = {}
    _add(main, folder, done, ())
    return f'"use strict";\n(() => {{\nconst modules = {{}};\n{"".join(done.values())}}})();\n'


def source_hash(script: str) -> str:
    """What a Content-Security-Policy allows a script by."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _add(name: str, folder: Path, done: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ModuleError(f"{name} imports itself: {' → '.join((*above, name))}")
    if name in done:
        return
    text = (folder / name).read_text(encoding="utf-8")
    for found in _IMPORT.finditer(text):
        _add(found["file"], folder, done, (*above, name))
    done[name] = _wrapped(name, text)


def _wrapped(name: str, text: str) -> str:
    exported = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    body = _IMPORT.sub(r'const {\g<names>} = modules["\g<file>"];\n', _EXPORT.sub("", text))
    if other := _OTHER.search(body):
        raise ModuleError(f"{name}: {other[0]}")
    if "</script" in body or "<!--" in body:
        raise ModuleError(f"{name}: its words would end the script")
    return f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'
