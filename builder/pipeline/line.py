"""The straight line: a folder of reports in, the briefing in every format out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.charts import charts
from builder.check.letters import with_lost_letters
from builder.compare import compare
from builder.config import Config
from builder.dataset.selecting import selected_reports
from builder.fact_table import facts_csv
from builder.facts_file import facts_jsonl, findings_jsonl, links_jsonl
from builder.fonts import covered, faces, used
from builder.key_findings import conclusions, focused
from builder.language import Language
from builder.model import Briefing, Drawing, Extraction, Refusal, View
from builder.model.comparison import Comparison
from builder.pipeline.documents import Printed, documents
from builder.pipeline.drawing import drawn
from builder.pipeline.extracting import extracted_reports, extracted_sources
from builder.pipeline.faults import checked_reports
from builder.pipeline.inputs import NothingToBuild, distinct_reports, input_files
from builder.pipeline.kept_pdfs import KeptPdfWorker
from builder.pipeline.manifest import manifest
from builder.pipeline.marks import marked_sentences
from builder.pipeline.publish import OutputError, Stage, is_same_folder, staged_output
from builder.pipeline.replacing import MANIFEST
from builder.pipeline.request import FORMATS, Request, Summary
from builder.pipeline.steps import Steps
from builder.pipeline.sums import is_repeatable
from builder.pipeline.words import with_its_words
from builder.processes import unlimited
from builder.read.kinds import BY_OFFICE
from builder.render.folder import checked_templates, fonts_folder
from builder.render.pdf import PdfWorker
from builder.render.templates import check_templates
from builder.review import Outcome, corrections_file, read_corrections, restated, review
from builder.wording import view

__all__ = ["Compared", "Request", "Reviewed", "Summary", "build", "compared", "reviewed"]

_ALONE = Steps()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The line up to the comparison: the reports as they are to be compared."""

    extracted: tuple[Extraction, ...]
    reports: tuple[Extraction, ...]
    refused: tuple[Refusal, ...]
    outcomes: tuple[Outcome, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Reviewed):
    """The line up to the documents: what each format is made from."""

    comparison: Comparison
    briefing: Briefing
    vectors: tuple[Drawing, ...]


@with_its_words
def build(request: Request, steps: Steps = _ALONE) -> Summary:
    """The briefing in every format that was asked for, put in place whole.

    `steps` is told of its stages and reports as they come. Raises `NothingToBuild` if no report
    can be used, `OutputError` if the output can't be written, and the errors of corrections and
    templates; the last output is untouched then.
    """
    check_templates(checked_templates(request.templates), request.config.parts)
    _refuse_own_folders(request)
    with _pdf_worker(request) as worker, staged_output(request.output) as stage:
        side_by_side = compared(request, steps)
        steps.stage("render")
        _write_data(stage.folder, side_by_side, request.config)
        files, notices = _rendered(stage.folder, side_by_side, request, worker)
        steps.stage("publish")
        libraries = {} if worker is None else worker.versions()
        summary = _summary(request, side_by_side, files, notices, libraries)
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
                libraries=libraries,
                corrections=side_by_side.outcomes,
            ),
        )
    return replace(summary, kept=tuple(kept), renamed=dict(stage.renamed))


@with_its_words
def compared(request: Request, steps: Steps = _ALONE) -> Compared:
    """The reports of the input folder side by side, with their charts drawn.

    Raises `NothingToBuild` if no report can be used, and the errors of the corrections file and
    of what the configuration says of the reports.
    """
    read = reviewed(request, steps)
    steps.stage("compare")
    comparison = compare(read.reports, read.refused, request.config)
    printed = view(
        comparison,
        conclusions(comparison, request.config),
        request.config.language,
        request.config.parts,
        focused(comparison, request.config),
        sheets=request.sheets,
    )
    steps.stage("charts")
    briefing = assembled_briefing(printed, request.config, Language(request.config.language))
    side_by_side = Compared(
        extracted=read.extracted,
        reports=read.reports,
        refused=read.refused,
        outcomes=read.outcomes,
        warnings=read.warnings,
        comparison=comparison,
        briefing=briefing,
        vectors=drawn(briefing.charts, request.templates, request.cache),
    )
    steps.compared(side_by_side)
    return side_by_side


