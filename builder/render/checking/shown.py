"""Whether a Word template prints the parts of the briefing: each once, and in its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.model import PartName
from builder.render.checking.tags import Tag, TemplateLine, TemplateProblem, problem
from builder.render.folder import DOCUMENT
from builder.render.word.part_files import SHOW

FULL_WIDTH = re.compile("｛[｛%#][^｛｝]*｝?｝?|｛%|[%#]｝|｝｝")


def part_problems(
    file: str, lines: Sequence[TemplateLine], tags: Iterable[Tag], parts: Iterable[PartName]
) -> Iterator[TemplateProblem]:
    """Parts that the configuration prints and the template does not, or that it prints twice."""
    shown: dict[str, Tag] = {}
    for tag in tags:
        for name in SHOW.findall(tag.words):
            if tag.line.part != DOCUMENT:
                yield problem(file, tag, "简报的部分只能放在正文里，不能放在页眉页脚里。")
            elif name in shown:
                yield problem(file, tag, f"{name} 印了两次：前面已经有一处。", name)
            shown.setdefault(name, tag)
    wanted = [part.value for part in parts]
    for name in wanted:
        if name not in shown:
            yield _unreached(file, name, _place(name, wanted, shown, lines))


def _place(
    name: str, wanted: Sequence[str], shown: Mapping[str, Tag], lines: Sequence[TemplateLine]
) -> TemplateLine:
    """Where a part could stand: behind the one before it, else where the template begins."""
    before = [shown[each].line for each in wanted[: wanted.index(name)] if each in shown]
    return before[-1] if before else lines[0]


def _unreached(file: str, name: str, line: TemplateLine) -> TemplateProblem:
    message = (
        f"模板没有印 {name} 这一部分：在这一段之后另起一段，写 {{{{p show(parts.{name}) }}}}；"
        "不想印它，就从 briefing.toml 的 parts 里删去。"
    )
    return TemplateProblem(file=file, line=line, column=0, length=len(line.text), message=message)


def full_width_problems(file: str, lines: Iterable[TemplateLine]) -> Iterator[TemplateProblem]:
    """Tags in full-width brackets, which an input method makes and nobody obeys."""
    for line in lines:
        for found in FULL_WIDTH.finditer(line.text):
            yield TemplateProblem(
                file=file,
                line=line,
                column=found.start(),
                length=len(found[0]),
                message="标记的括号是全角的，要改成半角：{{ … }}、{% … %}。",
            )
