"""Searching the list of sessions."""

from collections.abc import Iterable
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import Form, SearchField, SelectChoice, SelectField

from lms.sessions import labels
from lms.sessions.forms.fields import nothing_chosen, trimmed, whole
from lms.sessions.kinds import Status
from lms.sessions.queries.listing import Order, Search

LATE = "late"
"""Among the states: over and not closed, whichever of them it is in."""
NOBODY = "nobody"
"""Among the states too: held or closed, with nobody in it (R15)."""
ORDERS = {
    Order.NEWEST: _l("Newest first"),
    Order.OLDEST: _l("Oldest first"),
    Order.COURSE: _l("By course"),
    Order.PLACE: _l("By place"),
}


class SearchForm(Form):
    """Read from the address; what is not offered is passed over."""

    q = SearchField(_l("Search"), filters=[trimmed])
    status = SelectField(_l("State"), validate_choice=False)
    region = SelectField(_l("Region"), validate_choice=False)
    course = SelectField(_l("Course"), validate_choice=False)
    order = SelectField(_l("Order"), validate_choice=False)

    def offer(
        self, regions: Iterable[tuple[str, str]], courses: Iterable[tuple[int, str]]
    ) -> None:
        """Fill in what can be chosen: pairs of value and words."""
        self.status.choices = [
            nothing_chosen(_l("All states")),
            *labels.choices(labels.STATUSES),
            # L10N: a state of training sessions, feminine in French
            SelectChoice(LATE, _l("Over and not closed")),
            # L10N: a state of training sessions, feminine in French
            SelectChoice(NOBODY, _l("Held with nobody in it")),
        ]
        self.region.choices = [
            nothing_chosen(_l("All regions")),
            *(SelectChoice(*it) for it in regions),
        ]
        self.course.choices = [
            nothing_chosen(_l("All courses")),
            *(SelectChoice(str(key), it) for key, it in courses),
        ]
        self.order.choices = labels.choices(ORDERS)

    def search(self, page: int, today: date) -> Search:
        """Return what is asked for."""
        course = self.course.data or ""
        return Search(
            words=self.q.data or "",
            status=Status(self.status.data) if self.status.data in set(Status) else None,
            late_on=today if self.status.data == LATE else None,
            nobody=self.status.data == NOBODY,
            region=self.region.data or "",
            course_id=whole(course) if course.isdecimal() else None,
            order=Order(self.order.data) if self.order.data in set(Order) else Order.NEWEST,
            page=page,
        )
