"""WeasyPrint in one file: HTML in, a PDF that is PDF/A-3a and PDF/UA-1 out.

The only addresses it may open are those of the template folder, our fonts and pictures that stand
in the HTML itself. What WeasyPrint logs as an error is one.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import logging
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pydyf
import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from builder.fonts import Face, cut, faces, printable
from builder.render.folder import fonts_folder
from builder.render.pdf_errors import PdfError
from builder.render.pdf_fonts import check_fonts, font_configuration

# Documents want a date of making; a fixed one keeps the bytes the same from build to build.
MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
FONT = "briefing-font:"
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
MARKUP = frozenset("<>&\"'")
NO_GLYPH = ".notdef glyph rendered"
# Characters that the style sheet may add: page numbers, leaders, list marks.
GENERATED = string.printable + "—…·•"
UA_IDENTIFIER = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""


def typeset(html: str, templates: Path, attachments: Mapping[str, bytes]) -> bytes:
    """The PDF of a self-contained HTML text; see `builder.render.pdf.pdf`."""
    available = faces(fonts_folder(templates))
    text = printable(_spelt_out(html), available)
    fonts = cut(available, _characters(text))
    fetcher = Fetcher(templates, fonts)
    configuration = font_configuration()

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint's interface
        check_fonts(document.fonts.values(), available, fonts)
        _name_standard(pdf)

    with _errors():
        rules = weasyprint.CSS(
            string=_font_rules(available), font_config=configuration, url_fetcher=fetcher
        )
        base = f"{templates.resolve().as_uri()}/"
        source = weasyprint.HTML(string=text, base_url=base, url_fetcher=fetcher)
        document = source.render(font_config=configuration, stylesheets=[rules])
        made: bytes = document.write_pdf(
            finisher=finish,
            pdf_variant="pdf/a-3a",
            pdf_identifier=hashlib.md5(text.encode(), usedforsecurity=False).digest(),
            attachments=[_attachment(name, data) for name, data in attachments.items()],
        )
    return made


def _page_references(pdf: Any) -> tuple[bytes, ...]:  # noqa: ANN401
    known: tuple[bytes, ...] = getattr(pdf, "known_page_references", ())
    if len(known) != pdf.pages["Count"]:
        known = tuple(b"%d 0 R" % number for number in pdf.pages["Kids"][::3])
        pdf.known_page_references = known
    return known


# WeasyPrint asks for the list of all pages once an element, and pydyf would make it anew each time:
# half of the time of a briefing on forty bureaus.
pydyf.PDF.page_references = property(_page_references)


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Opens our cut fonts, pictures in the HTML itself, and files of the template folder."""

    def __init__(self, templates: Path, fonts: Mapping[str, bytes]) -> None:
        super().__init__()
        self._folder = templates.resolve()
        self._fonts = fonts

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
        """The content of an address; raises ValueError for one that is not allowed."""
        if url.startswith(FONT):
            return URLFetcherResponse(url, self._fonts[unquote(url.removeprefix(FONT))])
        if url.startswith("data:"):
            return super().fetch(url, headers)
        address = urlsplit(url)
        path = Path(url2pathname(address.path)).resolve()
        if address.scheme != "file" or not path.is_relative_to(self._folder):
            raise ValueError(f"模板只能用模板文件夹里的文件，不能用 {url}")
        return super().fetch(url, headers)


def _spelt_out(html: str) -> str:
    """The HTML with letters in place of their names: U+2003 for &emsp;; &lt; and &amp; stay."""
    return ENTITY.sub(_spelt_entity, html)


def _spelt_entity(entity: re.Match[str]) -> str:
    letter = unescape(entity[0])
    return entity[0] if set(letter) & MARKUP else letter


def _characters(html: str) -> str:
    """Every character that may be printed: of the HTML, its pictures, and of the style sheet."""
    pictures = (base64.b64decode(code).decode() for code in PICTURE.findall(html))
    return GENERATED + PICTURE.sub("", html) + "".join(pictures)


def _font_rules(available: Iterable[Face]) -> str:
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f' src: url("{FONT}{face.file.name}") }}\n'
        for face in available
    )


def _attachment(name: str, data: bytes) -> weasyprint.Attachment:
    """An embedded file; the object serves once."""
    return weasyprint.Attachment(
        string=data, name=name, created=MADE, modified=MADE, relationship="Data"
    )


def _name_standard(pdf: Any) -> None:  # noqa: ANN401
    """Say in the metadata, readable without a PDF program, that the file follows PDF/UA-1 too."""
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            stream = item.stream[0].decode()
            item.stream[0] = stream.replace("</rdf:RDF>", UA_IDENTIFIER).encode()
            item.compress = False


@contextmanager
def _errors() -> Iterator[None]:
    """Raises `PdfError` with all that WeasyPrint logs as an error and would pass over."""
    handler = _Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.messages:
        raise PdfError("\n".join(dict.fromkeys(handler.messages)))


class _Collector(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.messages.append(record.getMessage())
        elif str(record.msg).startswith(NO_GLYPH) and isinstance(record.args, tuple):
            # Letters of the HTML have been seen to; this one is of the style sheet.
            letter, code = record.args
            self.messages.append(f"样式表要印的字没有字体：{letter}（U+{code:04X}）。请换一个字。")
