"""From a folder of YAML per organisation to public pages, open data and feeds."""

__version__ = "0.1.0"
