"""Office packages and PDF files written by hand, so that tests can break them as they like."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
LETTERS = "全市环境空气质量优良天数比例为九成细颗粒物平均浓度下降"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts, packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def word_file(body: str, **parts: str | bytes) -> bytes:
    """A Word file with this body; other parts by name, `numbering` for word/numbering.xml."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": MAIN,
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        }
        | {f"word/{name}.xml": content for name, content in parts.items()}
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf_file(objects: Iterable[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a sound table of their places."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        trailer,
        start,
    )
    return bytes(made)


def pdf_pages(*contents: bytes, more: Iterable[bytes] = (), trailer: bytes = b"") -> bytes:
    """A PDF with one page for each content stream; F1 is Helvetica, F2 names Chinese letters."""
    count = len(contents)
    first = 6
    pages = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (pages, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
            b" /DescendantFonts [5 0 R] >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
            b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
            b" /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700"
            b" /StemV 80 >> >>"
        ),
    ]
    for index, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (first + 2 * index + 1)
        )
        packed = zlib.compress(content)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
        )
    return pdf_file([*objects, *more], b"/Root 1 0 R " + trailer)


def shown(text: str, *, x: int = 90, y: int = 700, size: int = 16) -> bytes:
    """Content that prints a line of Chinese text."""
    code = text.encode("utf-16-be").hex().encode()
    return b"BT /F2 %d Tf %d %d Td <%b> Tj ET\n" % (size, x, y, code)
