"""The one reader of TOML: settings, corrections and words, with all mistakes at once in Chinese.

A line names the file, the place and what is wrong; entries of lists are counted from 1, as people
count: `metrics.toml: metrics[3].unit: 缺少这一项`.
"""

from __future__ import annotations

import codecs
import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from builder.user_error import UserError

# Editors on Windows write a BOM, or the code page of Chinese.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = ("utf-8", "gb18030")

# What tomllib says, as the beginning of its English message; the first that fits.
SYNTAX = (
    (r"Cannot (?:declare|overwrite|mutate|redefine)|Duplicate", "这个键或表写了两次"),
    (r"Expected '=' after", "键后面缺少等号"),
    (r"Expected '\]", "方括号没有写完"),
    (r"Expected newline", "一行只能写一项，后面多了字"),
    (r"Unclosed array", "列表缺少 ]，或两项之间缺少逗号"),
    (r"Unclosed inline table", "表缺少 }，或两项之间缺少逗号"),
    (r"Unterminated string|Expected '\"|Expected \"'", "引号没有写完"),
    (r"Unescaped '\\'", "双引号里的反斜杠要写两个（\\\\），或改用单引号"),
    (r"Illegal character|Found invalid character", "引号没有写完，或有不能用的字符"),
    (r"Invalid date", "没有这个日期"),
    (r"Invalid initial character for a key|Invalid statement", "键写得不对；中文的键要写在引号里"),
    (r"Escaped character|Unescaped", "反斜杠后面的写法不对；文字里要有反斜杠，请改用单引号"),
    (r"Invalid value", "值写得不对；文字要写在引号里"),
)
AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
WIDE = "“”‘’，：；＝＃【】［］｛｝（）　"

# What pydantic found, by its type of error; `{…}` is filled from the error.
MESSAGES = {
    "missing": "缺少这一项",
    "literal_error": "应为 {expected}",
    "enum": "应为 {expected}",
    "string_type": "应为文字，写在引号里",
    "string_too_short": "至少要有 {min_length} 个字",
    "string_too_long": "最多 {max_length} 个字",
    "string_pattern_mismatch": "写法不对",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "int_parsing_size": "这个数太大了",
    "finite_number": "应为有限的数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "decimal_type": "应为数字",
    "decimal_parsing": "应为数字",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "tuple_type": '应为列表，例如 ["甲", "乙"]',
    "list_type": '应为列表，例如 ["甲", "乙"]',
    "too_short": "至少要有 {min_length} 项",
    "too_long": "最多 {max_length} 项",
    "model_type": "应为一个表",
    "model_attributes_type": "应为一个表",
    "dict_type": "应为一个表",
    "date_type": "应为日期，不加引号，例如 2025-03-01",
    "date_parsing": "应为日期，例如 2025-03-01",
    "date_from_datetime_parsing": "应为日期，例如 2025-03-01",
    "date_from_datetime_inexact": "应为日期，不带钟点，例如 2025-03-01",
}
# Where the value tells nothing: it is not there, or is named already.
WITHOUT_VALUE = frozenset({"missing", "too_short", "string_too_short"})
PYDANTICS_OWN = frozenset(get_args(ErrorType))
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# Of a wrong key itself pydantic says so behind the key.
OF_THE_KEY = "[key]"
LONGEST_SHOWN = 40
LONGEST_NUMBER = 200
MOST_NAMED = 12
LARGEST = 5_000_000

# A key of so many parts is no setting, and tomllib takes hours over one of many thousands.
DEEPEST = 100
DEEP_KEY = re.compile(rf"""(?<![\w"'-])[\w"'-]+(?:[ \t]*\.[ \t]*[\w"'-]+){{{DEEPEST}}}""")

Location = tuple[str | int, ...]
Shape = TypeVar("Shape", bound=BaseModel)


class TomlError(UserError):
    """A TOML file is wrong; the message has one line for each mistake, with file and place."""


