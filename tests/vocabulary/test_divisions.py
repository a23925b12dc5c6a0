from __future__ import annotations

import pytest

from builder.model import Level
from builder.vocabulary.generic.divisions import full_names, short_names

FULL: list[tuple[str, tuple[str, ...], Level]] = [
    ("湖南省", ("湖南省",), Level.PROVINCE),
    ("衡南县", ("湖南省", "衡阳市", "衡南县"), Level.COUNTY),
    ("昆山市", ("江苏省", "苏州市", "昆山市"), Level.COUNTY),
    ("潜江市", ("湖北省", "潜江市"), Level.CITY),
    ("仙桃市", ("湖北省", "仙桃市"), Level.CITY),
    ("天门市", ("湖北省", "天门市"), Level.CITY),
    ("济源市", ("河南省", "济源市"), Level.CITY),
    ("海淀区", ("北京市", "海淀区"), Level.COUNTY),
    ("恩施州", ("湖北省", "恩施土家族苗族自治州"), Level.CITY),
    ("黔东南州", ("贵州省", "黔东南苗族侗族自治州"), Level.CITY),
    ("景宁县", ("浙江省", "丽水市", "景宁畲族自治县"), Level.COUNTY),
    ("锡林郭勒盟", ("内蒙古自治区", "锡林郭勒盟"), Level.CITY),
]


@pytest.mark.parametrize(("name", "path", "level"), FULL)
def test_full_names(name: str, path: tuple[str, ...], level: Level) -> None:
    (found,) = full_names()[name]
    assert (found.path, found.level) == (path, level)


SHORT = [
    ("衡南", "衡南县"),
    ("内蒙古", "内蒙古自治区"),
    ("景宁", "景宁畲族自治县"),
    ("吉县", "吉县"),
]


@pytest.mark.parametrize(("short", "full"), SHORT)
def test_short_names(short: str, full: str) -> None:
    assert [one.path[-1] for one in short_names()[short]] == [full]


def test_a_name_of_several_places_stands_for_all_of_them() -> None:
    cities = {one.path[1] for one in full_names()["鼓楼区"]}
    assert cities == {"南京市", "徐州市", "福州市", "开封市"}


def test_no_name_is_one_letter_long() -> None:
    assert min(len(name) for name in {**full_names(), **short_names()}) == 2
