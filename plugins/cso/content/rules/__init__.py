"""Rules that look across values and files; each is a small pure function (see `cso.content.rules.rule`)."""

from __future__ import annotations

from cso.content.rules.rule import CheckContext, Rule

__all__ = ["RULES", "CheckContext", "Rule"]

#: Every rule, in no order that matters: findings are sorted afterwards.
RULES: tuple[Rule, ...] = ()
