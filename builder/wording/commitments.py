"""下一年承诺: each sentence of a plan with its target, its deadline and how it can be checked."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import Checkability, CommitmentRow, CommitmentTable
from builder.model.comparison import Plan, PlannedCommitment
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.periods import horizon_words, period_words
from builder.wording.words import enumeration, folded, theme_words


class Commitments(Part):
    """The tables of commitments."""

    def tables(self, plans: Iterable[Plan]) -> tuple[CommitmentTable, ...]:
        """One table a report."""
        return tuple(map(self._table, plans))

    def _table(self, plan: Plan) -> CommitmentTable:
        language, short = self.language, self.language.bureau(plan.report)
        planned = language.reports[plan.report].line.plan_period
        time = period_words(planned, language) if planned else language("下一步")
        return CommitmentTable(
            bureau=short,
            title=language("{bureau}：{plan}计划的承诺", bureau=short, plan=time),
            summary=self._summary(plan),
            rows=tuple(map(self._row, (*plan.commitments, *plan.further))),
        )

    def _summary(self, plan: Plan) -> str:
        language = self.language
        counted = self._counted(plan)
        if not plan.further:
            return counted
        return language(
            "{counted}另有{count}句是跨年度的承诺，单列，不计入下一年。",
            counted=counted,
            count=len(plan.further),
        )

    def _counted(self, plan: Plan) -> str:
        """The next year's commitments by how they can be checked."""
        language = self.language
        if not plan.commitments:
            return language("报告没有写明下一步计划，无承诺可列。")
        return language(
            "共{total}句承诺：有数量指标的{quantified}句，有时限的{dated}句，有具名成果的{product}句，"
            "其余{general}句为一般表述。每句按最强的一项计一次。",
            total=len(plan.commitments),
            **{kind.value: plan.count(kind) for kind in Checkability},
        )

    def _row(self, item: PlannedCommitment) -> CommitmentRow:
        language, fact = self.language, item.fact
        targets = self._targets(item)
        deadline = folded(fact.deadline or "")
        due = deadline and language("期限：{deadline}", deadline=deadline)
        headings = fact.headings[1:] or fact.headings
        return CommitmentRow(
            number=item.number,
            heading=language(" › ").join(headings) or language("未分标题"),
            themes=theme_words(fact.themes, language),
            passage=self.quoted(fact),
            targets=targets or language("无"),
            deadline=deadline or language("未载明"),
            goal=language("；").join(filter(None, (targets, due))) or language("未载明"),
            checkability=item.checkability,
            checkable=language(names().checkability[item.checkability]),
            answers=self._answers(item),
            horizon=horizon_words(fact.horizon, language) if fact.horizon else None,
        )

    def _targets(self, item: PlannedCommitment) -> str:
        """The numbers to be reached; where there are none, the product."""
        if item.fact.targets:
            return self.language("；").join(folded(target.quote) for target in item.fact.targets)
        if item.fact.product is None:
            return ""
        return self.language("成果：{clause}", clause=folded(item.fact.product))

    def _answers(self, item: PlannedCommitment) -> str:
        """The problems that a commitment answers, as the matrix numbers them: 岳-问1."""
        language = self.language
        letter = language.letter(item.fact.report)
        labels = [
            language("{mark}-问{number}", mark=letter, number=number) for number in item.answers
        ]
        return enumeration(labels, language) or language("无")
