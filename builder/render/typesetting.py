"""WeasyPrint in one file: HTML in, a PDF that is PDF/A-3a and PDF/UA-1 out.

The only addresses it may open are those of the template folder, our fonts and pictures that stand
in the HTML itself. What WeasyPrint logs as an error is one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urlsplit
from urllib.request import url2pathname

import pydyf
import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from builder.fonts import cut, faces, printable
from builder.render.folder import fonts_folder
from builder.render.pdf_errors import PdfError
from builder.render.pdf_fonts import check_fonts, font_configuration
from builder.render.pdf_letters import characters, font_rules, spelt_out
from builder.render.pdf_properties import with_properties

# Documents want a date of making; a fixed one keeps the bytes the same from build to build.
MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
FONT = "briefing-font:"
NO_GLYPH = ".notdef glyph rendered"
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
    text = printable(spelt_out(with_properties(html)), available)
    fonts = cut(available, characters(text))
    fetcher = Fetcher(templates, fonts)
    configuration = font_configuration()

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint's interface
        check_fonts(document.fonts.values(), available, fonts)
        _name_standard(pdf)

    with _errors():
        rules = weasyprint.CSS(
            string=font_rules((face, FONT + quote(face.key)) for face in available),
            font_config=configuration,
            url_fetcher=fetcher,
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
        # Of another machine than the folder's own (//server/share) nothing is even looked at.
        own = urlsplit(self._folder.as_uri())
        if (address.scheme, address.netloc) != ("file", own.netloc) or not self._holds(address):
            raise ValueError(f"模板只能用模板文件夹里的文件，不能用 {url}")
        return super().fetch(url, headers)

    def _holds(self, address: SplitResult) -> bool:
        """Whether an address on the folder's machine leads into the folder."""
        host = f"//{address.netloc}" if address.netloc else ""
        real = os.path.realpath(url2pathname(host + address.path))
        return Path(real).is_relative_to(self._folder)


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
