"""All errors of both templates at once: where they are, what is wrong, what was probably meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, nodes

from builder.model import PartName
from builder.render.checking.blocks import block_problems, opens, place_problems
from builder.render.checking.files import html_lines, row_texts, word_lines
from builder.render.checking.names import Names, kind_of
from builder.render.checking.shown import full_width_problems, part_problems
from builder.render.checking.syntax import STATEMENTS, said, unknown
from builder.render.checking.tags import Tag, TemplateProblem, problem, tags
from builder.render.checking.view import FILTERS, PRINTED, UNPRINTED, VIEWS, fields, item
from builder.render.folder import (
    HTML,
    PARTS,
    STYLE,
    WORDS,
    TemplateError,
    part_files,
    template_text,
)
from builder.render.sandbox import Sandbox, told
from builder.render.word.part_files import part_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from builder.render.checking.names import Wrong
    from builder.render.checking.tags import TemplateLine

# A statement is read by itself, closed by what Jinja wants to see after it.
CLOSED = {
    "for": "{% endfor %}",
    "if": "{% endif %}",
    "with": "{% endwith %}",
    "macro": "{% endmacro %}",
    "call": "{% endcall %}",
    "filter": "{% endfilter %}",
    "block": "{% endblock %}",
    "autoescape": "{% endautoescape %}",
}
MOST_SHOWN = 50
DEEP = "套得太深：括号、运算或条件的层数太多。"


WORD = re.compile(r"[A-Za-z_]\w*")
SCOPED = frozenset({"for", "with", "macro", "call", "filter", "block"})
"""Blocks whose names are forgotten at their end; those of if and set stay."""


def check_templates(templates: Path, parts: Iterable[PartName] = tuple(PartName)) -> None:
    """Raise `TemplateError` with every error of a folder's templates, if there are any.

    `parts` are those that the configuration prints: a Word template must have a place for each.
    """
    if problems := template_problems(templates, parts):
        shown = [str(found) for found in problems[:MOST_SHOWN]]
        if more := len(problems) - len(shown):
            shown.append(f"另有 {more} 处错误。")
        raise TemplateError("\n\n".join(shown))


def template_problems(
    templates: Path, parts: Iterable[PartName] = tuple(PartName)
) -> tuple[TemplateProblem, ...]:
    """Every error of a folder's templates, file by file in the order of their places."""
    return tuple(
        found
        for checked in _templates(templates, tuple(parts))
        for found in sorted(checked.problems, key=lambda found: (found.line.number, found.column))
    )


