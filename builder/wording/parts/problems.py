"""A problem as the pages have it: a row of three cells, or a line of a longer list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from builder.model import Fact, Quantity, Strength, Tally
from builder.model.comparison import Answer, JoinReason, Measure, ProblemMatch
from builder.model.page import Cell, LineKind, Row
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.work import inspections
from builder.wording.cells import NOTHING, cell, line, row, styled
from builder.wording.parts.quotes import (
    clauses,
    condensed,
    in_one_row,
    quote,
    shown,
    weight,
    weightiest,
    without,
)
from builder.wording.runs import cited, in_a_row, traced
from builder.wording.wording import Wording
from builder.wording.words import enumeration, theme_words

TAGS: Mapping[Strength, RunStyle] = MappingProxyType(
    {
        Strength.NONE: RunStyle.UNANSWERED,
        Strength.GENERAL: RunStyle.GENERAL,
        Strength.SETTLED: RunStyle.ANSWERED,
        Strength.DIRECT: RunStyle.ANSWERED,
    }
)
_BODY, _CAUSE, _DONE, _PROMISE, _LINE = 62, 46, 30, 48, 30
_MOST_MEASURES, _MOST_ANSWERS = 2, 3
# A clause of more characters is no better than the figure that was found in it.
_LONGEST_CLAUSE = 60
_BUT = "但"


class Problems:
    """Problems in the words of their sources; `language` has their marks."""

    def __init__(self, language: Wording) -> None:
        self.language = language

    def row(self, number: int, match: ProblemMatch) -> Row:
        """The problem, what was done on it, and what is promised."""
        return row(self._problem(number, match), self._done(match), self._promised(match))

    def _problem(self, number: int, match: ProblemMatch) -> Cell:
        """Its bureau and theme, its title, what it says of it, and the cause."""
        language, fact = self.language, match.fact
        marks = (language.mark(fact),)
        title, body = self._said(match)
        head = language("{number} {bureau}", number=number, bureau=language.bureau(fact.report))
        doubt = () if match.is_sure else (language("须核对"),)
        subjects = enumeration(theme_words(match.subjects, language), language)
        beside = "　".join((subjects, *doubt)) if subjects else "".join(doubt)
        cause = condensed(shown(fact.cause or ""), _CAUSE, problem=True)
        return cell(
            (Run(head), *styled(f"　{beside}", RunStyle.QUIET)),
            line(traced(title, marks) if body else cited(title, marks), LineKind.TITLE),
            cited(body, marks) if body else "",
            (Run(language("原因"), style=RunStyle.QUIET), Run(f"　{cause}")) if cause else "",
            head=True,
        )

    def _said(self, match: ProblemMatch) -> tuple[str, str]:
        """The title and the words that are neither in it, nor its cause, nor work done."""
        report = self.language.report(match.fact)
        title, text = shown(match.fact.title), quote(report, match.fact)
        inside = (
            self._work(measure)
            for measure in match.measures
            if measure.join.reason is JoinReason.INSIDE
        )
        body = without(text, (title, shown(match.fact.cause or ""), *inside))
        # A clause that holds the title says more than it.
        held = next((each.words for each in clauses(body) if title in each.words), title)
        body = without(body, (held,))
        # What is granted is no problem: 水质虽有改善,但管网错接仍然较多.
        first = next((each.words for each in clauses(body)), "")
        if first.startswith(_BUT) and f"{held}，{first}" in text:
            held, body = first.removeprefix(_BUT), without(body, (first,))
        return held, condensed(body, _BODY, problem=True)

    def _done(self, match: ProblemMatch) -> Cell:
        """What was done on it; work of the same theme alone is said to be no more than that."""
        language = self.language
        sure = [one for one in match.measures if all(fact.is_sure for fact in one.facts)]
        works = {measure: self._work(measure) for measure in sure or match.measures}
        if not works:
            said = language("报告有叙述，见原文") if match.told else language("没有找到相关做法")
            return cell(styled(said, RunStyle.QUIET))
        best = sorted(works, key=lambda measure: -weight(works[measure]))[:_MOST_MEASURES]
        stretches = [(works[one], one.facts) for one in works if one in best]
        left = len(match.measures) - len(best) + match.further
        themed = all(measure.join.reason is JoinReason.THEME for measure in works)
        more = language("；另有{count}项", count=left) if left else ""
        return cell(
            styled(language("同一主题的工作："), RunStyle.QUIET) if themed else "",
            (*self._listed(stretches), *styled(more, RunStyle.QUIET)),
        )

    def _work(self, measure: Measure) -> str:
        """The clauses that tell of a piece of work; of a row of a table its first cell."""
        fact = measure.cited.fact
        report = self.language.report(fact)
        words = quote(report, fact)
        if "|" in words:
            return self.language("{cell}（见原文表）", cell=words.split("|")[0].strip())
        if isinstance(fact, (Quantity, Tally)):
            around = shown(report.clause(fact.start, fact.end))
            words = around if len(around) <= _LONGEST_CLAUSE else words
        return condensed(words, _DONE, inspections().done.verbs)

    def _promised(self, match: ProblemMatch) -> Cell:
        language = self.language
        if not match.planned:
            return cell(styled(language("报告没有下一步计划"), RunStyle.QUIET))
        tag = self._tag(match)
        if match.strength is Strength.SETTLED:
            return cell(tag)
        if not match.answers:
            return cell(tag, styled(language("计划中没有找到"), RunStyle.QUIET))
        room = _PROMISE // min(len(match.answers), _MOST_ANSWERS)
        shown_ones = match.answers[:_MOST_ANSWERS]
        stretches = [(self._answer(answer, room), (answer.fact,)) for answer in shown_ones]
        left = len(match.answers) - len(stretches)
        more = language("；另有{count}句", count=left) if left else ""
        return cell(tag, (*self._listed(stretches), *styled(more, RunStyle.QUIET)))

    def _tag(self, match: ProblemMatch) -> Runs:
        words = self.language(names().strengths[match.strength])
        return (Run(words, style=TAGS[match.strength]),)

    def _answer(self, answer: Answer, room: int) -> str:
        """What a promise says of the problem's matter, and of which years where of several."""
        language, fact = self.language, answer.fact
        words = in_one_row(quote(language.report(fact), fact))
        words = condensed(words, room, answer.join.words)
        return words if fact.horizon is None else language("{words}（中长期目标）", words=words)

    def _listed(self, stretches: Iterable[tuple[str, tuple[Fact, ...]]]) -> Runs:
        """Stretches in a row; those of one sentence have its mark once, behind the last."""
        found = dict(stretches)
        marks = [self.language.marks(facts) for facts in found.values()]
        items = [
            (*(traced if own == following else cited)(words, own), *self._doubt(facts))
            for (words, facts), own, following in zip(
                found.items(), marks, [*marks[1:], ()], strict=True
            )
        ]
        return in_a_row(items, self.language("；"))

    def doubt(self, match: ProblemMatch) -> Runs:
        """（须核对） where a problem does not count."""
        return () if match.is_sure else styled(self.language("（须核对）"), RunStyle.QUIET)

    def _doubt(self, facts: Iterable[Fact]) -> Runs:
        sure = all(fact.is_sure for fact in facts)
        return () if sure else styled(self.language("（须核对）"), RunStyle.QUIET)

    def line(self, match: ProblemMatch) -> tuple[Cell, ...]:
        """Its bureau, its theme and what it is, in few words."""
        language, fact = self.language, match.fact
        title, body = self._said(match)
        words = condensed(title, _LINE, problem=True) or body
        return (
            cell(language.bureau(fact.report), head=True),
            cell(enumeration(theme_words(match.subjects, language), language)),
            cell((*cited(words, (language.mark(fact),)), *self.doubt(match))),
        )

    def first_answer(self, match: ProblemMatch, room: int = 0) -> Cell:
        """What the promise nearest to it says of it: of next year, sure, with most of its words."""
        answer = min(match.answers, key=_remoteness)
        words = self._answer(answer, room)
        return cell(
            (*cited(words, (self.language.mark(answer.fact),)), *self._doubt((answer.fact,)))
        )

    def first_work(self, match: ProblemMatch) -> Cell:
        """The work that says most; — where the report tells of none on the problem's matter."""
        own = [one for one in match.measures if one.join.reason is not JoinReason.THEME]
        if not own:
            return cell(NOTHING)
        best = max(own, key=lambda measure: weight(self._work(measure)))
        return cell(self._listed([(weightiest(self._work(best)), best.facts)]))


def _remoteness(answer: Answer) -> tuple[bool, bool, int]:
    fact = answer.fact
    return fact.horizon is not None, not fact.is_sure, -sum(map(len, answer.join.words))
