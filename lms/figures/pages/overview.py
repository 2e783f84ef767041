"""Everything on the page of the totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from flask import url_for
from flask_babel import gettext as _, lazy_gettext as _l, ngettext

from lms.accounts.actors import Actor
from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.counting.questions import Measure, Question
from lms.figures.counting.tables import Line
from lms.figures.counting.values import Column, Count
from lms.figures.pages import why
from lms.figures.pages.behind import Asked
from lms.figures.pages.headline import Headline, headline
from lms.figures.pages.newcomers import Newcomers, newcomers
from lms.figures.pages.periods import Choice, as_asked, choices, neighbours
from lms.figures.pages.published import Published, published, windows
from lms.figures.pages.sentences import in_both_languages
from lms.figures.pages.tables import Link, Shown, show
from lms.figures.totals import Reading, visible_regions
from lms.i18n import day, number, percent
from lms.unit.queries import rules
from lms.unit.rules import Rules

TITLES: dict[Dimension, str] = {
    Dimension.CATEGORY: _l("By category, sex and age"),
    Dimension.REGION: _l("By region, sex and age"),
    Dimension.CERCLE: _l("By cercle, sex and age"),
    Dimension.PROGRAMME: _l("By programme, sex and age"),
    Dimension.COURSE: _l("By course, sex and age"),
    Dimension.ORGANISATION: _l("By lead organisation, sex and age"),
    Dimension.PHASE: _l("By phase, sex and age"),
    Dimension.MONTH: _l("By month, sex and age"),
    Dimension.QUARTER: _l("By quarter, sex and age"),
    Dimension.YEAR: _l("By year, sex and age"),
    Dimension.BUDGET_YEAR: _l("By budget year, sex and age"),
}


@dataclass(frozen=True, slots=True)
class Heads:
    """People counted without names: their number, by category and by region."""

    title: str
    total: str
    at_least: bool
    by_category: Shown
    by_region: Shown


@dataclass(frozen=True, slots=True)
class Overview:
    """The page, part by part."""

    headline: Headline
    table_title: str
    table: Shown
    nobody: bool
    periods: list[Choice]
    neighbours: list[Choice]
    newcomers: Newcomers
    heads: list[Heads]
    named: bool
    sensitized_by_name: str
    trained_later: str
    """How many of those were trained afterwards; empty when nobody was (R2)."""
    published: Published
    indicators: list[tuple[str, str]]
    sentences: dict[str, list[str]]
    why: dict[str, str]
    """Why the whole is this number and not another, in each language."""
    contradictory: int
    trained: str
    extracted: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, as far as the page cares: the day, and whether numbers lead to names."""

    today: date
    names: bool


def overview(
    reading: Reading,
    question: Question,
    *,
    known: Sequence[Window],
    kept: Mapping[str, Any],
    viewer: Viewer,
) -> Overview:
    """Return the page that answers ``question``.

    ``known`` are the windows to offer first, ``kept`` the filters besides the period.
    """
    scope, by = reading.scope, rules(reading.scope.as_of)
    link = _link(question, kept) if viewer.names else None
    named = reading.total(Measure.PERSONS_SENSITIZED)
    return Overview(
        headline=headline(reading, question.measure),
        table_title=TITLES[question.dimension],
        table=show(reading, question.measure, question.dimension, link=link),
        nobody=reading.nobody,
        periods=choices(scope.window, known, kept),
        neighbours=neighbours(scope.window, kept),
        newcomers=newcomers(reading, by_step=question.measure is Measure.PERSONS_TRAINED),
        heads=[
            _heads(reading, it, question if viewer.names else None, kept)
            for it in (Measure.HEADCOUNT_SENSITIZED, Measure.HEADCOUNT_TRAINED)
            if reading.table(it).total.total.value
        ],
        named=named > 0,
        sensitized_by_name=number(named),
        trained_later=_trained_later(reading.trained_later),
        published=published(reading, kept),
        indicators=[
            (labels.text(it), labels.count(Count(it.count, it.at_least)))
            for it in queries.indicators(scope.window)
        ],
        sentences=in_both_languages(reading),
        why=why.in_both_languages(reading, replace(question, dimension=Dimension.CATEGORY)),
        contradictory=reading.contradictory,
        trained=_demand(by),
        extracted=_(
            "%(day)s, rules no. %(version)s",
            day=day(scope.as_of or viewer.today),
            version=by.version,
        ),
    )


def known_windows(today: date) -> list[Window]:
    """Return the days of all records, then those of published figures; this year without any."""
    known = windows(queries.declared())
    days = [*known, recorded] if (recorded := queries.recorded_window()) else known
    if not days:
        return [period(PeriodKind.YEAR, today)]
    whole = Window(min(it.first for it in days), max(it.last for it in days))
    return [whole, *(it for it in known if it != whole)]


def region_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return code and name of every region with facts that ``actor`` may see, by name."""
    visible = visible_regions(None, actor)
    regions = {
        it.code: labels.region(it)
        for it in queries.recorded_regions()
        if visible is None or it.code in visible
    }
    return sorted(regions.items(), key=lambda it: it[1])


def cell_name(reading: Reading, question: Question, cell: Asked) -> str:
    """Return what a cell of the table is called. Raises ``KeyError`` for an unknown line."""
    key = cell.key
    line = reading.line(question.measure, question.dimension, key, cell.within)
    words = labels.line(line, labels.names(reading), question.measure, question.dimension)
    if line.code and line.code != key:
        category = labels.names(reading).row(line.code)
        words = _("%(category)s · %(part)s", category=category, part=words)
    if cell.within is not None:
        words = f"{words}, {labels.names(reading).row(cell.within[1], cell.within[0])}"
    return words if cell.column is None else f"{words}, {labels.COLUMNS[cell.column]}"


def _demand(by: Rules) -> str:
    """Return what a course asks for unless it says otherwise (R1)."""
    return _(
        "at least %(share)s of the attendances of a training of at least %(minutes)s minutes,"
        " unless the course asks for more or less",
        share=percent(Fraction(by.minimum_share, 100)),
        minutes=by.minimum_minutes,
    )


def _trained_later(count: int) -> str:
    """Return the note under those sensitized: a wider window would show fewer of them (R2)."""
    if not count:
        return ""
    return ngettext(
        "%(count)s of those sensitized in this period was trained later.",
        "%(count)s of those sensitized in this period were trained later.",
        count,
        count=number(count),
    )


def _heads(
    reading: Reading, measure: Measure, asked: Question | None, kept: Mapping[str, Any]
) -> Heads:
    def link(dimension: Dimension) -> Link | None:
        rows = {"measure": measure, "rows": dimension}
        return _link(asked, {**kept, **rows}) if asked else None

    total = reading.table(measure).total.total
    return Heads(
        title=str(labels.MEASURES[measure]),
        total=labels.count(total),
        at_least=total.at_least,
        by_category=show(reading, measure, link=link(Dimension.CATEGORY)),
        by_region=show(reading, measure, Dimension.REGION, link=link(Dimension.REGION)),
    )


def _link(question: Question, kept: Mapping[str, Any]) -> Link:
    asked = {**kept, **as_asked(question.scope.window)}

    def link(line: Line, column: Column | None) -> str:
        return url_for("figures.behind", line=line.key, column=column, **asked)

    return link
