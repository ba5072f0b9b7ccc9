"""Take the pictures of the documentation from the built site: `make pictures`.

Needs what the tests need: Playwright and Chromium (see Makefile). The site is shown as a demonstration, as it is.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SITE = HERE.parent.parent / "output"
PICTURES = {
    "start-phone.png": ("index.html", 390, 844),
    "start.png": ("en/index.html", 1280, 800),
    "profile.png": ("en/organizations/la-strada-ukraine/index.html", 1280, 900),
}
"""File name → page, width and height in CSS pixels."""


def main() -> int:
    """Take every picture; 1 when the site is not built or there is no browser."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_path is None or not (SITE / "index.html").exists():
        print("Build the site first (make site) and install Chromium (make test does).", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, (page_file, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto((SITE / page_file).as_uri())
            page.screenshot(path=str(HERE / name))
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
