"""Rules that look across values and files; each is a small pure function (see `cso.content.rules.rule`)."""

from __future__ import annotations

from cso.content.rules import (
    completeness,
    confirmed,
    dates,
    files,
    free_text,
    numbers,
    occupation,
    personal,
    references,
    shelters,
    web,
)
from cso.content.rules.rule import CheckContext, Rule

__all__ = ["RULES", "CheckContext", "Rule"]

#: Every rule, in no order that matters: findings are sorted afterwards.
RULES: tuple[Rule, ...] = (
    references.unknown_references,
    references.duplicate_ids,
    references.duplicate_lines,
    references.duplicate_codes,
    references.duplicate_owners,
    references.reserved_ids,
    references.file_names,
    references.former_slugs,
    dates.future_dates,
    dates.future_years,
    dates.ends_before_beginnings,
    numbers.impossible_numbers,
    numbers.repeated_numbers,
    numbers.forbidden_numbers,
    numbers.synthetic_numbers,
    web.doubtful_addresses,
    web.mixed_scripts,
    confirmed.unconfirmed_contacts,
    confirmed.moved_contacts,
    confirmed.conflicting_entries,
    confirmed.entries_without_source,
    confirmed.launch_fields,
    confirmed.launch_lines,
    confirmed.consent_reviews,
    free_text.contacts_in_texts,
    free_text.places_in_texts,
    shelters.shelter_seats,
    shelters.shelter_mail,
    shelters.private_addresses,
    occupation.restricted_profiles,
    occupation.restricted_news,
    occupation.restricted_places_named,
    occupation.restricted_branches,
    personal.personal_mailboxes,
    personal.personal_phones,
    files.attachments,
    completeness.synthetic_records,
    completeness.empty_groups,
    completeness.nameless_partners,
    completeness.untranslated_words,
)