def read_toml(path: Path, shape: type[Shape]) -> Shape:
    """The file as a record of `shape`; UTF-8, with BOM or without, UTF-16 with BOM, or GBK.

    Raises `TomlError` with every mistake of the file.
    """
    try:
        return shape.model_validate(toml_tables(toml_text(path), path.name))
    except ValidationError as error:
        raise TomlError(said(path.name, mistakes(error, shape))) from None


def said(name: str, found: Iterable[tuple[Location, str]]) -> str:
    """Mistakes of a file as lines: `metrics.toml: metrics[3].unit: 缺少这一项`."""
    return "\n".join(f"{name}: {_line(*mistake)}" for mistake in found)


def mistakes(error: ValidationError, shape: type[BaseModel]) -> Iterator[tuple[Location, str]]:
    """Every error of a record of `shape`: where, and what is wrong, in Chinese."""
    for item in error.errors(include_url=False):
        location = tuple(part for part in item["loc"] if part != OF_THE_KEY)
        yield location, _message(item, location, shape)


def located(found: Iterable[tuple[Location, str]]) -> ValidationError:
    """Mistakes as an error for a validator to raise; pydantic puts its place before theirs."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError("said", "{said}", {"said": said}), loc=place, input=None
        )
        for place, said in found
    ]
    return ValidationError.from_exception_data("values", details)


def advice(key: str, valid: Iterable[str]) -> str:
    """What to write instead of a key or a name that there is not."""
    names = list(map(str, valid))
    near = difflib.get_close_matches(key, names, n=1, cutoff=0.5)
    if near:
        return f"是不是想写 {near[0]}？"
    some = "、".join(names[:MOST_NAMED])
    return f"可用的：{some}{' 等' if len(names) > MOST_NAMED else ''}。"


def toml_text(path: Path) -> str:
    """The text of a regular file in any of the known encodings.

    Raises `TomlError` where it can't be read.
    """
    try:
        if path.is_symlink() and not path.exists():
            raise TomlError(f"{path.name}: 链接指向的文件不在了。请改好链接，或把它移走。")
        # A pipe or a device may never end.
        if path.exists() and not path.is_file():
            raise TomlError(f"{path.name}: 不是普通文件，不予读取。请换成文件，或把它移走。")
        if path.stat().st_size > LARGEST:
            raise TomlError(f"{path.name}: 超过 {LARGEST // 1_000_000} MB，不是正常的文件。")
        text = _decoded(path.read_bytes())
    except FileNotFoundError:
        raise TomlError(f"{path.name}: 打不开，没有这个文件。") from None
    except OSError as error:
        raise TomlError(f"{path.name}: 打不开：{error.strerror}。") from None
    if text is None:
        raise TomlError(f"{path.name}: 认不出文字编码；请用记事本另存为 UTF-8。")
    return text


def leads_out(path: Path) -> bool:
    """Whether a path is a link that leads out of its folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent))


def refuse_outside(path: Path) -> None:
    """Refuse a file of a person's folder that is a link out of it, as a report would be.

    Raises `TomlError`. A folder that came from elsewhere has no say in what else is read here.
    """
    # Where there is nothing behind a link, `toml_text` says so.
    if path.is_symlink() and path.exists() and leads_out(path):
        raise TomlError(
            f"{path.name}: 是指向文件夹之外的链接，不予读取。请把文件本身放进这个文件夹。"
        )


