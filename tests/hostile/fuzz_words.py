"""Breaks what people write at random: settings, corrections, vocabulary and templates.

`python tests/hostile/fuzz_words.py --minutes 5 --seed 1`. Every error must be one of those that the
command line expects; whatever else comes is printed with what made it, and the end code is 1.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from builder.config import read_config
from builder.render.docx import docx
from builder.render.folder import HTML, STYLE, WORD, default_config, default_templates
from builder.render.html import html
from builder.render.templates import check_templates
from builder.render.word.package import package, unpacked
from builder.review import read_corrections
from builder.toml_file import read_toml
from builder.user_error import UserError
from builder.vocabulary.environment.metrics import Metrics
from tests.pageparts import DRAWING, briefing

ROOT = Path(__file__).parents[2]
BRIEFING = briefing()
DOCUMENT = "word/document.xml"
CORRECTIONS = """[[correction]]
action = "set"
report = "yueyang-county-2024"
kind = "indicator"
quote = "PM2.5浓度32.86μg/m3"
values = { value = "32.9", period = "2024" }
reason = "与公报不符"
who = "某人"
when = 2025-03-01
"""
PIECES = (
    *('"', "'", '"""', "[", "]", "{", "}", "=", ",", "\n", "\\", "#", ".", "\\u0000", "\\ud800"),
    *("1e400", "-1", "nan", "9" * 5_000, "0x" + "f" * 200, "true", "1979-05-27", "[" * 500),
    *("{{", "}}", "{%", "%}", "{#", "#}", "{% raw %}", "{% endraw %}", "{% block a %}", "-%}"),
    *("{% for x in briefing.parts %}", "{% endfor %}", "{% if x %}", "{% else %}", "{% endif %}"),
    *("{% macro a() %}", "{% set a = 1 %}", '{% include "briefing.css" %}', "|runs", "|marked"),
    *("|ordinal", '"__class__"', " * 99999999", " ** 99", "range(9999)", "(", ")", "~", "|safe"),
    *("\x00", "\x1b[2J", "\u202e", "\ufeff", "𠮷", "ꆈ", "</style>", "<w:p>", "&", "<"),
)
Trial = Callable[[random.Random, Path], None]


def main() -> None:
    """Break and read until the time is over; report what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 -- to be repeated
    outcomes: Counter[str] = Counter()
    end = time.monotonic() + given.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            outcomes[outcome(chance.choice(TRIALS), chance, Path(folder))] += 1
    sys.stdout.write("".join(f"{count:8} {what}\n" for what, count in outcomes.most_common()))
    sys.exit(any("fault" in what for what in outcomes))


def outcome(trial: Trial, chance: random.Random, folder: Path) -> str:
    """What became of one trial, in a few words."""
    try:
        trial(chance, folder)
    except UserError as error:
        return f"{trial.__name__}: {type(error).__name__}"
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        kept = folder.parent / f"{folder.name}-{abs(hash(str(error))):x}"
        shutil.copytree(folder, kept, dirs_exist_ok=True)
        sys.stdout.write(f"{kept}\n{''.join(traceback.format_exception(error)[-5:])}\n")
        return f"{trial.__name__}: fault {type(error).__name__}"
    return f"{trial.__name__}: read"


def broken(words: str, chance: random.Random) -> str:
    """Some places changed, cut out, doubled, or with a piece put in."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        here, there = sorted(chance.randrange(len(words) + 1) for _ in range(2))
        size = chance.choice((1, 3, 20, 200))
        match chance.randrange(4):
            case 0:
                words = words[:here] + chance.choice(PIECES) + words[here:]
            case 1:
                words = words[:here] + words[here + size :]
            case 2:
                words = words[:here] + words[there : there + size] + words[here:]
            case _:
                words = words[:here] + chance.choice(PIECES) + words[here + size :]
    return words


def stored(path: Path, words: str) -> Path:
    """The words in a file, in one encoding or another."""
    path.write_bytes(words.encode("utf-8", "surrogatepass"))
    return path


def settings(chance: random.Random, folder: Path) -> None:
    """`briefing.toml`."""
    words = default_config().read_text(encoding="utf-8")
    read_config(stored(folder / "briefing.toml", broken(words, chance)))


def corrections(chance: random.Random, folder: Path) -> None:
    """`corrections.toml`."""
    read_corrections(stored(folder / "corrections.toml", broken(CORRECTIONS, chance)))


def vocabulary(chance: random.Random, folder: Path) -> None:
    """The metrics, the largest table of the vocabulary."""
    source = ROOT / "builder" / "vocabulary" / "environment" / "metrics.toml"
    words = broken(source.read_text(encoding="utf-8"), chance)
    read_toml(stored(folder / "metrics.toml", words), Metrics)


def web_template(chance: random.Random, folder: Path) -> None:
    """The HTML template and its style."""
    templates = copied(folder)
    words = (templates / HTML).read_text(encoding="utf-8")
    stored(templates / HTML, broken(words, chance))
    check_templates(templates)
    html(BRIEFING, (DRAWING,), templates)


def word_template(chance: random.Random, folder: Path) -> None:
    """The text of the Word template."""
    templates = copied(folder)
    parts = unpacked((templates / WORD).read_bytes())
    words = broken(parts[DOCUMENT].decode(), chance)
    parts[DOCUMENT] = words.encode("utf-8", "surrogatepass")
    (templates / WORD).write_bytes(package(parts))
    check_templates(templates)
    docx(BRIEFING, (DRAWING,), templates)


def copied(folder: Path) -> Path:
    """A folder of templates without fonts: the program's own are taken then."""
    templates = folder / "templates"
    templates.mkdir(exist_ok=True)
    for name in (HTML, STYLE, WORD):
        shutil.copy(default_templates() / name, templates)
    return templates


TRIALS: tuple[Trial, ...] = (settings, corrections, vocabulary, web_template, word_template)

if __name__ == "__main__":
    main()
