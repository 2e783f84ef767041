"""The personal sheet: everything kept of one person, as plain values in the columns' own names."""

from datetime import date

from lms.people.models import Person
from lms.people.rules.personal import COLUMNS
from lms.sessions.models import Participation
from lms.web.rights.queries import Kept

Values = dict[str, object]

NAMES = ("surname", "given_names")
PLAIN = ("sex", "birth_precision", "phone", "service_number", "rank", "unit")


def sheet(kept: Kept) -> Values:
    """Return the sheet; without names where no export carries them."""
    return {
        "number": kept.number,
        "records": [_record(kept, it) for it in kept.records],
        "spellings": []
        if kept.nameless
        else [{name: getattr(it, name) for name in NAMES} for it in kept.spellings],
        "sessions": [_session(kept, it) for it in kept.participations],
        "kept_for": {name: it.retention.value for name, it in sorted(COLUMNS.items())},
    }


def _record(kept: Kept, it: Person) -> Values:
    names: Values = {} if kept.nameless else {name: getattr(it, name) for name in NAMES}
    return {
        "number": kept.called(it),
        **names,
        **{name: getattr(it, name) for name in PLAIN},
        "birth_date": _day(it.birth_date),
        "category": it.category.code,
        "organisation": it.organisation.code if it.organisation else None,
        "since": it.created_at.date().isoformat(),
    }


def _session(kept: Kept, it: Participation) -> Values:
    held = it.training_session
    return {
        "reference": held.reference,
        "first_day": _day(held.first_day),
        "last_day": _day(held.last_day),
        "role": it.role.value,
        "category": it.category.code,
        "organisation": it.organisation.code if it.organisation else None,
        "unit": it.unit,
        "rank": it.rank,
        "sex": it.sex.value,
        "age_group": it.age_group.value,
        "outcome": it.outcome.value if it.outcome else None,
        "marks": [
            {"day": _day(day), "part": part.value, "mark": mark.value}
            for day, part, mark in kept.marks(it)
        ],
        "quizzes": [
            {"number": one.number, "percent": one.percent, "passed": one.passed}
            for one in kept.attempts
            if one.participation_id == it.id
        ],
        "certificates": [
            {"number": one.number, "kind": one.kind.value, "state": one.state.value}
            for one in kept.certificates
            if one.participation_id == it.id
        ],
        "lists": [
            {"list": one.imported_list_id, "row": one.number}
            for one in kept.rows
            if one.participation_id == it.id
        ],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
