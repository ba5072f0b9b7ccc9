"""What the protection of the main branch must ask for; without it, owners and verdicts bind nobody."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

CHECK_NAME = "check"
"""The job of `.github/workflows/check.yml` that must have passed."""


class NotSettingsError(ValueError):
    """The text is not what the platform answers."""


def _reviews(settings: Mapping[str, Any], key: str) -> Any:
    return (settings.get("required_pull_request_reviews") or {}).get(key)


def _enabled(settings: Mapping[str, Any], key: str) -> bool:
    return bool((settings.get(key) or {}).get("enabled"))


REQUIREMENTS: tuple[tuple[str, str, Callable[[Mapping[str, Any]], bool]], ...] = (
    (
        "Changes of the main branch come through pull requests with at least one approval.",
        "Зміни головної гілки йдуть через запити з принаймні одним схваленням.",
        lambda settings: (_reviews(settings, "required_approving_review_count") or 0) >= 1,
    ),
    (
        "The owners of what is changed must approve (require_code_owner_reviews).",
        "Схвалити мають власники того, що змінюють (require_code_owner_reviews).",
        lambda settings: bool(_reviews(settings, "require_code_owner_reviews")),
    ),
    (
        "A new push takes older approvals away (dismiss_stale_reviews).",
        "Нове надсилання скасовує попередні схвалення (dismiss_stale_reviews).",
        lambda settings: bool(_reviews(settings, "dismiss_stale_reviews")),
    ),
    (
        "Somebody other than the last to push must approve (require_last_push_approval).",
        "Схвалити має не той, хто надіслав зміну останнім (require_last_push_approval).",
        lambda settings: bool(_reviews(settings, "require_last_push_approval")),
    ),
    (
        f"The check “{CHECK_NAME}” must have passed.",
        f"Перевірка «{CHECK_NAME}» має пройти.",
        lambda settings: CHECK_NAME in ((settings.get("required_status_checks") or {}).get("contexts") or ()),
    ),
    (
        "The rules hold for administrators too (enforce_admins).",
        "Правила діють і для адміністраторів (enforce_admins).",
        lambda settings: _enabled(settings, "enforce_admins"),
    ),
    (
        "Nobody may rewrite the branch (allow_force_pushes is off).",
        "Ніхто не може переписати гілку (allow_force_pushes вимкнено).",
        lambda settings: not _enabled(settings, "allow_force_pushes"),
    ),
    (
        "Nobody may delete the branch (allow_deletions is off).",
        "Ніхто не може видалити гілку (allow_deletions вимкнено).",
        lambda settings: not _enabled(settings, "allow_deletions"),
    ),
)
"""In English, in Ukrainian, and how it is read from the answer of the platform's API (branch protection)."""


def missing(answer: str, language: str) -> list[str]:
    """What the protection of a branch lacks.

    Args:
        answer: JSON of `GET /repos/{owner}/{repo}/branches/main/protection`.
        language: `uk` or `en`.

    Raises:
        NotSettingsError: it is no JSON object.
    """
    try:
        settings = json.loads(answer)
    except ValueError:
        raise NotSettingsError("not JSON") from None
    if not isinstance(settings, dict):
        raise NotSettingsError("not an answer of the platform")
    return [
        ukrainian if language == "uk" else english for english, ukrainian, holds in REQUIREMENTS if not holds(settings)
    ]
