"""The words of exports in the reader's language."""

from datetime import datetime
from fractions import Fraction

from flask_babel import format_decimal, gettext as _, lazy_gettext as _l

from lms.figures.background.wanted import ONLY_INSIDE, Content, Wanted
from lms.figures.release.cells import Audience
from lms.i18n import NARROW_SPACE, days, percent
from lms.jobs.kinds import Failure, JobState
from lms.jobs.models import Job
from lms.jobs.rules import WHOLE, is_abandoned

CONTENTS = {
    Content.XLSX: _l("XLSX, a sheet a measure"),
    Content.PDF: _l("PDF, to print"),
    Content.CSV: _l("CSV, for other programs"),
    Content.HXL: _l("CSV with HXL hashtags"),
    Content.SPREADSHEET: _l("CSV, for a spreadsheet in French"),
    Content.JSON: _l("JSON, for other programs"),
    Content.PIVOT_XLSX: _l("Two dimensions, XLSX"),
    Content.PIVOT_CSV: _l("Two dimensions, CSV"),
    Content.FACTS: _l("Facts, CSV: one a line, under pseudonyms"),
}
AUDIENCES = {
    Audience.OUTSIDE: _l("For outside: small numbers masked"),
    Audience.INSIDE: _l("For inside: full numbers"),
}
FAILURES = {
    Failure.NOT_ALLOWED: _l("Failed: you no longer have the right to take these figures along."),
    Failure.NOTHING: _l("Failed: nothing was counted in this period, so no file was made."),
    Failure.DISK_FULL: _l(
        "Failed: the disk of the server is full, and nothing was kept. Tell the administrator."
    ),
    Failure.INTERRUPTED: _l("Failed: the work was interrupted, and nothing was kept. Ask again."),
    Failure.BROKEN: _l("Failed by a fault of ours. Ask again, or tell the administrator."),
}
KILO = 1000


def what(job: Job) -> str:
    """Return what file was asked for."""
    return str(CONTENTS[Wanted.of(job.asked).content])


def about(job: Job) -> str:
    """Return the days of the figures and for whom they are."""
    wanted = Wanted.of(job.asked)
    window = wanted.question.scope.window
    inside = wanted.content in ONLY_INSIDE or wanted.audience is Audience.INSIDE
    return _(
        "%(days)s. %(audience)s.",
        days=days(window.first, window.last),
        audience=AUDIENCES[Audience.INSIDE if inside else Audience.OUTSIDE],
    )


def failure(job: Job, now: datetime) -> str:
    """Return why a job came to nothing; empty when it has not."""
    if job.failure is not None:
        return str(FAILURES[job.failure])
    lost = job.beat_at is not None and is_abandoned(job.beat_at, now)
    if job.state is JobState.RUNNING and lost:  # the next worker will write it down
        return str(FAILURES[Failure.INTERRUPTED])
    return ""


def share(job: Job) -> str:
    """Return how much of the work is done."""
    return percent(Fraction(job.progress, WHOLE))


def size(job: Job) -> str:
    """Return how large a file is: 12 KB, 3.4 MB; 12 Ko, 3,4 Mo."""
    kilobytes = max((job.size or 0) / KILO, 1)
    if kilobytes < KILO:
        return _("%(size)s KB", size=_decimal(round(kilobytes)))
    return _("%(size)s MB", size=_decimal(round(kilobytes / KILO, 1)))


def _decimal(value: float) -> str:
    return format_decimal(value).replace("\N{NO-BREAK SPACE}", NARROW_SPACE)
