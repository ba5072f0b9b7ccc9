"""The style of the pages: one sheet for most, a small one inside every page for people in need."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

SITE_LIST = "site.txt"
HELP_LIST = "help.txt"


def read_style(theme: Path, list_name: str) -> str:
    """Join the style files that `theme/static/style/<list_name>` names, one path below `theme/` a line."""
    folder = theme / "static" / "style"
    names = (line.strip() for line in (folder / list_name).read_text(encoding="utf-8").splitlines())
    return compact("\n".join((theme / name).read_text(encoding="utf-8") for name in names if name and name[0] != "#"))


def compact(style: str) -> str:
    """Take comments and needless white space out of a style sheet; strings and values stay as they are."""
    without_comments = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    lines = (line.strip() for line in without_comments.splitlines())
    return "\n".join(line for line in lines if line)


def content_security_policy(inline_style: str | None, *, script: bool, search: bool = False) -> str:
    """The policy of a page: nothing from elsewhere, nothing sent anywhere.

    Args:
        inline_style: the style inside the page, allowed by its hash; None for the style sheet of the site.
        script: whether the page has the site's own script.
        search: whether it is the page of search, which alone may load files of the site and run WebAssembly.
    """
    style = "'self'" if inline_style is None else f"'sha256-{_sha256(inline_style)}'"
    scripts = " script-src 'self';" if script else ""
    if search:
        scripts = " script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';"
    return f"default-src 'none'; style-src {style};{scripts} img-src 'self'; base-uri 'none'; form-action 'none'"


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
