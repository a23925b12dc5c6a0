"""Which commitments answer a problem: joined by the words they share, else by their theme."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import log
from operator import add

from builder.extract.links.names import names_another
from builder.extract.links.openings import Openings
from builder.extract.links.senses import (
    REACH_OF_BROKEN,
    senses_answered,
    senses_of,
    senses_of_cause,
)
from builder.model import Commitment, Link, Outline, Problem, Strength, Theme
from builder.read.script import plain_copy
from builder.vocabulary.environment.work import link_words

# What shared words must weigh together to join a commitment to a problem.
MIN_WEIGHT = 4.0
# So few commitments have the name of a thing.
MAX_COMMITMENTS_OF_RARE_WORD = 2
# A word of two letters may be shared by chance.
SHORT_WORD_CHARACTERS = 2
# A commitment beside the best one must weigh at least this share of it.
MIN_SHARE_OF_BEST = 0.45
FEWEST_RARE_WORDS = 2
# The words of a commitment on another subject weigh less.
MIN_WEIGHT_ON_SUBJECT = 3.0
FACTOR_ON_OTHER_SUBJECT = 0.5
# In a short plan a word is rare though half of the sentences have it.
MIN_PLAN_COMMITMENTS = 12
MAX_GENERAL_LINKS = 3
# What a commitment weighs that answers the sense of a problem's title; alone that is too little.
WEIGHT_OF_SENSE = 3.0
# Subjects so broad that a commitment on the same one is no answer yet.
BROAD_THEMES = frozenset({Theme.GOVERNANCE, Theme.INSPECTION})
# Characters that so many commitments share tell nothing, and would cost time.
MAX_SHARING_COMMITMENTS = 60
MAX_WEIGHED_CHARACTERS = 6
MAX_SHARED_CHARACTERS = 40
MAX_SHOWN_WORDS = 6
NO_POSITIONS: frozenset[int] = frozenset()

_SENTENCE_END = re.compile("[。;]")
_CUT = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


def links(
    outline: Outline, problems: Sequence[Problem], commitments: Sequence[Commitment]
) -> tuple[Link, ...]:
    """One link for each problem.

    `direct` where problem and commitment share words that few other commitments have: a river,
    a plant, an object; or where the heading above a commitment names it. `general` where only
    the main theme is the same, `none` where nothing is.
    """
    if not problems:
        return ()
    plain = outline.source.plain
    texts = [_text(plain[problem.start : problem.end]) for problem in problems]
    causes = [_text(problem.cause or "") for problem in problems]
    wanted = {pair for text in texts for pair in _pairs(text)}
    index = _Index(plain, commitments, wanted)
    described = zip(problems, texts, causes, strict=True)
    return tuple(_link(one, text, cause, index) for one, text, cause in described)


def _link(problem: Problem, text: str, cause: str, index: _Index) -> Link:
    senses = senses_of(index.plain, problem)
    words = index.of_object(problem, index.shared(text), text, cause)
    opened = index.openings.answering(problem)
    words = {**words, **{at: [*words.get(at, ()), word] for at, word in opened.items()}}
    direct = _direct(problem, text, index, senses, words, opened)
    direct = direct or index.under_its_name(problem)
    chosen = direct or _general(problem, index, senses)
    shared = Counter(word for position in direct for word in words.get(position, ()))
    strength = Strength.DIRECT if direct else Strength.GENERAL
    return Link(
        report=problem.report,
        problem=problem.start,
        commitments=tuple(index.commitments[position].start for position in chosen),
        strength=strength if chosen else Strength.NONE,
        shared=tuple(shared)[:MAX_SHOWN_WORDS],
    )


def _direct(
    problem: Problem,
    text: str,
    index: _Index,
    senses: Mapping[int, bool],
    words: Mapping[int, Collection[str]],
    opened: Collection[int],
) -> list[int]:
    """The commitments joined by words, and beside them those that answer by sense together.

    Those that are `opened` by the problem's object need no other words.
    """
    shared = {
        position: max(
            index.weight(problem, position, found, text), MIN_WEIGHT * (position in opened)
        )
        for position, found in words.items()
    }
    weights = {
        position: weight if index.senses[position].isdisjoint(senses) else weight + WEIGHT_OF_SENSE
        for position, weight in shared.items()
    }
    best = max(weights.values(), default=0.0)
    if best < MIN_WEIGHT:
        return []
    least = max(MIN_WEIGHT, MIN_SHARE_OF_BEST * best)
    chosen = {position for position, weight in weights.items() if weight >= least}
    chosen |= {
        position
        for position, weight in shared.items()
        if weight >= MIN_WEIGHT_ON_SUBJECT
        and index.commitments[position].themes[0] in problem.themes
    }
    chosen.update(*(index.answering[sense] for sense, whole in senses.items() if whole))
    return sorted(chosen)


def _general(problem: Problem, index: _Index, senses: Mapping[int, bool]) -> list[int]:
    """The first commitments that answer the problem's sense, else those on its main theme."""
    meant = senses.keys() | senses_of_cause(problem)
    first = {position for sense in meant for position in index.answering[sense][:MAX_GENERAL_LINKS]}
    return (sorted(first) or index.on_subject(problem))[:MAX_GENERAL_LINKS]


