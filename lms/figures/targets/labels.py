"""The words of targets and strengths in the reader's language."""

from collections.abc import Mapping

from flask_babel import gettext as _, lazy_gettext as _l, lazy_pgettext as _lp

from lms.errors import LmsError, StaleEdit
from lms.figures import labels
from lms.figures.queries import Region
from lms.figures.targets.errors import (
    BadRows,
    InTheWay,
    NoTable,
    NotOfUnits,
    TooManyRows,
    UnknownRegion,
)
from lms.figures.targets.importing.cells import Trouble
from lms.figures.targets.importing.columns import Column
from lms.figures.targets.importing.rows import MOST_ROWS, Row
from lms.figures.targets.models import Strength, Target
from lms.figures.targets.rules import Fate
from lms.figures.targets.services import Brought
from lms.figures.targets.values import WHOLE_COUNTRY, Aim, Given, Kind
from lms.figures.totals import Reading
from lms.i18n import days, localised, number
from lms.lib.sheets.sheet import Reason, UnreadableSheet
from lms.lists.labels import UNREADABLE as UNREADABLE_LISTS
from lms.people.models import Category

TITLES = {
    Kind.TARGETS: _l("Targets"),
    Kind.STRENGTHS: _l("Declared strengths"),
}
COLUMNS = {
    Column.MEASURE: _l("Measure"),
    Column.CATEGORY: _l("Category"),
    Column.UNIT: _l("Unit"),
    Column.ROTATION: _l("Rotation"),
    Column.REGION: _l("Region"),
    Column.FIRST: _l("From"),
    # L10N: the last day of a period, as the header of a column
    Column.LAST: _lp("last day", "To"),
    Column.COUNT: _l("Target"),
    Column.SOURCE: _l("Source"),
}
FATES = {
    Fate.NEW: _lp("one row of targets", "New"),
    Fate.CHANGED: _lp("one row of targets", "Changes"),
    Fate.SAME: _lp("one row of targets", "As it is"),
}
TROUBLES = {
    Trouble.MEASURE: _l("The measure “%(said)s” is not known: write its code or its name."),
    Trouble.NO_CATEGORY: _l("The category is missing. A unit belongs to one."),
    Trouble.CATEGORY: _l("The category “%(said)s” is not known: write its code or its name."),
    Trouble.NOT_OF_UNITS: _l(
        "“%(said)s” is not set out by unit: minors and armed movements never are."
    ),
    Trouble.NO_UNIT: _l("The unit is missing. Write it as the attendance lists do."),
    Trouble.REGION: _l("The region “%(said)s” is not known: write its code or its name."),
    Trouble.FIRST: _l("The first day “%(said)s” was not understood. Write it like 2015-07-01."),
    Trouble.LAST: _l("The last day “%(said)s” was not understood. Write it like 2016-06-30."),
    Trouble.ORDER: _l("The period ends before it begins."),
    Trouble.COUNT: _l(
        "The number “%(said)s” was not understood. Write a whole number above zero."
    ),
    Trouble.NO_SOURCE: _l("The source is missing. Say where the number comes from."),
    Trouble.TOO_LONG: _l("A text is too long. Shorten it."),
    Trouble.FORMULA: _l("A text begins with =, +, - or @. Begin it with a letter."),
    Trouble.REPEATED: _l("An earlier row of this file already says it of the same days."),
    Trouble.OVERLAPPING: _l("This unit already has a rotation on some of these days: %(days)s."),
}
UNREADABLE = UNREADABLE_LISTS | {
    Reason.EMPTY: _l("The file is empty. Fill in the template."),
    Reason.TOO_LARGE: _l("The file is too large. Fill in the template, and nothing else."),
    Reason.IMAGE: _l("This is a picture. Type the numbers into the template."),
}
ERRORS: Mapping[type[LmsError], object] = {
    InTheWay: _l("This is entered already for the same days. Change that entry."),
    UnknownRegion: _l("This region is not known. Choose one of the list."),
    NotOfUnits: _l("Minors and armed movements are not set out by unit."),
    BadRows: _l("Not every row can be entered. Bring the file in again to see which."),
    StaleEdit: _l("Somebody changed or withdrew this entry meanwhile. Open it again."),
}
SAID = 40  # letters of a cell that a sentence repeats


