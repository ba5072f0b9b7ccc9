"""The verdict on a proposed change, rule by rule: fine, needs the yes of an owner, or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cso.content.attachments import ENDINGS
from cso.content.confirmations import Confirmations
from cso.content.findings import Finding, Level
from cso.content.limits import MAX_ATTACHMENT_BYTES
from cso.review.commits import EXECUTABLE, LINK, REGULAR, SUBMODULE, ProposedChange
from cso.review.lookalikes import host_lookalikes, number_lookalikes
from cso.review.owners import Owners

FINE, NEEDS_OWNER, REFUSED = "fine", "needs-owner", "refused"
SEVERITY = (FINE, NEEDS_OWNER, REFUSED)

_CONTENT_ENDINGS = (".yaml", ".md", *(ending for endings in ENDINGS.values() for ending in endings))


@dataclass(frozen=True)
class Verdict:
    """What one rule says.

    Attributes:
        rule: its name, a key of the texts in `review_wording`.
        verdict: fine, needs-owner or refused.
        owners: whose yes is needed.
        details: what it is about: paths, owners, codes of findings; never a value of the content.
    """

    rule: str
    verdict: str
    owners: tuple[str, ...] = ()
    details: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Reviewed:
    """What rules look at: the change, its author (`@handle`), and the owners as they were before the change."""

    change: ProposedChange
    author: str
    owners: Owners


def review(change: ProposedChange, author: str) -> tuple[Verdict, ...]:
    """Judge a change.

    Args:
        change: the change.
        author: handle of who proposes it, with or without `@`.

    Returns:
        One verdict for each rule of `RULES`, in their order.
    """
    handle = f"@{author.removeprefix('@')}".lower()
    reviewed = Reviewed(change, handle, Owners.of(change.base.result.content))
    return tuple(rule(reviewed) for rule in RULES)


def overall(verdicts: tuple[Verdict, ...]) -> str:
    """The most severe verdict."""
    return max((verdict.verdict for verdict in verdicts), key=SEVERITY.index)


def _findings(reviewed: Reviewed) -> Verdict:
    """New errors of `cso check`; those that were there before are not this author's."""
    before = Counter(map(_kind, _errors(reviewed.change.base.result.findings)))
    after = Counter(map(_kind, _errors(reviewed.change.head.result.findings)))
    new = after - before
    details = [f"{file}: {code}" + (f" × {count}" if count > 1 else "") for (file, code), count in sorted(new.items())]
    return Verdict("findings", REFUSED if new else FINE, details=tuple(details))


def _files(reviewed: Reviewed) -> Verdict:
    """Links, programs, submodules, foreign kinds and large files have no place among the content."""
    details = []
    for file in reviewed.change.files:
        below = reviewed.change.below(file.path)
        if file.is_removed:
            continue
        if file.new_mode in (LINK, SUBMODULE):
            details.append(f"{file.path}: {'symbolic link' if file.new_mode == LINK else 'submodule'}")
        elif below is not None and file.new_mode == EXECUTABLE:
            details.append(f"{file.path}: executable")
        elif below is not None and not file.path.lower().endswith(_CONTENT_ENDINGS):
            details.append(f"{file.path}: kind of file")
        elif file.size > MAX_ATTACHMENT_BYTES:
            details.append(f"{file.path}: {file.size // 2**20} MB")
        elif file.new_mode not in (REGULAR, EXECUTABLE):
            details.append(f"{file.path}: mode {file.new_mode}")
    return Verdict("files", REFUSED if details else FINE, details=tuple(details))


def _confirmations_alone(reviewed: Reviewed) -> Verdict:
    """A confirmation comes in an editor's own change, before whatever relies on it (S2)."""
    parts = {_part(reviewed, file.path) for file in reviewed.change.files}
    if "confirmations" not in parts or parts == {"confirmations"}:
        return Verdict("confirmations-alone", FINE)
    return Verdict("confirmations-alone", REFUSED)


def _confirmed_by_another(reviewed: Reviewed) -> Verdict:
    """What editors confirm is looked at by a second safeguarding editor."""
    touched = [file.path for file in reviewed.change.files if _part(reviewed, file.path) == "confirmations"]
    if not touched:
        return Verdict("confirmed-by-another", FINE)
    others = tuple(handle for handle in reviewed.owners.safeguarding if handle.lower() != reviewed.author)
    return Verdict("confirmed-by-another", NEEDS_OWNER, others, tuple(touched))