class _Index:
    """The commitments of a report by their senses, themes, and those pairs of characters that are
    `wanted`: the pairs of its problems.
    """

    def __init__(self, plain: str, commitments: Sequence[Commitment], wanted: set[str]) -> None:
        self.plain = plain
        self.commitments = commitments
        self.texts: list[str] = []
        self.senses: list[frozenset[int]] = []
        self.positions: defaultdict[str, set[int]] = defaultdict(set)
        self.answering: defaultdict[int, list[int]] = defaultdict(list)
        self.openings = Openings()
        self.by_theme: defaultdict[Theme, list[int]] = defaultdict(list)
        self.weights: dict[str, float] = {}
        for position, one in enumerate(commitments):
            quote = plain[one.start : one.end]
            # What stands in the heading alone is no promise: 强化党建引领 above 循环化改造.
            self.texts.append(_text(quote))
            self.senses.append(senses_answered(quote))
            self.by_theme[one.themes[0]].append(position)
            self.openings.add(position, quote)
            for sense in self.senses[position]:
                self.answering[sense].append(position)
            for pair in wanted.intersection(_pairs(self.texts[position])):
                self.positions[pair].add(position)
        for pair in [
            pair
            for pair, positions in self.positions.items()
            if len(positions) > MAX_SHARING_COMMITMENTS
        ]:
            del self.positions[pair]

    def shared(self, text: str) -> Mapping[int, Collection[str]]:
        """The words that each commitment shares with a problem's text, where it shares any."""
        shared: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for part in text.split("|"):
            runs: dict[int, int] = {}
            for at, pair in enumerate(_pairs(part)):
                positions = self.positions.get(pair, NO_POSITIONS)
                for position in runs.keys() - positions:
                    self._keep(shared[position], position, part[runs.pop(position) : at + 1])
                for position in positions - runs.keys():
                    runs[position] = at
            for position, begin in runs.items():
                self._keep(shared[position], position, part[begin:])
        return shared

    def of_object(
        self,
        problem: Problem,
        words: Mapping[int, Collection[str]],
        text: str,
        cause: str,
    ) -> Mapping[int, Collection[str]]:
        """The shared words without those that name another thing, or only a cause's mention.

        What the cause says is broken is mended by a commitment on it; 因新增入河排污口监管职责
        wants staff, and no outfall put right.
        """
        return {
            position: [
                word
                for word in found
                if not (word in cause and text.count(word) == 1 and not _is_broken(problem, word))
                and not names_another(word, text, self.texts[position])
            ]
            for position, found in words.items()
        }

    def _keep(self, words: dict[str, None], position: int, run: str) -> None:
        """Note the longest stretches of a run of shared pairs that the commitment has whole."""
        text = self.texts[position]
        begin = 0
        while begin < len(run) - 1:
            end = begin + 2
            longest = min(len(run), begin + MAX_SHARED_CHARACTERS)
            while end < longest and run[begin : end + 1] in text:
                end += 1
            words[run[begin:end]] = None
            begin = end - 1

    def on_subject(self, problem: Problem) -> list[int]:
        """The commitments whose main theme is the problem's."""
        main = problem.themes[0]
        return [] if main in BROAD_THEMES else self.by_theme.get(main, [])

    def under_its_name(self, problem: Problem) -> list[int]:
        """The commitments under a heading that names the thing of the problem's title.

        深化噪声治理。夜间执法不少于20次 answers 噪声投诉居高. One that speaks of another thing of
        its heading, or of another measured one, does not: 臭氧 wants no target of PM2.5.
        """
        named = _things(problem.title)
        return [
            position
            for position, one in enumerate(self.commitments)
            if named
            and one.headings
            and (headed := _things(one.headings[-1])) & named
            and _is_of(_things(self.plain[one.start : one.end]), named, headed)
        ]

    def weight(self, problem: Problem, position: int, words: Collection[str], text: str) -> float:
        """What the words weigh that a commitment shares with a problem.

        A word that the problem says more than once, and few commitments have, is its object though
        it is short: 渔港, 沙尘. So is a longer one of its title (磷石膏), and one of two letters
        that opens it, where the commitment is on the same subject: 赤泥综合利用水平低.
        """
        weight = sum(map(self._weight, words))
        named = [word for word in words if self._is_rare(word)]
        title = problem.title
        things = link_words().things
        apart = set(problem.themes).isdisjoint(self.commitments[position].themes)
        if any(
            text.count(word) > 1
            or (word in title and (len(word) > SHORT_WORD_CHARACTERS or things.within(word)))
            or (not apart and _opens(title, word))
            # What mends a cause is of the cause's subject: 养殖尾水直接排入湖体.
            or (len(word) > SHORT_WORD_CHARACTERS and _is_broken(problem, word))
            or _opens_later(self.plain[problem.start : problem.end], word)
            for word in named
        ):
            return max(weight, MIN_WEIGHT)
        # Two rare words are not shared by chance, whatever the subjects: 修造…粉尘.
        by_chance = apart and len(named) < FEWEST_RARE_WORDS
        return weight * FACTOR_ON_OTHER_SUBJECT if by_chance else weight

    def _is_rare(self, word: str) -> bool:
        """Whether at most two commitments have a word."""
        return (
            min(len(self.positions.get(pair, self.texts)) for pair in _pairs(word))
            <= MAX_COMMITMENTS_OF_RARE_WORD
        )

    def _weight(self, word: str) -> float:
        """Longer words tell more, words of many commitments less."""
        weight = self.weights.get(word)
        if weight is None:
            having = min(len(self.positions.get(pair, self.texts)) for pair in _pairs(word))
            rarity = log((max(len(self.texts), MIN_PLAN_COMMITMENTS) + 1) / having)
            weight = self.weights[word] = rarity * min(len(word) - 1, MAX_WEIGHED_CHARACTERS)
        return weight


