"""A commented `corrections.toml` to start from, the facts that most need a look first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from builder.facts_file import fact_line
from builder.kinds import KINDS, kind_of
from builder.model import AnyFact
from builder.review.addresses import address
from builder.review.doubts import Doubted

_GUIDE = """\
# 更正表：放在报告所在的文件夹里，文件名 corrections.toml，每次生成都会照改并在简报中注明。
#
# 一条更正按“报告 + 种类 + 所引原文”找到一个数据：
#   action  set 改、drop 删、add 补
#   report  报告文件名（不带扩展名）
#   kind    {kinds}、link 问题与承诺的对应、report 整份材料
#   quote   原文中的字句，照抄即可（繁体原文可写简体）
#   mark    简报里的出处标记，如 mark = "岳22"；写了它就不写 report，quote 可写可不写
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


def corrections_template(
    doubted: Iterable[Doubted], said: Callable[[AnyFact], tuple[str, str]]
) -> str:
    """The text of a file that changes nothing until a comment sign is taken away.

    `said` gives the mark that a fact has in the briefing, and the sentence that it stands in.
    """
    kinds = "、".join(f"{kind.name} {kind.label}" for kind in KINDS)
    entries = (_entry(item, *said(item.fact)) for item in doubted)
    return _GUIDE.replace("{kinds}", kinds) + "".join(entries)


def _entry(item: Doubted, mark: str, sentence: str) -> str:
    line = fact_line(item.fact)
    head = [mark, item.fact.report, kind_of(item.fact).label]
    head += ["、".join(item.doubts)] if item.doubts else []
    values = {key: value for key, value in line.items() if key not in _FIXED | {"quote"}}
    body = (
        "[[correction]]",
        'action = "set"',
        *(
            f"{key} = {_toml(value)}"
            for key, value in address(item.fact, item.extraction).keys.items()
        ),
        f"values = {_toml(values)}",
        'reason = ""',
        'who = ""',
        "when = 2025-01-01",
    )
    rows = "".join(f"# {row}\n" for row in body)
    return f"\n# ---- {' · '.join(head)}\n#      {sentence}\n{rows}"


def _toml(value: object) -> str:
    """A value as TOML in one line; what is None has no place in it."""
    if isinstance(value, dict):
        known = ((key, item) for key, item in value.items() if item is not None)
        pairs = (f"{key} = {_toml(item)}" for key, item in known if key not in _FIXED)
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
