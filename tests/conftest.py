from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test finds what another has kept, nor what the user of this machine has."""
    folder = tmp_path_factory.mktemp("cache") / "briefing"
    monkeypatch.setenv("BRIEFING_CACHE", str(folder))
    return folder
