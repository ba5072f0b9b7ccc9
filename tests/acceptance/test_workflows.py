"""The workflows: valid by the platform's schema, harmless with a stranger's change, and made of commands that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cso.cli import COMMANDS
from synthetic import run

PROJECT = Path(__file__).parents[2]
WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job.get("steps", ())]


def test_valid_by_the_schema_of_the_platform() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_words_of_a_contributor_never_become_part_of_a_script(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "values come through the environment"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_permissions_are_least_and_actions_are_pinned(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"].get("contents", "read") == "read"
    assert "write-all" not in path.read_text("utf-8")
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_stranger_never_meets_a_secret(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    triggers = workflow[True]  # YAML 1.1 takes the key `on` for a yes
    assert "pull_request_target" not in triggers
    if "pull_request" in triggers:
        assert "secrets." not in path.read_text("utf-8")
        assert workflow["permissions"] == {"contents": "read"}
        assert all("permissions" not in job for job in workflow["jobs"].values())
    if "workflow_run" in triggers:
        assert not any("checkout" in step.get("uses", "") for step in steps(path)), "nothing of the change runs"


def test_the_check_of_the_content_comes_before_anything_that_could_repeat_it() -> None:
    lines = (PROJECT / "Makefile").read_text("utf-8").partition("\ntest:")[2].partition("\n\n")[0].splitlines()[1:]
    assert "cso check" in lines[0]
    names = [step.get("run") or step.get("uses", "") for step in steps(PROJECT / ".github/workflows/check.yml")]
    assert (
        names.index("make test")
        < names.index("make site")
        < next(place for place, name in enumerate(names) if name.startswith("actions/upload-artifact"))
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_step_hides_a_failure_or_writes_where_the_build_tidies_up(path: Path) -> None:
    for step in steps(path):
        script = step.get("run", "")
        assert "> output/" not in script, "a build takes away what it did not make"
        outside_quotes = re.sub(r"'[^']*'", "", script)
        assert not re.search(r"[^|]\|[^|]", outside_quotes), "the platform's shell forgets what failed before a pipe"


def test_every_command_of_a_step_exists() -> None:
    known = run(PROJECT, "cso", "--help").stdout
    targets = (PROJECT / "Makefile").read_text("utf-8")
    assert len(COMMANDS) > 5
    scripts = "\n".join(step.get("run", "") for path in WORKFLOWS for step in steps(path))
    for command in set(re.findall(r"\.venv/bin/cso ([a-z]+)", scripts)):
        assert re.search(rf"^    {command} ", known, re.MULTILINE), command
    for target in set(re.findall(r"\bmake (?:--silent )?([a-z][a-z-]*)", scripts)):
        assert re.search(rf"^{target}:", targets, re.MULTILINE), target
    for script in set(re.findall(r"(\.github/[a-z]+) ", scripts)):
        assert (PROJECT / script).stat().st_mode & 0o100
