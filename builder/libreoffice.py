"""LibreOffice as a converter: in a profile of its own, without macros, links and network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.processes import apart, end_with_helpers

# A profile without macros, without links that are followed, and with a proxy that leads nowhere.
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
)


def converted(
    program: str,
    data: bytes,
    suffix: str,
    wanted: str,
    seconds: float,
    fonts: Iterable[Path] = (),
) -> bytes | None:
    """A file's bytes in another format (.doc to docx), or None where none is made in time.

    `program` is LibreOffice itself, as `builder.processes.libreoffice` finds it; `fonts` are files
    that it has beside those of the machine.
    """
    with TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        items = "".join(
            ITEM.format(path=path, name=key, value=value) for path, key, value in SETTINGS
        )
        (profile / "user" / "fonts").mkdir()
        for font in fonts:
            shutil.copyfile(font, profile / "user" / "fonts" / font.name)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(PROFILE.format(items=items), encoding="utf-8")
        (folder / f"report{suffix}").write_bytes(data)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--norestore", "--convert-to", wanted, "--outdir", str(folder / "made")]
        _run([*command, str(folder / f"report{suffix}")], folder, seconds)
        made = folder / "made" / f"report.{wanted}"
        return made.read_bytes() if made.is_file() else None


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a command to its end, or to the end of its time, with all that it starts."""
    process = subprocess.Popen(  # noqa: S603 -- a fixed command on a name of ours, without a shell
        command,
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "TMPDIR": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **apart(),
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
    finally:
        end_with_helpers(process)
