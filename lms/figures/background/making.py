"""Making a file in the background, with the rights of whoever asked as they are now."""

from collections.abc import Iterable
from typing import NamedTuple

from lms import clock
from lms.accounts.permissions import require
from lms.errors import NotAllowed
from lms.figures import exports, queries
from lms.figures.background import facts
from lms.figures.background.wanted import ONLY_INSIDE, Content, Wanted
from lms.figures.counting.dimensions import Dimension
from lms.figures.exports import COUNTED, Origin, pivots
from lms.figures.release import gate
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.cells import Audience
from lms.figures.release.gate import FULL_NUMBERS, Release
from lms.jobs.makers import MAKERS, Advance, Made, NothingToMake, Order
from lms.lib.sheets.writing import write_csv
from lms.unit.queries import profile

KIND = "figures"
"""What such jobs are called."""
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
COUNTING = 0.9
"""The share of the work that counting is; setting it out is the rest."""
NEEDED = (Dimension.CATEGORY, Dimension.REGION, Dimension.QUARTER)


class Making(NamedTuple):
    """All that the making of one file needs."""

    release: Release
    origin: Origin
    wanted: Wanted
    advance: Advance


def connect() -> None:
    """Tell workers that they can make files of figures."""
    MAKERS[KIND] = make


def make(order: Order, advance: Advance) -> Made:
    """Return the file that is asked for.

    Raises ``NotAllowed`` when whoever asked may no longer, and ``NothingToMake``.
    """
    require(order.actor, "figures.export", *FULL_NUMBERS)
    wanted = Wanted.of(order.asked)
    scope = wanted.question.scope
    audience = Audience.INSIDE if wanted.content in ONLY_INSIDE else wanted.audience
    try:
        release = gate.release(scope=scope, audience=audience, actor=order.actor)
    except TwoWouldTell as error:  # the form refuses it; only what was asked before comes here
        raise NotAllowed("figures.export") from error
    if not exports.has_anything(release):
        raise NothingToMake(wanted.content)
    origin = Origin(by=order.by, now=clock.now(), is_sample=profile().is_sample)
    return Made(
        file_name=_name(wanted, release),
        media_type=MEDIA_TYPES[wanted.content.suffix],
        parts=_parts(Making(release, origin, wanted, advance)),
    )


def _parts(making: Making) -> Iterable[bytes]:
    release, origin, wanted, advance = making
    match wanted.content:
        case Content.FACTS:
            return facts.parts(release.reading, exports.notes(release, origin), advance)
        case Content.PIVOT_XLSX:
            return [pivots.workbook(release, origin, [wanted.question])]
        case Content.PIVOT_CSV:
            return [pivots.text(release, origin, wanted.question)]
    _count(release, advance)
    return [_totals(making)]


def _count(release: Release, advance: Advance) -> None:
    """Count every table of the file, saying after each how far it is."""
    tables = [(measure, it) for measure in COUNTED for it in NEEDED]
    for done, (measure, dimension) in enumerate(tables):
        advance(COUNTING * done / len(tables))
        release.table(measure, dimension)
    advance(COUNTING)


def _totals(making: Making) -> bytes:
    release, origin, wanted, _advance = making
    match wanted.content:
        case Content.XLSX:
            return exports.workbook(release, origin)
        case Content.PDF:
            return exports.pdf(release, origin, profile())
        case Content.JSON:
            lines = exports.entries(release, Dimension.CATEGORY)
            indicators = queries.indicators(release.reading.scope.window)
            found = [*lines, *exports.indicator_entries(indicators)]
            return exports.as_json(release, found, origin, row=Dimension.CATEGORY)
    rows = exports.whole_file(release, origin, hxl=wanted.content is Content.HXL)
    return write_csv(rows, french=wanted.content is Content.SPREADSHEET)


def _name(wanted: Wanted, release: Release) -> str:
    """Return what the file is called; one for inside says so."""
    window, kind = release.reading.scope.window, wanted.content.partition("-")[0]
    inside = "" if release.is_masked else "-inside"
    days = f"{window.first:%Y-%m-%d}-{window.last:%Y-%m-%d}"
    return f"kalanso-{kind}-{days}{inside}.{wanted.content.suffix}"
