"""Sentences of a report, ready to paste (DOMAIN section 6)."""

from collections.abc import Sequence

from flask_babel import force_locale

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.values import Count
from lms.figures.release.cells import ReleasedLine, in_full
from lms.figures.sentences import heads, trained
from lms.figures.sentences.told import Source
from lms.figures.totals import Reading
from lms.i18n import LOCALES
from lms.sessions.outcome import Outcome


def in_both_languages(reading: Reading) -> dict[str, list[str]]:
    """Return the sentences of the reading in each language."""
    published = _published(reading)
    found = {}
    for locale in LOCALES:
        with force_locale(locale):
            source = source_of(reading, published)
            found[locale] = [*trained.sentences(source), *heads.sentences(source)]
    return found


def source_of(reading: Reading, published: Sequence[tuple[str, Count]] = ()) -> Source:
    """Return a reading as sentences tell it, in full and in the reader's language."""

    def lines(measure: Measure, dimension: Dimension) -> list[ReleasedLine]:
        return [in_full(it) for it in reading.table(measure, dimension).lines]

    def ranges(measure: Measure, key: str) -> Range | None:
        if measure not in OF_PERSONS:
            return None
        return reading.range(measure, reading.table(measure)[key])

    return Source(
        lines=lines,
        names=labels.names(reading),
        ranges=ranges,
        places={code: sorted(it) for code, it in reading.regions_by_top.items()},
        published=published,
    )


def _published(reading: Reading) -> list[tuple[str, Count]]:
    """Return who was sensitized by figures published for exactly these days, of all regions."""
    if reading.scope.regions is not None:
        return []
    codes = {it.id: it.code for it in reading.categories}
    return [
        (codes[it.category_id], Count(it.count, it.at_least))
        for it in queries.declared()
        if it.outcome is Outcome.SENSITIZED
        and Window(it.period_start, it.period_end) == reading.scope.window
    ]