@with_its_words
def reviewed(request: Request, steps: Steps = _ALONE) -> Reviewed:
    """The reports of the input folder with their corrections.

    Raises `NothingToBuild` if no report can be used, and the errors of the corrections file.
    """
    steps.stage("extract")
    read, unusable = _extracted(request, steps)
    corrections = read_corrections(corrections_file(request.input))
    stated = restated(read, corrections)
    extracted, doubled = distinct_reports(stated.reports)
    refused = unusable + doubled
    if not extracted:
        raise _nothing_to_build(request.input, refused)
    steps.stage("review")
    marked = partial(marked_sentences, config=request.config)
    corrected = review(extracted, corrections, marked, stated.outcomes)
    reports, failed = checked_reports(corrected.reports)
    if not reports:
        raise _nothing_to_build(request.input, refused + failed)
    characters = covered(faces(fonts_folder(request.templates)))
    return Reviewed(
        extracted=extracted,
        reports=tuple(with_lost_letters(one, characters) for one in reports),
        refused=refused + failed + corrected.strays,
        outcomes=corrected.outcomes,
        warnings=corrected.warnings,
    )


def _extracted(
    request: Request, steps: Steps
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """The reports of the input folder or of the dataset, and what can't be read of it."""
    limits, jobs = request.config.limits, request.jobs
    if request.dataset:
        selected = selected_reports(request.input, request.where)
        if request.where is not None and not selected.sources:
            raise NothingToBuild(
                f"{request.input}：{selected.of} 份报告里没有一份符合 --where "
                f'"{request.where.text}"。请放宽条件；上一次的输出没有动。'
            )
        extracted, failed = extracted_sources(selected.sources, limits, jobs, steps)
        return extracted, selected.refused + failed
    left_out = (request.output, request.templates)
    entries, unopened = input_files(request.input, limits, left_out)
    extracted, unreadable = extracted_reports(entries, limits, jobs, request.cache, steps)
    return extracted, unopened + unreadable


def assembled_briefing(printed: View, config: Config, language: Language) -> Briefing:
    """All that is printed: head, parts and fonts of the configuration, the view, the charts."""
    return Briefing(
        title=language(config.title),
        subtitle=config.subtitle or printed.headline,
        issuer=config.issuer,
        issue=config.issue,
        date=config.date,
        recipients=config.recipients,
        copies=config.copies,
        language=config.language,
        profile=config.profile,
        fonts=config.fonts.model_dump(),
        look=config.appearance,
        comparison=printed,
        charts=charts(printed, config.appearance),
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
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The documents written to `stage`, each with its pages or size; and what could not be made."""
    printed = Printed(
        briefing=side_by_side.briefing,
        comparison=side_by_side.comparison,
        vectors=side_by_side.vectors,
        templates=request.templates,
        formats=request.formats,
    )
    made = documents(printed, worker, _facts_json(stage), request.cache)
    for name, content in made.files.items():
        _write(stage / name, content)
    return made.details, made.notices


def _summary(
    request: Request,
    side_by_side: Compared,
    files: Mapping[str, str],
    notices: tuple[str, ...],
    libraries: Mapping[str, str],
) -> Summary:
    comparison = side_by_side.comparison
    return Summary(
        output=request.output,
        reports=len(side_by_side.reports),
        files=files,
        refused=side_by_side.refused,
        notices=(*side_by_side.warnings, *notices, *unlimited()),
        findings=Counter(group.severity for group in comparison.quality),
        without_place=len(comparison.others),
        unread=sum(row.unread for row in comparison.coverage),
        fonts=_substitutes(side_by_side.briefing.fonts.values(), fonts_folder(request.templates)),
        libraries=libraries,
        repeatable=_is_repeatable(request, side_by_side, libraries),
    )


def _is_repeatable(request: Request, side_by_side: Compared, libraries: Mapping[str, str]) -> bool:
    """Whether all came from the inputs alone: no other program read a report or set the PDF."""
    sources = (report.outline.source for report in side_by_side.extracted)
    return (
        is_repeatable(side_by_side.refused)
        and all(source.media_type not in BY_OFFICE for source in sources)
        and ("pdf" not in request.formats or bool(libraries))
    )


def _facts_json(stage: Path) -> bytes:
    """The facts file as one JSON array, for the PDF to carry."""
    lines = (stage / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _pdf_worker(request: Request) -> AbstractContextManager[PdfWorker | None]:
    """The process that makes the PDF, started at once so that it is ready when the pages are."""
    return KeptPdfWorker(request.cache) if "pdf" in request.formats else nullcontext()


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _nothing_to_build(folder: Path, refused: tuple[Refusal, ...]) -> NothingToBuild:
    reasons = "\n".join(f"  {item}" for item in refused)
    return NothingToBuild(f"{folder}：没有一份报告可用，上一次的输出没有动。\n{reasons}", refused)


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
