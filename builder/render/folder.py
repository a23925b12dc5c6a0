"""Where the templates and fonts stand, and whether they are of this program's version."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from pydantic import BaseModel

from builder.fonts import templates_folder
from builder.model import PartName
from builder.render.word.package import unpacked
from builder.toml_file import TomlError, advice, leads_out, read_toml, refuse_outside
from builder.user_error import UserError

PACKAGE = Path(__file__).parents[1]
WORD = "briefing.docx"
WORDS = {"briefing": WORD, "gbt9704": "briefing-gbt9704.docx"}
HTML = "briefing.html.j2"
STYLE = "briefing.css"
PARTS = "word"
VERSION = "version.toml"
# Counted up when a template of the version before would no longer work, with what to do about it.
CURRENT = 2
CHANGES: dict[int, str] = {
    2: "第 2 版：简报由各部分组成，Word 模板里一个部分一行，写 {{p show(parts.overview) }}；"
    "网页模板里逐项取 parts。请用 briefing init 新建一个文件夹，再在新的模板上改。",
}


# The fonts aside, a template folder has some hundred kilobytes.
LARGEST = 20_000_000
LARGEST_UNPACKED = 200_000_000
DOCUMENT = "word/document.xml"


class TemplateError(UserError):
    """A template is wrong; the message says which, where, and what to do."""


class _Version(BaseModel):
    """What `version.toml` says."""

    version: int


def default_templates() -> Path:
    """The templates that come with the program: inside the package, or at the top of a checkout."""
    return templates_folder()


def default_config() -> Path:
    """The commented configuration that comes with the program."""
    installed = PACKAGE / "briefing.toml"
    return installed if installed.is_file() else PACKAGE.parent / "briefing.toml"


def fonts_folder(templates: Path) -> Path:
    """The fonts beside the templates, or the program's own where there are none."""
    own = templates / "fonts"
    return own if own.is_dir() else default_templates() / "fonts"


def word_template(templates: Path, profile: str) -> Path:
    """The Word template of a profile, or the program's own where the folder has none."""
    own = templates / WORDS[profile]
    return own if own.is_file() else default_templates() / WORDS[profile]


def part_files(templates: Path) -> dict[str, Path]:
    """The files of a template folder that set one part each, by the names of the parts.

    Raises `TemplateError` for one that no part has the name of.
    """
    folder = templates / PARTS
    if not folder.is_dir():
        return {}
    files = {
        path.stem: path for path in sorted(folder.glob("*.docx")) if not path.name.startswith("~$")
    }
    names = [part.value for part in PartName]
    for name, path in files.items():
        if name not in names:
            raise TemplateError(
                f"{PARTS}/{path.name}：简报没有叫 {name} 的部分。{advice(name, names)}"
            )
    return files


def template_bytes(path: Path) -> bytes:
    """A template as it is stored.

    Raises `TemplateError` for one that leads out of its folder, is no file, or is far too large.
    """
    if leads_out(path):
        raise TemplateError(
            f"{path}：是指向模板文件夹之外的链接，不予读取。请把文件本身放进模板文件夹。"
        )
    try:
        if path.stat().st_size > LARGEST:
            raise TemplateError(f"{path}：超过 {LARGEST // 1_000_000} MB，不是正常的模板。")
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(f"{path}：打不开：{error.strerror}。") from None


def template_text(path: Path) -> str:
    """A template that is text; raises `TemplateError` where it is not UTF-8."""
    try:
        return template_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TemplateError(
            f"{path.name} 第 {line} 行：文字编码不是 UTF-8。请用编辑器另存为 UTF-8。"
        ) from None


def template_parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word template; raises `TemplateError` where it is none."""
    try:
        parts = unpacked(template_bytes(path), LARGEST_UNPACKED)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise TemplateError(
            f"{path.name}：不是 Word 文件（.docx），或已损坏（{error}）。"
            "请用 Word 打开后另存，或用 briefing init 新建的模板换掉它。"
        ) from None
    if DOCUMENT not in parts:
        raise TemplateError(f"{path.name}：里面没有 Word 正文（{DOCUMENT}）。请用 Word 另存。")
    return parts


def checked_templates(templates: Path) -> Path:
    """The folder itself, once all templates are there and of this version.

    Raises `TemplateError` with every file that is missing, or with what changed since.
    """
    try:
        missing = [name for name in (WORD, HTML, STYLE) if not (templates / name).is_file()]
    except OSError as error:
        raise TemplateError(f"{templates}：打不开：{error.strerror}。") from None
    if missing:
        raise TemplateError(
            f"{templates}：缺少模板 {'、'.join(missing)}。"
            "请用 briefing init 新建一个文件夹，把缺少的文件拷过来。"
        )
    version = _version(templates / VERSION)
    if version < CURRENT:
        changes = "\n".join(f"  {CHANGES[number]}" for number in range(version + 1, CURRENT + 1))
        raise TemplateError(
            f"{templates}：模板是第 {version} 版，程序需要第 {CURRENT} 版。其间的改动：\n{changes}"
        )
    return templates


def _version(path: Path) -> int:
    """The version that a template folder says it has; one without a word of it is current."""
    if not path.is_file():
        return CURRENT
    try:
        refuse_outside(path)
        return read_toml(path, _Version).version
    except TomlError as error:
        raise TemplateError(f"{path.parent}：{error}") from None
