"""When the weights overrule the rules, and when they may not."""

from __future__ import annotations

import pytest

from builder.model import Odds, Role, Sentence, TextCell, TextGrid
from builder.outline.role_weights import ROLES, RoleWeights, parse
from builder.outline.weighed_roles import weighed_roles

# 甲 is done, 乙 wrong, 丙 planned and 丁 neither; 戊 sounds like a plan, not by far, 己 a little.
WEIGHTS = "".join(
    f"own\t{letter}\t{chr(9).join(str(300 * (at == own)) for at in range(4))}\n"
    for own, letter in enumerate("甲乙丙丁")
)
WEIGHTS += "own\t戊\t0\t0\t120\t0\nown\t己\t0\t0\t60\t0\n"
# A little like something wrong, like neither, and like work done, and this a little more.
WEIGHTS += "own\t庚\t0\t60\t0\t0\nown\t辛\t0\t0\t0\t60\n"
WEIGHTS += "own\t壬\t60\t0\t0\t0\nown\t癸\t120\t0\t0\t0\n"
WEIGHTS += "".join(
    f"context\tthis {role}\t{chr(9).join(str(100 * (at == own)) for at in range(4))}\n"
    for own, role in enumerate(ROLES)
)


def weights() -> RoleWeights:
    return parse(WEIGHTS)


def read(text: str, role: Role, *, told: bool, tables: tuple[TextGrid, ...] = ()) -> Sentence:
    sentence = Sentence(
        start=0, end=len(text), section=None, headings=(), role=role, item=None, told=told
    )
    (found,) = weighed_roles(text, [sentence], tables, weights())
    return found


@pytest.mark.parametrize(
    ("role", "letter", "told", "becomes"),
    [
        (Role.DONE, "丙", False, Role.PLAN),
        # 推进管网建设 under 工作完成情况 was done.
        (Role.DONE, "丙", True, Role.DONE),
        # What was done keeps its figures; the clause that tells a problem is found later.
        (Role.DONE, "乙", False, Role.DONE),
        (Role.DONE, "丁", False, Role.DONE),
        (Role.PLAN, "甲", True, Role.DONE),
        (Role.PLAN, "乙", True, Role.PROBLEMS),
        (Role.PLAN, "丁", False, Role.OTHER),
        (Role.PROBLEMS, "丙", True, Role.PLAN),
        (Role.PROBLEMS, "甲", False, Role.DONE),
        (Role.OTHER, "丙", True, Role.OTHER),
        (Role.OTHER, "乙", False, Role.OTHER),
    ],
)
def test_what_the_weights_may_make_of_a_role(
    role: Role, letter: str, told: bool, becomes: Role
) -> None:
    found = read(f"{letter}。", role, told=told)
    assert found.role is becomes
    assert found.weighed is ROLES["甲乙丙丁".index(letter)]
    assert found.odds is Odds.BY_FAR


def test_likelier_overrules_and_only_by_far_is_plain() -> None:
    found = read("戊。", Role.PROBLEMS, told=False)
    assert (found.role, found.weighed, found.odds) == (Role.PLAN, Role.PLAN, Odds.LIKELIER)
    assert found.sounds(Role.PLAN)
    assert not found.sounds(Role.PLAN, by=Odds.BY_FAR)


def test_a_little_likelier_says_nothing() -> None:
    found = read("己。", Role.DONE, told=False)
    assert (found.role, found.weighed, found.odds) == (Role.DONE, Role.PLAN, Odds.SLIGHT)
    assert not found.sounds(Role.PLAN)


@pytest.mark.parametrize(
    ("text", "told", "becomes"),
    [
        # Whatever stands on a page that is only assumed to be a plan is none at the least doubt.
        ("庚。", False, Role.PROBLEMS),
        ("辛。", False, Role.OTHER),
        # What sounds a little like work done promises it, unless its own words say that it was.
        ("壬。", False, Role.PLAN),
        ("庚已完成。", False, Role.DONE),
        ("庚。", True, Role.PLAN),
        ("辛。", True, Role.PLAN),
    ],
)
def test_of_an_assumed_plan_the_least_doubt_is_enough(text: str, told: bool, becomes: Role) -> None:
    found = read(text, Role.PLAN, told=told)
    assert (found.role, found.odds) == (becomes, Odds.SLIGHT)


def test_work_done_becomes_a_promise_only_by_far() -> None:
    assert read("戊。", Role.DONE, told=False).role is Role.DONE
    assert read("丙。", Role.DONE, told=False).role is Role.PLAN


def test_what_a_heading_plans_was_done_only_by_far() -> None:
    assert read("癸。", Role.PLAN, told=False).role is Role.DONE
    assert read("癸。", Role.PLAN, told=True).role is Role.PLAN
    assert read("癸甲。", Role.PLAN, told=True).role is Role.DONE


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("已于6月底前完成整治乙。", Role.DONE),
        ("去年全县建成站点3座丙。", Role.DONE),
        ("力争年底前建成3座甲。", Role.PLAN),
        ("管网老化严重,丙管网欠账较多。", Role.PROBLEMS),
    ],
)
def test_a_sentences_own_words_are_never_overruled(text: str, role: Role) -> None:
    assert read(text, role, told=False).role is role


def test_the_cells_of_a_table_have_the_role_of_their_column() -> None:
    grid = TextGrid(rows=((TextCell(0, 1), TextCell(1, 2)),))
    found = read("甲。", Role.PLAN, told=False, tables=(grid,))
    assert (found.role, found.weighed) == (Role.PLAN, None)
