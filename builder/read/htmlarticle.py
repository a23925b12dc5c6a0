"""Which blocks of a web page are the report: the article, its title and its lines of origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from lxml import etree

from builder.read.htmlblocks import INLINE, Block
from builder.vocabulary.generic.reports import publishers, webpages

SENTENCE = re.compile(r"[。；，、;,]|\d[.)、]|[一二三四五六七八九十][、）)]")
MIN_PROSE_CHARACTERS = 15
MIN_TITLE_CHARACTERS = 6
# So much of a page's prose must stand in one element for the rest to be beside the article.
ARTICLE_SHARE = 0.95
# An element with less of the prose may be set aside by its class.
BESIDE_SHARE = 0.25
# Elements of a text rather than around one: a list that holds nearly all is not all.
TEXTUAL = INLINE | {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"}
TEXTUAL |= {"table", "tbody", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = frozenset(("ul", "ol"))
# A column of links has few other words: its name, dates.
LEADING_SHARE = 0.6
# What a row of data or the name of a table stands in.
TABULAR = frozenset(("table", "caption", "th"))
ORIGIN = ("索引号", "文号", "名称", "标题")


def article(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks of the article, from its title on, after lines that tell its origin.

    Where no element stands out all blocks of the page are given: nothing is lost.
    """
    weights = _weights(blocks)
    own = [block for block in blocks if not _is_beside(block, weights)]
    main = _main(_weights(own))
    inside = [
        index
        for index, block in enumerate(own)
        if main in _upwards(block.element) and not _leads_elsewhere(block)
    ]
    if not inside:
        return tuple(_without_lists_of_links(own))
    first, last = inside[0], inside[-1]
    begin = next(_titles(own[: first + 1], title), first - _linkless(reversed(own[:first])))
    origin = [block for block in own[:begin] if _is_origin(block)]
    shown = _without_lists_of_links(own[begin : last + 1])
    after = own[last + 1 :][: _linkless(own[last + 1 :])]
    # A label without a sentence after it belongs to the links that follow.
    while after and not SENTENCE.search(after[-1].text):
        after.pop()
    return (*origin, *shown, *after)


def _without_lists_of_links(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks but for those of columns beside the article: what holds them leads elsewhere.

    Near a short article a headline of another bureau's (某县优良天数比例99.9%) would be its own.
    """
    links: Counter[etree._Element] = Counter()
    letters: Counter[etree._Element] = Counter()
    for block in blocks:
        for element in _upwards(block.element):
            links[element] += block.links
            letters[element] += len(block.text)
    for block in blocks:
        holder = next(
            one for one in _upwards(block.element) if one.tag not in TEXTUAL or one.tag in LISTS
        )
        if links[holder] < LEADING_SHARE * letters[holder]:
            yield block


def _linkless(blocks: Iterable[Block]) -> int:
    """How many blocks next to the article belong to it: up to the first that leads elsewhere."""
    return sum(1 for _ in takewhile(lambda block: not block.links, blocks))


def _weights(blocks: Sequence[Block]) -> Counter[etree._Element | None]:
    """How many letters of prose each element holds; None stands for the whole page."""
    weights: Counter[etree._Element | None] = Counter()
    for block in blocks:
        if prose := _prose(block):
            for element in (None, *_upwards(block.element)):
                weights[element] += prose
    return weights


def _main(weights: Counter[etree._Element | None]) -> etree._Element | None:
    """The smallest element that holds nearly all the prose."""
    enough = ARTICLE_SHARE * weights[None]
    holders = [
        element
        for element, weight in weights.items()
        if element is not None and weight >= enough and element.tag not in TEXTUAL
    ]
    return max(holders, key=_depth, default=None)


def _prose(block: Block) -> int:
    """Letters of a block that tells something, and does not only lead elsewhere."""
    words = len(block.text) >= MIN_PROSE_CHARACTERS and SENTENCE.search(block.text)
    return len(block.text) if words and not _leads_elsewhere(block) else 0


def _leads_elsewhere(block: Block) -> bool:
    return block.links * 2 >= len(block.text)


def _titles(blocks: Sequence[Block], title: str | None) -> Iterator[int]:
    """Where the title stands above the article, the last place first; no table has it."""
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].element.tag in TABULAR:
            continue
        text = "".join(blocks[index].text.split())
        named = (
            title is not None
            and len(text) >= MIN_TITLE_CHARACTERS
            and text in "".join(title.split())
        )
        if named or blocks[index].element.tag == "h1":
            yield index


def _is_origin(block: Block) -> bool:
    """A line above the title that says who put the page up, and when."""
    words = publishers()
    labels = (*ORIGIN, *words.date_labels, *words.publisher_labels)
    bare = "".join(block.text.split())
    return bare.startswith(labels) and (":" in bare or "：" in bare)


def _is_beside(block: Block, weights: Counter[etree._Element | None]) -> bool:
    """A block of a menu, a share bar, a footer, by the class of what holds it.

    What holds a part of the prose that matters is none, whatever its class.
    """
    return any(
        _is_apart(element) and weights[element] < BESIDE_SHARE * weights[None]
        for element in _upwards(block.element)
    )


def _is_apart(element: etree._Element) -> bool:
    if element.tag in {"footer", "aside", "nav"}:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return (
        names != " " and element.tag not in {"body", "html"} and _beside().search(names) is not None
    )


@cache
def _beside() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![a-z]){re.escape(word)}" for word in webpages().beside))


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())
