"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from cso.content.findings import Finding
from cso.content.repository import Content


@dataclass(frozen=True)
class CheckContext:
    """What a rule may know beside the content.

    Args:
        as_of: the day the check speaks for.
        allow_synthetic: whether examples marked `synthetic: true` may stand; only tests and benchmarks say so.
    """

    as_of: date
    allow_synthetic: bool = False


#: A rule looks at all content and yields what is wrong. Documents may not fit their schema: use `Document.get`.
Rule: TypeAlias = Callable[[Content, CheckContext], Iterator[Finding]]
