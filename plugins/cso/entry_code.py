"""The code of an entry: how a reader names a line aloud without repeating its number.

Shared by check (codes are unique), model (the code beside a number) and the command `cso code` (whose code it is).
"""

from __future__ import annotations

import hashlib

#: How many digits a code has: few enough to say and to write on a hand.
LENGTH = 5


def contact_entry(owner: str, contact: str) -> str:
    """The id of an entry for a contact through which an organisation takes people in: owner and id of the contact."""
    return f"{owner}/{contact}"


def entry_code(entry_id: str) -> str:
    """The code of an entry, stable as its id is: five digits, easy to say and to write down."""
    number = int.from_bytes(hashlib.sha256(entry_id.encode()).digest()[:8])
    return f"{number % 10**LENGTH:0{LENGTH}d}"
