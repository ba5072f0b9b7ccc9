"""`cso serve`: the site at a local address, built anew on every change."""

from __future__ import annotations

import argparse
import functools
import os
import subprocess
import sys
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

import watchfiles

from cso.publish.errors import UsageError

ADDRESS = "127.0.0.1"
WATCHED = ("content", "theme", "schemas", "plugins", "pelicanconf.py")


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the output folder as a plain web server would: no lists of files, our 404 page, nothing cached."""

    def end_headers(self) -> None:
        """Add what keeps a rebuilt page from being shown old."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Answer "not found" for a folder without a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send our own page for "not found"."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Send a file; a browser that goes away in between is no error."""
        try:
            super().copyfile(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # named by the base class
        """Keep the terminal for findings."""


def serve(arguments: argparse.Namespace) -> int:
    """Build, serve and build again on every change, until Ctrl+C.

    Each build is a process of its own, so that changed Python code counts too. A build that fails prints its findings
    and leaves the last good site in place.
    """
    output = Path("output").resolve()
    handler = functools.partial(SiteHandler, directory=str(output))
    try:
        server = ThreadingHTTPServer((ADDRESS, arguments.port), handler)
    except OSError as error:
        raise UsageError(
            f"Port {arguments.port} cannot be used ({error.strerror}). Choose another with --port."
        ) from error
    with server:
        _build()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"The site is at http://{ADDRESS}:{server.server_port}/ until you press Ctrl+C.", flush=True)
        try:
            for _ in watchfiles.watch(*(path for path in WATCHED if Path(path).exists()), raise_interrupt=True):
                _build()
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
    return 0


def _build() -> None:
    """Run one build and say how it stands."""
    if subprocess.run([sys.executable, "-m", "cso.cli", "build"], check=False).returncode:
        print("The last good site stays as it is; waiting for the next change.", flush=True)
