"""`cso links` against a real server: what is there, what moved, is gone, refuses programs or comes late."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cso.cli import main
from cso.upkeep.links import Link, check_links

asked: Counter[str] = Counter()
agents: set[str] = set()


class Pages(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        asked[f"HEAD {self.path}"] += 1
        agents.add(self.headers["User-Agent"])
        self._answer()

    def do_GET(self) -> None:
        asked[f"GET {self.path}"] += 1
        self._answer()

    def _answer(self) -> None:
        first = asked[f"{self.command} {self.path}"] == 1
        status = {
            "/there": 200,
            "/gone": 404,
            "/moved": 301,
            "/robots": 403,
            "/busy": 429 if first else 200,
            "/no-head": 405 if self.command == "HEAD" else 200,
        }.get(self.path, 404)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/there")
        if status == 429:
            self.send_header("Retry-After", "0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


def results(*addresses: str, pauses: list[float] | None = None) -> dict[str, str]:
    waited: list[float] = [] if pauses is None else pauses
    links = [Link(address, (("a.yaml", 1),)) for address in addresses]
    found = check_links(links, allow_private=True, pause=0, sleep=waited.append)
    return {one.link.address.rpartition("/")[2]: one.result for one in found}


def test_each_answer_means_what_it_says(server: str) -> None:
    pages = ("there", "gone", "moved", "robots", "busy", "no-head")
    pauses: list[float] = []
    assert results(*(f"{server}/{page}" for page in pages), pauses=pauses) == {
        "there": "fine", "gone": "broken", "moved": "fine", "robots": "refused", "busy": "fine", "no-head": "fine",
    }  # fmt: skip
    assert len(pauses) == len(pages) - 1, "one question at a time for a host"
    assert all("cso-pages" in agent for agent in agents)


def test_closed_port_is_broken_and_networks_that_need_a_name_are_not_asked() -> None:
    found = results("http://127.0.0.1:9/closed", "https://www.facebook.com/someone", "https://t.me/someone")
    assert found == {"closed": "broken", "someone": "not_asked"}


def test_own_network_is_never_asked(server: str) -> None:
    (found,) = check_links([Link(f"{server}/there", ())], pause=0)
    assert found.result == "not_asked"
    assert not asked


def test_command_reports_and_never_blocks(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content/organizations/one"
    folder.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: {uk: Т, en: T}\n")
    (folder / "organization.yaml").write_text(
        f"name: {{uk: Один}}\nsource: {server}/there\nshelters:\n  - source: {server}/secret\n"
        f"reports:\n  - {{id: a, url: '{server}/gone'}}\n"
    )
    words = ("links", "--content", str(tmp_path / "content"), "--allow-private")
    assert main([*words, "--lang", "uk", "--issues", str(tmp_path / "issues")]) == 0
    told = capsys.readouterr().out
    assert "не відкривається (404)" in told and "organization.yaml:6" in told
    assert "secret" not in told and "GET /secret" not in asked, "links of places to stay are not asked for"
    issue = (tmp_path / "issues/one.md").read_text("utf-8")
    assert issue.startswith("# Посилання") and "/gone" in issue
    assert main([*words, "--format", "json"]) == 0
    assert {one["result"] for one in json.loads(capsys.readouterr().out)} == {"fine", "broken"}
