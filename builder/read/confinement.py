"""Readers of formats that can hang or blow up run in a process of their own, under limits.

The parent hands the words that are added to the vocabulary and the file's bytes to the child's
standard input and gets JSON back; nothing of the child's is executed or unpickled. The child limits
itself before it looks at the bytes: its memory and processor time, no files written, no network,
no other programs. The parent adds a limit of time, so that nothing a file holds can stop a build.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import builder
from builder.config import Limits
from builder.model import PageMetadata, Remark
from builder.processes import apart, ended_by
from builder.read.kinds import Kind
from builder.read.pages import Page
from builder.read.refusal import Unreadable
from builder.vocabulary.loading import own_words

# What a child needs to start, over the time that the file itself may take.
START_SECONDS = 10
# What it needs to put its temporary files away.
SECONDS_TO_END = 5
OUT_OF_MEMORY, OUT_OF_TIME = 3, 4


def confined_page(file: str, found: Kind, data: bytes, limits: Limits) -> Page:
    """The page of a file, read by the reader of its kind in a child process.

    Raises `Unreadable` with the reader's own reason, or with the limit that the file has hit.
    """
    command = [sys.executable, "-P", "-m", "builder.read.child", found.name, file]
    command.append(limits.model_dump_json())
    words = json.dumps(asdict(own_words())).encode() + b"\n"
    code, said = _run(command, words + data, limits.seconds + START_SECONDS)
    if code is None:
        raise _out_of_time(file, limits)
    if code != 0:
        raise _failure(file, code, limits)
    return _page(file, said)


def _run(command: Sequence[str], data: bytes, seconds: float) -> tuple[int | None, bytes]:
    """The end code and the answer of a child; no code where it took too long."""
    with subprocess.Popen(  # noqa: S603 -- our own module; the name is data and no shell sees it
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": _search_path(), "PYTHONUTF8": "1"},
        # An interruption reaches the build alone, which then ends this process.
        **apart(),
    ) as process:
        try:
            said, _ = process.communicate(data, seconds)
        except subprocess.TimeoutExpired:
            return None, b""
        finally:
            _end(process)
        return process.returncode, said


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child that still runs: it puts its temporary files away, or is killed."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()


def _search_path() -> str:
    """Where the child finds this very package, whatever folder it starts in."""
    own = str(Path(builder.__file__).parent.parent)
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH"))))


def _page(file: str, answer: bytes) -> Page:
    fields = json.loads(answer)
    if "reason" in fields:
        raise Unreadable(
            file,
            fields["reason"],
            fields["advice"],
            may_pass=fields["may_pass"],
            **fields["values"],
        )
    about = fields.pop("metadata")
    day = about["published"] and date.fromisoformat(about["published"])
    metadata = PageMetadata(**about | {"published": day})
    return Page(**fields | {"remarks": tuple(map(_remark, fields["remarks"]))}, metadata=metadata)


def _remark(fields: Mapping[str, Any]) -> Remark:
    values = tuple((name, value) for name, value in fields["values"])
    return Remark(message=fields["message"], values=values)


def answer(outcome: Page | Unreadable) -> bytes:
    """What a child writes for its parent."""
    if isinstance(outcome, Page):
        return json.dumps(asdict(outcome), default=date.isoformat).encode()
    refusal = outcome.refusal
    fields = {
        "reason": refusal.reason,
        "advice": refusal.advice,
        "values": dict(refusal.values),
        "may_pass": refusal.may_pass,
    }
    return json.dumps(fields).encode()


def _failure(file: str, code: int, limits: Limits) -> Unreadable:
    """What became of a child that gave no answer, told from how it ended."""
    if code == OUT_OF_TIME or ended_by(code, "SIGXCPU"):
        return _out_of_time(file, limits)
    if code == OUT_OF_MEMORY or ended_by(code, "SIGKILL"):
        return Unreadable(
            file,
            "读取所需的内存超过上限 {most} MB",
            "请拆分文件，或调大 briefing.toml 的 limits.memory_megabytes。",
            may_pass=True,
            most=limits.memory_megabytes,
        )
    return Unreadable(
        file,
        "读取时中断：内容已损坏，或所需内存超过上限 {most} MB",
        "请用原来的程序打开后另存，或换成 .txt。",
        may_pass=True,
        most=limits.memory_megabytes,
    )


def _out_of_time(file: str, limits: Limits) -> Unreadable:
    return Unreadable(
        file,
        "读取时间超过上限 {most} 秒",
        "请拆分文件或另存为 .txt，或调大 briefing.toml 的 limits.seconds。",
        may_pass=True,
        most=limits.seconds,
    )