def toml_tables(text: str, name: str) -> dict[str, Any]:
    """What a text of TOML says. Raises `TomlError` with the place in the file of that name."""
    if (found := DEEP_KEY.search(text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise TomlError(f"{name}: 第 {line} 行：键的层数太多，最多 {DEEPEST} 层。请改短。")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(f"{name}: {_syntax(str(error), text)}") from None
    except RecursionError:
        raise TomlError(f"{name}: 方括号或花括号套得太深。请减少层数。") from None
    except ValueError:
        # Python reads no number of more than some thousand digits.
        raise TomlError(f"{name}: 有一个数太长了，最多 4300 位。请改短或写在引号里。") from None


def _decoded(data: bytes) -> str | None:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    return next((text for one in ENCODINGS if (text := _strictly(data, one)) is not None), None)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _syntax(english: str, text: str) -> str:
    """What is wrong with the writing, with line and column counted from 1."""
    found = AT.search(english)
    if found is None or found["line"] is None:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    else:
        line, column = int(found["line"]), int(found["column"])
    said = next((chinese for begins, chinese in SYNTAX if re.match(begins, english)), None)
    printed = [*text.split("\n"), ""][line - 1]
    wide = next((sign for sign in printed[column - 1 : column] if sign in WIDE), None)
    if wide:
        said = f"这里是中文标点 {wide}，要用英文的"
    return f"第 {line} 行第 {column} 列：{said or f'不是有效的 TOML（{english}）'}。"


def _line(location: Location, message: str) -> str:
    place = _path(location)
    return f"{place}: {message}" if place else message


def _path(location: Location) -> str:
    """`("metrics", 2, "unit")` as `metrics[3].unit`; a key that TOML quotes stands in quotes."""
    return "".join(map(_step, location)).removeprefix(".")


def _step(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part + 1}]"
    return f".{part}" if BARE_KEY.fullmatch(part) else f'."{part}"'


def _message(item: ErrorDetails, location: Location, shape: type[BaseModel]) -> str:
    kind, context = item["type"], item.get("ctx", {})
    if kind == "extra_forbidden":
        return f"没有这个键。{advice(str(location[-1]), _keys(_at(shape, location[:-1])))}"
    if item["loc"][-1:] == (OF_THE_KEY,):
        if kind not in PYDANTICS_OWN:
            return item["msg"]
        return f"没有这个键。{advice(str(location[-1]), _choices(context))}"
    if kind in {"value_error", "assertion_error"}:
        return str(context["error"])
    if kind not in PYDANTICS_OWN:
        return item["msg"]
    wanted = MESSAGES.get(kind, f"不合要求：{item['msg']}")
    if "expected" in context:
        context = {"expected": _either(_choices(context))}
    message = wanted.format(**context) if kind in MESSAGES else wanted
    return message if kind in WITHOUT_VALUE else f"{message}（现为 {_shown(item['input'])}）"


def _choices(context: dict[str, Any]) -> list[str]:
    """The choices of pydantic's `'a', 'b' or 'c'`."""
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def _either(choices: list[str]) -> str:
    quoted = [f'"{choice}"' for choice in choices]
    return " 或 ".join(part for part in ("、".join(quoted[:-1]), quoted[-1]) if part)


def _shown(value: object) -> str:
    """A value as the file has it, if it is short."""
    match value:
        case bool():
            shown = str(value).lower()
        case str():
            shown = f'"{value[:LONGEST_SHOWN]}{"…" if len(value) > LONGEST_SHOWN else ""}"'
        case dict():
            shown = "一个表"
        case list() | tuple():
            shown = "一个列表"
        case int() if value.bit_length() > LONGEST_NUMBER:
            shown = "一个很大的数"
        case _:
            shown = str(value)
    return shown


def _at(kind: Any, location: Location) -> Any:  # noqa: ANN401 -- any type of a field
    """The type of what stands at a place of a record, or None where it has none."""
    for part in location:
        kind = _inside(_plain(kind), part)
    return _plain(kind)


def _plain(kind: Any) -> Any:  # noqa: ANN401
    """The shape of an optional or an annotated one."""
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return kind.model_fields["root"].annotation
    shapes = [one for one in get_args(kind) if isinstance(one, type) and issubclass(one, BaseModel)]
    return shapes[0] if shapes and get_origin(kind) not in {tuple, dict, list} else kind


def _inside(kind: Any, part: str | int) -> Any:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        return fields[str(part)].annotation if part in fields else None
    if get_origin(kind) in {tuple, list}:
        return get_args(kind)[0]
    return get_args(kind)[1] if get_origin(kind) is dict else None


def _keys(kind: Any) -> list[str]:  # noqa: ANN401
    """The keys of a table: fields, or what a dictionary may have."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [field.alias or name for name, field in kind.model_fields.items()]
    keys = get_args(kind)[0] if get_origin(kind) is dict else None
    if get_origin(keys) is Literal:
        return list(get_args(keys))
    return [one.value for one in keys] if isinstance(keys, type) and issubclass(keys, Enum) else []
