"""Who may speak to the desk: attacks from other pages, other people and other machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.deskclient import BASE, PORT, TOKEN, Tried, tried

# Every address, with what changes something beside what is only read.
READ = ("/", "/reading", "/api/forms", "/api/snapshot", "/api/fact", "/output/briefing.docx")
CHANGING = (
    ("POST", "/api/files?name=a.txt"),
    ("DELETE", "/api/files?name=a.txt"),
    ("POST", "/api/build"),
    ("POST", "/api/stop"),
    ("POST", "/api/corrections"),
    ("DELETE", "/api/corrections/0"),
    ("POST", "/api/corrections/0"),
    ("POST", "/api/checked"),
    ("POST", "/api/preview"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Tried:
    return tried(tmp_path)


@pytest.mark.parametrize("path", [*READ, "/static/desk/main.js", "/static/reading/main.js"])
def test_nothing_is_answered_without_the_token(desk: Tried, path: str) -> None:
    answer = desk.client(opened=False).get(path)
    assert answer.status_code == 403
    assert "请用终端里印出的完整地址打开" in answer.text


@pytest.mark.parametrize(("method", "path"), CHANGING)
def test_nothing_is_done_without_the_token(desk: Tried, method: str, path: str) -> None:
    assert desk.client(opened=False).request(method, path).status_code == 403
    assert not desk.building
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize("token", ["", "a-toke", "a-token2", "岳阳"])
def test_a_wrong_token_opens_nothing(desk: Tried, token: str) -> None:
    assert desk.client(opened=False).get("/", params={"token": token}).status_code == 403


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_page_sees(desk: Tried) -> None:
    answer = desk.client(opened=False).get(f"/?token={TOKEN}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie == f"desk-{PORT}={TOKEN}; HttpOnly; Path=/; SameSite=strict"


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", ""]
)
def test_a_name_of_elsewhere_that_leads_here_is_refused(desk: Tried, host: str) -> None:
    answer = desk.client().get("/api/snapshot", headers={"Host": host})
    assert (answer.status_code, answer.text) == (421, "Misdirected Request")


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/snapshot"), *CHANGING])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}"])
def test_a_page_of_elsewhere_is_refused(desk: Tried, method: str, path: str, origin: str) -> None:
    answer = desk.client().request(method, path, headers={"Origin": origin})
    assert answer.status_code == 403
    assert not desk.building
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_names_another_site_is_refused(desk: Tried, site: str) -> None:
    assert desk.client().get("/api/forms", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_what_changes_something_must_say_where_it_comes_from(desk: Tried) -> None:
    client = desk.client()
    del client.headers["Origin"]
    assert client.post("/api/build").status_code == 403
    assert client.get("/api/forms").status_code == 200


def test_a_foreign_page_is_told_nothing_of_what_it_may_ask(desk: Tried) -> None:
    answer = desk.client().options(
        "/api/build",
        headers={"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"},
    )
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", ["/", "/api/forms", "/static/desk/main.js", "/nothing"])
def test_pages_may_load_nothing_from_elsewhere_and_no_other_may_show_them(
    desk: Tried, path: str
) -> None:
    headers = desk.client().get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_localhost_is_this_machine_too(desk: Tried) -> None:
    client = desk.client()
    own = {"Host": f"localhost:{PORT}", "Origin": f"http://localhost:{PORT}"}
    assert client.get("/api/forms", headers=own).status_code == 200
    assert BASE.endswith(str(PORT))
