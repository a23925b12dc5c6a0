"""The folder `vocabulary/` beside `briefing.toml`: what the user adds to the vocabulary."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePosixPath

from builder import vocabulary
from builder.toml_file import TomlError, advice, refuse_outside, toml_text
from builder.vocabulary.adding import OwnTable, OwnVocabulary
from builder.vocabulary.loading import READERS, in_use

NAME = "vocabulary"
SUFFIX = ".toml"
# What people and systems make of a name: metrics.toml.txt, metrics - 副本.toml, Metrics.TOML.
TABLE = re.compile(r"\.toml\b", re.IGNORECASE)
# Of no person: what systems and editors put beside a file.
PASSED_OVER = (".", "~")


def own_vocabulary(folder: Path) -> OwnVocabulary:
    """What the tables of a folder add; nothing where there is no such folder.

    Raises `TomlError` with every mistake of all its files.
    """
    if not folder.is_dir():
        return OwnVocabulary()
    readers = _readers()
    wrong: list[str] = []
    own = OwnVocabulary(tables=tuple(_tables(folder, list(readers), wrong)))
    with in_use(own):
        for one in own.tables:
            with _noted(wrong):
                readers[one.name]()
    if wrong:
        # A table that others are checked against is read for each of them.
        raise TomlError("\n".join(dict.fromkeys(wrong)))
    return own


def _readers() -> Mapping[str, Callable[[], object]]:
    """Every table by the name that its file has without its suffix."""
    for module in pkgutil.walk_packages(vocabulary.__path__, f"{vocabulary.__name__}."):
        import_module(module.name)
    return {PurePosixPath(name).name: read for name, read in READERS.items()}


def _tables(folder: Path, known: Sequence[str], wrong: list[str]) -> Iterator[OwnTable]:
    """The tables of a folder; what is wrong with others goes into `wrong`."""
    seen: set[str] = set()
    for path in sorted((*folder.iterdir(), *folder.glob(f"*/*{SUFFIX}"))):
        if path.name.startswith(PASSED_OVER) or not TABLE.search(path.name):
            continue
        file = path.relative_to(folder.parent).as_posix()
        name = path.name.lower().removesuffix(SUFFIX)
        if path.parent != folder:
            wrong.append(f"{file}: 词表要直接放在 {folder.name}/ 里。请移出来。")
        elif name not in known:
            files = [f"{one}{SUFFIX}" for one in known]
            wrong.append(f"{file}: 没有这个词表。{advice(path.name, files)}")
        elif name in seen:
            wrong.append(f"{file}: 与另一个词表只差大小写。请只留一个。")
        else:
            seen.add(name)
            with _noted(wrong):
                refuse_outside(path)
                text = toml_text(path)
                yield OwnTable(name=name, file=file, text=text)


@contextmanager
def _noted(wrong: list[str]) -> Iterator[None]:
    """Let an error of a file be one among others."""
    try:
        yield
    except TomlError as error:
        wrong += str(error).splitlines()