def column(it: Column, kind: Kind) -> str:
    """Return the heading of a column; of a strength the number is that of its people."""
    if it is Column.COUNT and kind is Kind.STRENGTHS:
        return _("Declared strength")
    return str(COLUMNS[it])


def region(code: str, regions: Mapping[str, Region]) -> str:
    """Return where: a region, or the whole country."""
    if code == WHOLE_COUNTRY:
        return _("Whole country")
    return labels.region(regions[code]) if code in regions else code


def category(it: Category | None) -> str:
    """Return whom: a category, or all of them."""
    return localised(it, "label") if it else _("All categories")


def name(entry: Target | Strength) -> str:
    """Return what an entry is about, without its number."""
    if isinstance(entry, Target):
        return f"{category(entry.category)} · {labels.MEASURES[entry.measure]}"
    return f"{entry.unit} · {entry.rotation}" if entry.rotation else entry.unit


def amount(count: int | None) -> str:
    """Return a number of people; a strength may not be declared yet."""
    return _("not declared") if count is None else number(count)


def described(given: Given, whom: Category | None, regions: Mapping[str, Region]) -> str:
    """Return what is said, without its number: whom, what, where and when."""
    words = [category(whom)]
    if isinstance(given, Aim):
        words += [str(labels.MEASURES[given.measure])]
    else:
        words += [it for it in (given.unit, given.rotation) if it]
    if given.region != WHOLE_COUNTRY or isinstance(given, Aim):
        words.append(region(given.region, regions))
    return " · ".join([*words, days(given.window.first, given.window.last)])


def counted_where(reading: Reading) -> str:
    """Return where the trainings of units were held that are counted; empty for anywhere."""
    if reading.own_places is None:
        return ""
    return _("Only trainings held in your own regions are counted here.")


def nothing() -> str:
    """Return that a file has a header and nothing below it."""
    return _("The file has no row below its header.")


def brought(it: Brought) -> str:
    """Return what a file did, in a sentence."""
    return _(
        "Entered: %(added)s. Changed: %(changed)s. Left as they were: %(same)s.",
        added=number(it.added),
        changed=number(it.changed),
        same=number(it.same),
    )


def trouble(row: Row) -> str:
    """Return in one sentence why a row of a file cannot be entered; empty where it can."""
    if row.trouble is None:
        return ""
    said = row.said if len(row.said) <= SAID else f"{row.said[:SAID]}…"
    return str(TROUBLES[row.trouble]) % {"said": said, "days": _days(row.before)}


def fate(row: Row) -> str:
    """Return what becomes of a row that can be entered."""
    before, now = row.before, row.given
    if row.fate is Fate.CHANGED and before and now and before.count != now.count:
        return _(
            "Changes %(before)s to %(now)s", before=amount(before.count), now=amount(now.count)
        )
    return str(FATES[row.fate]) if row.fate in FATES else ""


def error(raised: LmsError) -> str:
    """Return what went wrong, and what to do."""
    if isinstance(raised, UnreadableSheet):
        return str(UNREADABLE[raised.reason])
    if isinstance(raised, NoTable):
        return _(
            "These columns were not found: %(columns)s. Fill in the template.",
            columns=", ".join(str(COLUMNS[Column(it)]) for it in raised.missing),
        )
    if isinstance(raised, TooManyRows):
        return _("The file has more than %(most)s rows. Cut it.", most=number(MOST_ROWS))
    if isinstance(raised, InTheWay) and raised.fate is Fate.OVERLAPPING:
        return str(TROUBLES[Trouble.OVERLAPPING]) % {"days": _days(raised.other)}
    return next((str(it) for kind, it in ERRORS.items() if isinstance(raised, kind)), str(raised))


def _days(given: Given | None) -> str:
    return days(given.window.first, given.window.last) if given else ""
