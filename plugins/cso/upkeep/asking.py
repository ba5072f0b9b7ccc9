"""Questions to an editor who may be on the phone: short, with the choices shown, never asked for ever."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

MOST_TRIES = 3


class NoAnswer(Exception):  # noqa: N818  # nobody is at fault
    """Nobody answered, or not with one of the choices."""


def ask(question: str, accept: Callable[[str], str | None]) -> str:
    """Ask until the answer will do.

    Args:
        question: shown before the answer.
        accept: gives the answer as it is used, or None if it will not do.

    Raises:
        NoAnswer: there is nobody, or three answers would not do.
    """
    for _ in range(MOST_TRIES):
        sys.stdout.write(f"{question} ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise NoAnswer
        answer = accept(line.strip())
        if answer is not None:
            return answer
    raise NoAnswer


def choose(question: str, choices: Sequence[str]) -> int:
    """Let one of several be chosen by its number; gives its place from 0."""
    listed = "".join(f"  {number}  {choice}\n" for number, choice in enumerate(choices, start=1))
    sys.stdout.write(f"{question}\n{listed}")

    def number(answer: str) -> str | None:
        return answer if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(choices) else None

    return int(ask(">", number)) - 1
