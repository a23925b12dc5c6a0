"""What a problem is about, in a few words of its title: 乡镇污水处理 of 乡镇污水处理不稳定."""

from __future__ import annotations

import re

from builder.language import SOURCE_LANGUAGE, Language
from builder.model import Problem
from builder.vocabulary.environment.conclusions import conclusion_words, turned
from builder.wording.words import theme_name

_LEAST, _LONGEST = 2, 9
_END = re.compile(r"[，,。；;：:、（(“”]")


def subject(problem: Problem, language: Language) -> str:
    """The subject of a problem's title; its theme where the title tells none in short.

    治水能力不断提升,但管网错接混接仍然较多 is about 管网错接混接. Where that has no English, the
    theme stands for it.
    """
    words = conclusion_words()
    title = _END.split(turned(problem.title.strip(), problem.quote))[0]
    while found := words.openers.match(title):
        title = title[found.end() :]
    ends = [match.start() for match in words.predicates.finditer(title) if match.start()]
    told = title[: ends[0]] if ends and language.code == SOURCE_LANGUAGE else ""
    if _LEAST < len(told) <= _LONGEST and told[-1] not in "的对和与及在":
        return told
    return theme_name(problem.themes[0], language)