def unshown_fields(templates: Path) -> tuple[str, ...]:
    """Fields of the view that no template shows, as Record.field."""
    shown: set[tuple[str, str]] = set().union(*(each.shown for each in _templates(templates, ())))
    return tuple(
        f"{record.__name__}.{name}"
        for record in PRINTED
        for name in fields(record)
        if not {(record.__name__, name), ("", name)} & shown
        and (record.__name__, name) not in UNPRINTED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The problems of one template, the fields that it shows, and its tags."""

    problems: tuple[TemplateProblem, ...]
    shown: frozenset[tuple[str, str]]


def _templates(templates: Path, parts: tuple[PartName, ...]) -> Iterator[Checked]:
    for name in WORDS.values():
        if (templates / name).is_file():
            with told(templates / name, reports=0):
                lines = word_lines(templates / name)
                checked = _checked(name, "docx", lines, parts)
            yield checked
    for path in part_files(templates).values():
        name = f"{PARTS}/{path.name}"
        with told(path, reports=0):
            part_body(path)
            checked = _checked(name, "part", word_lines(path), ())
        yield checked
    if (templates / STYLE).is_file():
        template_text(templates / STYLE)
    with told(templates / HTML, reports=0):
        checked = _checked(HTML, "html", html_lines(templates / HTML), ())
    yield checked


def _checked(
    file: str, kind: str, lines: Sequence[TemplateLine], parts: tuple[PartName, ...]
) -> Checked:
    read = list(_obeyed(tag for line in lines for tag in tags(line, leveled=kind != "html")))
    environment = Sandbox()
    names = Names(
        filters={*environment.filters, *FILTERS[kind]},
        tests=environment.tests,
        scopes=[dict(environment.globals), dict(VIEWS[kind]), {}],
    )
    rows = row_texts(lines)
    found = [
        *block_problems(file, read),
        *place_problems(file, read, rows),
        *part_problems(file, lines, read, parts),
        *full_width_problems(file, lines),
    ]
    for tag in read:
        found += _tag_problems(file, tag, environment, names)
    return Checked(problems=tuple(found), shown=frozenset(names.shown))


def _obeyed(tags: Iterable[Tag]) -> Iterator[Tag]:
    """The tags that Jinja obeys: what stands between raw and endraw is printed as it is."""
    raw = False
    for tag in tags:
        if raw:
            raw = tag.name != "endraw"
        elif tag.name == "raw" and tag.closed:
            raw = True
        else:
            yield tag


def _tag_problems(
    file: str, tag: Tag, environment: Sandbox, names: Names
) -> Iterator[TemplateProblem]:
    """What is wrong in one tag; the names that it brings or takes away are kept up."""
    if tag.kind == "{#":
        return
    if not (tag.closed and tag.words):
        yield problem(file, tag, "标记没有写完：缺少结束的括号，或括号里是空的。")
        _enter(tag, names)
        return
    if tag.meant.startswith("end"):
        if tag.name not in STATEMENTS:
            yield problem(file, tag, unknown(tag.name))
        if tag.meant.removeprefix("end") in SCOPED:
            _leave(names)
        return
    try:
        statement = _statement(tag, environment)
    except TemplateSyntaxError as error:
        yield problem(file, tag, said(error.message or ""))
        _enter(tag, names)
        return
    except RecursionError:
        yield problem(file, tag, DEEP)
        _enter(tag, names)
        return
    try:
        followed = _followed(tag, statement, names)
    except RecursionError:
        yield problem(file, tag, DEEP)
        return
    for wrong in followed:
        yield problem(file, tag, wrong.message, wrong.name)


def _enter(tag: Tag, names: Names) -> None:
    """Begin the block of a broken tag; no word in it is called unknown behind it."""
    if tag.meant in SCOPED:
        names.scopes.append(dict.fromkeys(WORD.findall(tag.words), Any))


def _leave(names: Names) -> None:
    """Forget the names of the innermost block; those of the whole template stay."""
    if len(names.scopes) > len(("Jinja", "view", "template")):
        names.scopes.pop()


def _statement(tag: Tag, environment: Sandbox) -> nodes.Node | None:
    """A tag as Jinja reads it by itself; None for else."""
    if tag.kind == "{{":
        return _first(environment, "{{ " + tag.words + " }}")
    if tag.name == "else":
        return None
    words = tag.words.replace("elif", "if", 1) if tag.name == "elif" else tag.words
    closed = CLOSED.get(words.split(maxsplit=1)[0], "")
    if tag.name == "set" and opens(tag):
        closed = "{% endset %}"
    return _first(environment, "{% " + words + " %}" + closed)


def _first(environment: Sandbox, words: str) -> nodes.Node | None:
    body = environment.parse(words).body
    return body[0] if body else None


def _followed(tag: Tag, statement: nodes.Node | None, names: Names) -> list[Wrong]:
    """Wrong names of a statement, and what it does to the names behind it."""
    found: list[Wrong] = []
    handle = _STATEMENTS.get(type(statement))
    if handle is not None:
        handle(statement, names, found)
    elif statement is not None:
        kind_of(statement, names, found)
        if tag.name in SCOPED:
            names.scopes.append({})
    return found


def _for(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    kind = kind_of(node.iter, names, found)
    names.scopes.append({"loop": Any})
    names.bind(node.target, item(kind))
    if node.test is not None:
        kind_of(node.test, names, found)


def _if(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    kind_of(node.test, names, found)


def _set(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    kind = kind_of(node.node, names, found)
    if isinstance(node.target, nodes.Name):
        names.bind(node.target, kind)


def _set_block(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    names.bind(node.target, Any)
    if node.filter is not None:
        kind_of(node.filter, names, found)


def _with(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    kinds = [kind_of(value, names, found) for value in node.values]
    names.scopes.append({})
    for target, kind in zip(node.targets, kinds, strict=True):
        names.bind(target, kind)


def _macro(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    """The macro's name stays; what it is called with can be anything."""
    for default in node.defaults:
        kind_of(default, names, found)
    names.scopes[-1][node.name] = Any
    names.scopes.append({"caller": Any, "varargs": Any, "kwargs": Any})
    for argument in node.args:
        names.bind(argument, Any)


def _call(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    kind_of(node.call, names, found)
    names.scopes.append({})
    for argument in node.args:
        names.bind(argument, Any)


def _import(node: Any, names: Names, found: list[Wrong]) -> None:  # noqa: ANN401
    """What another template of the folder gives; that it has it is seen when it is read."""
    kind_of(node.template, names, found)
    given = [node.target] if isinstance(node, nodes.Import) else node.names
    for name in given:
        names.scopes[-1][name if isinstance(name, str) else name[1]] = Any


_STATEMENTS: dict[type, Callable[[Any, Names, list[Wrong]], None]] = {
    nodes.For: _for,
    nodes.If: _if,
    nodes.Assign: _set,
    nodes.AssignBlock: _set_block,
    nodes.With: _with,
    nodes.Macro: _macro,
    nodes.CallBlock: _call,
    nodes.Import: _import,
    nodes.FromImport: _import,
}
