"""The weights of letters: how they are written, added up, and set beside their neighbours'."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Role, Sentence
from builder.outline.role_weights import (
    BESIDE,
    FILE,
    NO_WEIGHTS,
    ROLES,
    code,
    codes_of,
    contexts,
    letter_scores,
    letters_of,
    packed,
    parse,
    role_weights,
    unpacked,
    whole_scores,
)

SCORES = st.tuples(*[st.integers(-(10**9), 10**9)] * 4)
SMALL = """own\t短\t-10\t90\t-20\t0
own\t建成\t80\t0\t-5\t0
heading\t安排\t-30\t0\t70\t0
top\t总结\t40\t0\t0\t0
context\tany\t1\t2\t3\t4
context\ttold plan\t0\t0\t50\t0
context\tthis problems\t0\t100\t0\t0
context\tafter done\t7\t0\t0\t0
"""


def sentence(start: int, end: int, role: Role, *headings: str, told: bool = True) -> Sentence:
    return Sentence(
        start=start, end=end, section=None, headings=headings, role=role, item=None, told=told
    )


@given(SCORES, SCORES, st.integers(-100, 100))
def test_packed_scores_are_added_and_multiplied_as_four(
    one: tuple[int, ...], other: tuple[int, ...], times: int
) -> None:
    total = packed(one) + times * packed(other)
    assert unpacked(total) == tuple(a + times * b for a, b in zip(one, other, strict=True))


def test_letters_and_pairs_stand_for_a_text_and_any_number_is_0() -> None:
    assert letters_of("建\n成1,260座") == {
        *("$", "建", "成", "0", "座"),
        *("$建", "建成", "成0", "0座", "座$"),
    }


@given(st.text(st.sampled_from("建成 \n0129.,座。é")))
def test_letters_are_found_by_their_codes(text: str) -> None:
    mark = {code("\ufeff"), code("\ufeff$")}
    assert codes_of(text) == {code(one) for one in letters_of(text)} | mark


def test_a_sentence_has_the_weights_of_its_letters_and_of_the_headings_above() -> None:
    weights = parse(SMALL)
    plain = "建成站点。存在短板。"
    sentences = [
        sentence(0, 5, Role.DONE, "总结"),
        sentence(5, 10, Role.PLAN, "2024年总结", "工作安排"),
    ]
    scores = [unpacked(one) for one in letter_scores(weights, plain, sentences)]
    # The only heading of the first is its innermost one, which 总结 has no weight as.
    assert scores == [(80, 0, -5, 0), (40 - 30 - 10, 90, 70 - 20, 0)]


def test_what_a_sentence_stands_beside() -> None:
    plain = "甲。乙。\n丙。丁。"
    sentences = [
        sentence(0, 2, Role.DONE, "安排", told=False),
        sentence(2, 4, Role.PLAN, "安排"),
        sentence(5, 7, Role.OTHER, "安排"),
        sentence(7, 9, Role.DONE, "问题"),
    ]
    nothing = (0, 0, 0, 0)
    ones, twos, threes, fours = ((n, n, -n, n) for n in (1, 2, 4, 8))
    letters = [packed(one) for one in (ones, twos, threes, fours)]
    first, second, third, last = contexts(letters, sentences, plain)
    # This, before, after, two before, two after, and those under the heading on average.
    assert first.beside == (*ones, *nothing, *twos, *nothing, *threes, 3, 3, -3, 3)
    # Half of 1 + 4, and of -1 - 4, rounded down.
    assert second.beside == (*twos, *ones, *threes, *nothing, *fours, 2, 2, -3, 2)
    assert third.beside == (*threes, *twos, *fours, *ones, *nothing, 1, 1, -2, 1)
    assert last.beside == (*fours, *threes, *nothing, *twos, *nothing, *nothing)
    assert first.place == ("any", "assumed done", "first")
    assert second.place == ("any", "told plan")
    assert third.place == ("any", "told other", "paragraph")


def test_context_weighs_by_how_much_there_is_of_it() -> None:
    weights = parse(SMALL)
    sentences = [sentence(0, 2, Role.PLAN), sentence(2, 4, Role.DONE)]
    letters = [packed((0, 3, 0, 0)), packed((11, 0, 0, 0))]
    first, _ = contexts(letters, sentences, "甲。乙。")
    # Letters' scores by their weights, and a hundred of each word for the place.
    assert whole_scores(weights, first) == (7 * 11 + 100, 3 * 100 + 200, 300 + 5000, 400)


def test_without_weights_nothing_speaks_for_any_role() -> None:
    sentences = [sentence(0, 2, Role.PLAN)]
    (context,) = contexts([0], sentences, "甲。")
    assert whole_scores(NO_WEIGHTS, context) == (0, 0, 0, 0)
    assert letter_scores(NO_WEIGHTS, "甲。", sentences) == [0]


def test_the_file_is_in_order_and_knows_all_that_stands_beside() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    keys = [tuple(line.split("\t")[:2]) for line in lines]
    assert all(one < after for one, after in pairwise(keys))
    assert {whose for whose, _ in keys} == {"own", "heading", "top", "context"}
    places = {"any", "first", "paragraph"}
    places |= {f"{known} {role}" for known in ("told", "assumed") for role in ROLES}
    assert set(role_weights().place) <= {*BESIDE, *places}
    assert set(role_weights().place) >= {*BESIDE[:4], "any", "told plan", "assumed done"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("部分乡镇管网老化,雨天溢流时有发生。", Role.PROBLEMS),
        ("干部业务生疏,监测设备带病运转。", Role.PROBLEMS),
        ("执法力量捉襟见肘,疲于应付。", Role.PROBLEMS),
        ("全年空气优良天数325天,同比增加8天。", Role.DONE),
        ("建成污水处理站12座,惠及群众3万人。", Role.DONE),
        ("明年底前新建污水管网20公里。", Role.PLAN),
        ("力争优良天数比例达到90%以上。", Role.PLAN),
    ],
)
def test_letters_alone_tell_what_is_plain(text: str, role: Role) -> None:
    (score,) = letter_scores(role_weights(), text, [sentence(0, len(text), Role.OTHER)])
    scores = unpacked(score)[:3]
    assert ROLES[scores.index(max(scores))] is role
