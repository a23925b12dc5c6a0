"""Which reports of a dataset are meant: comparisons of its fields, joined by words.

    province == '湖南' and level == 'county' and year == 2024
    (year >= 2022 and year <= 2024) or not level in ('province', 'city')

`or` joins what `and` has joined, `not` stands before a comparison or a bracket. What a report does
not state fulfils no comparison. The grammar is written out here, since what libraries offer either
evaluates what it is given (pandas' `query`), brings a database along (DuckDB), or speaks of tokens
in English where a user has to be told in Chinese which field was meant (lark, pyparsing).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from builder.dataset.tables import FIELDS
from builder.model import BureauFrom, BureauKind, Document, Level, Script, SourceKind
from builder.toml_file import advice
from builder.user_error import UserError

Row = Mapping[str, Any]
Test = Callable[[Row], bool]

TOKEN = re.compile(
    r"\s*(?:(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+)|(?P<sign>==|!=|<=|>=|<|>|\(|\)|,)"
    r"|(?P<word>[A-Za-z_]\w*)|(?P<other>\S))"
)
SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
IN = "in"
PROVINCE = "province"
TYPES = {field.name: field.type for field in FIELDS}
WORDS: Mapping[str, type[StrEnum]] = {
    "level": Level,
    "source_kind": SourceKind,
    "script": Script,
    "document": Document,
    "bureau_kind": BureauKind,
    "bureau_from": BureauFrom,
}
WANTED = {
    str: "文字，写在引号里，如 '湖南'",
    int: "整数，不加引号，如 2024",
    date: "日期，写在引号里，如 '2024-03-01'",
    bool: "true 或 false",
}
BOOLS = {"true": True, "false": False}
DEEPEST = 50
# Python reads no number of some thousand digits.
LONGEST_NUMBER = 30


class WhereError(UserError):
    """A condition is wrong; the message says where, what was expected and what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A condition as it was written, the fields that it is about, and whether a row fulfils it."""

    text: str
    fields: tuple[str, ...]
    holds: Test


def read_where(text: str) -> Where:
    """The condition that a text states. Raises `WhereError`."""
    parser = _Parser(text)
    holds = parser.whole()
    return Where(text=text, fields=tuple(dict.fromkeys(parser.fields)), holds=holds)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


END = "结尾"


class _Parser:
    """Reads from left to right; each method takes what it is named for and gives its test."""

    def __init__(self, text: str) -> None:
        self.fields: list[str] = []
        self._tokens = [
            _Token(
                str(found.lastgroup), found[str(found.lastgroup)], found.start(found.lastgroup) + 1
            )
            for found in TOKEN.finditer(text)
            if found.lastgroup
        ]
        self._tokens.append(_Token("end", "", len(text) + 1))
        self._place = 0
        self._depth = 0

    def whole(self) -> Test:
        test = self._or()
        if self._next.kind != "end":
            raise self._wrong(f"and、or 或{END}")
        return test

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self._next
        self._place += 1
        return token

    def _taken(self, text: str) -> bool:
        """Whether the next token is this sign or word, which is taken then."""
        if self._next.text == text and self._next.kind in {"sign", "word"}:
            self._place += 1
            return True
        return False

    def _or(self) -> Test:
        tests = [self._and()]
        while self._taken("or"):
            tests.append(self._and())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def _and(self) -> Test:
        tests = [self._not()]
        while self._taken("and"):
            tests.append(self._not())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _not(self) -> Test:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong(f"至多 {DEEPEST} 层括号")
        try:
            if self._taken("not"):
                test = self._not()
                return lambda row: not test(row)
            if self._taken("("):
                test = self._or()
                if not self._taken(")"):
                    raise self._wrong("and、or 或 )")
                return test
            return self._comparison()
        finally:
            self._depth -= 1

    def _comparison(self) -> Test:
        if self._next.kind != "word" or self._next.text in {"and", "or", IN}:
            raise self._wrong("字段、not 或 (")
        token = self._take()
        name = token.text
        if name not in TYPES:
            raise WhereError(
                f"--where 第 {token.column} 列：没有字段 {name}。{advice(name, TYPES)}"
            )
        self.fields.append(name)
        if self._taken(IN):
            values = self._values(name)
            return lambda row: row[name] is not None and row[name] in values
        if self._next.text not in SIGNS:
            raise self._wrong(f"{'、'.join(SIGNS)} 或 {IN}")
        compared = SIGNS[self._take().text]
        value = self._value(name)
        return lambda row: row[name] is not None and compared(row[name], value)

    def _values(self, name: str) -> tuple[object, ...]:
        if not self._taken("("):
            raise self._wrong("(")
        values = [self._value(name)]
        while self._taken(","):
            values.append(self._value(name))
        if not self._taken(")"):
            raise self._wrong(", 或 )")
        return tuple(values)

    def _value(self, name: str) -> object:
        """A value of the type that a field has."""
        token, kind = self._next, TYPES[name]
        value: object = None
        if kind is int and token.kind == "number" and len(token.text) <= LONGEST_NUMBER:
            value = int(token.text)
        elif kind is bool:
            value = BOOLS.get(token.text)
        elif token.kind == "text" and kind is str:
            value = self._word(name, token)
        elif token.kind == "text" and kind is date:
            value = _day(token.text[1:-1])
        if value is None:
            raise self._wrong(f"{name} 的值：{WANTED[kind]}")
        self._take()
        return value

    def _word(self, name: str, token: _Token) -> str:
        """A text; where a field has certain words alone, one of them."""
        text = token.text[1:-1]
        if name == PROVINCE:
            return _province(text, token)
        if name in WORDS and text not in list(WORDS[name]):
            raise WhereError(
                f"--where 第 {token.column} 列：{name} 没有 {token.text} 这个值。"
                f"{advice(text, WORDS[name])}"
            )
        return text

    def _wrong(self, wanted: str) -> WhereError:
        token = self._next
        found = END if token.kind == "end" else token.text
        return WhereError(f"--where 第 {token.column} 列：应为：{wanted}；现为：{found}。")


def _province(text: str, token: _Token) -> str:
    """The full name of a province, which may be written shorter: 湖南, 广西."""
    # All rules of reading, of which a condition needs but this.
    from builder.extract.report.regions import provinces  # noqa: PLC0415

    names = sorted(name for (name,) in provinces())
    meant = [name for name in names if text and name.startswith(text)]
    if len(meant) != 1:
        raise WhereError(
            f"--where 第 {token.column} 列：没有省份 {token.text}。{advice(text, names)}"
        )
    return meant[0]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
