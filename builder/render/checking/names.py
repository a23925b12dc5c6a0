"""Whether the names in a tag exist: followed from the view's records, tag by tag."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from builder.render.checking.view import RESULTS, SHOWN, bare, fields, item

SAME = frozenset(
    {"list", "sort", "reverse", "select", "reject", "selectattr", "rejectattr", "unique"}
)
"""Filters that give what they take, in another order or fewer of it."""
BY_ATTRIBUTE = frozenset(
    {"selectattr", "rejectattr", "sort", "map", "join", "sum", "unique", "runs"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A name that does not exist, and what to say of it."""

    name: str
    message: str


@dataclass(slots=True)
class Names:
    """The names that can be used at a place of the template: Jinja's own, the view's, the blocks'.

    `shown` gathers the fields that the template uses, as (record, field); a field of something
    unknown counts for every record, with an empty record name.
    """

    filters: Iterable[str]
    tests: Iterable[str]
    scopes: list[dict[str, Any]]
    shown: set[tuple[str, str]] = field(default_factory=set)

    def lookup(self, name: str) -> Any:  # noqa: ANN401
        """The type of a name; raises KeyError if there is none."""
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        raise KeyError(name)

    def bind(self, target: nodes.Node, kind: Any) -> None:  # noqa: ANN401
        """Give a target of for, set or with its type in the innermost block."""
        if isinstance(target, nodes.Name):
            self.scopes[-1][target.name] = kind
        for child in target.iter_child_nodes():
            self.bind(child, Any)


def kind_of(node: nodes.Node, names: Names, found: list[Wrong]) -> Any:  # noqa: ANN401
    """The type of an expression, Any where it cannot be told; wrong names go into `found`."""
    match node:
        case nodes.Name():
            return _name(node, names, found)
        case nodes.Getattr():
            return _field(kind_of(node.node, names, found), node.attr, names, found)
        case nodes.Getitem():
            return _item(node, names, found)
        case nodes.Filter():
            return _filtered(node, names, found)
        case nodes.Test() if node.name not in names.tests:
            found.append(_unknown(f"没有 {node.name} 这个检验。", node.name, names.tests))
    for child in node.iter_child_nodes():
        kind_of(child, names, found)
    return Any


def _name(node: nodes.Name, names: Names, found: list[Wrong]) -> Any:  # noqa: ANN401
    try:
        return names.lookup(node.name)
    except KeyError:
        known = {name for scope in names.scopes[1:] for name in scope}
        found.append(_unknown(f"没有 {node.name} 这个名字。", node.name, known))
        return Any


def _item(node: nodes.Getitem, names: Names, found: list[Wrong]) -> Any:  # noqa: ANN401
    kind = kind_of(node.node, names, found)
    kind_of(node.arg, names, found)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return _field(kind, node.arg.value, names, found)
    return kind if isinstance(node.arg, nodes.Slice) else item(kind)


def _field(kind: Any, name: str, names: Names, found: list[Wrong]) -> Any:  # noqa: ANN401
    kind = bare(kind)
    known = fields(kind)
    if not known:
        names.shown.add(("", name))
        if kind in {str, int} and not hasattr(kind, name):
            found.append(Wrong(name=name, message=f"文字和数没有 {name} 这个字段。"))
        elif item(kind) is not Any:
            found.append(Wrong(name=name, message=f"{name} 要先用 for 逐项取出才能用。"))
        return Any
    if name not in known:
        found.append(_unknown(f"{kind.__name__} 没有 {name} 这个字段。", name, known))
        return Any
    names.shown.add((kind.__name__, name))
    return known[name]


def _filtered(node: nodes.Filter, names: Names, found: list[Wrong]) -> Any:  # noqa: ANN401
    kind = Any if node.node is None else kind_of(node.node, names, found)
    for argument in (*node.args, *(pair.value for pair in node.kwargs)):
        kind_of(argument, names, found)
    if node.name not in names.filters:
        found.append(_unknown(f"没有 {node.name} 这个过滤器。", node.name, names.filters))
        return Any
    if node.name in BY_ATTRIBUTE:
        for attribute in _attributes(node):
            _field(item(kind), attribute, names, found)
    names.shown |= SHOWN.get(node.name, frozenset())
    if node.name in {"first", "last"}:
        return item(kind)
    if node.name == "runs" and kind is not Any:
        return types.GenericAlias(tuple, (kind, ...))
    return kind if node.name in SAME else RESULTS.get(node.name, Any)


def _attributes(node: nodes.Filter) -> Iterator[str]:
    """The field by which a filter chooses or orders, where the template names one."""
    named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in {"selectattr", "rejectattr"}:
        named += node.args[:1]
    if node.name == "runs":
        named += node.args
    for value in named:
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield value.value


def _unknown(message: str, name: str, known: Iterable[str]) -> Wrong:
    known = sorted(known)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    advice = f"是不是想写 {near[0]}？" if near else f"可用的有：{'、'.join(known)}。"
    return Wrong(name=name, message=message + advice)
