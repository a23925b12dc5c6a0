from __future__ import annotations

import re

import pytest

from builder.vocabulary.alternation import each, either
from builder.vocabulary.environment.links import link_words


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
    pattern = each(("未", "未能"), "达标")
    assert pattern == "未能达标|未达标"
    assert re.findall(pattern, "未达标,未能达标,未能") == ["未达标", "未能达标"]
