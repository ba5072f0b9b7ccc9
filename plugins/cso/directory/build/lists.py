"""Build the lists whose entries carry their own sources: bodies, programmes, stages."""

from __future__ import annotations

from collections.abc import Iterator

from cso.directory.build.context import BuildContext, partial_date, words
from cso.directory.build.facts import Facts
from cso.directory.vocabulary import Act, Body, Programme, Stage
from cso.directory.words import Words


def _entries(context: BuildContext, stem: str) -> Iterator[Facts]:
    return Facts(context.content.vocabularies[stem].data, context, stem).children("terms")


def load_bodies(context: BuildContext) -> None:
    """Fill `context.bodies` from `vocabularies/bodies.yaml`."""
    context.bodies = {facts.get("id"): _body(facts) for facts in _entries(context, "bodies")}


def _body(facts: Facts) -> Body:
    return Body(
        id=facts.get("id"),
        name=Words.of(facts.get("name")),
        name_note=facts.words("name_note"),
        level=facts.get("level"),
        kind=facts.get("kind", "body"),
        region=facts.region(),
        start=facts.date("from"),
        end=facts.date("to"),
        text=facts.words("text"),
        provenance=facts.provenance("coordination"),
    )


def load_programmes(context: BuildContext) -> None:
    """Fill `context.programmes` from `vocabularies/programmes.yaml`."""
    context.programmes = {facts.get("id"): _programme(facts) for facts in _entries(context, "programmes")}


def _programme(facts: Facts) -> Programme:
    act = facts.get("act")
    return Programme(
        id=facts.get("id"),
        name=Words.of(facts.get("name")),
        kind=facts.get("kind"),
        region=facts.region(),
        period=facts.period(),
        period_text=facts.words("period_text"),
        act=Act(
            words(act, "kind"), act.get("number"), partial_date(act.get("date")), words(act, "amended"),
            words(act, "note"),
        ) if act else None,
        budget=facts.words("budget"),
        note=facts.words("note"),
        functions=facts.terms("functions", "programme-functions"),
        functions_as_before=facts.get("functions_as_before", False),
        provenance=facts.provenance(),
    )  # fmt: skip


def stages(context: BuildContext, stem: str) -> tuple[Stage, ...]:
    """The stages of a list, in the order of the file."""
    built = []
    for facts in _entries(context, stem):
        period = facts.period()
        if period is None:
            raise KeyError("period")
        built.append(
            Stage(
                facts.get("id"),
                Words.of(facts.get("name")),
                facts.words("description"),
                period,
                facts.words("period_text"),
                facts.provenance(),
            )
        )
    return tuple(built)
