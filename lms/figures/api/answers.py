"""What programs get: the fields of each answer, which stay as they are within a version."""

from flask_babel import lazy_gettext as _l
from marshmallow import Schema, fields


class CountAnswer(Schema):
    """A number; "at least" says that it is no exact one.

    For outside a small one is masked: ``count`` is then null, never zero, and ``masked`` says
    what stands for it (``<5``, ``<10``, or ``s`` for one that would give a small one away).
    """

    count = fields.Integer(allow_none=True)
    at_least = fields.Boolean()
    masked = fields.String(allow_none=True)


class LineAnswer(CountAnswer):
    """One line of a table; an overlap line is negative, so that lines add up to the total."""

    key = fields.String()
    kind = fields.String()
    code = fields.String()
    depth = fields.Integer()
    label = fields.String()
    columns = fields.Dict(keys=fields.String(), values=fields.Nested(CountAnswer))


class RangeAnswer(Schema):
    """Between which numbers a total lies until doubtful matches are decided."""

    doubtful = fields.Integer()
    lowest = fields.Integer()
    highest = fields.Integer()


class ScopeAnswer(Schema):
    """What was asked for, as it was understood."""

    first = fields.Date(data_key="from")
    last = fields.Date(data_key="to")
    as_of = fields.DateTime(allow_none=True)
    regions = fields.List(fields.String(), allow_none=True)
    sample_data = fields.Boolean()


class FiguresAnswer(ScopeAnswer):
    """Totals of a period, for an audience; for outside the period is one of whole months."""

    audience = fields.String()
    widened = fields.Boolean()
    rule_version = fields.Integer()
    measure = fields.String()
    by = fields.String()
    lines = fields.List(fields.Nested(LineAnswer))
    total = fields.Nested(CountAnswer)
    to_check = fields.Nested(RangeAnswer, allow_none=True)


class PlaceCode(Schema):
    """A place: its code means something together with its release only."""

    release = fields.String()
    code = fields.String()


class FactAnswer(Schema):
    """A person’s outcome in a closed session, or a headcount’s; no name."""

    id = fields.Integer()
    person = fields.String(
        allow_none=True,
        metadata={
            "description": _l(
                "What the person is called to this token. Null for headcounts, and for members of"
                " armed movements: nothing leads from them to their other facts."
            )
        },
    )
    count = fields.Integer()
    at_least = fields.Boolean()
    outcome = fields.String()
    category = fields.String()
    sex = fields.String()
    age_group = fields.String()
    region = fields.String()
    place = fields.Nested(PlaceCode, allow_none=True)
    programme = fields.String(allow_none=True)
    course = fields.String()
    organisation = fields.String(allow_none=True)
    phase = fields.String()
    training_session = fields.Integer()
    last_day = fields.Date()
    minutes = fields.Integer(allow_none=True)
    rule_version = fields.Integer()
    recorded_at = fields.DateTime()


class FactsAnswer(ScopeAnswer):
    """A page of facts, in the order in which they were recorded."""

    facts = fields.List(fields.Nested(FactAnswer))
    next = fields.String(allow_none=True)


class CategoryAnswer(Schema):
    """A category; a child belongs to its parent’s total."""

    code = fields.String()
    parent = fields.String(allow_none=True)
    label_fr = fields.String()
    label_en = fields.String()
    minors = fields.Boolean()
    active = fields.Boolean()


class CategoriesAnswer(Schema):
    """A page of categories, in the order of the tables."""

    categories = fields.List(fields.Nested(CategoryAnswer))
    next = fields.String(allow_none=True)


class PlaceAnswer(PlaceCode):
    """A place of one release of codes."""

    level = fields.String()
    name_fr = fields.String()
    name_en = fields.String()
    parent = fields.String(allow_none=True)


class PlacesAnswer(Schema):
    """A page of places, in the order in which they were loaded."""

    places = fields.List(fields.Nested(PlaceAnswer))
    next = fields.String(allow_none=True)


class ReportEntry(Schema):
    """A published report; the digest is that of the facts it counted."""

    code = fields.String()
    state = fields.String()
    first = fields.Date(data_key="from")
    last = fields.Date(data_key="to")
    regions = fields.List(fields.String(), allow_none=True)
    as_of = fields.DateTime()
    published_at = fields.DateTime()
    rule_version = fields.Integer()
    digest = fields.String()
    corrects = fields.String(allow_none=True)
    reason = fields.String()


class ReportsAnswer(Schema):
    """A page of reports, newest first."""

    reports = fields.List(fields.Nested(ReportEntry))
    next = fields.String(allow_none=True)


class ReportAnswer(ReportEntry):
    """A report with its figures as they were signed for an audience; it verifies as it is."""

    audience = fields.String()
    report = fields.Dict(keys=fields.String())
    signature = fields.String()
    public_key = fields.String()
