"""Sentences of a report, ready to paste (DOMAIN section 6)."""

from flask_babel import force_locale, gettext as _, lazy_gettext as _l, ngettext

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column
from lms.figures.pages.headline import women_and_girls
from lms.figures.totals import Reading
from lms.i18n import LOCALES, number

# Numbers under ten are written out inside a sentence.
WORDS = {
    2: _l("two"),
    3: _l("three"),
    4: _l("four"),
    5: _l("five"),
    6: _l("six"),
    7: _l("seven"),
    8: _l("eight"),
    9: _l("nine"),
}


def in_both_languages(reading: Reading) -> dict[str, list[str]]:
    """Return the sentences of the reading in each language."""
    found = {}
    for locale in LOCALES:
        with force_locale(locale):
            found[locale] = [trained(reading), *doubtful(reading), *sensitized(reading)]
    return found


def trained(reading: Reading) -> str:
    """Return how many persons were trained, how many of them women and girls, and where."""
    table = reading.table(Measure.PERSONS_TRAINED)
    total, women = table.total.total.value, women_and_girls(table)
    said = {"count": spelled(total), "women": spelled(women), "places": _places(reading)}
    if not total:
        return _("During the reporting period, no one was trained in child protection.")
    if not women:
        return ngettext(
            "During the reporting period, one person was trained in child protection %(places)s.",
            "During the reporting period, %(count)s persons were trained in child protection"
            " %(places)s.",
            total,
            **said,
        )
    if total == 1:
        return _(
            "During the reporting period, one woman or girl was trained in child protection"
            " %(places)s.",
            **said,
        )
    return ngettext(
        "During the reporting period, %(count)s persons, including one woman or girl, were"
        " trained in child protection %(places)s.",
        "During the reporting period, %(count)s persons, including %(women)s women and girls,"
        " were trained in child protection %(places)s.",
        women,
        **said,
    )


def doubtful(reading: Reading) -> list[str]:
    """Return how many of those trained are to be checked; nothing when there are none (R14)."""
    measure = Measure.PERSONS_TRAINED
    found = reading.range(measure, reading.table(measure).total)
    if found is None:
        return []
    return [
        ngettext(
            "One of these persons is to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            "%(count)s of these persons are to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            found.doubtful,
            count=spelled(found.doubtful).capitalize(),
            lowest=number(found.lowest),
            highest=number(found.highest),
        )
    ]


def sensitized(reading: Reading) -> list[str]:
    """Return how many people were counted at awareness-raising; nothing when there were none."""
    total = reading.table(Measure.HEADCOUNT_SENSITIZED).total
    if not total.total.value:
        return []
    if total.total.at_least:
        # No part of an open figure can be stated beside it (R10).
        return [
            _(
                "Awareness-raising sessions gathered at least %(count)s participants in all;"
                " one person may have been counted at several sessions.",
                count=number(total.total.value),
            )
        ]
    women = total.cells[Column.WOMEN].value + total.cells[Column.GIRLS].value
    minors = sum(
        total.cells[it].value for it in (Column.BOYS, Column.GIRLS, Column.MINORS_UNSPECIFIED)
    )
    return [
        _(
            "Awareness-raising sessions gathered %(count)s participants in all, of whom"
            " %(women)s were women and girls and %(minors)s were children; one person may have"
            " been counted at several sessions.",
            count=number(total.total.value),
            women=number(women),
            minors=number(minors),
        )
    ]


def spelled(value: int) -> str:
    """Return a number as a sentence has it: in words under ten."""
    return str(WORDS[value]) if value in WORDS else number(value)


def _places(reading: Reading) -> str:
    """Return the regions in which somebody was trained, as “in Bamako and in Gao”."""
    names = labels.names(reading)
    lines = reading.table(Measure.PERSONS_TRAINED, Dimension.REGION).lines
    held = sorted(
        names.row(it.code, Dimension.REGION)
        for it in lines
        if it.kind is LineKind.ROW and it.total.value
    )
    return labels.listed(_("in %(place)s", place=it) for it in held)
