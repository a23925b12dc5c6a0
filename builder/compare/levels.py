"""How much a finding matters is the user's decision: `levels` of the configuration."""

from __future__ import annotations

from builder.config import Config
from builder.model import Finding, Severity


def severity(finding: Finding, config: Config) -> Severity:
    """As the configuration says for its code, else as it was found."""
    return Severity(config.levels.get(finding.code, finding.severity))
