"""Reports written as they come in real life, and what is read of them: values right, wrong, kept.

`python tests/hostile/disturbances.py [--only NAME]` prints a table: for each way to write a report
how many of the values that are read of it as it stands are kept, and how many others are found.
Five seeds and forty pages, among them sixteen in `pages/`. The end code is 1 if a value is wrong.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import docx
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from builder.check import check
from builder.config import Limits
from builder.extract import extract
from builder.model import Commitment, Extraction, Indicator, Quantity, Tally
from builder.outline import outline
from builder.outline.grids import grids
from builder.outline.paragraphs import paragraphs, wrap_width
from builder.read import source_from_text
from builder.read.docx import docx_page
from builder.read.html import html_page
from builder.read.pdf import pdf_page
from builder.widths import columns
from tests.conversions import FONTS, PAGE
from tests.disturbed import wrapped

ROOT = Path(__file__).parents[2]
FOLDERS = ("seeds", "tests/pages", "tests/unseen", "tests/hostile/pages")
LEAST_KEPT = 0.97
# A number that is measured or counted: no date, no mark of an item, none in a name or a range.
NUMBER = re.compile(
    r"(?<![A-Za-z\d.,—～~\-第])(?<!^)\d+(?:[.,]\d+)*(?![\d年月日时季度、—～~xX*\-])(?!10\b)"
)
# What a typesetter puts on no line of its own.
NEVER_FIRST = "，。；：、！？”）》%"
HEAD, LINES_A_PAGE = "某市生态环境局文件　内部资料", 24
DONE, PLANNED = "done", "planned"


class Value(NamedTuple):
    """Numbers that a fact gives, and what they are the numbers of.

    `more` may be lost in another reading without a number becoming wrong: a change, parts of a sum.
    """

    kind: str
    what: tuple[object, ...]
    more: tuple[object, ...]

    def numbers(self) -> Iterator[tuple[object, ...]]:
        """All single numbers, as `done` or `planned`."""
        state = PLANNED if self.kind == "target" else DONE
        own = self.more if self.kind == "tally" else self.what[-1:]
        return ((state, number) for number in own if number is not None)


def values(extraction: Extraction) -> Counter[Value]:
    """All numbers that facts give."""
    return Counter(value for fact in extraction.facts for value in _values(fact))


def _values(fact: object) -> Iterator[Value]:
    if isinstance(fact, Indicator):
        named = (fact.metric, fact.unit, fact.qualifier, str(fact.period), fact.value)
        change = fact.change
        more = () if change is None else (change.direction, change.value, change.unit)
        yield Value("indicator", named, more)
    elif isinstance(fact, Quantity):
        yield Value("quantity", (fact.unit, fact.qualifier, fact.value), ())
    elif isinstance(fact, Tally):
        yield Value("tally", (), (fact.total, fact.done, fact.pending, fact.rate))
    elif isinstance(fact, Commitment):
        for target in fact.targets:
            yield Value("target", (target.unit, target.qualifier, target.value), ())


def wrong(found: Counter[Value], whole: Counter[Value]) -> list[Value]:
    """The values of a reading that the report does not have.

    One that is told with less about it is not wrong: a rate without its name, a part of a tally.
    """
    numbers = {number for value in whole for number in value.numbers()}
    return [value for value in (found - whole).elements() if not _is_told(value, whole, numbers)]


def _is_told(value: Value, whole: Counter[Value], numbers: set[tuple[object, ...]]) -> bool:
    if value.kind == "quantity":
        return set(value.numbers()) <= numbers
    return any(
        value.kind == other.kind
        and value.what == other.what
        and (
            not value.more
            or all(own in {None, its} for own, its in zip(value.more, other.more, strict=False))
        )
        and len(value.more) <= len(other.more)
        for other in whole
    )


def read(text: str, name: str, metadata: Any = None) -> Extraction:  # noqa: ANN401
    """All that is found in a text."""
    source = source_from_text(name, f"{name}.txt", text, metadata=metadata)
    return check(extract(outline(source)))


# --- as text -------------------------------------------------------------------------------------


def folded(text: str, width: int) -> str:
    """Lines cut at columns; no sign of punctuation begins a line, no Latin word is parted."""
    return "\n".join(piece for line in text.split("\n") for piece in _folded(line, width))


def _folded(line: str, width: int) -> Iterator[str]:
    begun = ""
    for piece in re.findall(r"[A-Za-z0-9.,%/]+|.", line):
        if columns(begun + piece) > width and piece[0] not in NEVER_FIRST and begun:
            yield begun
            begun = ""
        begun += piece
    yield begun


def paged(text: str) -> str:
    """Lines of one width on pages with a running head and a number, as copied out of a PDF."""
    lines = wrapped("\n".join(f"　　{line}" for line in _lines(text)), 30).split("\n")
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    return "\n".join(
        "\n".join((HEAD, *page, f"— {number} —")) for number, page in enumerate(pages, 1)
    )


def tabbed(text: str) -> str:
    """A tab between words and their number, and before each paragraph."""
    return "\n".join(
        line if "\t" in line else "\t" + re.sub(r"(?<=[为度例比过资案人业件])(?=\d)", "\t", line)
        for line in text.split("\n")
    )


def full_width(text: str) -> str:
    """Digits, letters, points and signs of per cent as an input method writes them."""
    return text.translate({code: code + 0xFEE0 for code in (*b"0123456789%.", *range(65, 91))})


def strewn(text: str) -> str:
    """Signs of no width between all letters."""
    return "\n".join("\u200b".join(line) for line in text.split("\n"))


def softened(text: str) -> str:
    """Soft hyphens and marks of direction in every number."""
    return re.sub(r"(?<=\d)(?=[\d.])", "\u00ad\u200e", text)


def spaced(text: str) -> str:
    """Blanks of several kinds around every number, and lines that end as on Windows."""
    lines = (NUMBER.sub(" \\g<0>\u00a0", line) for line in text.split("\n"))
    return "\r\n".join(lines)


# --- as a web page -------------------------------------------------------------------------------


def _page(text: str, change: Callable[[str], str]) -> Extraction:
    body = "\n".join(_blocks(_lines(text), lambda line: change(html.escape(line))))
    page = PAGE.format(charset="utf-8", title=_lines(text)[0], publisher="某局", body=body)
    made = html_page("x.html", page.encode(), Limits())
    return read(made.text, "x")


def noted(text: str) -> Extraction:
    """A raised note behind every number."""
    return _page(text, lambda line: NUMBER.sub(r"\g<0><sup>[1]</sup>", line))


def hidden(text: str) -> Extraction:
    """Hidden digits in every number, and hidden sentences."""
    return _page(text, lambda line: NUMBER.sub(_hiding, line) + HIDDEN)


HIDDEN = '<span style="display:none">PM2.5平均浓度99微克/立方米，完成项目99个。</span>'


def _hiding(found: re.Match[str]) -> str:
    return found[0][0] + '<span style="display:none">9</span>' + found[0][1:]


def struck(text: str) -> Extraction:
    """A number that was deleted before each that stands."""
    return _page(text, lambda line: NUMBER.sub(r"<del>77</del>\g<0>", line))


def dressed(text: str) -> Extraction:
    """Every digit in an element of its own, with places to break between them."""
    return _page(text, lambda line: re.sub(r"\d", r"<font face=a>\g<0></font><wbr>", line))


# --- as a Word file ------------------------------------------------------------------------------


def _word(text: str, runs: Callable[[str], str]) -> Extraction:
    document = docx.Document()
    for line in _lines(text):
        xml = f"<w:p {nsdecls('w')}>{runs(html.escape(line, quote=False))}</w:p>"
        document.element.body.insert(-1, parse_xml(xml))
    stream = io.BytesIO()
    document.save(stream)
    return read(docx_page("x.docx", stream.getvalue(), Limits()).text, "x")


def _run(words: str, properties: str = "") -> str:
    return (
        f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"
        if "\t" not in words
        else "<w:r><w:tab/></w:r>".join(map(_run, words.split("\t")))
    )


def _parts(line: str, before: str = "", behind: str = "") -> str:
    made, at = "", 0
    for number in NUMBER.finditer(line):
        made += _run(line[at : number.start()]) + before + _run(number[0]) + behind
        at = number.end()
    return made + _run(line[at:])


def word_notes(text: str) -> Extraction:
    """A raised digit behind every number, by Word's own means."""
    return _word(text, lambda line: _parts(line, behind=_run("1", RAISED)))


