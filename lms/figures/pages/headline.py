"""The answer at the head of the page: one number, one sentence, and its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from flask_babel import gettext as _, ngettext

from lms.figures import labels
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Table
from lms.figures.counting.values import Column
from lms.figures.totals import Reading
from lms.i18n import day, number

GAP = Decimal("0.35")  # of the width, between two parts of the bar


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the bar and its words, in hundredths of the width."""

    kind: str
    label: str
    start: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Headline:
    """What the page opens with."""

    figure: str
    sentence: str
    range: str
    """How many are to be checked, and between which numbers the figure lies."""
    women: str
    participations: str
    parts: list[Part]
    all_parts: str


def headline(reading: Reading, measure: Measure) -> Headline:
    """Return the answer to ``measure`` over the reading's window."""
    table = reading.table(measure)
    total = table.total.total.value
    parts = _parts(table)
    return Headline(
        figure=number(total),
        sentence=_sentence(measure, total, reading.scope.window),
        range=labels.to_check(reading.range(measure, table.total)),
        women=_women(measure, table),
        participations=_participations(reading),
        parts=parts,
        all_parts=", ".join(part.label for part in parts),
    )


def women_and_girls(table: Table) -> int:
    """Return how many of the whole are women or girls."""
    cells = table.total.cells
    return cells[Column.WOMEN].value + cells[Column.GIRLS].value


def _sentence(measure: Measure, total: int, window: Window) -> str:
    said = {"count": number(total), "first": day(window.first), "last": day(window.last)}
    if not total:
        return _nobody(measure, said)
    match measure:
        case Measure.PERSONS_SENSITIZED:
            return ngettext(
                "From %(first)s to %(last)s, %(count)s person was sensitized by name.",
                "From %(first)s to %(last)s, %(count)s persons were sensitized by name.",
                total,
                **said,
            )
        case Measure.PARTICIPATIONS:
            return ngettext(
                "From %(first)s to %(last)s, %(count)s participation in completed training.",
                "From %(first)s to %(last)s, %(count)s participations in completed training.",
                total,
                **said,
            )
        case Measure.PARTICIPATIONS_ALL:
            return ngettext(
                "From %(first)s to %(last)s, %(count)s participation in all.",
                "From %(first)s to %(last)s, %(count)s participations in all.",
                total,
                **said,
            )
    return ngettext(
        "From %(first)s to %(last)s, %(count)s person was trained.",
        "From %(first)s to %(last)s, %(count)s persons were trained.",
        total,
        **said,
    )


def _nobody(measure: Measure, said: Mapping[str, str]) -> str:
    if measure is Measure.PERSONS_TRAINED:
        return _("From %(first)s to %(last)s, no one was trained.", **said)
    if measure is Measure.PERSONS_SENSITIZED:
        return _("From %(first)s to %(last)s, no one was sensitized by name.", **said)
    return _("From %(first)s to %(last)s, no participation is counted.", **said)


def _women(measure: Measure, table: Table) -> str:
    total, women = table.total.total.value, women_and_girls(table)
    if not total:
        return ""
    said = {"count": number(women), "share": str(_whole_percent(women, total))}
    if measure in (Measure.PARTICIPATIONS, Measure.PARTICIPATIONS_ALL):
        return ngettext(
            "%(count)s of them is by a woman or a girl (%(share)s per cent).",
            "%(count)s of them are by women and girls (%(share)s per cent).",
            women,
            **said,
        )
    return ngettext(
        "%(count)s of them is a woman or a girl (%(share)s per cent).",
        "%(count)s of them are women and girls (%(share)s per cent).",
        women,
        **said,
    )


def _whole_percent(part: int, whole: int) -> int:
    """Return a share without decimals, halves rounded up, as sentences have it."""
    return int(Fraction(part, whole) * 100 + Fraction(1, 2))


def _participations(reading: Reading) -> str:
    completed = reading.total(Measure.PARTICIPATIONS)
    return ngettext(
        "%(count)s participation in completed training (%(all)s in all).",
        "%(count)s participations in completed training (%(all)s in all).",
        completed,
        count=number(completed),
        all=number(reading.total(Measure.PARTICIPATIONS_ALL)),
    )


def _parts(table: Table) -> list[Part]:
    """Return the shares of the bar, with a small gap between them."""
    shown = [(kind, value) for kind, value in _kinds(table) if value]
    room = 100 - GAP * (len(shown) - 1)
    parts: list[Part] = []
    start = Decimal()
    for kind, value in shown:
        share = room * value / table.total.total.value
        parts.append(Part(kind, _words(kind, value), round(start, 2), round(share, 2)))
        start += share + GAP
    return parts


def _kinds(table: Table) -> list[tuple[str, int]]:
    cells = {column: count.value for column, count in table.total.cells.items()}
    unspecified = cells[Column.ADULTS_UNSPECIFIED] + cells[Column.MINORS_UNSPECIFIED]
    return [
        ("men", cells[Column.MEN]),
        ("boys", cells[Column.BOYS]),
        ("women", cells[Column.WOMEN]),
        ("girls", cells[Column.GIRLS]),
        ("unspecified", unspecified),
    ]


def _words(kind: str, value: int) -> str:
    count = number(value)
    match kind:
        case "men":
            return ngettext("%(count)s man", "%(count)s men", value, count=count)
        case "boys":
            return ngettext("%(count)s boy", "%(count)s boys", value, count=count)
        case "women":
            return ngettext("%(count)s woman", "%(count)s women", value, count=count)
        case "girls":
            return ngettext("%(count)s girl", "%(count)s girls", value, count=count)
    return _("%(count)s not specified", count=count)
