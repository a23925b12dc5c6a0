"""Every string that the briefing says, gathered from code, templates and vocabulary."""

from __future__ import annotations

import ast
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from builder.config import Config
from builder.render.folder import HTML, WORDS, default_templates
from builder.render.word.template import LITERAL
from builder.vocabulary.environment.conclusions import conclusion_words
from builder.vocabulary.environment.metrics import comparability, metrics, standards
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.work import matters, quantity_kinds
from builder.vocabulary.generic.amounts import units
from builder.wording.parts.titles import TITLES
from tests.goldfacts import ROOT

STAGES = (
    "kinds",
    "read",
    "review",
    "check",
    "compare",
    "wording",
    "charts",
    "render",
    "reading",
    "pipeline",
)
# Calls that take msgids, with the places of the arguments; the records that keep one by name.
CALLS = {
    "language": (0,),
    "_language": (0,),
    "runs": (0,),
    "translated": (0,),
    "flag": (1,),
    "flag_at": (1,),
    "_Stale": (0,),
    "Unreadable": (1, 2),
}
RECORDS = {
    "Finding": {"message"},
    "Outcome": {"message"},
    "Refusal": {"reason", "advice"},
    "Remark": {"message"},
    "Field": {"head", "says"},
    "SheetSpec": {"title", "says"},
    "FactKind": {"label"},
    "Kind": {"title", "unit", "gap"},
    "TallyKind": {"title"},
}
SPOKEN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]|\{\w+\}")
TAGGED = re.compile(r"""\bt\(\s*(["'])(.+?)\1""")
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def msgids() -> tuple[str, ...]:
    """All msgids, each once."""
    templates = default_templates()
    found = [
        *(msgid for stage in STAGES for msgid in code_msgids(ROOT / "builder" / stage)),
        *html_msgids(templates / HTML),
        *html_msgids(ROOT / "builder" / "reading" / "page" / "above.html.j2"),
        *html_msgids(ROOT / "builder" / "reading" / "page" / "below.html.j2"),
        *(msgid for name in WORDS.values() for msgid in word_msgids(templates / name)),
        *vocabulary_msgids(),
        *TITLES.values(),
        Config().title,
    ]
    return tuple(dict.fromkeys(found))


def code_msgids(folder: Path) -> Iterator[str]:
    """What the modules of a folder hand to `Language`, or keep for it in records."""
    for path in sorted(folder.rglob("*.py")):
        found = Module(ast.parse(path.read_text(encoding="utf-8"))).msgids()
        # Names of files and types go the same ways, and are no words of ours.
        yield from (words for words in found if not words or SPOKEN.search(words))


class Module:
    """A module's msgids, found through the names that they are given on their way."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._named: defaultdict[str, list[ast.expr]] = defaultdict(list)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                self._name(node.targets, node.value)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                self._name([node.target], node.value)
            elif isinstance(node, ast.For | ast.comprehension):
                self._name([node.target], node.iter)

    def _name(self, targets: list[ast.expr], value: ast.expr) -> None:
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name):
                    self._named[node.id].append(value)

    def msgids(self) -> Iterator[str]:
        """The strings in the arguments that are msgids."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                for argument in _arguments(node):
                    yield from self._strings(argument, frozenset())

    def _strings(self, node: ast.expr, seen: frozenset[str]) -> Iterator[str]:
        """The literals that an expression can be: itself, a choice, an item, or a name's."""
        match node:
            case ast.Constant(value=str(words)):
                yield words
            case ast.IfExp(body=one, orelse=other):
                yield from self._strings(one, seen)
                yield from self._strings(other, seen)
            case ast.Tuple(elts=items) | ast.Dict(values=items):
                for item in items:
                    yield from self._strings(item, seen)
            case ast.Subscript(value=holder) | ast.Call(func=ast.Attribute(value=holder)):
                yield from self._strings(holder, seen)
            case ast.Name(id=name) if name not in seen:
                for value in self._named[name]:
                    yield from self._strings(value, seen | {name})


def _arguments(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are msgids."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    yield from (call.args[place] for place in CALLS.get(name, ()) if place < len(call.args))
    yield from (item.value for item in call.keywords if item.arg in RECORDS.get(name, ()))


def html_msgids(template: Path) -> Iterator[str]:
    """The msgids in t("…") of the HTML template."""
    yield from (words for _, words in TAGGED.findall(template.read_text(encoding="utf-8")))


def word_msgids(template: Path) -> Iterator[str]:
    """The literal words between the tags of a Word template, and those in t("…")."""
    with zipfile.ZipFile(template) as package:
        parts = [name for name in package.namelist() if name.startswith("word/")]
        trees = [etree.fromstring(package.read(name)) for name in parts if name.endswith(".xml")]
    for text in (element.text or "" for tree in trees for element in tree.iter(TEXT)):
        yield from (words for _, words in TAGGED.findall(text))
        pieces = (piece.strip() for piece in LITERAL.findall(text))
        yield from (piece for piece in pieces if piece and not piece.startswith("{"))


def vocabulary_msgids() -> Iterator[str]:
    """The names that the vocabulary gives to things, and the units that reports print."""
    yield from names().metrics.values()
    yield from names().themes.values()
    yield from (metric.brief for metric in metrics().metrics)
    for table in names().model_dump().values():
        yield from map(str, table.values())
    yield from (kind.title for kind in quantity_kinds().kinds)
    yield from (facet.name for facet in comparability().facets)
    yield from (entry.grade for entry in standards().limits)
    yield from (statistic.name for statistic in standards().statistics.values())
    yield from (word for counter in units().counters for word in counter.words)
    yield from matters().matters
    yield from conclusion_words().raised
