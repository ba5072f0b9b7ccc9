"""The settings of the site, in the order of a table of contents. What may be set further: docs of Pelican."""

import os

from jinja2 import StrictUndefined

from cso.publish.site import CommandLineSite

# The site
SITENAME = "CSO pages"
SITEURL = os.environ.get("SITEURL", "https://example.org").rstrip("/")
TIMEZONE = "Europe/Kyiv"
LOCALE = ["C.UTF-8", ""]  # dates and numbers come from Babel, never from the machine

# Languages
DEFAULT_LANG = "uk"

# Folders
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
CACHE_PATH = ".cache"

# The one page that may ask another host and keep something in the browser; off unless asked for
EDITOR = os.environ.get("EDITOR") == "1"

# Capabilities: take a line out, and the site is built without it
PLUGINS = [
    "cso.publish",  # must be the first: writes what the others give
    "cso.directory",  # checks the content, builds the Directory that all others read
    "cso.pages",  # HTML pages, one set per language
    "cso.attachments",  # the files that profiles name, without metadata
    "cso.documents",  # posters and cards to print, when asked for: cso documents
    "cso.offline",  # the help section as one file per language, when asked for: cso offline
    "cso.search",  # search in the browser, over an index made here
    "cso.feeds",  # Atom feeds of news, reports and proposals
    "cso.spreadsheet",  # a workbook of each profile, for organisations to fill in and mail back
    "cso.editor",  # a form in the browser at /admin/, with EDITOR=1 in the environment
    "cso.sitemap",  # sitemap.xml, robots.txt, security.txt; behind all that give pages
]

# Templates: values are escaped, a name nobody gave is an error
JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}

# Strictness: fail instead of going on without; Pelican's own articles, pages, feeds and copied files are off
PELICAN_CLASS = CommandLineSite
