"""Take the pictures of the steps in CONTRIBUTING: `make pictures`.

Each shows the real thing with the real content: the page with the workbooks, a workbook in LibreOffice, the form in the
browser, and the answer to a proposed change. Nothing is drawn by hand.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markdown import markdown
from openpyxl import load_workbook
from openpyxl.worksheet.page import PageMargins
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SITE = PROJECT / "output"
COMMAND = Path(sys.executable).parent / "cso"
EXAMPLE = "la-strada-ukraine"
PROFILE = f"content/organizations/{EXAMPLE}/organization.yaml"
WIDTH, HEIGHT = 1000, 640
SHEET = "Про організацію"
LOOK = """<meta charset="utf-8"><style>
body { font: 16px/1.5 "DejaVu Sans", sans-serif; margin: 24px; color: #1d2729; }
h2 { font-size: 22px; margin: 0 0 12px } h3 { font-size: 18px; margin: 20px 0 8px }
table { border-collapse: collapse } td, th { border: 1px solid #c9c2b2; padding: 6px 10px; text-align: left }
</style>"""
SIGNS = str.maketrans({"✅": "✔", "⛔": "✘", "👤": "➜", "\N{VARIATION SELECTOR-16}": None})
"""Signs for those that the fonts of few machines have."""
FILL = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });
  for (const [path, text] of files) {
    let folder = root;
    const parts = path.split('/');
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
"""Puts files where the test backend of the form keeps them."""


def offered_workbooks(browser: Browser) -> None:
    """The page that offers each organisation its workbook."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto((SITE / "contribute/index.html").as_uri())
    page.evaluate("document.querySelector('#forms').scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=str(HERE / "step-download.png"))
    page.close()


def open_workbook(browser: Browser, folder: Path) -> None:
    """A workbook as LibreOffice lays it out."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("LibreOffice or pdftoppm is not installed: step-workbook.png stays as it is.", file=sys.stderr)
        return
    book = load_workbook(SITE / f"contribute/forms/{EXAMPLE}.xlsx")
    for page in list(book):
        if page.title != SHEET:
            del book[page.title]
    sheet = book[SHEET]
    sheet.data_validations.dataValidation.clear()
    sheet.print_area = "B1:D14"
    sheet.page_setup.orientation = "landscape"
    sheet.page_margins = PageMargins(0.2, 0.2, 0.2, 0.2, 0, 0)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = True
    book.save(folder / "workbook.xlsx")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    office = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, folder / "workbook.xlsx")
    picture = ("pdftoppm", "-png", "-r", "100", "-f", "1", "-singlefile", folder / "workbook.pdf", folder / "workbook")
    for command in (office, picture):
        subprocess.run(command, check=True, capture_output=True)
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto((folder / "workbook.png").as_uri())
    page.evaluate("document.body.innerHTML = `<img src='${location.href}' style='width: 100vw'>`")
    page.evaluate("document.images[0].decode()")
    page.screenshot(path=str(HERE / "step-workbook.png"), clip={"x": 0, "y": 0, "width": WIDTH, "height": 360})
    page.close()


def browser_form(browser: Browser, folder: Path) -> None:
    """The form, with the backend that needs no account."""
    for name in ("content", "schemas", "theme"):
        shutil.copytree(PROJECT / name, folder / name)
    settings = (PROJECT / "pelicanconf.py").read_text("utf-8")
    few = ("cso.publish", "cso.directory", "cso.pages", "cso.editor")
    more = f"EDITOR = True\nEDITOR_BACKEND = 'test-repo'\nPLUGINS = [name for name in PLUGINS if name in {few}]\n"
    (folder / "pelicanconf.py").write_text(f"{settings}\n{more}", "utf-8")
    subprocess.run([COMMAND, "build"], cwd=folder, check=True, capture_output=True)
    with served(folder / "output") as address:
        context = browser.new_context(locale="uk-UA", viewport={"width": WIDTH, "height": HEIGHT})
        page = context.new_page()
        page.goto(f"{address}/")
        page.evaluate(FILL, [[PROFILE, (PROJECT / PROFILE).read_text("utf-8")]])
        page.goto(f"{address}/admin/")
        page.get_by_role("button", name="Працювати з тестовим репозиторієм").click()
        page.get_by_text("Колекції").first.wait_for()
        page.goto(f"{address}/admin/#/collections/organizations/entries/{EXAMPLE}/organization")
        page.get_by_role("button", name="Зберегти").wait_for()
        page.wait_for_timeout(1500)  # fields are drawn as they come into view
        page.screenshot(path=str(HERE / "step-form.png"))
        context.close()


def answer(browser: Browser, folder: Path) -> None:
    """What a proposed change gets: what it means to the public, and who may say yes."""

    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)

    for name in ("content", "schemas"):
        shutil.copytree(PROJECT / name, folder / name)
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "editor")
    git("config", "user.email", "editor@example.org")
    git("add", ".")
    git("commit", "--quiet", "--message", "Before")
    git("checkout", "--quiet", "-b", "proposal")
    text = (folder / PROFILE).read_text("utf-8")
    number = next(line for line in text.splitlines() if "dial: 0 800 500 335" in line)
    (folder / PROFILE).write_text(text.replace(number, number.replace("335", "353"), 1), "utf-8")
    git("commit", "--quiet", "--all", "--message", "Two digits change places")
    told = []
    for words in (["review", "--author", "somebody"], ["diff"]):
        command = [COMMAND, *words, "main", "proposal", "--lang", "uk"]
        told.append(subprocess.run(command, cwd=folder, text=True, capture_output=True, check=False).stdout)
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    text = "\n\n".join(told).translate(SIGNS)
    page.set_content(LOOK + markdown(text, extensions=["tables"], tab_length=2))
    page.screenshot(path=str(HERE / "step-answer.png"), full_page=True)
    page.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def main() -> int:
    """Take every picture; 1 when the site is not built or there is no browser."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_path is None or not (SITE / "index.html").exists():
        print("Build the site first (make site) and install Chromium (make test does).", file=sys.stderr)
        return 1
    os.environ.pop("EDITOR", None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        offered_workbooks(browser)
        for take in (open_workbook, browser_form, answer):
            with tempfile.TemporaryDirectory() as folder:
                take(browser, Path(folder))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
