"""Text files that are broken, endless or no text."""

from __future__ import annotations

import base64

from tests.badfiles.records import EMPTY, NOT_TEXT, READ, SENTENCE, TOO_LARGE, TOO_LONG, Bad, noise

PLAIN = (
    Bad(name="empty", file="a.txt", what="空文件", make=bytes, reason=EMPTY),
    Bad(
        name="blank",
        file="a.txt",
        what="只有空白",
        make=lambda: " \r\n\u3000\t".encode() * 99,
        reason=EMPTY,
    ),
    Bad(name="bom", file="a.txt", what="只有 BOM", make=lambda: b"\xef\xbb\xbf", reason=EMPTY),
    Bad(
        name="zeros", file="a.txt", what="一万个零字节", make=lambda: bytes(10_000), reason=NOT_TEXT
    ),
    Bad(name="noise", file="a.txt", what="随机字节", make=lambda: noise(9_000), reason=NOT_TEXT),
    Bad(
        name="program",
        file="a.txt",
        what="可执行程序",
        make=lambda: b"\x7fELF\x02\x01" + noise(5_000),
        reason=NOT_TEXT,
    ),
    Bad(
        name="too-large",
        file="a.txt",
        what="文件超过大小上限",
        make=lambda: b"a" * 5_000_001,
        reason=TOO_LARGE,
    ),
    Bad(
        name="too-long",
        file="a.txt",
        what="正文超过字符上限",
        make=lambda: "长".encode() * 300_000,
        reason=TOO_LONG.format(300_000),
    ),
    Bad(
        name="long-line",
        file="a.txt",
        what="一行十万字",
        make=(SENTENCE * 2_300).encode,
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="digits",
        file="a.txt",
        what="十万位数字",
        make=lambda: b"9" * 100_000,
        reason=READ,
        holds="99999",
    ),
    Bad(
        name="brackets",
        file="a.txt",
        what="五万层括号",
        make=("（" * 50_000 + "）" * 50_000).encode,
        reason=READ,
        holds="（（",
    ),
    Bad(
        name="masks",
        file="a.txt",
        what="十万个 X",
        make=lambda: b"20" + b"X" * 100_000,
        reason=READ,
        holds="20XX",
    ),
    Bad(
        name="cut-letter",
        file="a.txt",
        what="结尾的字被截断",
        make=lambda: (SENTENCE * 9).encode()[:-1],
        reason=READ,
        holds="\ufffd",
    ),
    Bad(
        name="mixed-code-pages",
        file="a.txt",
        what="GB18030 夹有坏字节",
        make=lambda: (SENTENCE * 9).encode("gb18030") + b"\xff\xff\xff",
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="half-letters",
        file="a.txt",
        what="UTF-16 缺半个字符",
        make=lambda: b"\xff\xfe" + (SENTENCE * 9).encode("utf-16-le") + b"\x00\xd8",
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="escapes",
        file="a.txt",
        what="终端控制序列",
        make=("\x1b[31m" + SENTENCE * 9).encode,
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="base64",
        file="a.txt",
        what="一大段 Base64",
        make=lambda: base64.b64encode(noise(90_000)),
        reason=READ,
        holds="Q",
    ),
)
