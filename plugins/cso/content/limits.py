"""The limits of what the content may hold, each written once.

They protect the build from a file that is broken or hostile; no honest profile comes near them.
"""

#: Largest YAML or Markdown file, in bytes. A full profile has about 6,000, the longest vocabulary about 60,000.
MAX_TEXT_FILE_BYTES = 512 * 1024

#: Deepest nesting of lists and groups in YAML, the root counting as 1. The deepest profile needs 8.
MAX_NESTING = 16

#: Most digits of a whole number: every such number is exact in JSON, CSV and spreadsheets.
MAX_INTEGER_DIGITS = 15

#: Most digits after the decimal point.
MAX_FRACTION_DIGITS = 6

#: Longest slug, in characters.
MAX_SLUG_LENGTH = 60

#: Largest attached file, in bytes: reports as published are rarely above 10 MB.
MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024
