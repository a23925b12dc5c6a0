"""The straight line: a folder of reports in, the briefing in every format out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pypdfium2 import PdfDocument

from builder.charts import charts
from builder.charts.draw import rasterised, vector_drawings
from builder.compare import compare
from builder.config import Config, Limits
from builder.extract import extract
from builder.fact_table import facts_csv
from builder.facts_file import facts_jsonl, findings_jsonl, links_jsonl
from builder.fonts import faces, used
from builder.key_findings import key_findings
from builder.language import Language
from builder.model import Briefing, Drawing, Extraction, Refusal, Severity, View
from builder.outline import outline
from builder.pipeline.faults import checked_reports, fault
from builder.pipeline.inputs import NothingToBuild, distinct_reports, input_files
from builder.pipeline.manifest import manifest
from builder.pipeline.publish import MANIFEST, staged_output
from builder.read import Unreadable, read_source
from builder.read.files import printable_name
from builder.render.docx import docx
from builder.render.folder import checked_templates, fonts_folder
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from builder.render.templates import check_templates
from builder.render.xlsx import xlsx
from builder.review import CORRECTIONS, Outcome, read_corrections, review
from builder.toml_file import TomlError
from builder.wording import view

FORMATS = ("docx", "pdf", "html", "xlsx")
OnStage = Callable[[str], None]
# Below this many files a pool of processes costs more than it saves.
POOL_FROM = 24


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
    """What a build made: files with a detail such as their pages, and what to beware of."""

    output: Path
    reports: int
    files: Mapping[str, str]
    refused: tuple[Refusal, ...]
    notices: tuple[str, ...]
    findings: Mapping[Severity, int]
    without_place: int
    unread: int
    fonts: Mapping[str, str]


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
    with _pdf_worker(request) as worker, staged_output(request.output) as stage:
        side_by_side = compared(request, on_stage)
        on_stage("render")
        _write_data(stage, side_by_side, request.config)
        files, notices = _rendered(stage, side_by_side, request, worker)
        on_stage("publish")
        summary = _summary(request, side_by_side, files, notices)
        _write(
            stage / MANIFEST,
            manifest(
                folder=stage,
                extractions=side_by_side.reports,
                refused=side_by_side.refused,
                counts=_counts(summary),
                fonts=summary.fonts,
                corrections=side_by_side.outcomes,
            ),
        )
    return summary


def compared(request: Request, on_stage: OnStage = lambda _: None) -> Compared:
    """The reports of the input folder side by side, with their charts drawn.

    Raises `NothingToBuild` if no report can be used, and the errors of the corrections file.
    """
    language = Language(request.config.language)
    on_stage("extract")
    paths = input_files(request.input)
    extracted, unreadable = extracted_reports(paths, request.config.limits, request.jobs)
    extracted, doubled = distinct_reports(extracted)
    refused = unreadable + doubled
    if not extracted:
        raise NothingToBuild(_nothing_to_build(request.input, refused))
    on_stage("review")
    reviewed = review(extracted, read_corrections(request.input / CORRECTIONS))
    reports, failed = checked_reports(reviewed.reports)
    if not reports:
        raise NothingToBuild(_nothing_to_build(request.input, refused + failed))
    refused += failed + reviewed.strays
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


def extracted_reports(
    paths: Iterable[Path], limits: Limits, jobs: int
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Every file read, outlined and extracted in the order given; who can't be read is named."""
    paths = tuple(paths)
    one = partial(_extracted_or_refused, limits=limits)
    if jobs > 1 and len(paths) >= POOL_FROM:
        with ProcessPoolExecutor(jobs) as pool:
            results = tuple(pool.map(one, paths, chunksize=4))
    else:
        results = tuple(map(one, paths))
    return (
        tuple(result for result in results if isinstance(result, Extraction)),
        tuple(result for result in results if isinstance(result, Refusal)),
    )


def _extracted_or_refused(path: Path, limits: Limits) -> Extraction | Refusal:
    try:
        return extract(outline(read_source(path, limits)))
    except Unreadable as error:
        return error.refusal
    except TomlError:
        # The vocabulary is at fault, and all reports would fail.
        raise
    except Exception as error:  # noqa: BLE001 -- one report's fault costs that report only
        return fault(printable_name(path.name), error)


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
    path.parent.mkdir(exist_ok=True)
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
