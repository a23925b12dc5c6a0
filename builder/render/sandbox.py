"""Jinja for templates that a user may have got from anywhere.

The sandbox keeps a template from names with underscores and from changing what it is given. Here it
gets no file outside its folder, no arithmetic that never ends, and no more time and memory than
`builder.render.limits` allows; whatever it does wrong is told with file and line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.filters import do_round
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from builder.render.folder import TemplateError, default_templates, template_text
from builder.render.limits import TooCostly, limited

# What a template needs grows with the number of reports.
SECONDS, SECONDS_A_REPORT = 60, 1
MEGABYTES, MEGABYTES_A_REPORT = 1_000, 20
LONGEST_NUMBER = 10_000
MOST_REPEATED = 10_000_000
MOST_DIGITS = 50

UNDEFINED = re.compile(r"(?:.* has no attribute )?'(?P<name>[^']+)'(?: is undefined)?$")
UNSAFE = re.compile(r"access to attribute '(?P<name>[^']+)'")
# Of the kinds that stand for each other, the narrower first.
PLAIN = (
    (ZeroDivisionError, "除数是零。"),
    (OverflowError, "数太大了。"),
    (
        XMLSyntaxError,
        "生成的内容不是完好的 XML（{error}）。请检查标为 safe 的内容和特殊字符。",
    ),
    (SyntaxError, "循环和条件套得太深，最多 20 层。"),
)
PLACE = Callable[[str, int], str]


class Sandbox(SandboxedEnvironment):
    """The sandbox of every template, with bounds for arithmetic."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 -- what Jinja takes
        # What Jinja works out while it compiles is under no limit, and it swallows what stops it.
        super().__init__(undefined=StrictUndefined, autoescape=True, optimized=False, **given)
        self.filters["round"] = _round

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """A product or a power; raises where it would be a giant."""
        match left, right:
            case int(), int():
                factor = abs(right) if operator == "**" else 1
                added = right.bit_length() if operator == "*" else 0
                size = left.bit_length() * factor + added
                if size > LONGEST_NUMBER:
                    raise TemplateRuntimeError("算出的数太大")
            case (int() as times, many) | (many, int() as times) if hasattr(many, "__len__"):
                if len(many) * times > MOST_REPEATED:
                    raise TemplateRuntimeError("重复的次数太多")
        return super().call_binop(context, operator, left, right)


def _round(value: float, precision: int = 0, method: Any = "common") -> float:  # noqa: ANN401
    if abs(precision) > MOST_DIGITS:
        raise TemplateRuntimeError(f"round 最多取 {MOST_DIGITS} 位")
    return do_round(value, precision, method)


class FolderLoader(FileSystemLoader):
    """Templates of a folder; a link that leads out of it is no file of it."""

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 -- Jinja's interface
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template by its name."""
        folder = Path(self.searchpath[0])
        path = folder / template
        if not Path(os.path.realpath(path)).is_relative_to(folder.resolve()):
            raise SecurityError(f"{template} 在模板文件夹之外")
        if not path.is_file():
            raise TemplateNotFound(template)
        return template_text(path), str(path), lambda: True


@contextmanager
def told(file: Path, reports: int, place: PLACE | None = None) -> Iterator[None]:
    """Run a template within limits; raises `TemplateError` with file and line where it goes wrong.

    `place` names a line of a template as its author sees it. What our own code does wrong with the
    program's own templates is no fault of a template and passes.
    """
    seconds = SECONDS + SECONDS_A_REPORT * reports
    try:
        with limited(seconds, MEGABYTES + MEGABYTES_A_REPORT * reports):
            yield
    except TemplateError:
        raise
    except TooCostly as error:
        said = f"运行超过了 {seconds} 秒。请检查这里的循环。"
        raise TemplateError(_where(error, file, place) + said) from None
    except MemoryError as error:
        raise TemplateError(_where(error, file, place) + "占用的内存太多。请检查这里。") from None
    except RecursionError as error:
        said = "套得太深：宏或 include 调用了自己，或表达式的层数太多。"
        raise TemplateError(_where(error, file, place) + said) from None
    except Exception as error:
        ours = file.parent.resolve() == default_templates().resolve()
        if ours and not isinstance(error, jinja2.TemplateError):
            raise
        raise TemplateError(_where(error, file, place) + _said(error)) from None


def _where(error: BaseException, file: Path, place: PLACE | None) -> str:
    """File and line of an error, as its traceback or Jinja's own reader has it."""
    name, line = file.name, 0
    for found, number in _lines(error.__traceback__):
        if found == "<template>" or Path(found).parent == file.parent:
            name, line = (file.name if found == "<template>" else Path(found).name), number
    if isinstance(error, jinja2.TemplateSyntaxError):
        name, line = Path(error.filename or file.name).name, error.lineno
    if name == "<template>":
        name = file.name
    if not line:
        return f"{name}："
    return f"{name} {place(name, line) if place else f'第 {line} 行'}："


def _lines(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _said(error: Exception) -> str:
    """What went wrong in a template, in the words of its author."""
    if isinstance(error, jinja2.TemplateError):
        return _said_by_jinja(error)
    if isinstance(error, TypeError) and "no loader" in str(error):
        return "Word 模板不能用 include、import 和 extends。"
    plain = next((said for kind, said in PLAIN if isinstance(error, kind)), None)
    if plain:
        return plain.format(error=error)
    return f"运行时出错（{type(error).__name__}：{error}）。请检查这里用的值和过滤器。"


def _said_by_jinja(error: jinja2.TemplateError) -> str:
    message = error.message or str(error)
    match error:
        case TemplateNotFound():
            return f"没有 {error.name} 这个文件。它应当在模板文件夹里。"
        case UndefinedError() if found := UNDEFINED.match(message):
            return f"没有 {found['name']} 这个名字或字段。能用的见 docs/templates.md。"
        case SecurityError() if found := UNSAFE.match(message):
            return f"模板里不允许用 {found['name']}。"
        case SecurityError():
            return f"模板里不允许：{message}。"
    return f"{message.rstrip('.')}。请改正这一处。"
