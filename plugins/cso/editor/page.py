"""The page of the form and what starts it."""

from __future__ import annotations

FOLDER = "admin"

CONTENT_SECURITY_POLICY = (
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",  # the program writes its styles into the page
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self' blob: data: https://api.github.com",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
"""Itself and the API of the platform, nothing else."""

PAGE = """<!doctype html>
<html lang="uk">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Редактор профілів</title>
</head>
<body>
<noscript><p>Ця форма працює лише зі скриптами. Без них – таблиця: попросіть її в редакторів.</p></noscript>
<script type="module" src="start.js"></script>
</body>
</html>
"""

START = """// Starts the form with the configuration made from the schemas.
import CMS from "./cms/index.js";

const answer = await fetch("config.json");
CMS.init({ config: { load_config_file: false, ...(await answer.json()) } });
"""


def page(template: str) -> str:
    """The page with its policy."""
    return template.format(policy="; ".join(CONTENT_SECURITY_POLICY))
