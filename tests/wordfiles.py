"""A rendered Word file taken apart for tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from builder.render.word.package import unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONT_USES = ("ascii", "hAnsi", "eastAsia", "cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """The parts of a Word file, its body and its styles as trees."""

    parts: dict[str, bytes]
    body: Any
    styles: dict[str, Any]

    def paragraphs(self, style: str | None = None) -> list[str]:
        """The texts of all paragraphs in order, or of those of one style."""
        return [
            words(line)
            for line in self.body.iter(f"{W}p")
            if style is None or style_id(line) == style
        ]

    def name(self, line: Any) -> str:  # noqa: ANN401
        """The name of a paragraph's style, as Word writes it."""
        style = line.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if style is None else self._names[style.get(f"{W}val")]
        return {"Heading 1": "heading 1", "Heading 2": "heading 2"}.get(name, name)

    @property
    def _names(self) -> dict[str, str]:
        return {
            identifier: style.find(f"{W}name").get(f"{W}val")
            for identifier, style in self.styles.items()
        }

    def named(self, name: str) -> Any:  # noqa: ANN401
        """The style of a name."""
        (identifier,) = (each for each, known in self._names.items() if known == name)
        return self.styles[identifier]

    def lines(self, *names: str) -> list[Any]:
        """All paragraphs of some styles, by their names, in order."""
        return [line for line in self.body.iter(f"{W}p") if self.name(line) in names]

    def texts(self, *names: str) -> list[str]:
        """The texts of all paragraphs of some styles, by their names, in order."""
        return [words(line) for line in self.lines(*names)]

    def named_lines(self) -> list[tuple[str, str]]:
        """Name of the style and text of every paragraph in order."""
        return [(self.name(line), words(line)) for line in self.body.iter(f"{W}p")]

    def styled(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph in order."""
        return [(style_id(line), words(line)) for line in self.body.iter(f"{W}p")]

    def links(self, start: str) -> list[str]:
        """The words of all links to bookmarks whose names begin like this."""
        return [
            "".join(text.text or "" for text in link.iter(f"{W}t"))
            for link in self.body.iter(f"{W}hyperlink")
            if link.get(f"{W}anchor").startswith(start)
        ]

    def table(self, column: int, head: str) -> list[list[str]]:
        """The one table with this head over this column."""
        (found,) = [table for table in self.tables() if table[0][column:][:1] == [head]]
        return found

    def tables(self) -> list[list[list[str]]]:
        """All tables as rows of cell texts."""
        return [
            [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def fonts(self, line: Any, run: Any) -> dict[str, str]:  # noqa: ANN401
        """The fonts that a run ends up with: its own, its styles', the document's."""
        found: dict[str, str] = {}
        own = run.find(f"{W}rPr/{W}rStyle")
        chain = [run.find(f"{W}rPr")]
        chain += [] if own is None else self._chain(own.get(f"{W}val"))
        chain += self._chain(style_id(line))
        for properties in chain:
            fonts: Any = None if properties is None else properties.find(f"{W}rFonts")
            for use in FONT_USES if fonts is not None else ():
                if fonts.get(f"{W}{use}") and use not in found:
                    found[use] = fonts.get(f"{W}{use}")
        return found

    def _chain(self, style: str) -> list[Any]:
        chain = []
        while style:
            element = self.styles[style]
            chain.append(element.find(f"{W}rPr"))
            based = element.find(f"{W}basedOn")
            style = "" if based is None else based.get(f"{W}val")
        return chain


def opened(data: bytes) -> WordFile:
    """A Word file from its bytes."""
    parts = unpacked(data)
    styles = etree.fromstring(parts["word/styles.xml"])
    return WordFile(
        parts=parts,
        body=etree.fromstring(parts["word/document.xml"])[0],
        styles={style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")},
    )


def words(element: Any) -> str:  # noqa: ANN401
    """The text of an element; paragraphs of a cell are joined by a bar."""
    lines = [element] if element.tag == f"{W}p" else element.iter(f"{W}p")
    return "|".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in lines)


def style_id(line: Any) -> str:  # noqa: ANN401
    """The id of a paragraph's style."""
    style = line.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def relationships(part: bytes) -> dict[str, str]:
    """Targets by id."""
    return dict(re.findall(r'Id="(\w+)"[^>]*?Target="([^"]+)"', part.decode())) | {
        key: target
        for target, key in re.findall(r'Target="([^"]+)"[^>]*?Id="(\w+)"', part.decode())
    }