RAISED = '<w:vertAlign w:val="superscript"/>'


def word_changes(text: str) -> Extraction:
    """Every number typed anew with changes tracked, and hidden words beside it."""
    gone = "<w:del w:id='1' w:author='x'><w:r><w:delText>88</w:delText></w:r></w:del>"
    return _word(text, lambda line: _parts(line, gone, _run("66", "<w:vanish/>")))


def word_letters(text: str) -> Extraction:
    """Every letter in a run of its own, as after a check of spelling."""
    return _word(text, lambda line: "".join(map(_run, html.unescape(line).translate(PLAIN))))


PLAIN = {ord(sign): None for sign in "<>&"}

# --- as a PDF ------------------------------------------------------------------------------------

STYLE = """
@font-face { font-family: Song; src: url(%s) } %s
body { font: 15px/1.75 Song; text-align: justify } p { margin: 0; text-indent: 2em }
table { border-collapse: collapse; width: 100%% } td { border: 1px solid; padding: 2px }
.mark { position: fixed; top: 40%%; left: 5%%; font-size: 60px; color: #ddd;
  transform: rotate(-40deg) }
"""
BOOK = """@page { size: A4; margin: 30mm 26mm;
  @top-center { content: "某市生态环境局文件　内部资料" }
  @bottom-center { content: "— " counter(page) " —" } }"""
TWO = "@page { size: A4; margin: 20mm } body { columns: 2; column-gap: 12mm }"
SHORT = (
    "@page { size: 200mm 70mm; margin: 8mm 20mm 12mm; @bottom-center { content: counter(page) } }"
)