def _put_back(reviewed: Reviewed) -> Verdict:
    """What was taken off, or withheld, comes back: entries that are no longer withdrawn, or gone."""
    base = Confirmations.of(reviewed.change.base.result.content)
    head = Confirmations.of(reviewed.change.head.result.content)
    unreadable = reviewed.change.head.result.content.unreadable
    owners = {
        owner
        for (owner, *rest), entry in base.entries.items()
        if entry.state == "withdrawn" and _state(head, (owner, *rest)) != "withdrawn"
    } | (base.withheld_owners - head.withheld_owners)
    if not owners and not any("/confirmations/" in file for file in unreadable):
        return Verdict("put-back", FINE)
    others = tuple(handle for handle in reviewed.owners.safeguarding if handle.lower() != reviewed.author)
    is_editor = reviewed.author in {handle.lower() for handle in reviewed.owners.safeguarding}
    return Verdict("put-back", NEEDS_OWNER if is_editor else REFUSED, others, tuple(sorted(owners)))


def _numbers(reviewed: Reviewed) -> Verdict:
    """A new number that could be taken for a published one."""
    found = number_lookalikes(reviewed.change.base.result.content, reviewed.change.head.result.content)
    details = [f"{one.file}:{one.line} ≈ {one.like}{f' ({one.code})' if one.code else ''}" for one in found]
    return Verdict("lookalike-number", REFUSED if details else FINE, details=tuple(details))


def _hosts(reviewed: Reviewed) -> Verdict:
    """A new host that could be taken for a known one."""
    found = host_lookalikes(reviewed.change.base.result.content, reviewed.change.head.result.content)
    details = [f"{one.file}:{one.line} ≈ {one.like}" for one in found]
    return Verdict("lookalike-host", REFUSED if details else FINE, details=tuple(details))


def _organizations(reviewed: Reviewed) -> Verdict:
    """Each profile belongs to its organisation, or to the editors."""
    touched: dict[str, tuple[str, ...]] = {}
    for file in reviewed.change.files:
        below = reviewed.change.below(file.path)
        parts = below.split("/") if below else []
        if len(parts) > 2 and parts[0] == "organizations":
            touched[parts[1]] = reviewed.owners.of_path(below)
    foreign = {slug: owners for slug, owners in touched.items() if not _is(reviewed, owners)}
    owners = tuple(dict.fromkeys(handle for handles in foreign.values() for handle in handles))
    return Verdict("organizations", NEEDS_OWNER if foreign else FINE, owners, tuple(sorted(foreign)))


def _shared_content(reviewed: Reviewed) -> Verdict:
    """Lines, networks, lists, prose and the site itself belong to the editors."""
    own = ("organizations", "confirmations", "")
    touched = [file.path for file in reviewed.change.files if _part(reviewed, file.path) not in own]
    needs = touched and not _is(reviewed, reviewed.owners.editors)
    owners = reviewed.owners.editors if needs else ()
    return Verdict("shared-content", NEEDS_OWNER if needs else FINE, owners, tuple(touched) if needs else ())


def _project(reviewed: Reviewed) -> Verdict:
    """Schemas, theme, code, workflows: what runs, or judges, is looked at even when an editor proposes it."""
    touched = [file.path for file in reviewed.change.files if _part(reviewed, file.path) == ""]
    others = tuple(handle for handle in reviewed.owners.editors if handle.lower() != reviewed.author)
    return Verdict("project", NEEDS_OWNER if touched else FINE, others if touched else (), tuple(touched))


RULES: tuple[Callable[[Reviewed], Verdict], ...] = (
    _findings,
    _files,
    _confirmations_alone,
    _confirmed_by_another,
    _put_back,
    _numbers,
    _hosts,
    _organizations,
    _shared_content,
    _project,
)


def _part(reviewed: Reviewed, path: str) -> str:
    """The first folder of a file of content (a file directly in it: its name); empty for what is not content."""
    below = reviewed.change.below(path)
    return "" if below is None else below.split("/")[0]


def _is(reviewed: Reviewed, owners: tuple[str, ...]) -> bool:
    return reviewed.author in {handle.lower() for handle in (*owners, *reviewed.owners.editors)}


def _state(confirmations: Confirmations, key: tuple[str, ...]) -> str:
    owner, kind, value = key
    entry = confirmations.entries.get((owner, kind, value))
    return entry.state if entry else ""


def _errors(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.level is Level.ERROR)


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.file, finding.code
