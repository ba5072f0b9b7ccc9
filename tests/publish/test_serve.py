from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from .conftest import Project

PATIENCE = 20


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def wait_for(address: str, text: str) -> None:
    end = time.monotonic() + PATIENCE
    while text not in fetch(address)[1]:
        assert time.monotonic() < end, f"{address} never showed {text}"
        time.sleep(0.1)


@pytest.fixture
def address(project: Project) -> Iterator[str]:
    project.write("content/404.txt", "Not here")
    with subprocess.Popen(
        [sys.executable, "-m", "cso.cli", "serve", "--port", "0"],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout
        told = ""
        try:
            while not (found := re.search(r"http://127\.0\.0\.1:[0-9]+/", told)):
                line = process.stdout.readline()
                assert line, told
                told += line
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=PATIENCE)[0]
    assert process.returncode == 0
    assert "Traceback" not in told + rest


def test_site_is_served_and_rebuilt(project: Project, address: str) -> None:
    assert fetch(f"{address}index.html")[0] == 200
    assert fetch(f"{address}nowhere/") == (404, "<!DOCTYPE html>\n<title>Not here</title>")
    assert fetch(f"{address}data/")[0] == 404, "no lists of files"
    project.write("content/index.txt", "Changed once")
    wait_for(address, "Changed once")
    project.write("content/index.txt", "error")
    time.sleep(2)
    assert "Changed once" in fetch(address)[1], "the last good site stays"
    project.write("theme/templates/page.html", "<title>{{ text }}</title> new look")
    project.write("content/index.txt", "Mended")
    wait_for(address, "Mended</title> new look")
