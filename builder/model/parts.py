"""The parts of the briefing, in their usual order."""

from __future__ import annotations

from enum import StrEnum


class PartName(StrEnum):
    """A part by the name that briefing.toml and the templates have for it."""

    FINDINGS = "findings"
    OVERVIEW = "overview"
    PERIODS = "periods"
    INDICATORS = "indicators"
    INSPECTION = "inspection"
    MATRIX = "matrix"
    COMMITMENTS = "commitments"
    SERVICES = "services"
    MATERIALS = "materials"
    SHEETS = "sheets"
    EVIDENCE = "evidence"
