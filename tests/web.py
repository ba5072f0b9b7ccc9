"""What tests of pages share: is this valid HTML, and where is the browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parents[1]
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium runs as root in containers, and asks nobody for anything on its own."""


def html_problems(folder: Path) -> list[str]:
    """Validate every HTML file below a folder in one run; rules are in `.htmlvalidate.json`.

    Returns:
        One line per problem: file, line, column, rule, message; empty when all is valid.
    """
    if not next(folder.rglob("*.html"), None):
        raise ValueError(f"no HTML file in {folder}: nothing was validated")
    with TemporaryFile("w+", encoding="utf-8") as told:  # into a pipe, node leaves after the first 64 kB
        done = subprocess.run(
            [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "json", "--ext", "html", folder],
            stdout=told,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
        told.seek(0)
        answer = told.read()
    if done.returncode not in (0, 1) or not answer.strip():
        raise RuntimeError(f"html-validate did not run: {answer} {done.stderr}")
    return [
        f"{Path(report['filePath']).relative_to(folder)}:{problem['line']}:{problem['column']} "
        f"{problem['ruleId']}: {problem['message']}"
        for report in json.loads(answer)
        for problem in report["messages"]
    ]


def browser_path() -> str:
    """Return the program of the installed Chromium or Chrome."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("no Chromium or Google Chrome here; make test says how to get one")
