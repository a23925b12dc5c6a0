"""Key findings: what of a comparison is worth saying first, as data.

Rules look at the comparison alone and say no more than its tables prove; `wording` has the
sentence of each. The office steers them in `[findings]` of briefing.toml.
"""

from __future__ import annotations

from builder.key_findings.choosing import candidates, chosen
from builder.key_findings.steering import conclusions, focused

__all__ = ["candidates", "chosen", "conclusions", "focused"]
