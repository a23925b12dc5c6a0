"""Make the offline kit: `nox -s kit -- --platform win_amd64 --python 3.13`.

One zip with the program's wheel, the wheels of all that it needs, a start script and a page in
Chinese. From the same wheels it has the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.kit.archive import archive
from tools.kit.contents import contents
from tools.kit.platforms import PLATFORMS
from tools.kit.wheels import collected_wheels

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """What is to be made, as the command line says."""
    parser = argparse.ArgumentParser(prog="nox -s kit --", description="做一个离线安装包。")
    parser.add_argument("--platform", choices=sorted(PLATFORMS), default="win_amd64")
    parser.add_argument(
        "--python",
        choices=PYTHONS,
        action="append",
        help="给哪个版本的 Python，可以写几次；默认 3.13。",
    )
    parser.add_argument(
        "--with",
        dest="others",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="一并放入的文件，例如 python.org 的安装程序；可以写几次。",
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="放在哪个文件夹。")
    return parser.parse_args(given)


def main() -> None:
    """Resolve, download, pack; the last line printed is the path of the zip."""
    wanted = arguments()
    platform = PLATFORMS[wanted.platform]
    pythons = tuple(dict.fromkeys(wanted.python or ["3.13"]))
    with TemporaryDirectory() as folder:
        wheels = collected_wheels(ROOT, platform, pythons, Path(folder))
        files = contents(ROOT, platform, pythons, wheels, wanted.others)
        name = next(iter(files)).split("/")[0]
        wanted.output.mkdir(parents=True, exist_ok=True)
        target = wanted.output / f"{name}.zip"
        archive(target, files)
    print(f"{target}（{target.stat().st_size / 1e6:.0f} MB）")  # noqa: T201 -- a command's answer


if __name__ == "__main__":
    main()
