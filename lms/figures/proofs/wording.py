"""What is said of a difference: one line each, ids and codes only."""

from flask_babel import gettext as _, lazy_gettext as _l

from lms.figures.proofs.differences import Difference, Kind

# L10N: fields of a fact, each in a sentence such as “outcome says trained, should say sensitized”
FIELDS = {
    "person_id": _l("person"),
    "count": _l("number of people"),
    "at_least": _l("“at least”"),
    "outcome": _l("outcome"),
    "category_id": _l("category"),
    "sex": _l("sex"),
    "age_group": _l("age group"),
    "minutes": _l("minutes"),
    "place_id": _l("place"),
    "programme_id": _l("programme"),
    "course_id": _l("course"),
    "organisation_id": _l("organisation"),
    "phase": _l("phase"),
    "last_day": _l("last day"),
}


def line(found: Difference) -> str:
    """Return the line that says where the ledger is wrong, and what it should say."""
    where = _where(found)
    match found.kind:
        case Kind.MISSING:
            return _(
                "%(where)s: the fact is missing, it should say %(should)s",
                where=where,
                should=found.should,
            )
        case Kind.SUPERFLUOUS:
            return _(
                "%(where)s: the fact says %(has)s, there should be none",
                where=where,
                has=found.has,
            )
        case Kind.PACKED:
            return _(
                "session %(session)s: totals are counted over facts packed otherwise",
                session=found.training_session_id,
            )
        case Kind.DIFFERENT:
            return _(
                "%(where)s: %(field)s says %(has)s, should say %(should)s",
                where=where,
                field=FIELDS[found.field],
                has=_value(found.has),
                should=_value(found.should),
            )


def _where(found: Difference) -> str:
    if found.participation_id is not None:
        return _(
            "session %(session)s, participation %(participation)s",
            session=found.training_session_id,
            participation=found.participation_id,
        )
    return _(
        "session %(session)s, headcount %(headcount)s",
        session=found.training_session_id,
        headcount=found.headcount_id,
    )


def _value(value: object) -> str:
    """Return a value as the ledger holds it, for the line is read by programs too."""
    match value:
        case None:
            return _("nothing")
        case bool():
            return _("yes") if value else _("no")
        case _:
            return str(value)
