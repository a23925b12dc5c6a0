"""The fields that a person fills in to correct a fact of a kind; their keys are those of the facts.

A key with a dot is inside a part: `rank.position` is the position of the rank.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.kinds import KINDS
from builder.model import BureauKind, Direction, Document, Qualifier, Strength, TallySource, Theme
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names

Field = dict[str, Any]

_QUALIFIERS = {
    Qualifier.EQUAL: "等于",
    Qualifier.ABOUT: "约",
    Qualifier.AT_LEAST: "不低于",
    Qualifier.AT_MOST: "不高于",
    Qualifier.MORE: "超过",
    Qualifier.LESS: "低于",
}
_DIRECTIONS = {Direction.UP: "上升", Direction.DOWN: "下降", Direction.FLAT: "持平"}
_DOCUMENTS = {
    Document.WORK_REPORT: "工作总结",
    Document.PLAN: "工作计划",
    Document.GOVERNMENT_REPORT: "政府工作报告",
    Document.SELF_CHECK: "自查或整改报告",
    Document.BULLETIN: "公报、月报",
    Document.NEWS: "新闻",
    Document.SPEECH: "讲话",
    Document.OTHER_REPORT: "其他报告",
}
_BUREAU_KINDS = {
    BureauKind.ENVIRONMENT: "生态环境部门",
    BureauKind.GOVERNMENT: "政府",
    BureauKind.OTHER: "其他部门",
}
_PERIOD = "如 2024、2024H1（上半年）、2024Q1、2024-01..2024-11；空着表示原文没有写明"


def forms() -> dict[str, Any]:
    """The fields of each kind and of a report, and the strengths of a link."""
    labels = {kind.name: kind.label for kind in KINDS}
    return {
        "kinds": [
            {"name": name, "label": labels[name], "fields": fields}
            for name, fields in _fields().items()
        ],
        "report": report_fields(),
        "units": {metric: metric_of(metric).unit for metric in names().metrics},
        "strengths": _choices(
            {key: names().strengths[key] for key in Strength if key is not Strength.SETTLED}
        ),
    }


def _fields() -> dict[str, list[Field]]:
    themes = _choice("themes", "主题", {key: names().themes[key] for key in Theme})
    sources = {key: names().sources[key] for key in TallySource}
    qualifier = _choice("qualifier", "限定", _QUALIFIERS)
    period = _text("period", "期间", hint=_PERIOD)
    return {
        "indicator": [
            _choice("metric", "指标", names().metrics),
            _text("value", "数值", numeric=True),
            _text("unit", "单位"),
            qualifier,
            period,
            _text("scope", "范围", hint="断面、城区等；空着表示全域"),
            _choice("change.direction", "变化", {"": "没有写", **_DIRECTIONS}),
            _text("change.value", "变化数值", numeric=True),
            _text("change.unit", "变化单位", hint="%、pp（百分点）或指标的单位"),
            _text("rank.position", "名次", numeric=True, hint="空着表示没有写"),
            _text("rank.of", "共几名", numeric=True),
            _text("rank.area", "在哪里排"),
            themes,
        ],
        "tally": [
            _text("subject", "事项"),
            _choice("source", "由谁提出", sources),
            _text("total", "总数", numeric=True),
            _text("done", "已完成", numeric=True),
            _text("pending", "未完成", numeric=True),
            _text("rate", "完成率 %", numeric=True),
            _text("unit", "单位", hint="件、个、项"),
            period,
            _text("note", "完成程度", hint="如 县级销号"),
            themes,
        ],
        "quantity": [
            _text("label", "名称"),
            _text("value", "数值", numeric=True),
            _text("unit", "单位"),
            qualifier,
            themes,
        ],
        "rectification": [_choice("source", "由谁提出", sources), themes],
        "problem": [
            _text("title", "标题"),
            _text("cause", "原因", hint="照抄原文；空着表示没有写"),
            themes,
        ],
        "commitment": [
            _text("deadline", "时限", hint="照抄原文，如 年底前"),
            _text("product", "成果", hint="具名的文件或工程"),
            _text("horizon", "跨年度", hint="如 2026..2030；空着表示下一年"),
            themes,
        ],
    }


def report_fields() -> list[Field]:
    """What a person may state of a whole report."""
    return [
        _text(
            "bureau",
            "单位",
            hint="全称，如 岳阳市生态环境局岳阳县分局；地区和层级跟着它；空着表示没有写",
        ),
        _text("period", "统计期", hint=_PERIOD),
        _text("plan_period", "计划期", hint="工作计划是哪一年的，如 2025"),
        _choice("document", "材料种类", _DOCUMENTS),
        _choice("bureau_kind", "哪类单位", _BUREAU_KINDS),
        _choice("level", "层级", names().levels),
    ]


def _text(key: str, label: str, *, numeric: bool = False, hint: str = "") -> Field:
    return {"key": key, "label": label, "numeric": numeric, "hint": hint}


def _choice(key: str, label: str, choices: Mapping[Any, str]) -> Field:
    return {"key": key, "label": label, "choices": _choices(choices)}


def _choices(choices: Mapping[Any, str]) -> list[list[str]]:
    return [[str(value), said] for value, said in choices.items()]
