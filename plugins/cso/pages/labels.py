"""Interface texts of the values that schemas enumerate. A test compares them with the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def N_(message: str) -> str:  # noqa: N802  # the usual name of this gettext keyword
    """Mark a text for translation without translating it here."""
    return message


LABELS: dict[str, dict[str, str]] = {
    "status": {
        "active": N_("Active"),
        "relocated": N_("Relocated"),
        "suspended": N_("Suspended"),
        "closed": N_("Closed"),
        "unknown": N_("Not known whether it works now"),
    },
    "cost": {"free": N_("Free of charge"), "charged": N_("Charged"), "unknown": N_("Not known, ask when you call")},
    "reach": {
        "landline": N_("landline phones"),
        "mobile": N_("mobile phones"),
        "abroad": N_("from abroad"),
        "unknown": N_("not known, try any phone"),
    },
    "anonymity": {
        "anonymous": N_("Anonymous: you need not give your name"),
        "confidential": N_("Confidential"),
        "anonymous_and_confidential": N_("Anonymous and confidential"),
        "not_anonymous": N_("Not anonymous"),
        "unknown": N_("Not known, ask when you call"),
    },
    "days": {
        "mon": N_("Monday"),
        "tue": N_("Tuesday"),
        "wed": N_("Wednesday"),
        "thu": N_("Thursday"),
        "fri": N_("Friday"),
        "sat": N_("Saturday"),
        "sun": N_("Sunday"),
    },
    "hours": {
        "round_the_clock": N_("Round the clock"),
        "schedule": N_("At set hours"),
        "unknown": N_("Not known, try calling"),
    },
    "languages": {"listed": N_("Languages"), "unknown": N_("Not known, ask when you call")},
    "who": {
        "described": N_("Described"),
        "anyone": N_("Anyone"),
        "unknown": N_("Not known, ask when you call"),
    },
    "from_abroad": {
        "reachable": N_("Can be reached from abroad"),
        "not_reachable": N_("Does not work from abroad"),
        "unknown": N_("Not known whether it works from abroad"),
    },
    "role": {
        "office": N_("Office"),
        "press": N_("For the press"),
        "feedback": N_("Feedback"),
        "intake": N_("For people who need help"),
    },
    "contact_kind": {
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "post": N_("Postal address"),
        "website": N_("Website"),
        "social_media": N_("Social media"),
        "web_form": N_("Web form"),
    },
    "channel_kind": {
        "chat": N_("Chat"),
        "email": N_("E-mail"),
        "web_form": N_("Web form"),
        "website": N_("Website"),
        "video_call": N_("Video call"),
        "text_message": N_("Text message"),
        "social_media": N_("Social media"),
    },
    "level": {
        "national": N_("National"),
        "regional": N_("Regional"),
        "abroad": N_("In another country"),
        "european": N_("In the European Union"),
        "oblast": N_("Oblast"),
        "community": N_("Community"),
    },
    "body_kind": {
        "body": N_("Coordination body"),
        "working_group": N_("Working group"),
        "coordinator": N_("Coordinator"),
        "event": N_("Event"),
    },
    "coordination_role": {
        "member": N_("Member"),
        "chair": N_("Chair"),
        "co_chair": N_("Co-chair"),
        "observer": N_("Observer"),
        "expert": N_("Expert"),
        "participant": N_("Took part"),
    },
    "proposal_status": {
        "submitted": N_("Submitted"),
        "under_review": N_("Under review"),
        "accepted": N_("Accepted"),
        "in_force": N_("In force"),
        "partly_accepted": N_("Accepted in part"),
        "rejected": N_("Rejected"),
        "no_answer": N_("No answer"),
    },
    "policy_status": {"adopted": N_("Adopted"), "draft": N_("Draft"), "planned": N_("Planned")},
    "funding_kind": {
        "international_organization": N_("International organisation"),
        "foreign_government": N_("Government of another country"),
        "state_budget": N_("State budget"),
        "local_budget": N_("Local budget"),
        "foundation": N_("Foundation"),
        "business": N_("Business"),
        "donations": N_("Donations"),
        "membership_fees": N_("Membership fees"),
        "own_income": N_("Own income"),
        "other": N_("Other"),
    },
    "donor_kind": {
        "international_organization": N_("International organisation"),
        "foreign_government": N_("Government of another country"),
        "foundation": N_("Foundation"),
        "business": N_("Business"),
        "state_body": N_("State body"),
    },
    "membership_role": {
        "member": N_("Member"),
        "coordinator": N_("Coordinator"),
        "founder": N_("Founder"),
        "partner": N_("Partner"),
    },
    "event": {
        "founded": N_("Founded"),
        "registered": N_("Registered"),
        "re_registered": N_("Re-registered"),
        "renamed": N_("Renamed"),
        "moved": N_("Moved"),
        "split": N_("Split"),
        "suspended": N_("Work suspended"),
        "closed": N_("Closed"),
        "other": N_("Event"),
    },
    "qualifier": {
        "exact": "",
        "over": N_("over"),
        "about": N_("about"),
        "up_to": N_("up to"),
    },
    "unit": {
        "calls": N_("calls"),
        "people": N_("people"),
        "events": N_("events"),
        "organizations": N_("organisations"),
        "oblasts": N_("oblasts"),
        "countries": N_("countries"),
        "percent": N_("%"),
        "points": N_("points"),
        "consultations": N_("consultations"),
        "cases": N_("cases"),
        "documents": N_("documents"),
        "amount": N_("amount"),
        "year": N_("year"),
        "lines": N_("lines"),
        "communities": N_("communities"),
        "groups": N_("groups"),
    },
    "scope": {
        "national": N_("Works across Ukraine"),
        "regional": N_("Works in its region"),
        "local": N_("Works in its community"),
        "unknown": N_("Not known where it works"),
    },
    "way_in": {
        "hotline": N_("Through a hotline"),
        "contact": N_("Directly"),
        "unknown": N_("Not known: ask the national line"),
    },
    "documents": {
        "none": N_("Nothing: no documents are needed"),
        "listed": N_("These documents"),
        "unknown": N_("Not known, ask when you call"),
    },
    "programme_kind": {"programme": N_("Programme"), "concept": N_("Concept"), "regional": N_("Regional programme")},
    "network_kind": {"coalition": N_("Coalition"), "network": N_("Network")},
    "nature": {"quantitative": N_("Quantitative"), "qualitative": N_("Qualitative")},
    "occupation": {
        "none": N_("Not occupied"),
        "partly": N_("Partly temporarily occupied"),
        "whole": N_("Temporarily occupied"),
    },
    "facet": {
        "year": N_("Year"),
        "kind": N_("Kind of publication"),
        "organization": N_("Organisation"),
        "theme": N_("Theme"),
        "language": N_("Language"),
        "funder": N_("Funder"),
    },
    "region_kind": {"oblast": N_("Oblast"), "city": N_("City"), "republic": N_("Autonomous republic")},
    "basis": {"organization": N_("The organisation itself"), "public_source": N_("Public sources only")},
    "disclosure": {"oblast": N_("The region may be named"), "country": N_("Only the country may be named")},
    "confirmation_kind": {
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "handle": N_("Name in a messenger"),
        "url": N_("Web address"),
    },
    "confirmation_state": {
        "confirmed": N_("Confirmed"),
        "awaiting": N_("Awaits confirmation"),
        "withdrawn": N_("Withdrawn"),
    },
    "confirmation_method": {
        "called": N_("By a call"),
        "operator_wrote": N_("In writing by the operator"),
        "public_source": N_("On a public page"),
    },
    "confirmation_role": {"safeguarding_editor": N_("Safeguarding editor"), "editor": N_("Editor")},
    "withheld_reason": {
        "asked": N_("The organisation asked for it"),
        "safety": N_("For the safety of people"),
        "dispute": N_("The facts are disputed"),
    },
}


def labels_of(values: Iterable[str]) -> Mapping[str, str]:
    """The interface texts of an enumeration by value, before translation; empty where its values have none."""
    wanted = set(values)
    return next((labels for labels in LABELS.values() if wanted <= labels.keys()), {})
