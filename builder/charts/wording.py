"""Sentences that several charts share."""

from __future__ import annotations

from builder.language import Language


def left_out(shown: int, total: int, language: Language) -> str:
    """What a chart of many rows says of those that its page has no room for."""
    return language(
        "图中列前{shown}行，其余{rest}行见附录的数据表", shown=shown, rest=total - shown
    )
