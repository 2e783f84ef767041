"""Records that may be one person: asked about, and decided."""

from collections.abc import Sequence

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.people.models import Suggestion
from lms.people.values import NewSuggestion


def suggest_many(*, suggestions: Sequence[NewSuggestion], actor: Actor) -> list[Suggestion]:
    """Ask whether two records are one person, once for each pair; the system may too."""
    require(
        actor, "person.register", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    rows = [
        Suggestion(
            person_id=it.person_id,
            candidate_id=it.candidate_id,
            kind=it.kind,
            likelihood=it.likelihood,
            evidence=dict(it.evidence),
        )
        for it in suggestions
    ]
    db.session.add_all(rows)
    db.session.flush()  # the trail and the rows of the list need the ids
    if rows:
        ids = [it.id for it in rows]
        audit.record("suggestion:made", f"suggestion:{ids[0]}", changes={"ids": ids}, actor=actor)
    return rows
