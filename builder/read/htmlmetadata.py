"""What a web page says of itself in its own fields, which people do not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree

from builder.model import PageMetadata
from builder.vocabulary.generic.reports import webpages

DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{1,500})")
ADDRESS = re.compile(r"https?://\S+")
HEAD = 4096


def metadata(root: etree._Element, markup: str, url: str | None) -> PageMetadata:
    """Title, publisher, date and address from meta fields and `<title>`."""
    words = webpages()
    fields = _fields(root)
    publisher = (
        text for text in _values(fields, words.publisher_fields) if text not in words.nobody
    )
    dates = (_date(text) for text in _values(fields, words.date_fields))
    return PageMetadata(
        title=next(_values(fields, words.title_fields), None) or _title(root),
        publisher=next(publisher, None),
        published=next(filter(None, dates), None),
        url=url or _address(root, markup, _values(fields, words.url_fields)),
    )


def _fields(root: etree._Element) -> dict[str, str]:
    """Meta fields by their name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = " ".join(element.get("content", "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _values(fields: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (fields[name] for name in names if name in fields)


def _title(root: etree._Element) -> str | None:
    element = next(root.iter("title"), None)
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def _date(text: str) -> date | None:
    found = DATE.search(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def _address(root: etree._Element, markup: str, named: Iterable[str]) -> str | None:
    """The page's address: its own field, its canonical link, or the browser's note on saving."""
    links = (link.get("href", "") for link in root.iter("link") if link.get("rel") == "canonical")
    saved = SAVED_FROM.search(markup[:HEAD])
    candidates = (*named, *links, *(() if saved is None else (saved[1],)))
    return next((text for text in candidates if ADDRESS.fullmatch(text)), None)
