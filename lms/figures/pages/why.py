"""Why a total is this number and not another that somebody could count, in one paragraph.

What else could be counted: participations for persons (R3), the sum of the lines (R7), those who
came and were not trained (R1), people without names (R2), and doubts (R14).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import force_locale, gettext as _, ngettext

from lms.figures import labels
from lms.figures.counting.questions import OF_HEADCOUNTS, Measure, Question
from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Count
from lms.figures.pages.behind import Asked
from lms.figures.totals import Reading
from lms.i18n import LOCALES, number

WHOLE = Asked(key=str(LineKind.TOTAL))


def in_both_languages(reading: Reading, question: Question) -> dict[str, str]:
    """Return the paragraph about the whole in each language; empty where nobody is counted."""
    found = {}
    for locale in LOCALES:
        with force_locale(locale):
            found[locale] = paragraph(reading, question, WHOLE)
    return found


def paragraph(reading: Reading, question: Question, cell: Asked) -> str:
    """Return why a cell holds its number. Raises ``KeyError`` for an unknown line."""
    found = _Total(reading, question, cell)
    if not found.value:
        return ""
    match question.measure:
        case Measure.PERSONS_TRAINED | Measure.PERSONS_SENSITIZED:
            return " ".join(_of_persons(found))
        case Measure.PARTICIPATIONS | Measure.PARTICIPATIONS_ALL:
            return " ".join(_of_participations(found))
        case _:
            return _of_headcounts(found.count)


@dataclass(frozen=True, slots=True)
class _Total:
    """A cell, and the same cell by other measures."""

    reading: Reading
    question: Question
    cell: Asked

    @property
    def line(self) -> Line:
        """The line of the cell."""
        return self._table(self.question.measure)[self.cell.key]

    @property
    def count(self) -> Count:
        """What stands in the cell."""
        return self._in(self.line)

    @property
    def value(self) -> int:
        """The number in the cell."""
        return self.count.value

    @property
    def sum_of_lines(self) -> int:
        """What adding up the lines below would give; zero where there are none."""
        parts = self._table(self.question.measure).parts_of(self.line)
        return sum(self._in(it).value for it in parts if it.kind is not LineKind.OVERLAP)

    def by(self, measure: Measure) -> int:
        """Return the number in the cell by another measure; zero where it has no such line."""
        if self.cell == WHOLE and measure not in OF_HEADCOUNTS:  # no table is made for it
            return self.reading.total(measure)
        table = self._table(measure)
        lines = {it.key: it for it in table.lines}
        line = lines.get(self.cell.key)
        if line is None and self.line.kind is LineKind.UNSPECIFIED:
            # A row whose parts are not listed is unspecified as a whole.
            row = lines.get(self.line.code)
            line = row if row is not None and not table.parts_of(row) else None
        return self._in(line).value if line is not None else 0

    def _table(self, measure: Measure) -> Table:
        dimension, within = self.question.dimension, self.cell.within
        if within is None:
            return self.reading.table(measure, dimension)
        second, row = within
        return self.reading.across(measure, dimension, second).get(row, Table(()))

    def _in(self, line: Line) -> Count:
        return line.total if self.cell.column is None else line.cells[self.cell.column]


def _of_persons(found: _Total) -> Iterator[str]:
    kind = found.line.kind
    if kind is LineKind.OVERLAP:
        yield _(
            "This line is below zero: whoever stands in several of the lines above counts in each"
            " of them, and it takes back what is too much, so that the lines add up to the total."
        )
        return
    if kind is LineKind.UNSPECIFIED:
        yield _("Whoever is known more precisely elsewhere in the period counts only there.")
        return
    yield _against_participations(found)
    if found.sum_of_lines > found.value:
        yield _(
            "Adding up the lines would give %(sum)s: whoever stands in several of them counts once"
            " in this total.",
            sum=number(found.sum_of_lines),
        )
    if found.question.measure is Measure.PERSONS_TRAINED:
        yield from _besides(found)
    yield from _doubts(found)


def _against_participations(found: _Total) -> str:
    trained = found.question.measure is Measure.PERSONS_TRAINED
    completed = found.by(Measure.PARTICIPATIONS)
    times = completed if trained else found.by(Measure.PARTICIPATIONS_ALL) - completed
    values = {"count": number(found.value), "times": number(times)}
    if times <= found.value:
        return ngettext(
            "The number is %(count)s person: participations give the same number, for nobody"
            " comes twice.",
            "The number is %(count)s persons: participations give the same number, for nobody"
            " comes twice.",
            found.value,
            **values,
        )
    repeats = times - found.value
    if trained:
        return ngettext(
            "The number is %(count)s and not %(times)s: that is how many participations in"
            " completed training there were, and %(num)s of them is of somebody counted already,"
            " who counts once.",
            "The number is %(count)s and not %(times)s: that is how many participations in"
            " completed training there were, and %(num)s of them are of persons counted already,"
            " each of whom counts once.",
            repeats,
            **values,
        )
    return ngettext(
        "The number is %(count)s and not %(times)s: that is how many participations trained"
        " nobody, and %(num)s of them is of somebody counted already, or trained in another"
        " session of the period.",
        "The number is %(count)s and not %(times)s: that is how many participations trained"
        " nobody, and %(num)s of them are of persons counted already, or trained in another"
        " session of the period.",
        repeats,
        **values,
    )


def _besides(found: _Total) -> Iterator[str]:
    """Yield who came besides those trained, and is not in the number."""
    if sensitized := found.by(Measure.PERSONS_SENSITIZED):
        yield ngettext(
            "Besides, %(num)s person came and was not trained: sensitized, and never added.",
            "Besides, %(num)s persons came and were not trained: sensitized, and never added.",
            sensitized,
        )
    if heads := found.by(Measure.HEADCOUNT_TRAINED):
        yield ngettext(
            "Apart stands %(num)s person counted without a name: nobody can say who it is.",
            "Apart stand %(num)s people counted without names: nobody can say whether they are"
            " the same persons.",
            heads,
        )


def _doubts(found: _Total) -> Iterator[str]:
    """Yield between which numbers a total lies; the parts of a line have no bounds."""
    if found.cell.column is not None or found.cell.within is not None:
        return
    range_ = found.reading.range(found.question.measure, found.line, found.question.dimension)
    if range_ is not None:
        yield ngettext(
            "Among them %(num)s is to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            "Among them %(num)s are to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            range_.doubtful,
            lowest=number(range_.lowest),
            highest=number(range_.highest),
        )


def _of_participations(found: _Total) -> Iterator[str]:
    completed = found.question.measure is Measure.PARTICIPATIONS
    persons = found.by(Measure.PERSONS_TRAINED)
    every, count = found.by(Measure.PARTICIPATIONS_ALL), number(found.value)
    if completed and 0 < persons < found.value:
        yield _(
            "The number is %(count)s and not %(persons)s: that is how many persons were trained,"
            " and here each counts as many times as they completed a training.",
            count=count,
            persons=number(persons),
        )
    elif completed:
        yield _("The number is %(count)s: nobody completed two trainings.", count=count)
    else:
        yield _(
            "The number is %(count)s: it counts each time somebody came, trained or not;"
            " %(completed)s of them completed a training.",
            count=count,
            completed=number(found.by(Measure.PARTICIPATIONS)),
        )
    if completed and every > found.value:
        yield _(
            "In all there were %(every)s participations: the others did not complete a training.",
            every=number(every),
        )


def _of_headcounts(count: Count) -> str:
    return _(
        "The number is %(count)s people counted without names: one person may have been counted at"
        " several sessions, so nobody can say how many persons that is, and it is never added to"
        " persons.",
        count=labels.count(count),
    )
