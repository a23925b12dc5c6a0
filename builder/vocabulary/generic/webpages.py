"""Shape of the words of the markup of web pages."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Webpages(Entry):
    """Names of meta fields, classes of blocks beside the article, elements without words."""

    title_fields: tuple[str, ...]
    publisher_fields: tuple[str, ...]
    date_fields: tuple[str, ...]
    url_fields: tuple[str, ...]
    nobody: tuple[str, ...]
    beside: tuple[str, ...]
    skipped: tuple[str, ...]


def webpages() -> Webpages:
    """The table `webpages.toml`."""
    return table("generic/webpages", Webpages)