def _pdf(text: str, page: str, more: str = "") -> Extraction:
    style = STYLE % ((FONTS / "NotoSerifSC-Regular.ttf").as_uri(), page)
    body = "".join(_blocks(_lines(text), html.escape))
    made = weasyprint.HTML(string=f"<style>{style}</style>{more}{body}").write_pdf()
    return read(pdf_page("x.pdf", made, Limits()).text, "x")


def _blocks(lines: list[str], shown: Callable[[str], str]) -> Iterator[str]:
    """Paragraphs, and tables of the lines that have tabs or bars."""
    rows: list[str] = []
    for line in [*lines, ""]:
        if len(cells := re.split(r"\t| \| ", line)) > 2:
            rows.append(f"<tr>{''.join(f'<td>{shown(cell)}</td>' for cell in cells)}</tr>")
            continue
        if rows:
            yield f"<table>{''.join(rows)}</table>"
            rows = []
        yield f"<p>{shown(line)}</p>"


def pdf_book(text: str) -> Extraction:
    """Pages with a running head and a number."""
    return _pdf(text, BOOK)


def pdf_columns(text: str) -> Extraction:
    """Two columns."""
    return _pdf(text, TWO)


def pdf_mark(text: str) -> Extraction:
    """A watermark across every page."""
    return _pdf(text, BOOK, '<div class="mark">内部资料 2025年 99.9%</div>')


def pdf_breaks(text: str) -> Extraction:
    """Pages of a few lines: breaks in sentences, in tables and in their rows."""
    return _pdf(text, SHORT)


def _lines(text: str) -> list[str]:
    return [line.strip(" \r\u3000\ufeff") for line in text.split("\n") if line.strip()]


def _as_text(change: Callable[[str], str]) -> Callable[[str], Extraction]:
    return lambda text: read(change(text), "x")


TEXTS: dict[str, Callable[[str], str]] = {
    "cut at 28 letters": lambda text: wrapped(text, 28),
    "cut at 40 columns": lambda text: folded(text, 40),
    "cut at 72 columns": lambda text: folded(text, 72),
    "pages of a PDF as text": paged,
    "tabs before numbers": tabbed,
    "full-width digits": full_width,
    "signs of no width": strewn,
    "soft hyphens in numbers": softened,
    "blanks around numbers": spaced,
}
FILES: dict[str, Callable[[str], Extraction]] = {
    "web: raised notes": noted,
    "web: hidden digits": hidden,
    "web: struck out": struck,
    "web: digits in elements": dressed,
    "Word: raised notes": word_notes,
    "Word: changes, hidden": word_changes,
    "Word: a run a letter": word_letters,
    "PDF: running heads": pdf_book,
    "PDF: two columns": pdf_columns,
    "PDF: watermark": pdf_mark,
    "PDF: pages in rows": pdf_breaks,
}
WAYS: dict[str, Callable[[str], Extraction]] = {
    name: _as_text(change) for name, change in TEXTS.items()
} | FILES


def pages() -> list[tuple[str, str]]:
    """The name and the text of each report; a few stand in broken lines, and are made whole."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.txt"))]
    return [
        (path.relative_to(ROOT).as_posix(), _whole(path.read_text(encoding="utf-8-sig")))
        for path in paths
    ]


def _whole(text: str) -> str:
    if not wrap_width(text):
        return text
    source = source_from_text("x", "x.txt", text)
    found = paragraphs(source.plain, grids(source))
    lines = (
        text[start:end] if end in found.tables else text[start:end].replace("\n", "")
        for start, end in found.texts
    )
    return "\n".join(lines)


def main() -> None:
    """Print what becomes of the values in each way of writing, and of which report it is not so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--reports", default="", help="only reports whose names begin so")
    parser.add_argument("--show", nargs="*", default=[], help="folders whose differences to print")
    given = parser.parse_args()
    reports = [
        (name, text, values(read(text, "x")))
        for name, text in pages()
        if name.startswith(given.reports)
    ]
    lost = wrongs = 0
    for way, reading in WAYS.items():
        if given.only and not any(word in way for word in given.only):
            continue
        total = kept = bad = 0
        for name, text, whole in reports:
            found = values(reading(text))
            others = wrong(found, whole)
            total, kept = total + whole.total(), kept + (whole & found).total()
            bad += len(others)
            if found != whole and any(name.startswith(folder) for folder in given.show):
                shown = [f"  - {value}" for value in whole - found]
                shown += [f"  {'!' if value in others else '+'} {value}" for value in found - whole]
                sys.stdout.write("\n".join((f"{way}: {name}", *shown)) + "\n")
        sys.stdout.write(f"{way:26} {kept / total:.3f} kept of {total}, {bad} wrong\n")
        sys.stdout.flush()
        lost, wrongs = lost + (kept < LEAST_KEPT * total), wrongs + bad
    sys.stdout.write(f"{lost} below {LEAST_KEPT}, {wrongs} values that the report does not have\n")
    sys.exit(bool(lost or wrongs))


if __name__ == "__main__":
    main()
