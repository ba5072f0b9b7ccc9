"""Measure the pages as a phone over a slow connection gets them, with Lighthouse, and write docs/performance.md.

Two sites are built and measured: the demonstration with the real content, and the invented content as if launched,
because only a launched site lets search engines in. Run it with `make bench`; it exits 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "plugins")]

from synthetic import AS_OF, SyntheticProject  # noqa: E402  # of the tests, found by the line above
from web import FLAGS, browser_path  # noqa: E402

LIGHTHOUSE = ROOT / "node_modules" / ".bin" / "lighthouse"
DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- lighthouse: begin -->", "<!-- lighthouse: end -->"

#: Lighthouse reads /robots.txt in the name of the page, and the policy of our pages forbids even that: the measuring
#: host adds the one permission it needs (https://github.com/GoogleChrome/lighthouse/issues/10225).
POLICY = b"default-src &#39;none&#39;"

#: Category of Lighthouse → least score wanted of 100.
GOALS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
HEADINGS = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}

#: Pages of each site; the region is one that has something to show there.
PAGES = {
    "demonstration": ("/", "/en/", "/help/", "/help/in/lviv/", "/regions/lviv/", "/hotlines/"),
    "launched": ("/", "/en/", "/help/", "/help/in/ternopil/", "/regions/ternopil/", "/hotlines/"),
}
#: The demonstration keeps search engines away on purpose: nothing is wanted of it there.
WANTED = {
    "demonstration": ("performance", "accessibility", "best-practices"),
    "launched": ("performance", "accessibility", "best-practices", "seo"),
}


@dataclass(frozen=True)
class Measurement:
    """A page of a site: median scores of 100 by category, milliseconds to the first and the largest paint, bytes."""

    site: str
    page: str
    scores: Mapping[str, int]
    first_paint: int
    largest_paint: int
    transferred: int
    faults: tuple[str, ...]

    @property
    def missed(self) -> list[str]:
        """Categories below their goal."""
        return [category for category in WANTED[self.site] if self.scores[category] < GOALS[category]]


class Host(SimpleHTTPRequestHandler):
    """A host as hosts are: packs what is text, keeps connections open, says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, packed."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(file))
        body = file.read_bytes()
        if b"connect-src" not in body:
            body = body.replace(POLICY, POLICY + b"; connect-src 'self'", 1)
        is_text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        if is_text:
            body = gzip.compress(body, 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """A folder at a local address; the folder may still be empty."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def build(project: Path, address: str, *options: str) -> None:
    """Build the site of a project for the address at which it will be measured."""
    environment = {
        **os.environ,
        "SITEURL": address,
        "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT / 'benchmarks'}",
    }
    command = [sys.executable, "-m", "cso.cli", "build", "--output", str(project / "measured"), *options]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the site to measure could not be built:\n{done.stdout}{done.stderr}")


def build_demonstration(folder: Path, address: str) -> None:
    """The real content, as it is."""
    for part in ("content", "schemas", "theme", "pelicanconf.py"):
        (folder / part).symlink_to(ROOT / part)
    build(folder, address)


def build_launched(folder: Path, address: str) -> None:
    """The invented content, shown as if launched."""
    project = SyntheticProject.make(folder)
    settings = folder / "pelicanconf.py"
    added = '\nPLUGINS.insert(PLUGINS.index("cso.directory") + 1, "as_launched")\n'
    settings.write_text(settings.read_text(encoding="utf-8") + added, encoding="utf-8")
    build(project.root, address, "--as-of", AS_OF.isoformat())


def run_lighthouse(address: str) -> dict[str, Any]:
    """One run over a page: the report of Lighthouse as a phone gets the page."""
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        "--form-factor=mobile",
        f"--only-categories={','.join(GOALS)}",
        f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
    ]
    environment = {**os.environ, "CHROME_PATH": browser_path()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    if report.get("runtimeError"):
        raise SystemExit(f"Lighthouse failed on {address}: {report['runtimeError']['message']}")
    return report


def measure(site: str, host: str, page: str, runs: int) -> Measurement:
    """Several runs over a page, and the median of each figure."""
    reports = [run_lighthouse(host + page) for _ in range(runs)]

    def median(values: Sequence[float]) -> int:
        return round(statistics.median(values))

    def figure(audit: str) -> int:
        return median([report["audits"][audit]["numericValue"] for report in reports])

    faults = {
        f"{category}: {identifier}"
        for report in reports
        for category in WANTED[site]
        for identifier in (
            reference["id"] for reference in report["categories"][category]["auditRefs"] if reference["weight"]
        )
        if report["audits"][identifier]["score"] is not None and report["audits"][identifier]["score"] < 0.9
    }
    return Measurement(
        site=site,
        page=page,
        scores={
            category: median([100 * report["categories"][category]["score"] for report in reports])
            for category in GOALS
        },
        first_paint=figure("first-contentful-paint"),
        largest_paint=figure("largest-contentful-paint"),
        transferred=figure("total-byte-weight"),
        faults=tuple(sorted(faults)),
    )


def table(measurements: Sequence[Measurement], runs: int, version: str) -> str:
    """The figures as a table in Markdown."""
    lines = [
        f"Lighthouse {version}, mobile, simulated slow 4G and a processor slowed four times; median of {runs} runs.",
        "",
        f"| Site | Page | {' | '.join(HEADINGS.values())} | First paint | Largest paint | Transferred |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measurements:
        scores = (str(one.scores[name]) if name in WANTED[one.site] else "–" for name in GOALS)
        lines.append(
            f"| {one.site} | `{one.page}` | {' | '.join(scores)} | {one.first_paint / 1000:.2f} s"
            f" | {one.largest_paint / 1000:.2f} s | {one.transferred / 1000:.1f} kB |"
        )
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the figures between their marks in the document."""
    document = DOCUMENT.read_text(encoding="utf-8")
    before, rest = document.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Build, measure, write; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="runs per page, of which the median counts (default: 3)")
    parser.add_argument("--site", choices=PAGES, action="append", help="measure one of the sites alone")
    parser.add_argument("--page", action="append", help="measure these pages alone")
    parser.add_argument("--no-write", action="store_true", help="leave docs/performance.md as it is")
    arguments = parser.parse_args()
    makers = {"demonstration": build_demonstration, "launched": build_launched}
    measurements = []
    for site in arguments.site or PAGES:
        with tempfile.TemporaryDirectory() as folder, hosted(Path(folder) / "measured") as host:
            makers[site](Path(folder), host)
            for page in arguments.page or PAGES[site]:
                measurement = measure(site, host, page, arguments.runs)
                measurements.append(measurement)
                print(site, page, dict(measurement.scores), *measurement.faults, flush=True)
    version = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]["lighthouse"]
    if not arguments.no_write:
        write(table(measurements, arguments.runs, version))
    missed = [f"{one.site} {one.page}: {', '.join(one.missed)}" for one in measurements if one.missed]
    print("Every goal is met." if not missed else "Below the goal: " + "; ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
