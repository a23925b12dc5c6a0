"""What is served of the output folder: its documents, and nothing that lies or leads elsewhere."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from builder.desk.downloads import page_policy
from tests.desk.deskclient import Tried, tried


@pytest.fixture
def desk(tmp_path: Path) -> Tried:
    found = tried(tmp_path)
    (found.output / "briefing.docx").write_bytes(b"word")
    (found.output / "briefing.html").write_bytes(b"<script>1</script>")
    (found.output / "manifest.json").write_bytes(b"{}")
    return found


def test_a_document_is_kept_under_its_name(desk: Tried) -> None:
    answer = desk.client().get("/output/briefing.docx")
    assert answer.content == b"word"
    assert answer.headers["content-disposition"] == 'attachment; filename="briefing.docx"'


@pytest.mark.parametrize(
    "path",
    [
        "/output/manifest.json",
        "/output/briefing.pdf",
        "/output/..%2Fsecret.txt",
        "/output/%2e%2e/secret.txt",
        "/output/..%5Csecret.txt",
        "/output//etc/passwd",
        "/static/desk/..%2Fguard.py",
        "/static/desk/%2e%2e/guard.py",
        "/static/reading/..%2F..%2Fdesk%2Fguard.py",
        "/static/fonts/..%2Fbriefing.docx",
    ],
)
def test_error_nothing_else_is_served(desk: Tried, path: str) -> None:
    (desk.folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    answer = desk.client().get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_error_a_link_in_the_output_is_no_document(desk: Tried) -> None:
    secret = desk.folder.parent / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (desk.output / "briefing.xlsx").symlink_to(secret)
    assert desk.client().get("/output/briefing.xlsx").status_code == 404
    archive = zipfile.ZipFile(io.BytesIO(desk.client().get("/output/briefing.zip").content))
    assert archive.namelist() == ["briefing.docx", "briefing.html"]


def test_the_same_documents_make_the_same_archive(desk: Tried) -> None:
    client = desk.client()
    assert client.get("/output/briefing.zip").content == client.get("/output/briefing.zip").content


def test_the_briefings_page_runs_its_own_script_and_loads_nothing(desk: Tried) -> None:
    policy = desk.client().get("/output/briefing.html?view").headers["content-security-policy"]
    own = base64.b64encode(hashlib.sha256(b"1").digest()).decode()
    assert f"script-src 'sha256-{own}';" in policy
    assert "default-src 'none';" in policy
    assert "sandbox allow-scripts" in policy
    assert page_policy(b'<script type="application/json">{}</script>').count("sha256") == 0
