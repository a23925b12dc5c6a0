"""A commented `corrections.toml` to start from, the facts that most need a look first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from builder.facts_file import fact_line
from builder.kinds import KINDS, kind_of
from builder.model import AnyFact, Extraction, Indicator, Qualifier
from builder.review.places import places
from builder.vocabulary.environment.names import names

_GUIDE = """\
# 更正表：放在报告所在的文件夹里，文件名 corrections.toml，每次生成都会照改并在简报中注明。
#
# 一条更正按“报告 + 种类 + 所引原文”找到一个数据：
#   action  set 改、drop 删、add 补
#   report  报告文件名（不带扩展名）
#   kind    {kinds}、link 问题与承诺的对应
#   quote   原文中的字句，照抄即可（繁体原文可写简体）
#   nth     同样的字句有几处时，指明第几处
#   which   同一处有几个数据时，指明是哪一个，如 { metric = "air.so2" }
#   values  正确的值；空字符串表示原文没有写明
#   reason、who、when  为什么改、谁改的、哪天改的，三项都要写
#
# 例：把一个问题与回应它的承诺对应起来
# [[correction]]
# action = "set"
# report = "某县-2024"
# kind = "link"
# quote = "问题原文"
# values = { commitments = ["承诺原文"], strength = "direct" }
# reason = "计划第三条说的就是这件事"
# who = "姓名"
# when = 2025-01-01
#
# 下面按“最需要看一眼的在前”列出提取到的数据。要改哪一条，就去掉那一条前面的 # 再改。
"""
# Keys of the contract that no correction sets.
_FIXED = frozenset(
    {
        "kind",
        "report",
        "start",
        "end",
        "section",
        "rule",
        "sureness",
        "cues",
        "corrected",
        "heading",
    }
)
# Keys that tell facts at one place apart.
_TELLING = ("metric", "scope", "value", "subject", "label", "total")


def corrections_template(extractions: Iterable[Extraction]) -> str:
    """The text of a file that changes nothing until a comment sign is taken away."""
    doubted = [
        (doubts(fact, extraction), fact, extraction)
        for extraction in extractions
        for fact in extraction.facts
    ]
    doubted.sort(key=lambda item: (item[1].is_sure, -len(item[0])))
    kinds = "、".join(f"{kind.name} {kind.label}" for kind in KINDS)
    return _GUIDE.replace("{kinds}", kinds) + "".join(_entry(*item) for item in doubted)


def doubts(fact: AnyFact, extraction: Extraction) -> tuple[str, ...]:
    """Why a fact deserves a look, in words; empty where nothing speaks against it."""
    near = (
        finding
        for finding in extraction.findings
        if finding.start is not None
        and finding.end is not None
        and finding.start < fact.end
        and fact.start < finding.end
    )
    found = [] if fact.is_sure else ["没有把握"]
    found += [names().findings.get(finding.code, names().findings["other"]) for finding in near]
    if getattr(fact, "period", fact) is None:
        found.append("统计期不明")
    if isinstance(fact, Indicator):
        found += ["没有数值"] if fact.value is None else []
        found += ["同一处有几个指标"] if _shares_place(fact, extraction) else []
    if getattr(fact, "qualifier", Qualifier.EQUAL) is Qualifier.ABOUT:
        found.append("约数")
    return tuple(dict.fromkeys(found))


def _shares_place(fact: AnyFact, extraction: Extraction) -> bool:
    here = (other for other in extraction.facts if isinstance(other, Indicator))
    return sum((other.start, other.end) == (fact.start, fact.end) for other in here) > 1


def _entry(found: Sequence[str], fact: AnyFact, extraction: Extraction) -> str:
    line = fact_line(fact)
    kind = kind_of(fact).label
    head = f"{fact.report} · {kind}" + (f" · {'、'.join(found)}" if found else "")
    values = {key: value for key, value in line.items() if key not in _FIXED | {"quote"}}
    which = _which(fact, extraction)
    body = (
        "[[correction]]",
        'action = "set"',
        f"report = {_toml(fact.report)}",
        f'kind = "{line["kind"]}"',
        f"quote = {_toml(fact.quote)}",
        *([f"nth = {nth}"] if (nth := _nth(fact, extraction)) else []),
        *([f"which = {_toml(which)}"] if which else []),
        f"values = {_toml(values)}",
        'reason = ""',
        'who = ""',
        "when = 2025-01-01",
    )
    return f"\n# ---- {head}\n" + "".join(f"# {row}\n" for row in body)


def _nth(fact: AnyFact, extraction: Extraction) -> int | None:
    """Which of several places of the same words a fact stands at."""
    spots = places(fact.quote, extraction.outline.source)
    starts = [start for start, _ in spots]
    return starts.index(fact.start) + 1 if len(starts) > 1 and fact.start in starts else None


def _which(fact: AnyFact, extraction: Extraction) -> dict[str, str]:
    """The first keys that tell a fact from the others of its kind at its place."""
    line = fact_line(fact)
    others = [
        fact_line(other)
        for other in extraction.facts
        if type(other) is type(fact)
        and other != fact
        and (other.start, other.end) == (fact.start, fact.end)
    ]
    chosen: dict[str, str] = {}
    for key in _TELLING:
        if others and isinstance(line.get(key), str) and any(o[key] != line[key] for o in others):
            chosen[key] = line[key]
            others = [other for other in others if other[key] == line[key]]
    return chosen


def _toml(value: object) -> str:
    """A value as TOML in one line; what is None has no place in it."""
    if isinstance(value, dict):
        known = ((key, item) for key, item in value.items() if item is not None)
        pairs = (f"{key} = {_toml(item)}" for key, item in known if key not in _FIXED)
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
