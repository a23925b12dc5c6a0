"""The JSON Schema of a line of `facts.jsonl`, from the keys of each kind."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from builder.kinds import KINDS, FactKind
from builder.model import (
    BureauFrom,
    BureauKind,
    Cue,
    Document,
    FlagType,
    Level,
    Script,
    SourceKind,
    Sureness,
    Theme,
)


class FactKeys(TypedDict):
    """每条事实都有的键。"""

    kind: Annotated[str, Field(description="种类")]
    report: Annotated[str, Field(description="报告文件名，不带扩展名")]
    start: Annotated[int, Field(description="在报告原文（text/）中的开始位置，按字符从 0 数起")]
    end: Annotated[int, Field(description="结束位置，不含")]
    quote: Annotated[str, Field(description="原文字句，一字不改")]
    themes: Annotated[list[Theme], Field(description="主题，最主要的在前")]
    section: Annotated[list[str], Field(description="所在的各级标题，由外到内")]
    rule: Annotated[str, Field(description="提取它的规则")]
    sureness: Annotated[Sureness, Field(description="是否有把握：sure 有，unsure 须核对")]
    cues: Annotated[list[Cue], Field(description="支持它的线索")]
    corrected: NotRequired[Annotated[str, Field(description="人工更正的理由")]]


class ReportKeys(TypedDict):
    """报告：一份一行，在它的事实之前。"""

    kind: Annotated[str, Field(description="report")]
    report: Annotated[str, Field(description="报告文件名，不带扩展名")]
    title: Annotated[str | None, Field(description="标题")]
    bureau: Annotated[str | None, Field(description="单位全称；原文没有写明时为 null")]
    region: Annotated[list[str], Field(description="所在区划，由省到县")]
    level: Annotated[Level, Field(description="层级")]
    period: Annotated[str | None, Field(description="报告期")]
    plan_period: Annotated[str | None, Field(description="计划期")]
    as_of: Annotated[str | None, Field(description="数据截至的日期")]
    published: Annotated[str | None, Field(description="发布日期")]
    publisher: Annotated[str | None, Field(description="发布者")]
    source_kind: Annotated[SourceKind, Field(description="来源性质")]
    script: Annotated[Script, Field(description="简体或繁体")]
    document: Annotated[Document, Field(description="文体：工作报告、计划等；refused 不是报告")]
    bureau_kind: Annotated[BureauKind, Field(description="单位性质：生态环境、政府、其他")]
    bureau_from: Annotated[BureauFrom | None, Field(description="单位名称取自哪里")]
    province: Annotated[str | None, Field(description="所在省份")]
    year: Annotated[int | None, Field(description="报告年份")]
    region_code: Annotated[str | None, Field(description="行政区划代码；不能确定时为 null")]
    reason: NotRequired[Annotated[str, Field(description="不是报告的，是什么")]]


class FlagKeys(TypedDict):
    """提示：读者使用报告前须知道的事。"""

    kind: Annotated[str, Field(description="flag")]
    report: Annotated[str, Field(description="报告文件名，不带扩展名")]
    type: Annotated[FlagType, Field(description="是什么")]
    message: Annotated[str, Field(description="一句话说明")]
    start: NotRequired[Annotated[int, Field(description="开始位置；说全文的没有")]]
    end: NotRequired[Annotated[int, Field(description="结束位置")]]
    quote: NotRequired[Annotated[str, Field(description="原文字句")]]


def schema() -> dict[str, Any]:
    """The schema: a line is a report, a flag or a fact of one of the kinds."""
    lines = [
        _named("report", _object(ReportKeys)),
        _named("flag", _object(FlagKeys)),
        *map(_fact, KINDS),
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "facts.jsonl",
        "oneOf": lines,
    }


def _fact(kind: FactKind[Any]) -> dict[str, Any]:
    common, own = _object(FactKeys), _object(kind.keys)
    own["properties"] = common["properties"] | own["properties"]
    own["required"] = [*common["required"], *own.get("required", ())]
    return _named(kind.name, own)


def _object(keys: type) -> dict[str, Any]:
    """The schema of one table of keys, what it refers to written out in place."""
    found = TypeAdapter(keys).json_schema()
    found = _resolved(found, found.pop("$defs", {}))
    assert isinstance(found, dict)
    return found | {"additionalProperties": False}


def _resolved(part: Any, defs: dict[str, Any]) -> Any:  # noqa: ANN401 -- a part of JSON
    if isinstance(part, dict):
        if "$ref" in part:
            rest = {key: value for key, value in part.items() if key != "$ref"}
            return _resolved(defs[part["$ref"].rpartition("/")[2]], defs) | rest
        return {
            key: _resolved(value, defs)
            for key, value in part.items()
            if key != "title" or not isinstance(value, str)
        }
    return [_resolved(item, defs) for item in part] if isinstance(part, list) else part


def _named(name: str, shape: dict[str, Any]) -> dict[str, Any]:
    kind = {"const": name, "description": "种类"}
    return {"title": name} | shape | {"properties": shape["properties"] | {"kind": kind}}


def page() -> str:
    """The page `docs/facts.md`: every line of the file with its keys, from the schema."""
    head = (
        "# facts.jsonl\n\n每行一个 JSON 对象，按报告、再按位置排序。"
        "[facts.schema.json](facts.schema.json) 是它的 JSON Schema；本页由它生成。\n"
    )
    parts = [head]
    for line in schema()["oneOf"]:
        rows = [
            f"| `{key}` | {shape.get('description', '')} |"
            for key, shape in line["properties"].items()
        ]
        head = f"\n## {line['title']}\n\n{line['description']}\n\n| 键 | 意思 |\n| --- | --- |\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "".join(parts)
