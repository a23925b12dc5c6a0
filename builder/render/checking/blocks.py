"""Whether blocks are opened and closed in pairs, and tags of Word stand where they may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.render.checking.tags import Tag, TemplateProblem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BLOCKS = frozenset({"for", "if", "with", "macro", "call", "filter", "autoescape", "block"})
MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
PLACES = {"tr": "表格的一行", "tc": "表格的一格", "p": "单独的一段"}


def opens(tag: Tag) -> bool:
    """Whether a tag begins a block that another one ends."""
    return tag.meant in BLOCKS or (tag.meant == "set" and "=" not in tag.words)


def block_problems(file: str, tags: Iterable[Tag]) -> Iterator[TemplateProblem]:
    """Blocks without an end, ends without a beginning, and pairs on different levels."""
    stack: list[Tag] = []
    for tag in tags:
        if opens(tag):
            stack.append(tag)
        elif tag.meant in MIDDLES:
            yield from _middle(file, tag, stack)
        elif tag.meant.startswith("end"):
            yield from _end(file, tag, stack)
    # A misspelt beginning is an error of its own; its end is looked for when it is right.
    for tag in (tag for tag in stack if tag.name == tag.meant):
        yield problem(file, tag, f"这个 {tag.meant} 没有结束，缺少 {_ending(tag)}。")


def _middle(file: str, tag: Tag, stack: list[Tag]) -> Iterator[TemplateProblem]:
    if not stack or stack[-1].meant not in MIDDLES[tag.meant]:
        yield problem(
            file, tag, f"这个 {tag.name} 前面没有可以接的 {'或 '.join(MIDDLES[tag.meant])}。"
        )
    elif stack[-1].level != tag.level:
        yield problem(file, tag, _levels(stack[-1], tag))


def _end(file: str, tag: Tag, stack: list[Tag]) -> Iterator[TemplateProblem]:
    wanted = tag.meant.removeprefix("end")
    if not any(opener.meant == wanted for opener in stack):
        yield problem(file, tag, f"这个 {tag.name} 前面没有 {wanted}。")
        return
    while stack[-1].meant != wanted:
        opener = stack.pop()
        yield problem(file, opener, f"这个 {opener.meant} 没有结束，缺少 {_ending(opener)}。")
    opener = stack.pop()
    if opener.level != tag.level:
        yield problem(file, tag, _levels(opener, tag))
    elif _apart(opener, tag):
        yield problem(file, tag, f"{tag.name} 和它的 {opener.name} 要在{_holder(opener)}里。")


def _ending(tag: Tag) -> str:
    return f"{{%{tag.level} end{tag.meant} %}}"


def _levels(opener: Tag, tag: Tag) -> str:
    return (
        f"{opener.name} 写作 {{%{opener.level} … %}}，{tag.name} 却写作 {{%{tag.level} … %}}，"
        "两处要一样。"
    )


def _apart(opener: Tag, tag: Tag) -> bool:
    """Whether a pair in Word spans what it may not: docxtpl would cut the file in pieces."""
    if not tag.line.part:
        return False
    here, there = tag.line, opener.line
    spans = {
        "tr": (here.table, there.table),
        "tc": (here.row, there.row),
        "p": ((here.table, here.row, here.cell), (there.table, there.row, there.cell)),
        "": (here.number, there.number),
        "r": (here.number, there.number),
    }
    one, other = spans[opener.level]
    return one != other


def _holder(opener: Tag) -> str:
    """What a pair must stand in together."""
    holders = {"tr": "同一张表", "tc": "表格的同一行", "p": "同一格或同一段正文"}
    return holders.get(opener.level, "同一段（跨段要写成 {%p … %}）")


def place_problems(
    file: str, tags: Iterable[Tag], rows: Mapping[int, str]
) -> Iterator[TemplateProblem]:
    """Tags of Word that would take other words away with them.

    `rows` has the whole text of each table row by its number.
    """
    for tag in tags:
        alone = tag.line.text[tag.column : tag.column + tag.length]
        if tag.words.startswith("show(") and tag.level != "p" and tag.line.part:
            yield problem(file, tag, f"一个部分要独占一段，写成 {{{{p {tag.words} }}}}。")
        elif tag.level in {"tr", "tc"} and not tag.line.table:
            yield problem(file, tag, f"{{%{tag.level} 只能用在表格里。")
        elif tag.level in {"p", "tc"} and tag.line.text.strip() != alone:
            yield problem(file, tag, f"这个标记要占{PLACES[tag.level]}，旁边的文字会被一起删去。")
        elif tag.level == "tr" and rows[tag.line.row].strip() != alone:
            yield problem(file, tag, "这个标记要占表格的一行，同一行里别的文字会被一起删去。")
