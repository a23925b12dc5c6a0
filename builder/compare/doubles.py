"""The same report given twice."""

from __future__ import annotations

from collections.abc import Iterable

from builder.language import Language
from builder.model import Extraction, Refusal


def without_doubles(
    extractions: Iterable[Extraction], language: Language
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """The reports with one of each text, and a refusal for every further file of the same text.

    Texts are compared without white space, since copies differ in their line ends.
    """
    kept: dict[str, Extraction] = {}
    refused = []
    for extraction in sorted(extractions, key=lambda item: item.report.report):
        source = extraction.outline.source
        first = kept.setdefault("".join(source.text.split()), extraction)
        if first is not extraction:
            refused.append(
                Refusal(
                    file=source.file,
                    reason=language("与{file}内容相同", file=first.outline.source.file),
                    advice=language("只保留其中一份；如果不是同一份报告，请检查文件内容。"),
                )
            )
    return tuple(kept.values()), tuple(refused)
