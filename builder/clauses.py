"""Where sentences and clauses end: the signs, and the gaps that a pattern may leave inside one.

Texts are half-width here, so the signs are , ; : ! ? and the Chinese full stop.
"""

from __future__ import annotations

import re

# A sentence ends with one of these; with the semicolon, a statement: 已办结69件;剩余1件正在办理。
SENTENCE_ENDS = "。!?"
STATEMENT_ENDS = ";。"
# What parts the clauses of a statement. A colon goes on in some, 其中:大气12件, and parts others,
# 主要问题:一是…; what a page leaves without a full stop ends with its line.
CLAUSE_ENDS = ",;。"
CLAUSE_ENDS_AND_COLON = ",;:。"
EVERY_END = ",;:。!?"

# Statements as they are parted, and clauses as they stand.
STATEMENT_END = re.compile(f"[{STATEMENT_ENDS}]")
CLAUSE = re.compile(f"[^{EVERY_END}]+")
_BREAKS = f"{CLAUSE_ENDS_AND_COLON}\n"
CLAUSE_BREAK = re.compile(f"[{_BREAKS}]")
# The commas inside brackets end no clause, 约谈企业3家(其中化工1家,印染2家), nor that of 1,046件.
CLAUSE_WITH_BRACKETS = re.compile(
    rf"(?:[^{EVERY_END}\n(]++|(?<=\d),(?=\d{{3}}(?!\d))|\([^()\n]{{0,60}}\)|\()+"
)


def last_clause(words: str) -> str:
    """What stands behind the last break of `CLAUSE_BREAK`: 淘汰锅炉 of `完成整治,淘汰锅炉`."""
    return words[max(map(words.rfind, _BREAKS)) + 1 :]


def gap(
    most: int, least: int = 0, *, ends: str = CLAUSE_ENDS, digits: bool = True, no: str = ""
) -> str:
    """Text of a pattern for up to `most` characters that end no clause, and are none of `no`.

    `gap(8)` is `[^,;。]{0,8}`; without `digits` it is what stands in 完成年度任务的104%.
    """
    digit = "" if digits else r"\d"
    return f"[^{ends}{no}{digit}]{{{least},{most}}}"
