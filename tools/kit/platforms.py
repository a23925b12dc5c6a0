"""The systems that a kit can be made for: what their wheels are called, and how it starts there."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

# A wheel for glibc 2.28 or an older one runs on every Linux since 2018.
_GLIBC = (
    "manylinux1",
    "manylinux2010",
    "manylinux2014",
    *(f"manylinux_2_{n}" for n in range(5, 29)),
)

_PDF = """装有 Pango 时生成 PDF/A。没有时由 Chrome、Edge 或 LibreOffice 生成；
都没有，就只缺 PDF，其余照常。"""
_WINDOWS = """Windows 10 以上（64 位），Python {pythons}。
没有 Python 的，把 python.org 的安装程序（例如 python-{first}.x-amd64.exe）放在 start.cmd 旁边：
它会只为您安装到这个文件夹里。"""
_LINUX = """Linux（glibc 2.28 以上，2018 年以后的都是），Python {pythons}；
不需要另装 pip 和 venv。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A system: its name for uv, the tags of its wheels, its start script and words for people."""

    name: str
    uv: str
    tags: tuple[str, ...]
    script: str
    newline: str
    system: str
    needs: str
    run: str
    pdf: str

    @property
    def bom(self) -> bytes:
        """What a page begins with, so that Notepad takes it for UTF-8."""
        return codecs.BOM_UTF8 if self.newline == "\r\n" else b""

    @property
    def command(self) -> str:
        """How the start script is called."""
        return self.script if self.script.endswith(".cmd") else f"sh {self.script}"

    def names(self, pythons: Sequence[str]) -> str:
        """What the start script tries for these versions of Python, the newest first."""
        newest = sorted(pythons, key=_number, reverse=True)
        if self.script.endswith(".cmd"):
            return " ".join(f'"py -{version}"' for version in newest)
        return " ".join(f"python{version}" for version in newest)


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _linux(machine: str) -> Platform:
    return Platform(
        name=f"manylinux_{machine}",
        uv=f"{machine}-manylinux_2_28",
        tags=tuple(f"{glibc}_{machine}" for glibc in _GLIBC),
        script="start.sh",
        newline="\n",
        system=f"Linux，{machine}",
        needs=_LINUX,
        run="在终端里运行 sh start.sh。",
        pdf=_PDF,
    )


def _mac(machine: str, first: int) -> Platform:
    systems = [f"macosx_10_{minor}" for minor in range(first, 17)] if first else []
    systems += [f"macosx_{major}_0" for major in range(11, 15)]
    kinds = (machine, "universal2")
    return Platform(
        name=f"macos_{machine}",
        uv={"arm64": "aarch64-apple-darwin", "x86_64": "x86_64-apple-darwin"}[machine],
        tags=tuple(f"{system}_{kind}" for system in systems for kind in kinds),
        script="start.sh",
        newline="\n",
        system=f"macOS，{machine}",
        needs="macOS 14 以上，Python {pythons}（python.org 的安装程序）。",
        run="在“终端”里运行 sh start.sh。",
        pdf=_PDF,
    )


PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform(
            name="win_amd64",
            uv="x86_64-pc-windows-msvc",
            tags=("win_amd64",),
            script="start.cmd",
            newline="\r\n",
            system="Windows，64 位",
            needs=_WINDOWS,
            run="双击 start.cmd。",
            pdf="由 Windows 自带的 Edge 生成；也可以用 LibreOffice。",
        ),
        _mac("arm64", 0),
        _mac("x86_64", 9),
        _linux("x86_64"),
        _linux("aarch64"),
    )
}
