"""What a program may ask: parameters of an address, read strictly, each fault in a sentence."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _, lazy_gettext as _l
from marshmallow import Schema, ValidationError, fields, post_load, validates_schema

from lms.figures.api import paging
from lms.figures.api.problems import Said
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release.cells import Audience

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Beyond them a year is a slip of the finger: the mission began in 2013."""
DAY_LETTERS = len("2015-08-03")
MOST_LINES, USUAL_LINES = 1000, 200


class Form(StrEnum):
    """How totals can be written."""

    JSON = "json"
    CSV = "csv"


class Countable(StrEnum):
    """The measures that have rows; indicators stand apart."""

    PERSONS_TRAINED = Measure.PERSONS_TRAINED.value
    PERSONS_SENSITIZED = Measure.PERSONS_SENSITIZED.value
    PARTICIPATIONS = Measure.PARTICIPATIONS.value
    PARTICIPATIONS_ALL = Measure.PARTICIPATIONS_ALL.value
    HEADCOUNT_SENSITIZED = Measure.HEADCOUNT_SENSITIZED.value
    HEADCOUNT_TRAINED = Measure.HEADCOUNT_TRAINED.value


MEASURES = ", ".join(Countable)
FORMS = ", ".join(Form)
AUDIENCES = ", ".join(Audience)
DIMENSIONS = ", ".join(Dimension)
UNKNOWN: dict[str, str] = {"unknown": _l("There is no such parameter.")}
NEEDED = _l("Give the first and the last day, as in from=2015-01-01&to=2015-03-31.")


class Day(Said, fields.Date):
    """A day of the calendar, in a year that figures can have."""

    def _deserialize(
        self, value: object, attr: str | None, data: object, **kwargs: object
    ) -> date:
        del attr, data, kwargs
        text = str(value)
        try:
            found = date.fromisoformat(text) if len(text) == DAY_LETTERS else None
        except ValueError:
            found = None
        if found is None:
            raise ValidationError([_("Write a day that exists, as in 2015-08-03.")])
        return _in_reach(found)


class Moment(Said, fields.DateTime):
    """A day, which means its end, or a moment in UTC unless it says its zone."""

    def _deserialize(
        self, value: object, attr: str | None, data: object, **kwargs: object
    ) -> datetime:
        del attr, data, kwargs
        text = str(value)
        try:  # a plus sign that was not escaped arrives as a space
            moment = datetime.fromisoformat(text.replace(" ", "+"))
        except ValueError:
            sentence = _("Write a day or a moment, as in 2015-08-03 or 2015-08-03T14:30.")
            raise ValidationError([sentence]) from None
        _in_reach(moment.date())
        if len(text) == DAY_LETTERS:
            moment = datetime.combine(moment, time.max)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Text(Said, fields.String):
    """Some words, as a database can hold them."""

    def _deserialize(self, value: object, attr: str | None, data: object, **kwargs: object) -> str:
        del attr, data, kwargs
        if "\0" in str(value):
            raise ValidationError([_("This cannot be read: leave out what is no letter or sign.")])
        return str(value)


class Choice(Said, fields.Enum[Any]):
    """One of the words there are."""


class Whole(Said, fields.Integer):
    """A number of lines."""

    def _deserialize(self, value: object, attr: str | None, data: object, **kwargs: object) -> int:
        del attr, data, kwargs
        text = str(value)
        readable = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_LINES))
        if not (readable and 0 < int(text) <= MOST_LINES):
            raise ValidationError([_("Ask for 1 to %(most)s lines.", most=MOST_LINES)])
        return int(text)


def _audience() -> Choice:
    """Return the parameter that says for whom an answer is."""
    return Choice(
        Audience,
        by_value=True,
        load_default=Audience.OUTSIDE,
        error_messages={"unknown": _l("An audience is one of: %(known)s.", known=AUDIENCES)},
        metadata={
            "description": _l(
                "For whom: outside masks small numbers and takes whole months; inside gives full"
                " numbers, to tokens that may read them."
            )
        },
    )


class PageQuery(Schema):
    """Paging alone."""

    error_messages = UNKNOWN

    limit = Whole(
        load_default=USUAL_LINES, metadata={"description": _l("Lines a page, at most 1000.")}
    )
    cursor = paging.Cursor(
        load_default=0,
        metadata={"description": _l("Where the page begins, as the link to it has it.")},
    )


class PlacesQuery(PageQuery):
    """The places of all releases of codes, or of one."""

    release = Text(metadata={"description": _l("Only the places of this release.")})


class ReportQuery(Schema):
    """For whom a report is."""

    error_messages = UNKNOWN

    audience = _audience()


class PeriodQuery(Schema):
    """A period, and what may narrow it."""

    error_messages = UNKNOWN

    first = Day(
        data_key="from",
        required=True,
        error_messages={"required": NEEDED},
        metadata={"description": _l("First day, included.")},
    )
    last = Day(
        data_key="to",
        required=True,
        error_messages={"required": NEEDED},
        metadata={"description": _l("Last day, included.")},
    )
    as_of = Moment(
        load_default=None,
        metadata={"description": _l("As known then; a day means its end. Now unless given.")},
    )
    region = fields.List(
        Text(),
        load_default=list,
        metadata={"description": _l("Code of a region; repeat it for several. All unless given.")},
    )

    @validates_schema
    def in_order(self, data: Mapping[str, Any], **_kwargs: object) -> None:
        """Refuse days in the wrong order."""
        if data["last"] < data["first"]:
            raise ValidationError(
                [_("The period ends before it begins. Choose a last day on or after the first.")],
                "to",
            )

    @post_load
    def made(self, data: dict[str, Any], **_kwargs: object) -> dict[str, Any]:
        """Put the days, the regions and the moment together."""
        regions = frozenset(data.pop("region")) or None
        window = Window(data.pop("first"), data.pop("last"))
        return {**data, "scope": Scope(window=window, regions=regions, as_of=data.pop("as_of"))}


class FiguresQuery(PeriodQuery):
    """What is counted, in which rows."""

    measure = Choice(
        Countable,
        by_value=True,
        load_default=Countable.PERSONS_TRAINED,
        error_messages={"unknown": _l("A measure is one of: %(known)s.", known=MEASURES)},
        metadata={"description": _l("What is counted.")},
    )
    by = Choice(
        Dimension,
        by_value=True,
        load_default=Dimension.CATEGORY,
        error_messages={"unknown": _l("Rows can be one of: %(known)s.", known=DIMENSIONS)},
        metadata={"description": _l("What the rows are.")},
    )
    format = Choice(
        Form,
        by_value=True,
        load_default=Form.JSON,
        error_messages={"unknown": _l("A format is one of: %(known)s.", known=FORMS)},
        metadata={"description": _l("How the answer is written.")},
    )
    audience = _audience()


class FactsQuery(PeriodQuery, PageQuery):
    """Facts of a period, page by page."""


def _in_reach(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(
            [_("A year lies between %(first)s and %(last)s.", first=FIRST_YEAR, last=LAST_YEAR)]
        )
    return day
