"""A build that does nothing where nothing has changed.

What the last build of these very inputs said, and the sum of the manifest that it wrote, are in the
cache. Where that manifest stands in the output folder, and every file that it lists has its sum,
another build would write the same bytes again.
"""

from __future__ import annotations

from dataclasses import replace

from builder.cache import Cache
from builder.pipeline.publish import is_left_behind
from builder.pipeline.replacing import MANIFEST, is_whole
from builder.pipeline.request import Request, Summary
from builder.pipeline.steps import Steps
from builder.pipeline.sums import file_sum, request_sums
from builder.records import BadRecord, packed, unpacked
from builder.render.pdf_libraries import asked_versions
from builder.user_error import UserError

KIND = "build"
_ALONE = Steps()


def rebuilt(request: Request, steps: Steps = _ALONE) -> Summary:
    """The briefing as `build` makes it; nothing is written where it stands there already.

    Raises what `build` raises.
    """
    sums = _sums(request)
    if (summary := _unchanged(request, sums)) is not None:
        return summary
    # All stages and what they need: a second of which an unchanged build has no use.
    from builder.pipeline.line import build  # noqa: PLC0415

    summary = build(request, steps)
    # A file that was changed meanwhile may have been read before or after.
    if sums is not None and summary.repeatable and sums == _sums(request):
        _remember(request.cache, sums, summary)
    request.cache.trim()
    return replace(summary, notices=(*summary.notices, *request.cache.notices))


def _sums(request: Request) -> tuple[str, ...] | None:
    """What the build follows from; None where nothing is kept, or the build has to say why not."""
    try:
        return request_sums(request) if request.cache else None
    except (UserError, OSError):
        return None


def _unchanged(request: Request, sums: tuple[str, ...] | None) -> Summary | None:
    """What the last build of the same said, where all that it wrote still stands there."""
    if sums is None or (content := request.cache.found(KIND, sums)) is None:
        return None
    manifest, _, said = content.decode("utf-8", "surrogatepass").partition("\n")
    try:
        summary = unpacked(Summary, said)
    except BadRecord:
        request.cache.throw_away(KIND, sums)
        return None
    output = request.output
    try:
        if file_sum(output / MANIFEST) != manifest or not is_whole(output):
            return None
    except OSError:
        return None
    if is_left_behind(output) or (summary.libraries and summary.libraries != asked_versions()):
        return None
    return replace(summary, output=output, unchanged=True)


def _remember(cache: Cache, sums: tuple[str, ...], summary: Summary) -> None:
    try:
        manifest = file_sum(summary.output / MANIFEST)
    except OSError:
        return
    said = packed(Summary, replace(summary, renamed={}))
    cache.keep(KIND, sums, f"{manifest}\n{said}".encode("utf-8", "surrogatepass"))
