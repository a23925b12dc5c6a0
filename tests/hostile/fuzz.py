"""Looks for inputs that crash the readers or the extraction, for as long as it is told to.

`python tests/hostile/fuzz.py --minutes 20 --seed 1`. Sound files of every format are broken at
random and read; what can be read is outlined and extracted. Each input may be refused with
`Unreadable`; any other error, or a stage that takes too long, is printed with the input's file,
and the end code is 1. Readers run in this very process, where nothing hides their errors.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from builder.config import Limits  # noqa: E402 -- found only with the path above
from builder.extract import extract  # noqa: E402
from builder.outline import outline  # noqa: E402
from builder.read import Unreadable, source_from_text  # noqa: E402
from builder.read.child import READERS  # noqa: E402
from builder.read.files import UNUSABLE  # noqa: E402
from builder.read.kinds import Kind, kind  # noqa: E402
from builder.read.office import office_page  # noqa: E402
from builder.read.text import text_page  # noqa: E402
from tests import conversions  # noqa: E402
from tests.rawfiles import paragraph, word_file, zipped  # noqa: E402

LIMITS = Limits(text_characters=100_000, pages=50)
SLOWEST = 20
FOUND = ROOT / "tests" / "hostile" / "found"
TITLE = "某市生态环境局2024年工作总结"
# What rules look at: numbers, units, marks, masks, brackets, words that begin or end a clause.
PIECES = (
    *(
        "一、",
        "（二）",
        "(三)",
        "1.",
        "①",
        "是",
        "。",
        "；",
        "，",
        "、",
        "\n",
        "\r",
        "\t",
        " ",
        "\u3000",
    ),
    *(
        "2024年",
        "1-9月",
        "截至11月21日",
        "XX",
        "20xx万元",
        "*个",
        "同比下降",
        "分别为",
        "提高",
        "%",
        "‰",
    ),
    *(
        "PM2.5",
        "O3",
        "μg/m3",
        "微克/立方米",
        "31",
        "98.57",
        "1,234",
        "3、19亿元",
        "０．５",
        "百分之九十五",
    ),
    *(
        "Ⅱ类",
        "劣Ⅴ类",
        "III",
        "优良天数比例",
        "断面",
        "办结",
        "整改",
        "存在的问题",
        "下一步工作",
        "年底前",
    ),
    *(
        "|",
        "<U+00A0>",
        "&nbsp;",
        "<p>",
        "</td>",
        "<!--",
        "\u202e",
        "\ufffd",
        "\x1b[",
        "👉",
        "縣",
        "製度",
    ),
)
MARKUP = (
    b"<",
    b">",
    b"/",
    b"&#",
    b"</w:p>",
    b"<w:tbl>",
    b"<table>",
    b"obj",
    b"endstream",
    b"\x00",
    b"\xff",
)


class TooSlow(Exception):  # noqa: N818 -- it says what the input was
    """A stage took longer than any input may."""


def main() -> None:
    """Break, read and extract until the time is over; report what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGALRM, _ring)
    end = time.monotonic() + given.minutes * 60
    outcomes: Counter[str] = Counter()
    for name, data in inputs(random.Random(given.seed)):  # noqa: S311 -- to be repeated
        if time.monotonic() > end:
            break
        outcomes[outcome(name, data)] += 1
    sys.stdout.write("".join(f"{count:8} {what}\n" for what, count in outcomes.most_common()))
    sys.exit(any(what.startswith("crash") for what in outcomes))


