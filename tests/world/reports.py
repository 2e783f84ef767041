"""The reports of the small mission: one is published, one waits for a second person."""

from typing import NamedTuple

from lms import clock
from lms.accounts.actors import Role
from lms.extensions import db
from lms.figures.counting.periods import PeriodKind, period
from lms.figures.reports import freezing, services
from tests.factories.accounts import UserFactory


class Reports(NamedTuple):
    """Codes of reports."""

    report: str
    being_prepared: str


def made() -> Reports:
    """Make both, of the year in which the mission's sessions lie."""
    window = period(PeriodKind.YEAR, clock.today())
    author, second = (UserFactory.create(role=Role.UNIT_HEAD).actor for _ in range(2))
    published, waiting = (
        services.prepare(window=window, print_range=True, now=clock.now(), actor=author)
        for _ in range(2)
    )
    services.publish(report=published, clock=clock.now, key=freezing.signing_key(), actor=second)
    db.session.commit()
    return Reports(published.code, waiting.code)
