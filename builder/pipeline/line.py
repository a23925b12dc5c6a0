"""The straight line: a folder of reports in, the briefing in every format out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from pypdfium2 import PdfDocument

from builder.charts import charts
from builder.charts.draw import rasterised, vector_drawings
from builder.check.letters import with_lost_letters
from builder.compare import compare
from builder.config import Config
from builder.fact_table import facts_csv
from builder.facts_file import facts_jsonl, findings_jsonl, links_jsonl
from builder.fonts import covered, faces, used
from builder.key_findings import key_findings
from builder.language import Language
from builder.model import Briefing, Drawing, Extraction, Refusal, Severity, View
from builder.pipeline.extracting import extracted_reports
from builder.pipeline.faults import checked_reports
from builder.pipeline.inputs import NothingToBuild, distinct_reports, input_files
from builder.pipeline.manifest import manifest
from builder.pipeline.publish import OutputError, Stage, is_same_folder, staged_output
from builder.pipeline.replacing import MANIFEST
from builder.render.docx import docx
from builder.render.folder import checked_templates, fonts_folder
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from builder.render.templates import check_templates
from builder.render.xlsx import xlsx
from builder.review import CORRECTIONS, Outcome, read_corrections, review
from builder.wording import view

FORMATS = ("docx", "pdf", "html", "xlsx")
OnStage = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build from what, and how."""

    input: Path
    output: Path
    templates: Path
    config: Config
    formats: tuple[str, ...] = FORMATS
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build made: files with a detail such as their pages, and what to beware of.

    `kept` are documents of earlier builds that were not made anew, `renamed` files of the output
    folder that a person has changed, with their new names.
    """

    output: Path
    reports: int
    files: Mapping[str, str]
    refused: tuple[Refusal, ...]
    notices: tuple[str, ...]
    findings: Mapping[Severity, int]
    without_place: int
    unread: int
    fonts: Mapping[str, str]
    kept: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The line up to the documents: what each format is made from."""

    extracted: tuple[Extraction, ...]
    reports: tuple[Extraction, ...]
    refused: tuple[Refusal, ...]
    outcomes: tuple[Outcome, ...]
    warnings: tuple[str, ...]
    briefing: Briefing
    vectors: tuple[Drawing, ...]


def build(request: Request, on_stage: OnStage = lambda _: None) -> Summary:
    """The briefing in every format that was asked for, put in place whole.

    `on_stage` is told the name of each stage as it begins. Raises `NothingToBuild` if no report
    can be used, `OutputError` if the output can't be written, and the errors of corrections and
    templates; the last output is untouched then.
    """
    check_templates(checked_templates(request.templates))
    _refuse_own_folders(request)
    with _pdf_worker(request) as worker, staged_output(request.output) as stage:
        side_by_side = compared(request, on_stage)
        on_stage("render")
        _write_data(stage.folder, side_by_side, request.config)
        files, notices = _rendered(stage.folder, side_by_side, request, worker)
        on_stage("publish")
        summary = _summary(request, side_by_side, files, notices)
        kept = _not_made(stage, files)
        _write(
            stage.folder / MANIFEST,
            manifest(
                folder=stage.folder,
                kept=kept,
                extractions=side_by_side.reports,
                refused=side_by_side.refused,
                counts=_counts(summary),
                fonts=summary.fonts,
                libraries={} if worker is None else worker.versions(),
                corrections=side_by_side.outcomes,
            ),
        )
    return replace(summary, kept=tuple(kept), renamed=dict(stage.renamed))


def compared(request: Request, on_stage: OnStage = lambda _: None) -> Compared:
    """The reports of the input folder side by side, with their charts drawn.

    Raises `NothingToBuild` if no report can be used, and the errors of the corrections file.
    """
    language = Language(request.config.language)
    on_stage("extract")
    limits = request.config.limits
    left_out = (request.output, request.templates)
    entries, unopened = input_files(request.input, limits, left_out)
    extracted, unreadable = extracted_reports(entries, limits, request.jobs)
    extracted, doubled = distinct_reports(extracted)
    refused = unopened + unreadable + doubled
    if not extracted:
        raise NothingToBuild(_nothing_to_build(request.input, refused))
    on_stage("review")
    reviewed = review(extracted, read_corrections(request.input / CORRECTIONS))
    reports, failed = checked_reports(reviewed.reports)
    if not reports:
        raise NothingToBuild(_nothing_to_build(request.input, refused + failed))
    refused += failed + reviewed.strays
    characters = covered(faces(fonts_folder(request.templates)))
    reports = tuple(with_lost_letters(one, characters) for one in reports)
    on_stage("compare")
    comparison = compare(reports, refused, request.config)
    findings = key_findings(comparison, request.config.key_findings)
    printed = view(comparison, findings, request.config.language)
    on_stage("charts")
    briefing = assembled_briefing(printed, request.config, language)
    return Compared(
        extracted=extracted,
        reports=reports,
        refused=refused,
        outcomes=reviewed.outcomes,
        warnings=reviewed.warnings,
        briefing=briefing,
        vectors=vector_drawings(briefing.charts, fonts_folder(request.templates)),
    )


