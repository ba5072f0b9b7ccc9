from __future__ import annotations

from pathlib import Path

import pytest

from cso.publish.lock import build_lock

from .conftest import Project, state, tree

BUILDS = [("cso", "build"), ("pelican", "content")]


def manifest_paths(project: Project) -> list[str]:
    import json

    return sorted(json.loads((project.root / ".cache/manifest.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("command", BUILDS)
def test_build_tells_what_it_did(project: Project, command: tuple[str, ...]) -> None:
    done = project.run(*command)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Built 2 organisations, pages: 2 uk; 3 files (3 new or changed, 0 removed)" in done.stdout
    assert "article" not in done.stdout


def test_both_commands_give_the_same_bytes_every_time(project: Project) -> None:
    project.build()
    first = tree(project.output)
    before = state(project.output)
    assert project.run("pelican", "content").returncode == 0
    assert state(project.output) == before, "nothing changed, so nothing may be written"
    project.run("pelican", "content", "-o", "elsewhere")
    project.build("--output", "a/third")
    assert tree(project.root / "elsewhere") == tree(project.root / "a/third") == first


def test_output_holds_what_is_in_the_manifest_and_nothing_else(project: Project) -> None:
    project.build()
    assert manifest_paths(project) == sorted(tree(project.output)) == ["about.html", "data/as-of.txt", "index.html"]


def test_pelican_publishes_nothing_of_its_own(project: Project) -> None:
    project.build()
    before = tree(project.output)
    project.write("content/news/2026-01-01-a.md", "Title: A\nDate: 2026-01-01\n\nText\n")
    project.write("content/pages/b.md", "Title: B\n\nText\n")
    project.write("content/images/c.png", "no picture")
    project.write("theme/static/css/main.css", "a { color: red }")
    project.build()
    assert tree(project.output) == before


def test_values_are_escaped(project: Project) -> None:
    project.build()
    assert b"&lt;script&gt;" in tree(project.output)["about.html"]


@pytest.mark.parametrize("command", BUILDS)
def test_content_errors_leave_the_site_untouched(project: Project, command: tuple[str, ...]) -> None:
    project.build()
    before = state(project.output)
    project.write("content/index.txt", "error")
    project.write("content/new.txt", "error")
    done = project.run(*command)
    assert done.returncode == 1
    assert "index.txt:1:1  error  " in done.stdout
    assert "new.txt:1:1  error  " in done.stdout
    assert done.stderr == "2 errors, 0 warnings. Nothing was written.\n"
    assert "Traceback" not in done.stdout + done.stderr
    assert state(project.output) == before


def test_what_no_longer_belongs_goes_after_success_only(project: Project) -> None:
    project.build()
    (project.root / "content/about.txt").unlink()
    project.write("content/index.txt", "error")
    project.run("cso", "build")
    assert "about.html" in tree(project.output)
    project.write("content/index.txt", "fine")
    project.build()
    assert "about.html" not in tree(project.output)


def test_warnings_are_shown_and_do_not_fail(project: Project) -> None:
    project.write("content/about.txt", "warning")
    done = project.build()
    assert "about.txt:1:1  warning  " in done.stdout
    assert "0 errors, 1 warning." in done.stdout


COLLECTING = """
from pelican import signals
from cso.publish import Output, OutputGenerator

class Second(OutputGenerator):
    def outputs(self, directory, settings):
        {body}

def generators(site):
    return Second

def register():
    signals.get_generators.connect(generators)
"""

BROKEN = {
    "register raises": ("def register():\n    1 / 0\n", "second could not be registered: division by zero"),
    "import fails": ("import nothing_of_this_name\n", "Not every plugin in PLUGINS could be loaded: second"),
    "no register": ("name = 1\n", "second could not be registered"),
    "listens to nothing": ("def register():\n    pass\n", "second listens to nothing"),
    "lambda": (
        "from pelican import signals\ndef register():\n    signals.get_generators.connect(lambda site: None)\n",
        "second listens to nothing",
    ),
    "no class": (
        "from pelican import signals\ndef give(site):\n    return None\n"
        "def register():\n    signals.get_generators.connect(give)\n",
        "gave None where a generator class was to be",
    ),
    "nothing given": (COLLECTING.format(body="return ()"), "second.Second gave nothing to publish"),
    "same path": (
        COLLECTING.format(body='return [Output("index.html", str.encode, "x")]'),
        "mini.Pages already publishes index.html",
    ),
    "outside": (
        COLLECTING.format(body='return [Output("../x.html", str.encode, "x")]'),
        "no place in the site",
    ),
    "required missing": (
        COLLECTING.replace("def outputs", 'required = ("404.html",)\n    def outputs').format(
            body='return [Output("x.html", str.encode, "x")]'
        ),
        "did not give what the site cannot do without: 404.html",
    ),
    "writes by itself": (
        COLLECTING.replace("def outputs", "def generate_output(self, writer):\n        ")
        .replace("(self, directory, settings):\n        {body}", "")
        .replace("writer):\n        ", 'writer):\n        writer.write_file("x.html", None, {{}})')
        .format(),
        "Something wants to write x.html by itself",
    ),
}


@pytest.mark.parametrize(("case", "command"), [*((case, BUILDS[0]) for case in BROKEN), ("register raises", BUILDS[1])])
def test_broken_plugin_fails_the_build(project: Project, case: str, command: tuple[str, ...]) -> None:
    project.build()
    before = state(project.output)
    text, message = BROKEN[case]
    project.plugin(text)
    done = project.run(*command)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert state(project.output) == before


RAISING = {
    "outputs": "raise RuntimeError('a bug')",
    "maker": "return [Output('a.html', lambda view: 1 / 0, 'x')]",
    "template of another theme": "self.get_template('index'); return []",
    "unset name": "return [Output('a.html', lambda v: self.env.from_string('{{{{ nobody }}}}').render().encode(), 0)]",
}


@pytest.mark.parametrize(("case", "command"), [*((case, BUILDS[0]) for case in RAISING), ("maker", BUILDS[1])])
def test_bug_in_a_generator_fails_the_build(project: Project, case: str, command: tuple[str, ...]) -> None:
    project.build()
    before = state(project.output)
    project.plugin(COLLECTING.format(body=RAISING[case].replace("{{{{", "{{").replace("}}}}", "}}")))
    project.write("content/index.txt", "changed")
    assert project.run(*command).returncode == 1
    assert state(project.output) == before


@pytest.mark.parametrize("command", BUILDS)
def test_interrupted_build_is_no_success_and_no_traceback(project: Project, command: tuple[str, ...]) -> None:
    project.plugin(COLLECTING.format(body="raise KeyboardInterrupt"))
    done = project.run(*command)
    assert done.returncode == 130
    assert "Traceback" not in done.stdout + done.stderr
    assert not project.output.exists()


def test_state_that_cannot_be_kept_is_told_plainly(project: Project) -> None:
    project.write(".cache", "a file")
    done = project.run("cso", "build")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "folder for its state" in done.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("PLUGINS = None", "PLUGINS is missing"),
        ('PLUGINS = ["mini"]', "cso.publish must be the first"),
        ('PLUGINS = ["mini", "cso.publish"]\nimport foreign_writer', "cso.publish must be the first"),
        ('PLUGINS = ["cso.publish"]', "No plugin gave anything to publish"),
        ('PLUGINS = ["cso.publish", "missing.plugin"]', "could be loaded: missing.plugin"),
        ('JINJA_ENVIRONMENT = {"autoescape": False}', '"autoescape": True'),
        ("OUTPUT_SOURCES = True", "OUTPUT_SOURCES must stay off"),
        ('TEMPLATE_PAGES = {"index.txt": "x.html"}', "TEMPLATE_PAGES must stay off"),
        ("DELETE_OUTPUT_DIRECTORY = True", "DELETE_OUTPUT_DIRECTORY must stay off"),
        ('THEME_TEMPLATES_OVERRIDES = ["theme"]', "THEME_TEMPLATES_OVERRIDES must stay off"),
        ('OUTPUT_PATH = "."', "project itself"),
        ('OUTPUT_PATH = "content"', "mix with the content"),
        ('OUTPUT_PATH = "theme/templates"', "mix with the theme"),
        ('OUTPUT_PATH = ".cache/site"', "mix with the build state"),
        ("import pelican\nPELICAN_CLASS = pelican.Pelican", None),
    ],
)
def test_settings_that_would_weaken_the_build_are_refused(project: Project, line: str, message: str | None) -> None:
    before = state(project.root / "content")
    project.write(
        "foreign_writer.py",
        "from pelican import signals\nfrom pelican.writers import Writer\n"
        "def give(site):\n    return Writer\nsignals.get_writer.connect(give)\n",
    )
    project.set(line)
    done = project.run("pelican", "content", environment={"PYTHONPATH": "."})
    assert done.returncode == 1
    if message:
        assert message in done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert not project.output.exists()
    assert state(project.root / "content") == before


def test_option_to_empty_the_output_is_refused(project: Project) -> None:
    project.build()
    before = state(project.output)
    assert project.run("pelican", "content", "--delete-output-directory").returncode == 1
    assert state(project.output) == before


def test_folder_with_files_of_others_is_refused(project: Project) -> None:
    project.write("output/letter.txt", "dear all")
    done = project.run("cso", "build")
    assert done.returncode == 1
    assert "letter.txt" in done.stderr
    assert tree(project.output) == {"letter.txt": b"dear all"}


def test_build_waits_for_nobody(project: Project) -> None:
    with build_lock(project.root / ".cache"):
        done = project.run("cso", "build")
    assert done.returncode == 1
    assert "Another build is running" in done.stderr
    assert not project.output.exists()


@pytest.mark.parametrize(
    ("options", "environment", "day"),
    [
        ((), {}, "2026-09-21"),
        (("--as-of", "2026-01-31"), {}, "2026-01-31"),
        ((), {"SOURCE_DATE_EPOCH": "0"}, "1970-01-01"),
    ],
)
def test_as_of(project: Project, options: tuple[str, ...], environment: dict[str, str], day: str) -> None:
    assert project.run("cso", "build", *options, environment=environment).returncode == 0
    assert (project.output / "data/as-of.txt").read_text(encoding="utf-8") == day


def test_bad_epoch_is_told_plainly(project: Project) -> None:
    done = project.run("cso", "build", environment={"SOURCE_DATE_EPOCH": "yesterday"})
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_content_and_output_can_be_elsewhere(project: Project, tmp_path: Path) -> None:
    (project.root / "content").rename(tmp_path / "words")
    project.build("--content", str(tmp_path / "words"), "--output", str(tmp_path / "site"))
    project.build("--content", str(tmp_path / "words"), "--output", str(tmp_path / "site"))
    assert "index.html" in tree(tmp_path / "site")
    assert not project.output.exists()
