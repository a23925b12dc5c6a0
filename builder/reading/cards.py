"""The card of a fact: all that is to be said of it beside its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import (
    AnyFact,
    Commitment,
    Cue,
    Indicator,
    Period,
    Problem,
    Rectification,
    Tally,
)
from builder.model.comparison import CitedSentence
from builder.reading.records import CardRow
from builder.reading.values import settled, target_words
from builder.vocabulary.environment.names import names
from builder.wording.periods import period_words
from builder.wording.scopes import printed_scope
from builder.wording.wording import Wording
from builder.wording.words import change_words, enumeration, folded, rank_words, theme_words

CUES = {
    Cue.HEADING: "所在部分相符",
    Cue.WORDS: "句中用词明确",
    Cue.PLAIN: "句中没有相反的说法",
    Cue.TIME: "句中写明时间",
    Cue.REPORT_PERIOD: "与报告期一致",
    Cue.SCOPE: "范围写在句中或为全域",
    Cue.SINGLE: "同一处没有别的解读",
    Cue.WHOLE: "句中的数字都读懂了",
    Cue.CLEAN: "句中没有被遮盖的字",
    Cue.REPORT: "材料是工作报告",
    Cue.SENTENCE: "是完整的句子",
    Cue.TABLE: "在有表头的表格里",
    Cue.DATED: "写明了时间",
    Cue.NAMED: "本句说清了是什么",
    Cue.PAIRED: "总数和完成数都有，且相符",
    Cue.LED: "名称写在数字之前",
    Cue.RAISED: "是交办、反馈一类的事项",
    Cue.SOURCED: "写明了由谁提出",
    Cue.FIGURES: "数字是阿拉伯数字",
    Cue.TOLD: "所在部分由标题或前文说明",
    Cue.WEIGHED: "通篇用字和上下文相符",
}


def card(
    fact: AnyFact, sentence: CitedSentence, outcome: str, language: Wording
) -> tuple[CardRow, ...]:
    """The lines of a fact's card; `outcome` is how a problem is answered, a promise checked."""
    return tuple(
        CardRow(label=label, words=words, brief=brief)
        for label, words, brief in (
            *_own(fact, outcome, language),
            *_shared(fact, sentence, language),
        )
        if words
    )


def _own(fact: AnyFact, outcome: str, language: Wording) -> Iterator[tuple[str, str, bool]]:
    """What only facts of this kind have."""
    match fact:
        case Indicator():
            yield language("期间"), period_words(fact.period, language), True
            yield language("范围"), printed_scope(fact.scope, language), True
            if fact.change:
                yield language("变化"), change_words(fact.change, language), True
            if fact.rank:
                yield language("名次"), rank_words(fact.rank, language), True
        case Tally():
            yield language("期间"), period_words(fact.period, language), True
            yield language("情况"), settled(fact, language), True
            yield language("限定"), fact.note or "", True
            yield language("来源"), language(names().sources[fact.source]), False
        case Rectification(source=source) if source:
            yield language("来源"), language(names().sources[source]), True
        case Problem():
            yield language("原因"), folded(fact.cause or ""), True
            yield language("对应承诺"), outcome, True
        case Commitment():
            yield language("目标"), target_words(fact, language), True
            yield language("时限"), folded(fact.deadline or ""), True
            yield language("成果"), folded(fact.product or ""), True
            yield language("年度"), _years(fact.horizon, language), True
            yield language("核查"), outcome, False
        case _:
            pass


def _shared(
    fact: AnyFact, sentence: CitedSentence, language: Wording
) -> Iterator[tuple[str, str, bool]]:
    """What every fact has."""
    yield language("更正"), fact.correction or "", True
    yield language("依据"), enumeration((language(CUES[cue]) for cue in fact.cues), language), False
    themes = theme_words(fact.themes, language)
    yield language("主题"), enumeration(themes, language) if themes else "", False
    yield language("标题"), " › ".join(sentence.headings), False


def _years(period: Period | None, language: Wording) -> str:
    return period_words(period, language) if period else ""
