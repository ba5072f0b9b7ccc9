"""What tests of pages share: is this valid HTML, and where is the browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

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
    done = subprocess.run(
        [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "json", "--ext", "html", folder],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode not in (0, 1) or not done.stdout.strip():
        raise RuntimeError(f"html-validate did not run: {done.stdout} {done.stderr}")
    return [
        f"{Path(report['filePath']).relative_to(folder)}:{problem['line']}:{problem['column']} "
        f"{problem['ruleId']}: {problem['message']}"
        for report in json.loads(done.stdout)
        for problem in report["messages"]
    ]


def browser_path() -> str:
    """Return the program of the installed Chromium or Chrome."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("no Chromium or Google Chrome here; make test says how to get one")
