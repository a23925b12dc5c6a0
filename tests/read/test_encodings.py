from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.read.encodings import decoded

TEXT = (
    "2024年,赣州市生态环境局深入贯彻习近平生态文明思想,PM2.5平均浓度22微克/立方米。\n"
    "一、工作成效\n全市国考断面水质优良比例保持100%,群众满意率95%以上。\n"
) * 3
TRADITIONAL = (
    "2023年,市生態環境局衡南分局深入學習貫徹生態文明思想,環境質量持續改善,工作取得成效。\n" * 3
)

ENCODED = [
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8"),
    ("utf-16", "utf-16-le"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
    ("utf-32", "utf-32-le"),
    ("gb18030", "gb18030"),
    ("gbk", "gb18030"),
    ("gb2312", "gb18030"),
]


@pytest.mark.parametrize(("written", "read"), ENCODED)
def test_text_comes_back_from_every_encoding(written: str, read: str) -> None:
    found = decoded(TEXT.encode(written))
    assert found is not None
    assert (found.text, found.encoding, found.replaced) == (TEXT, read, 0)


def test_traditional_text_comes_back_from_big5() -> None:
    found = decoded(TRADITIONAL.encode("big5hkscs"))
    assert found is not None
    assert (found.text, found.encoding) == (TRADITIONAL, "big5hkscs")


BROKEN = [("utf-8", 100), ("gb18030", 101)]


@pytest.mark.parametrize(("encoding", "at"), BROKEN)
def test_broken_bytes_are_replaced_and_counted(encoding: str, at: int) -> None:
    data = bytearray(TEXT.encode(encoding))
    data[at] = 0xFF
    found = decoded(bytes(data))
    assert found is not None
    assert found.encoding == encoding
    assert found.replaced == found.text.count("\ufffd") > 0
    assert found.text.endswith(TEXT[-40:])


NO_TEXT = [b"\x00" * 100, bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01\x00" + b"\x00\x03" * 200]


@pytest.mark.parametrize("data", NO_TEXT)
def test_error_what_is_no_text(data: bytes) -> None:
    assert decoded(data) is None


def test_a_letter_is_not_cut_in_a_long_text() -> None:
    long = TEXT * 400
    found = decoded(long.encode("gb18030"))
    assert found is not None
    assert found.text == long


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    found = decoded(data)
    assert found is None or found.replaced == found.text.count("\ufffd")
