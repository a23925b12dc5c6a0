"""Shape of the names of areas."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class AreaWords(Entry):
    """`areas.toml`."""

    above_city: tuple[str, ...]
    above_county: tuple[str, ...]
    counties: tuple[str, ...]
    county: tuple[str, ...]
    county_only: tuple[str, ...]
    own: tuple[str, ...]
    no_subject: tuple[str, ...]
    members: tuple[str, ...]
    groups: tuple[str, ...]
    neighbours: tuple[str, ...]

    @property
    def whole(self) -> tuple[str, ...]:
        """Every area as a whole: 全国, 全市, 全县."""
        return (*self.above_city, *self.above_county, *self.county)


def area_words() -> AreaWords:
    """The table `areas.toml`."""
    return table("generic/areas", AreaWords)
