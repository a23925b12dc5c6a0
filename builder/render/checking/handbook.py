"""docs/templates.md, made from the records: `python -m builder.render.checking.handbook FILE`."""

from __future__ import annotations

import sys
import tomllib
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from builder.render.checking.view import fields, records

HERE = Path(__file__).parent
KINDS = {str: "文字", int: "整数", bool: "是或否", Decimal: "数", float: "数"}


def handbook() -> str:
    """What a template can name, and recipes for what people want to change."""
    known = _known()
    chapters = [_chapter(record, known[record.__name__]) for record in records()]
    opening = (HERE / "opening.md").read_text(encoding="utf-8")
    recipes = (HERE / "recipes.md").read_text(encoding="utf-8")
    return f"{opening}\n## 字段\n\n{''.join(chapters)}{recipes}"


def _known() -> dict[str, dict[str, Any]]:
    """Meaning, unit and example of every field, by record."""
    return tomllib.loads((HERE / "fields.toml").read_text(encoding="utf-8"))


def _chapter(record: type, known: Mapping[str, Any]) -> str:
    rows = "".join(
        f"| `{name}` | {_kind(kind)} | {' | '.join(_escaped(word) for word in known[name])} |\n"
        for name, kind in fields(record).items()
    )
    head = "| 字段 | 类型 | 意思 | 计量单位 | 例子 |\n| --- | --- | --- | --- | --- |\n"
    return f"### {record.__name__}\n{known['about']}。\n\n{head}{rows}\n"


def _escaped(words: str) -> str:
    return words.replace("|", r"\|") or "—"


def _kind(kind: Any) -> str:  # noqa: ANN401
    """A type in words, with a link to the record that it leads to."""
    if isinstance(kind, types.UnionType):
        kinds = typing.get_args(kind)
        each = (_kind(one) for one in kinds if one is not types.NoneType)
        said = "或".join(dict.fromkeys(each))
        return f"{said}，可以没有" if types.NoneType in kinds else said
    if typing.get_origin(kind) is tuple:
        return f"一串{_kind(typing.get_args(kind)[0])}"
    if kind in records():
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "代号"
    return KINDS.get(kind, "对照表")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(handbook(), encoding="utf-8", newline="\n")
