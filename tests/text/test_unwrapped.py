from __future__ import annotations

import pytest

from builder.text.unwrapped import unbroken


@pytest.mark.parametrize(
    ("plain", "start", "end", "text"),
    [
        ("完成年度考核目标", 0, 8, "完成年度考核目标"),
        ("前。完成 3 个", 2, 8, "完成 3 个"),
        ("未完成年度考\n核目标", 0, 10, "未完成年度考核目标"),
        ("未完成年\n    - 1 -\n度考核", 0, 18, "未完成年-1-度考核"),
    ],
)
def test_lines_are_joined_and_places_kept(plain: str, start: int, end: int, text: str) -> None:
    read = unbroken(plain, start, end)
    assert read.text == text
    assert "".join(plain[place] for place in read.offsets) == text
    first, last = read.span(0, len(text))
    assert (first, plain[last - 1]) == (start, text[-1])
