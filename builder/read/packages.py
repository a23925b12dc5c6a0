"""Office packages: XML parts in a zip, read without unpacking and within limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from builder.config import Limits
from builder.read.refusal import Unreadable

MEGABYTE = 1_000_000
DAMAGED = "请用 Word 或 WPS 打开后另存为 .docx，再放入输入文件夹。"


class Package:
    """The parts of an office file, by their names in the zip."""

    def __init__(self, file: str, data: bytes, limits: Limits) -> None:
        self.file = file
        self._limit = limits.file_megabytes * MEGABYTE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Unreadable(file, "压缩包结构已损坏，打不开", DAMAGED) from None
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the package has none of this name.

        Raises `Unreadable` where the part is broken, locked, or larger than a file may be.
        """
        if name not in self.names:
            return None
        try:
            # One byte over the limit is enough to know; a bomb is never unpacked.
            with self._zip.open(name) as part:
                data = part.read(self._limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise Unreadable(self.file, "内部文件 {part} 已损坏", DAMAGED, part=name) from None
        except (RuntimeError, NotImplementedError):
            raise Unreadable(
                self.file,
                "内部文件 {part} 加了密或用了不支持的压缩方法",
                "请去掉密码，用 Word 或 WPS 另存为 .docx。",
                part=name,
            ) from None
        if len(data) > self._limit:
            raise Unreadable(
                self.file,
                "内部文件 {part} 解压后超过上限 {most} MB，疑为压缩炸弹",
                "请核对文件来源；确需读取，请调大 briefing.toml 的 limits.file_megabytes。",
                part=name,
                most=self._limit // MEGABYTE,
            )
        return data

    def tree(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None where the package has none of this name.

        Raises `Unreadable` on broken XML and on a document type, which office files never have.
        """
        data = self.part(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data.replace(b"\x00", b""):
            raise Unreadable(
                self.file,
                "内部文件 {part} 带有 DTD 声明，可能引用外部实体，不予读取",
                "正常的 Word 文件没有这种声明；请核对文件来源。",
                part=name,
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise Unreadable(
                self.file, "内部文件 {part} 不是完好的 XML，或嵌套过深", DAMAGED, part=name
            ) from None

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that `part` ("" for the package) points to by a relation's kind."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if root is None else root:
            target = relation.get("Target", "")
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") is None:
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which differs between editions of the format."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    found = (value for key, value in element.items() if etree.QName(key).localname == name)
    return next(found, None)


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of this name."""
    return (child for child in (() if element is None else element) if local(child) == name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element