@lru_cache(maxsize=1024)
def _things(words: str) -> frozenset[str]:
    """The things that words name, by their short names: 噪声, 臭氧."""
    return frozenset(found[0] for found in link_words().things.finditer(plain_copy(words).plain))


def _is_of(said: frozenset[str], named: frozenset[str], headed: frozenset[str]) -> bool:
    """Whether a sentence that says some things is on the named ones of its heading."""
    others = (headed | frozenset(link_words().measured)) - named
    return not said.isdisjoint(named) or said.isdisjoint(others)


def _opens(title: str, word: str) -> bool:
    """Whether a title is about what a word names: its first that is not generic, and no place."""
    return _text(title).lstrip("|").startswith(word) and not link_words().no_objects.within(word)


def _opens_later(told: str, word: str) -> bool:
    """Whether a later sentence of a problem is about what a word names: 面貌差。|垃圾|不及时。"""
    later = _SENTENCE_END.split(told)[1:]
    return any(_opens(one, word) for one in later)


def _is_broken(problem: Problem, word: str) -> bool:
    """Whether the cause says that a thing is what has to be mended: `白沙河沿线管网破损`."""
    cause = problem.cause or ""
    behind = cause.find(word) + len(word)
    return link_words().broken.within(cause, behind, behind + REACH_OF_BROKEN)


def _pairs(text: str) -> Iterator[str]:
    """Each character with the next one."""
    return map(add, text, text[1:])


# The title of a problem is asked for with every word that it shares.
@lru_cache(maxsize=64)
def _text(words: str) -> str:
    """Words without the generic ones and without signs, both as |.

    A generic word inside a whole one stays: 污染 parts no 新污染物.
    """
    whole, words = link_words().whole, _CUT.sub("|", words)
    # Few texts have any of them.
    if not whole.within(words):
        return _parting().sub("|", words)
    return _parting().sub(lambda found: found[0] if found[0] in whole else "|", words)


@cache
def _parting() -> re.Pattern[str]:
    """Whole words, then generic ones; no group stands around them, so that most places are
    passed over at once.
    """
    words = link_words()
    return re.compile(f"{words.whole.pattern}|{words.generic.pattern}")
