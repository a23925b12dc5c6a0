"""Sentences on problems against measures and promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import assert_never

from builder.model import Checkability, Followed, Run, Runs, Strength
from builder.model.comparison import (
    CheckablePromises,
    KeptPromises,
    MatchingFinding,
    NamedProblems,
    OwnWork,
    Plan,
    ProblemMatch,
    SharedProblems,
)
from builder.vocabulary.environment.names import names
from builder.wording.key_findings.lists import Lists
from builder.wording.key_findings.said import Forms, Said
from builder.wording.key_findings.subjects import subject
from builder.wording.runs import in_a_row
from builder.wording.words import theme_name

WAYS = {
    Checkability.QUANTIFIED: "有数量的{count}句",
    Checkability.DATED: "有时限的{count}句",
    Checkability.PRODUCT: "有具名成果的{count}句",
}
FOLLOWED = {
    Followed.PARTLY: "有进展或未达目标{count}句",
    Followed.UNMENTIONED: "后一年报告未提及{count}句",
}


class Matching(Lists):
    """Sentences on problems and promises."""

    def forms(self, finding: MatchingFinding) -> Forms:
        """The forms of a finding's sentence."""
        match finding:
            case NamedProblems():
                return self._problems(finding)
            case SharedProblems():
                return self._shared(finding)
            case CheckablePromises():
                return self._checkable(finding)
            case KeptPromises():
                return self._kept(finding)
            case OwnWork():
                return self._own(finding)
            case _:
                assert_never(finding)

    def _problems(self, finding: NamedProblems) -> Forms:
        """四家写明问题12个，3个未见对应承诺: 均在衡南县：养殖行业、大气环境、乡镇污水处理"""
        matches = finding.unanswered or finding.general or finding.problems
        every = len(matches) == len(finding.problems)
        alone = len(finding.problems) == 1
        if finding.unanswered:
            told = "均未见对应承诺" if every else "{count}个未见对应承诺"
            told = "未见对应承诺" if alone else told
        elif finding.general:
            told = "均仅有同主题承诺" if every else "{count}个仅有同主题承诺"
            told = "仅有同主题承诺" if alone else told
        else:
            settled = sum(match.strength is Strength.SETTLED for match in matches)
            told = "多有相关承诺" if finding.doubtful or settled else "均有相关承诺"
            told = "均已（阶段性）完成整改" if settled == len(matches) else told
            told = names().strengths[matches[0].strength] if alone else told
        lead = self.language.runs(
            "{who}写明问题{total}个，{told}",
            who=self._who(finding),
            total=len(finding.problems),
            told=self.language(told, count=len(matches)),
        )
        for detail in self._places(matches, finding):
            if finding.doubtful:
                yield Said(
                    lead,
                    self.language.runs(
                        "{places}；另有{count}个须核对", places=detail, count=finding.doubtful
                    ),
                )
            yield Said(lead, detail)

    def _who(self, finding: NamedProblems) -> str:
        if len(finding.reports) == 1:
            return self.language.bureau(finding.reports[0])
        count = self.count(len(finding.reports))
        if finding.unplanned:
            return self.language("写有计划的{count}家", count=count)
        return self.language("{count}家", count=count)

    def _places(self, matches: Sequence[ProblemMatch], finding: NamedProblems) -> Iterable[Runs]:
        """Where the problems are, and what they are about."""
        of = {one: [m for m in matches if m.fact.report == one] for one in finding.reports}
        of = {report: found for report, found in of.items() if found}
        subjects = {report: self._subjects(found) for report, found in of.items()}
        (first, *others) = of
        if len(finding.reports) == 1:
            yield from subjects[first]
        elif not others and len(matches) > 1:
            for words in subjects[first]:
                yield self.language.runs(
                    "均在{bureau}：{subjects}",
                    bureau=self.language.bureau(first),
                    subjects=words,
                )
        else:
            told = [
                self.language.runs(
                    "{bureau}{subjects}", bureau=self.language.bureau(report), subjects=words[0]
                )
                for report, words in subjects.items()
            ]
            yield in_a_row(told, self.language("；"))
        counts = [
            self.language.runs(
                "{bureau}{count}个", bureau=self.language.bureau(report), count=len(found)
            )
            for report, found in sorted(of.items(), key=lambda item: -len(item[1]))
        ]
        yield from self.rows(counts)

    def _subjects(self, matches: Sequence[ProblemMatch]) -> list[Runs]:
        """What problems are about, in shorter and shorter rows."""
        words = dict.fromkeys(subject(match.fact, self.language) for match in matches)
        marks: dict[str, list[str]] = {word: [] for word in words}
        for match in matches:
            marks[subject(match.fact, self.language)].append(self.language.mark(match.fact))
        return list(self.rows([self.cite(word, marks[word]) for word in words]))

    def _shared(self, finding: SharedProblems) -> Forms:
        """Themes in which two or more bureaus name a problem."""
        lead = self.language.runs(
            "{count}家都写到{theme}方面的问题",
            count=self.count(len(finding.reports)),
            theme=theme_name(finding.theme, self.language),
        )
        of = {
            report: [match for match in finding.problems if match.fact.report == report]
            for report in finding.reports
        }
        told = [
            self.language.runs(
                "{bureau}{subjects}",
                bureau=self.language.bureau(report),
                subjects=self._subjects(matches)[0],
            )
            for report, matches in of.items()
        ]
        yield Said(lead, in_a_row(told, self.language("；")))
        cited = [
            self.cite(
                self.language.bureau(report), [self.language.mark(match.fact) for match in matches]
            )
            for report, matches in of.items()
        ]
        for row in self.rows(cited):
            yield Said(lead, row)

    def _checkable(self, finding: CheckablePromises) -> Forms:
        """78句承诺中可核查的11句: 赣州市9句，潜江市、衡南县各1句，其余两家没有"""
        who = "" if len(finding.plans) > 1 else self.language.bureau(finding.plans[0].report)
        told = "{who}{total}句承诺中可核查的{count}句"
        if finding.checkable == finding.total:
            told = "{who}{total}句承诺全部可核查"
        if not finding.checkable:
            told = "{who}{total}句承诺都没有写明数量、时限或成果"
        lead = self.language.runs(told, who=who, total=finding.total, count=finding.checkable)
        if who:
            yield Said(lead, self._ways(finding.plans[0]))
        elif finding.checkable:
            yield from (Said(lead, (Run(words),)) for words in self._shares(finding))
        else:
            yield Said(lead, (Run(self.named(finding.reports)),))

    def _shares(self, finding: CheckablePromises) -> Iterable[str]:
        """How many each bureau has, the most first, those with equally many together."""
        most_first = sorted(finding.plans, key=lambda plan: -plan.checkable)
        some = [plan for plan in most_first if plan.checkable]
        groups = [list(group) for _, group in groupby(some, key=lambda plan: plan.checkable)]
        # One that is to be checked is no reason to say that there is none.
        none = [p.report for p in most_first if not any(i.checkable for i in p.commitments)]
        named = len(some) + len(none) == len(finding.plans)
        yield self.language("，").join(
            [*map(self._share, groups), *self._without(none, rest=finding.all_plan and named)]
        )
        for shown in range(len(groups) - 1, 0, -1):
            told = self.language("，").join(map(self._share, groups[:shown]))
            most = self.language("最多的是{shares}", shares=told)
            yield self.language("；").join([most, *self._without(none, rest=False)])

    def _without(self, reports: Sequence[str], *, rest: bool) -> Iterable[str]:
        """其余两家没有 where all others are named, else 岳阳县没有."""
        if len(reports) == 1:
            yield self.language("{bureau}没有", bureau=self.language.bureau(reports[0]))
        elif reports:
            told = "其余{count}家没有" if rest else "另有{count}家没有"
            yield self.language(told, count=self.count(len(reports)))

    def _share(self, plans: Sequence[Plan]) -> str:
        """潜江市、衡南县各1句"""
        told = "{bureaus}各{count}句" if len(plans) > 1 else "{bureaus}{count}句"
        bureaus = self.named([plan.report for plan in plans])
        return self.language(told, bureaus=bureaus, count=plans[0].checkable)

    def _ways(self, plan: Plan) -> Runs:
        """有数量的3句，有具名成果的6句"""
        told = [
            self.language(words, count=plan.count(way))
            for way, words in WAYS.items()
            if plan.count(way)
        ]
        return (Run(self.language("，").join(told)),) if told else ()

    def _kept(self, finding: KeptPromises) -> Forms:
        """What later reports tell of the checkable promises of earlier ones."""
        bureau = self.language.place(finding.reports[0])
        who = "" if len(finding.reports) > 1 else bureau
        lead = self.language.runs(
            "{who}上一年可核查承诺{total}句，{count}句已完成",
            who=who,
            total=len(finding.promises),
            count=finding.count(Followed.DONE),
        )
        told = [
            self.language(words, count=finding.count(followed))
            for followed, words in FOLLOWED.items()
            if finding.count(followed)
        ]
        yield Said(lead, (Run(self.language("，").join(told)),) if told else ())

    def _own(self, finding: OwnWork) -> Forms:
        """What our own bureau names and promises."""
        bureau = self.language.bureau(finding.reports[0])
        told = "{bureau}写明问题{total}个，{count}个未见对应承诺"
        if not finding.problems:
            told = "{bureau}没有写自身问题"
        elif not finding.promises:
            told = "{bureau}写明问题{total}个"
        elif not finding.unanswered:
            told = "{bureau}写明问题{total}个，均有相关承诺"
        lead = self.language.runs(
            told, bureau=bureau, total=len(finding.problems), count=len(finding.unanswered)
        )
        detail = "{promises}{total}句，可核查的{count}句"
        if not finding.promises:
            detail = "没有写计划"
        yield Said(
            lead,
            self.language.runs(
                detail,
                promises=self.language.promises,
                total=finding.promises,
                count=finding.checkable,
            ),
        )