def inputs(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Broken files without end, each with the name of what it was made from."""
    sound = tuple(sound_files())
    makers: tuple[Callable[[random.Random], bytes], ...] = (babble, babbled_page, babbled_word)
    while True:
        if chance.random() < 1 / 3:
            maker = chance.choice(makers)
            yield maker.__name__, maker(chance)
        else:
            name, data = chance.choice(sound)
            yield name, broken(data, chance)


def sound_files() -> Iterator[tuple[str, bytes]]:
    """Every seed in every format, its text in every encoding."""
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        text = seed.read_text(encoding="utf-8-sig")
        for encoding in ("utf-8", "gb18030", "utf-16"):
            yield f"{encoding} text", text.encode(encoding)
        yield "web page", conversions.as_html(text, TITLE, publisher="某局")
        yield "old web page", conversions.as_old_html(text, TITLE)
        yield "web archive", conversions.as_mhtml(text, TITLE, publisher="某局")
        yield "Word", stored(conversions.as_docx(text))
        yield "PDF", conversions.as_pdf(text, TITLE)


def stored(data: bytes) -> bytes:
    """A package without compression, so that broken bytes reach the XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def broken(data: bytes, chance: random.Random) -> bytes:
    """Some bytes of a file changed, cut out, doubled, moved, or put in."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        here, there = (chance.randrange(len(made) + 1) for _ in range(2))
        size = chance.choice((1, 2, 8, 100, 2_000))
        match chance.randrange(6):
            case 0:
                made[here : here + 1] = chance.randbytes(1)
            case 1:
                del made[here : here + size]
            case 2:
                made[here:here] = made[there : there + size]
            case 3:
                made[here:here] = chance.choice(MARKUP)
            case 4:
                made[here:here] = chance.choice(PIECES).encode(errors="surrogatepass")
            case _:
                made[here : here + size] = made[there : there + size]
    return bytes(made)


def babble(chance: random.Random) -> bytes:
    """A text of the pieces that rules look for, in any order."""
    count = chance.choice((3, 30, 300, 3_000))
    return "".join(chance.choices(PIECES, k=count)).encode(
        chance.choice(("utf-8", "gb18030")), "ignore"
    )


def babbled_page(chance: random.Random) -> bytes:
    """A web page of such text in elements that stand in each other as chance has it."""
    tags = ("p", "div", "table", "tr", "td", "li", "ol", "a", "br", "span", "script", "h1")
    made = ["<html><body>"]
    for _ in range(chance.choice((5, 50, 500))):
        tag = chance.choice(tags)
        made.append(chance.choice((f"<{tag}>", f"</{tag}>", f'<{tag} rowspan="3" class="nav">')))
        made.append("".join(chance.choices(PIECES, k=chance.randrange(5))))
    return "".join(made).encode()


def babbled_word(chance: random.Random) -> bytes:
    """A Word file of elements that stand in each other as chance has it."""
    tags = (
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "ins",
        "del",
        "sdt",
        "sdtContent",
        "txbxContent",
        "numPr",
    )
    body = ""
    for _ in range(chance.choice((3, 30, 300))):
        tag, other = chance.choice(tags), chance.choice(tags)
        words = (
            "".join(chance.choices(PIECES, k=3))
            .replace("&", "")
            .replace("<", "")
            .replace("\x1b", "")
        )
        body += f"<w:{tag}><w:{other}>{words}</w:{other}>{paragraph(words)}</w:{tag}>"
    return word_file(body) if chance.random() < 0.9 else zipped({"word/document.xml": body})


def outcome(name: str, data: bytes) -> str:
    """What became of an input, in a few words."""
    try:
        with limited(SLOWEST):
            return used(name, data)
    except Unreadable:
        return f"{name}: refused"
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        FOUND.mkdir(exist_ok=True)
        saved = FOUND / f"{name}-{abs(hash(data)):x}".replace(" ", "-")
        saved.write_bytes(data)
        trace = "".join(traceback.format_exception(error)[-6:])
        sys.stdout.write(f"{saved}\n{trace}\n")
        return f"crash: {name}: {type(error).__name__}"


def used(name: str, data: bytes) -> str:
    """Read, outline and extract; every fact must stand where it says."""
    found = kind(data)
    if found in UNUSABLE or READERS.get(found) is office_page:
        return f"{name}: other kind"
    page = text_page(name, data) if found is Kind.TEXT else READERS[found](name, data, LIMITS)
    if len(page.text) > LIMITS.text_characters:
        return f"{name}: too long"
    source = source_from_text("fuzz", name, page.text, metadata=page.metadata)
    assert len(source.plain) == len(source.text)
    extraction = extract(outline(source))
    for fact in extraction.facts:
        assert source.text[fact.start : fact.end] == fact.quote
    return f"{name}: {'facts' if extraction.facts else 'no facts'}"


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise `TooSlow` in whatever runs when the time is over."""
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


if __name__ == "__main__":
    main()
