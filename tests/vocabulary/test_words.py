from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from builder.vocabulary.environment.work import link_words
from builder.vocabulary.loading import Entry
from builder.vocabulary.words import AnyWords, Words, either


def test_words_that_begin_alike_share_a_branch() -> None:
    assert either(["水", "断面", "水质断面", "水质"]) == "水(?:质断面|质|)|断面"


def test_signs_of_patterns_are_taken_as_they_are() -> None:
    assert re.findall(either(["PM2.5", "(含)"]), "PM2.5 PM2x5 (含)") == ["PM2.5", "(含)"]


@pytest.mark.parametrize("text", ["水质断面达标", "水质达标", "水体达标", "断面水质"])
def test_the_longest_word_is_taken_wherever_it_stands(text: str) -> None:
    words = ["水", "断面", "水质断面", "水质"]
    plain = "|".join(sorted(words, key=len, reverse=True))
    assert re.findall(either(words), text) == re.findall(plain, text)


def test_a_long_list_finds_what_a_plain_one_finds() -> None:
    words = link_words().generic
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    text = "".join(reversed(words)) + "".join(word[:-1] for word in words)
    assert re.findall(either(words), text) == re.findall(plain, text)


def test_each_word_takes_what_follows_it() -> None:
    pattern = Words(("未", "未能")).followed_by("达标")
    assert pattern == "未能达标|未达标"
    assert re.findall(pattern, "未达标,未能达标,未能") == ["未达标", "未能达标"]


def test_words_are_searched_by_the_longest_and_inside_bounds() -> None:
    words = Words(("水质", "水质断面", "县(市、区)"))
    text = "各县(市、区)水质断面"
    assert [found[0] for found in words.finditer(text)] == ["县(市、区)", "水质断面"]
    assert (found := words.search(text, 2)) is not None
    assert found[0] == "水质断面"
    assert words.within(text, 7)
    assert not words.within(text, 8)
    assert words.match(text, 1) is not None
    assert words.match(text) is None
    assert words.fullmatch(text, 7, 9) is not None
    assert words.fullmatch(text, 7, 10) is None


def test_a_text_ends_with_words_the_longest_first() -> None:
    words = Words(("位", "到位", "不足"))
    assert words.ending("整改不到位") == ["到位", "位"]
    assert words.ending("不足之处") == []
    assert Words(()).ending("整改") == []


def test_no_words_are_found_nowhere() -> None:
    assert Words().search("水质") is None


def test_words_are_a_tuple_in_their_order() -> None:
    assert Words(("来源", "发布机构")) == ("来源", "发布机构")
    assert "信息来源".endswith(Words(("来源", "发布机构")))


class Shape(Entry):
    plain: Words
    more: Words = Words()
    none: AnyWords = Words()


def test_a_shape_reads_words() -> None:
    found = Shape.model_validate({"plain": ["未", "μg/m?", "登录|"], "none": []})
    assert isinstance(found.plain, Words)
    assert (found.plain, found.more) == (("未", "μg/m?", "登录|"), ())


@pytest.mark.parametrize(
    ("words", "location"),
    [
        ([], ()),
        ("未", ()),
        (["未", "没有", "未"], (2,)),
        (["未", ""], (1,)),
        ([" 未"], (0,)),
        (["未", 3], (1,)),
        (["未.*达标"], (0,)),
        (["未|没有"], (0,)),
        (["(?:未)达标"], (0,)),
        (["第[一二]"], (0,)),
        (["未[^,]达标"], (0,)),
        (["\\d"], (0,)),
        (["^未"], (0,)),
    ],
)
def test_error_names_the_word(words: object, location: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError) as error:
        Shape.model_validate({"plain": words})
    assert [found["loc"] for found in error.value.errors()] == [("plain", *location)]
