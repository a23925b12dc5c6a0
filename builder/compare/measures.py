"""What was done on the same matter as a problem, each with what joins it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.compare.blocks import block_of, headed_problems, is_block
from builder.compare.matters import named_matters, shared_objects
from builder.model import Document, Fact, Problem, Quantity, Rectification, Role, Tally, Theme
from builder.model.comparison import Cited, Dossier, Join, JoinReason, Measure
from builder.text.themes import themes
from builder.vocabulary.environment.work import matters

# The whole of which the next clause names a part: 已建成的62座, 38座泵站中.
_OF_WHICH = re.compile(
    r"的(?:[\d.]+|[一二三四五六七八九十百]+)[余多]?[座个处家条台套]|(?<!集)中$|(?<!公)里$"
)
_MOST_JOINED = 6
_MOST_OF_THEME = 3

# How strongly something joins a measure to a problem, and how much it takes; more where the
# problem's title names a matter that the measure is not of.
_OBJECT, _MATTER_OF_TITLE, _MATTER, _THEME, _MAIN_THEME = 3, 2, 1, 1, 1
_ENOUGH, _ENOUGH_BESIDE_TITLE = 1, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Overlapping facts on one piece of work: a rectification with its tally is one.

    `inside` says that the problem's own text tells of it.
    """

    facts: tuple[Fact, ...]
    shared: tuple[str, ...]
    strength: int
    needed: int
    inside: bool

    @property
    def longest(self) -> Fact:
        """The fact whose quote says most."""
        return max(self.facts, key=lambda fact: fact.end - fact.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A piece of work: its facts, what they say, and the matters that it speaks of."""

    facts: tuple[Fact, ...]
    text: str
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A problem as work is held against it: its words, and the matters of them and of its title."""

    problem: Problem
    text: str
    matters: tuple[str, ...]
    titled: tuple[str, ...]


def _matter(problem: Problem, dossier: Dossier) -> Matter:
    # What stands in the cause alone says why, not what: it joins nothing by itself.
    text = dossier.plain(problem).replace(problem.cause or "\n", " ")
    return Matter(
        problem=problem,
        text=text,
        matters=named_matters(text),
        titled=named_matters(problem.title),
    )


def works(dossier: Dossier) -> tuple[Work, ...]:
    """All work that a report tells of, read once for all its problems.

    The rectification that begins with a problem's heading says no more than the work under it.
    """
    headed = headed_problems(dossier)
    told = (fact for fact in dossier.extraction.facts if not is_block(fact, headed))
    texts = ((facts, _text(facts, dossier)) for facts in _pieces(told, dossier))
    return tuple(Work(facts=facts, text=text, matters=named_matters(text)) for facts, text in texts)


def measures(problem: Problem, done: Iterable[Work], dossier: Dossier) -> tuple[Candidate, ...]:
    """Work on the matter of a problem: under its own heading, else by shared words, and only
    without any by the same theme.
    """
    matter = _matter(problem, dossier)
    block = block_of(problem, dossier)
    if block is not None and (own := tuple(_told_under(block, done, matter, dossier))):
        return own
    # What stands under its own heading and is no work is none on it in any other way: 仅处理5万吨.
    others = (work for work in done if block is None or not _stands_in(block, work))
    found = [
        item
        for item in (_candidate(work, matter, dossier) for work in others)
        if item.inside or not (_within(item.longest, problem) or _is_lacking(item.facts, dossier))
    ]
    joined = tuple(
        item for item in found if item.inside or (item.shared and item.strength >= item.needed)
    )
    if joined:
        return joined
    if _is_of_anything(problem, dossier):
        return ()
    # What is joined by its theme has nothing else in common that would be worth naming.
    same = (item for item in found if item.longest.themes[:1] == problem.themes[:1])
    return tuple(replace(item, shared=()) for item in same)


def _is_of_anything(problem: Problem, dossier: Dossier) -> bool:
    """Whether a theme joins nothing: a government has all that is no theme of ours under one."""
    general = problem.themes[:1] == (Theme.GOVERNANCE,)
    return general and dossier.line.document is Document.GOVERNMENT_REPORT


def _told_under(
    block: tuple[int, int], done: Iterable[Work], matter: Matter, dossier: Dossier
) -> Iterator[Candidate]:
    """The work in the block of a problem, without what it says is not done."""
    for work in done:
        first, last = work.facts[0], work.facts[-1]
        if not _stands_in(block, work):
            continue
        undone = matters().work.undone.within(dossier.clause(first.start, last.end))
        if not (undone or _is_lacking(work.facts, dossier)):
            yield replace(_candidate(work, matter, dossier), inside=True)


def _stands_in(block: tuple[int, int], work: Work) -> bool:
    return block[0] <= work.facts[0].start and work.facts[-1].end <= block[1]


def is_told(problem: Problem, dossier: Dossier) -> bool:
    """Whether the summary speaks of a problem's matter at all: 扎实推进农村黑臭水体治理."""
    if block_of(problem, dossier) is not None:
        return True
    matter = _matter(problem, dossier)
    plain = dossier.extraction.outline.source.plain
    done = (
        plain[sentence.start : sentence.end]
        for sentence in dossier.extraction.outline.sentences
        if sentence.role is Role.DONE
    )
    return any(
        not set(matter.matters).isdisjoint(named_matters(text))
        or shared_objects(matter.text, text)
        or themes(text, ())[0] is problem.themes[0]
        for text in done
    )


def pieces_of_work(dossier: Dossier) -> list[tuple[Fact, ...]]:
    """Rectifications, tallies and quantities of things done, overlapping ones together."""
    return _pieces(dossier.extraction.facts, dossier)


def _pieces(told: Iterable[Fact], dossier: Dossier) -> list[tuple[Fact, ...]]:
    groups: list[list[Fact]] = []
    for fact in told:
        if not _is_work(fact, dossier):
            continue
        if groups and fact.start < max(other.end for other in groups[-1]):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return [tuple(group) for group in groups]


def _is_work(fact: Fact, dossier: Dossier) -> bool:
    """Whether a fact tells of something done; a quantity does where its clause has such a word."""
    if isinstance(fact, (Rectification, Tally)):
        return True
    if not isinstance(fact, Quantity):
        return False
    words = matters().work
    # 编制方案 is work, 核定编制8名 is none; nor is 处理能力, though 处理渗滤液 is.
    clause = words.capacity.sub("", words.posts.sub("", dossier.clause(fact.start, fact.end)))
    return words.words.within(clause) or words.deeds.within(words.no_deeds.sub("", clause))


def _candidate(work: Work, matter: Matter, dossier: Dossier) -> Candidate:
    """A piece of work beside a problem."""
    facts, problem = work.facts, matter.problem
    objects = shared_objects(matter.text, work.text)
    shared = tuple(name for name in matter.matters if name in work.matters)
    titled = tuple(name for name in matter.titled if name in work.matters)
    beside = bool(matter.titled) and not titled and not objects
    return Candidate(
        facts=facts,
        shared=(*objects, *shared),
        strength=len(objects) * _OBJECT
        + sum(_MATTER_OF_TITLE if name in titled else _MATTER for name in shared)
        + _common_themes(facts, problem),
        needed=_ENOUGH_BESIDE_TITLE if beside else _ENOUGH,
        inside=_told_inside(facts, problem, dossier),
    )


def _within(fact: Fact, problem: Problem) -> bool:
    return problem.start <= fact.start and fact.end <= problem.end


def _is_lacking(facts: Sequence[Fact], dossier: Dossier) -> bool:
    """Whether numbers are those of a problem: 修复资金缺口约8000万元 is no work on any other."""
    counted = all(isinstance(fact, Quantity) for fact in facts)
    return counted and any(_within(facts[0], problem) for problem in dossier.of(Problem))


def _told_inside(facts: Sequence[Fact], problem: Problem, dossier: Dossier) -> bool:
    """Whether the problem's own text tells of work done; 未完成改造12家 is part of the problem.

    So is what only says of which things some fail: 已建成的62座处理站中,18座未正常运行.
    """
    if not all(_within(fact, problem) for fact in facts):
        return False
    clause = dossier.clause(facts[0].start, facts[-1].end)
    return not matters().work.undone.within(clause) and _OF_WHICH.search(clause) is None


def _common_themes(facts: Sequence[Fact], problem: Problem) -> int:
    themes = {theme for fact in facts for theme in fact.themes}
    main = any(fact.themes[:1] == problem.themes[:1] for fact in facts)
    return _THEME * bool(themes & set(problem.themes)) + _MAIN_THEME * main


def _text(facts: Sequence[Fact], dossier: Dossier) -> str:
    """The quotes with what the facts are called."""
    labels = [fact.label for fact in facts if isinstance(fact, Quantity)]
    subjects = [fact.subject for fact in facts if isinstance(fact, Tally)]
    return " ".join([*(dossier.plain(fact) for fact in facts), *labels, *subjects])


def strongest_measures(
    problem: Problem, done: Iterable[Work], dossier: Dossier
) -> tuple[tuple[Measure, ...], int]:
    """The measures that stand for all, in text order, and how many are left out."""
    found = measures(problem, done, dossier)
    most = _MOST_JOINED if any(item.shared for item in found) else _MOST_OF_THEME
    best = sorted(found, key=lambda item: (-item.strength, item.longest.start))[:most]
    shown = tuple(_measure(item, dossier) for item in found if item in best)
    return shown, len(found) - len(best)


def _measure(item: Candidate, dossier: Dossier) -> Measure:
    return Measure(
        facts=item.facts,
        cited=cited(item.longest, dossier),
        join=Join(reason=JoinReason.INSIDE) if item.inside else joined(item.shared),
    )


def cited(fact: Fact, dossier: Dossier) -> Cited:
    """A fact to be quoted; a quantity whose quote is short of its noun has its label with it."""
    if isinstance(fact, Quantity) and fact.label not in dossier.plain(fact):
        return Cited(fact=fact, label=fact.label)
    return Cited(fact=fact)


def joined(shared: Sequence[str]) -> Join:
    """Why something was joined: the matters that both speak of, or the theme alone."""
    if shared:
        return Join(reason=JoinReason.MATTER, words=tuple(shared))
    return Join(reason=JoinReason.THEME)
