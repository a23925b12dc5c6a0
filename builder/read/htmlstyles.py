"""What a page's own style sheets and attributes say of how its elements are shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

BRACES = re.compile(r"([{}])")
# Selectors without signs such as > and :hover; rules with others are looked at by no one.
SIMPLE = re.compile(r"(?=.)(?:[A-Za-z][\w-]*|\*)?(?:[.#][\w-]+)*")
PIECE = re.compile(r"([.#]?)([\w-]+)")
SHOWING = frozenset(
    (
        *("display", "visibility", "opacity", "mso-hide", "font-size", "font-weight", "color"),
        *("background", "background-color", "background-image", "vertical-align"),
        *("text-decoration", "text-decoration-line"),
    )
)
HIDING = frozenset(("display", "visibility", "font-size", "color", "opacity", "mso-hide"))
# Pages that people read have fewer.
MOST_RULES = 3000
LONGEST_SHEET = 1_000_000


class Simple(NamedTuple):
    """`p.note#first`: what one element must be."""

    tag: str
    names: frozenset[str]
    key: str

    def fits(self, element: etree._Element) -> bool:
        """Whether an element is such a one."""
        if self.tag and element.tag != self.tag:
            return False
        if self.key and element.get("id") != self.key:
            return False
        return not self.names or self.names <= set(element.get("class", "").split())


class Rule(NamedTuple):
    """Declarations for elements that a chain of simple selectors finds, the innermost last."""

    chain: tuple[Simple, ...]
    style: Mapping[str, str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How special the selector is, as style sheets count it."""
        return (
            sum(bool(simple.key) for simple in self.chain),
            sum(len(simple.names) for simple in self.chain),
            sum(bool(simple.tag) for simple in self.chain),
        )

    def fits(self, element: etree._Element) -> bool:
        """Whether the rule is for an element."""
        if not self.chain[-1].fits(element):
            return False
        above = element.iterancestors()
        return all(
            any(simple.fits(holder) for holder in above) for simple in reversed(self.chain[:-1])
        )


class Sheet:
    """The rules of a page that hide or show words, found by what their elements are called."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self.hides = False
        self._rules: defaultdict[str, list[tuple[int, Rule]]] = defaultdict(list)
        for order, rule in enumerate(rules):
            if order >= MOST_RULES:
                break
            last = rule.chain[-1]
            name = next(iter(sorted(last.names)), "")
            key = f"#{last.key}" if last.key else f".{name}" if name else last.tag
            self._rules[key].append((order, rule))
            self.hides = self.hides or bool(HIDING & rule.style.keys())

    def style(self, element: etree._Element) -> dict[str, str]:
        """What is said of how an element is shown; its own attributes have the last word."""
        found: dict[str, str] = {}
        if self._rules:
            names = [f".{name}" for name in element.get("class", "").split()]
            keys = ["", element.tag, *dict.fromkeys(names), f"#{element.get('id', '')}"]
            near = [pair for key in keys for pair in self._rules.get(key, ())]
            fitting = [(rule.weight, order, rule) for order, rule in near if rule.fits(element)]
            for _, _, rule in sorted(fitting, key=lambda item: item[:2]):
                found |= rule.style
        for attribute, name in (("bgcolor", "background"), ("background", "background")):
            if element.get(attribute):
                found[name] = element.get(attribute, "").lower()
        if element.tag == "font" and element.get("color"):
            found["color"] = element.get("color", "").lower()
        return found | declarations(element.get("style", ""))


def page_sheet(root: etree._Element) -> Sheet:
    """The rules of all `<style>` elements of a page."""
    texts = ("".join(element.itertext()) for element in root.iter("style"))
    return Sheet(rule for text in texts for rule in _rules(text))


def declarations(text: str) -> dict[str, str]:
    """`display:none; color: #FFF` by the names that say how words are shown."""
    found = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in SHOWING:
            found[name] = value.lower().replace("!important", "").strip()
    return found


def _rules(text: str) -> Iterator[Rule]:
    """The rules of a sheet that stand in no block for print or for small screens."""
    depth, selectors = 0, ""
    for piece in BRACES.split(_without_comments(text[:LONGEST_SHEET])):
        if piece in {"{", "}"}:
            depth = max(depth + (1 if piece == "{" else -1), 0)
        elif depth == 0:
            selectors = piece.rpartition(";")[2]
        elif depth == 1 and "@" not in selectors:
            style = declarations(piece)
            for selector in selectors.split(",") if style else ():
                parts = selector.split()
                if parts and all(map(SIMPLE.fullmatch, parts)):
                    yield Rule(tuple(map(_simple, parts)), style)


def _without_comments(text: str) -> str:
    first, *rest = text.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join((first, *(piece.partition("*/")[2] for piece in rest)))


def _simple(text: str) -> Simple:
    tag, key, names = "", "", set()
    for match in PIECE.finditer(text):
        if match[1] == ".":
            names.add(match[2])
        elif match[1] == "#":
            key = match[2]
        else:
            tag = match[2].lower()
    return Simple(tag, frozenset(names), key)
