"""Sentences on problems against measures and promises."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import assert_never

from builder.model import Checkability, Problem, Runs
from builder.model.comparison import (
    CheckablePromises,
    GeneralAnswers,
    KeptPromises,
    MatchingFinding,
    Plan,
    SharedProblems,
    SharedTheme,
    UnansweredProblems,
)
from builder.vocabulary.environment.names import names
from builder.wording.key_findings.lists import Lists
from builder.wording.runs import cited, in_a_row
from builder.wording.words import plain, theme_words

_MOST_MARKS = 3
_HUNDRED = 100
_PLACES = Decimal("0.1")


class Matching(Lists):
    """Sentences on problems and promises."""

    def sentence(self, finding: MatchingFinding) -> Runs:
        """The sentence of a finding."""
        match finding:
            case SharedProblems():
                return self._shared(finding)
            case UnansweredProblems():
                return self._unanswered(finding)
            case GeneralAnswers():
                return self._generally_answered(finding)
            case CheckablePromises():
                return self._checkable(finding)
            case KeptPromises():
                return self._kept_promises(finding)
            case _:
                assert_never(finding)

    def _shared(self, finding: SharedProblems) -> Runs:
        """Themes in which two or more bureaus name a problem."""
        return self.language.runs(
            "两家以上都写到问题的主题：{items}。",
            items=self.listed([self._theme(shared) for shared in finding.themes]),
        )

    def _unanswered(self, finding: UnansweredProblems) -> Runs:
        """Problems that no promise of the plan answers, and those of them without a measure."""
        said = self.language.runs(
            "写明的问题在下一步计划中未见对应承诺的有{count}个：{items}。",
            count=len(finding.problems),
            items=self._problems(finding.problems),
        )
        if not finding.idle:
            return said
        return said + self.language.runs(
            "其中报告也未载相关举措的有{count}个：{items}。",
            count=len(finding.idle),
            items=self._problems(finding.idle),
        )

    def _generally_answered(self, finding: GeneralAnswers) -> Runs:
        """Problems to which the plan has only promises of the same theme."""
        return self.language.runs(
            "只有同主题的一般性承诺、没有点到问题本身的有{count}个：{items}。",
            count=len(finding.problems),
            items=self._problems(finding.problems),
        )

    def _checkable(self, finding: CheckablePromises) -> Runs:
        """The share of promises that can be checked, by bureau."""
        share = Decimal(_HUNDRED * finding.checkable) / finding.total
        return self.language.runs(
            "下一步承诺共{total}句，可核查的（有数量、时限或具名成果）{count}句，占{share}%（据原文句数计算）：{items}。",
            total=finding.total,
            count=finding.checkable,
            share=plain(share.quantize(_PLACES, ROUND_HALF_UP)),
            items=self.listed([self._plan(plan) for plan in finding.plans]),
        )

    def _kept_promises(self, finding: KeptPromises) -> Runs:
        """What later reports tell of the checkable promises of earlier ones."""
        return self.language.runs(
            "前一年计划中可核查的承诺在后一年报告里的落实：{items}。",
            items=self.listed([self._kept(report, finding) for report in finding.reports]),
        )

    def _kept(self, report: str, finding: KeptPromises) -> Runs:
        """青溪县（2023年）5句中，已完成2句〔青11〕〔青14〕，有进展或未达目标3句〔青10〕…"""
        own = [kept for kept in finding.promises if kept.promise.fact.report == report]
        counts = []
        for followed, name in names().followed.items():
            facts = [kept.promise.fact for kept in own if kept.followed is followed]
            state = self.language(name)
            words = self.language("{state}{count}句", state=state, count=len(facts))
            counts.append(cited(words, map(self.language.mark, facts)))
        return self.language.runs(
            "{bureau}{total}句中，{counts}",
            bureau=self.language.bureau(report),
            total=len(own),
            counts=in_a_row(counts, self.language("，")),
        )

    def _plan(self, plan: Plan) -> Runs:
        """赣州市29句中9句, 潜江市21句中1句〔潜87〕; many marks would drown the sentence."""
        marks = [
            self.language.mark(item.fact)
            for item in plan.commitments
            if item.checkability is not Checkability.GENERAL
        ]
        words = self.language(
            "{bureau}{total}句中{count}句",
            bureau=self.language.bureau(plan.report),
            total=len(plan.commitments),
            count=len(marks),
        )
        return cited(words, marks if len(marks) <= _MOST_MARKS else ())

    def _theme(self, shared: SharedTheme) -> Runs:
        """水（岳阳县〔岳74〕、衡南县〔衡25〕）"""
        marks: dict[str, list[str]] = {}
        for problem in shared.problems:
            marks.setdefault(problem.report, []).append(self.language.mark(problem))
        bureaus = [cited(self.language.bureau(report), found) for report, found in marks.items()]
        (theme,) = theme_words((shared.theme,), self.language)
        return self.language.runs(
            "{theme}（{problems}）", theme=theme, problems=self.named(bureaus)
        )

    def _problems(self, problems: Iterable[Problem]) -> Runs:
        return self.listed([self._problem(problem) for problem in problems])

    def _problem(self, problem: Problem) -> Runs:
        """衡南县“大气环境质量改善难”〔衡25〕"""
        bureau = self.language.bureau(problem.report)
        words = self.language("{bureau}“{title}”", bureau=bureau, title=problem.title)
        return cited(words, (self.language.mark(problem),))
