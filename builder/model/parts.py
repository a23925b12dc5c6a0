"""The parts of the briefing, in their usual order."""

from __future__ import annotations

from enum import StrEnum


class PartName(StrEnum):
    """A part by the name that briefing.toml and the templates have for it."""

    FINDINGS = "findings"
    MATERIALS = "materials"
    INDICATORS = "indicators"
    INSPECTION = "inspection"
    MATRIX = "matrix"
    SERVICES = "services"
    COMMITMENTS = "commitments"
    QUALITY = "quality"
    EVIDENCE = "evidence"