def assembled_briefing(printed: View, config: Config, language: Language) -> Briefing:
    """All that is printed: head, parts and fonts of the configuration, the view, the charts."""
    return Briefing(
        title=language(config.title),
        subtitle=config.subtitle,
        issuer=config.issuer,
        issue=config.issue,
        date=config.date,
        recipients=config.recipients,
        language=config.language,
        profile=config.profile,
        fonts=config.fonts.model_dump(),
        parts=config.parts,
        comparison=printed,
        charts=charts(printed, config, language),
        native_charts=config.charts == "native",
    )


def _refuse_own_folders(request: Request) -> None:
    """Refuse to write among the reports or the templates, where files would get mixed up."""
    for folder, holds in ((request.input, "放报告"), (request.templates, "放模板")):
        if is_same_folder(request.output, folder):
            raise OutputError(
                f"{request.output}：这是{holds}的文件夹，简报不能也放在这里。"
                "请用 --output 换一个文件夹。"
            )


def _not_made(stage: Stage, files: Mapping[str, str]) -> dict[str, str]:
    """Documents of earlier builds that this one was not asked for or could not make."""
    names = (f"briefing.{suffix}" for suffix in FORMATS)
    return {
        name: stage.earlier[name] for name in names if name in stage.earlier and name not in files
    }


def _write_data(stage: Path, side_by_side: Compared, config: Config) -> None:
    """Facts, links, findings and source texts: what stands beside the documents."""
    _write(stage / "facts.jsonl", facts_jsonl(side_by_side.reports))
    _write(stage / "facts.csv", facts_csv(side_by_side.reports))
    _write(stage / "links.jsonl", links_jsonl(side_by_side.reports))
    _write(stage / "findings.jsonl", findings_jsonl(side_by_side.reports, config.levels))
    for report in side_by_side.reports:
        source = report.outline.source
        _write(stage / "text" / f"{source.report}.txt", source.text)


def _rendered(
    stage: Path, side_by_side: Compared, request: Request, worker: PdfWorker | None
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The documents written to `stage`, each with its pages or size; and what could not be made.

    The PDF is laid out in its own process while PNGs, Word and Excel are made in this one.
    """
    briefing = side_by_side.briefing
    page = html(briefing, side_by_side.vectors, request.templates)
    if worker is not None:
        worker.begin(page, request.templates, {"facts.json": _facts_json(stage)})
    pictures = rasterised(side_by_side.vectors)
    for picture in pictures:
        _write(stage / "charts" / f"{picture.chart}.svg", picture.svg)
        _write(stage / "charts" / f"{picture.chart}.png", picture.png)
    made: dict[str, bytes] = {}
    if "docx" in request.formats:
        made["docx"] = docx(briefing, pictures, request.templates)
    if "html" in request.formats:
        made["html"] = page.encode()
    if "xlsx" in request.formats:
        made["xlsx"] = xlsx(briefing)
    notices: tuple[str, ...] = ()
    if worker is not None:
        try:
            made["pdf"] = worker.result()
        except PdfUnavailable as error:
            notices = (str(error),)
    for suffix, content in made.items():
        _write(stage / f"briefing.{suffix}", content)
    details = {f"briefing.{name}": _detail(name, made[name]) for name in FORMATS if name in made}
    return details, notices


def _summary(
    request: Request, side_by_side: Compared, files: Mapping[str, str], notices: tuple[str, ...]
) -> Summary:
    comparison = side_by_side.briefing.comparison
    return Summary(
        output=request.output,
        reports=len(side_by_side.reports),
        files=files,
        refused=side_by_side.refused,
        notices=(*side_by_side.warnings, *notices),
        findings=Counter(row.severity for row in comparison.quality),
        without_place=len(comparison.others),
        unread=sum(row.unread for row in comparison.coverage),
        fonts=_substitutes(side_by_side.briefing.fonts.values(), fonts_folder(request.templates)),
    )


def _facts_json(stage: Path) -> bytes:
    """The facts file as one JSON array, for the PDF to carry."""
    lines = (stage / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _detail(suffix: str, content: bytes) -> str:
    """What a reader wants to know of a file before opening it: its pages, or its size."""
    if suffix == "pdf":
        return f"{len(PdfDocument(content))} 页"
    return f"{len(content) / 1024:,.0f} KB"


def _pdf_worker(request: Request) -> AbstractContextManager[PdfWorker | None]:
    """The process that makes the PDF, started at once so that it is ready when the pages are."""
    return PdfWorker() if "pdf" in request.formats else nullcontext()


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _nothing_to_build(folder: Path, refused: Iterable[Refusal]) -> str:
    reasons = "\n".join(f"  {item}" for item in refused)
    return f"{folder}：没有一份报告可用，上一次的输出没有动。\n{reasons}"


def _substitutes(families: Iterable[str], fonts: Path) -> dict[str, str]:
    """Every family of the configuration with the one that PDF and charts print it in."""
    available = faces(fonts)
    return {family: used(family, available) for family in sorted(set(families))}


def _counts(summary: Summary) -> dict[str, int]:
    """The numbers of the summary, for the manifest."""
    return {
        "reports": summary.reports,
        "refused": len(summary.refused),
        "without_place": summary.without_place,
        "unread": summary.unread,
        **{f"findings_{level}": count for level, count in sorted(summary.findings.items())},
    }
