"""Shape of the words that tell who put a page up, and when."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Publishers(Entry):
    """Words of sites, and labels before a publisher's name and a date."""

    template_sites: tuple[str, ...]
    blog_words: tuple[str, ...]
    official_sites: tuple[str, ...]
    publisher_labels: tuple[str, ...]
    date_labels: tuple[str, ...]
    site_names: tuple[str, ...]


def publishers() -> Publishers:
    """The table `publishers.toml`."""
    return table("generic/publishers", Publishers)
