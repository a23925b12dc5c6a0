"""（一）大气: what compares, limits, what got worse, and one picture of the leading metrics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model.comparison import MetricComparison
from builder.model.page import Block, Paragraph
from builder.model.printed import Runs
from builder.vocabulary.environment.metrics import metric_of
from builder.wording.parts.context import Context
from builder.wording.parts.dotted import Dotted
from builder.wording.parts.values import ValueSentences, stated, stating

_PANELS = 2


def air(context: Context) -> Iterator[Block]:
    """The paragraph and the picture; nothing where no bureau states a leading metric."""
    leading = [metric for metric in context.comparison.metrics if is_leading(metric)]
    words = tuple(run for metric in leading for run in _said(metric, context))
    if words:
        yield Paragraph(runs=words)
    drawn = [metric for metric in leading if len(stating(metric)) > 1]
    for first in range(0, len(drawn), _PANELS):
        yield Dotted(drawn[first : first + _PANELS], context).picture()


def is_leading(metric: MetricComparison) -> bool:
    """Whether a metric has a picture, as its entry in the vocabulary says."""
    return metric_of(metric.metric).chart is not None and bool(stated(metric))


def _said(metric: MetricComparison, context: Context) -> Runs:
    made = ValueSentences(metric, context)
    parts: Sequence[Runs] = (made.compared(), made.single(), made.missed(), made.worse())
    return tuple(run for part in parts for run in part)
