"""Who was trained: in all, category by category, and the Mission's own personnel."""

from collections.abc import Iterable

from flask_babel import gettext as _, ngettext, pgettext

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column
from lms.figures.release.cells import Cell, CellKind, ReleasedLine
from lms.figures.sentences import numbers, verbs
from lms.figures.sentences.groups import of_category, persons
from lms.figures.sentences.told import Source, group_of, people, told
from lms.i18n import number

TRAINED = Measure.PERSONS_TRAINED
MISSION = "mission"
"""The category of the Mission's own personnel, who are told of apart."""


def sentences(source: Source) -> list[str]:
    """Return everything that can be said of those trained, the whole first."""
    tops = [*source.tops(TRAINED)]
    others = [it for it in tops if it.code != MISSION]
    return [
        *in_all(source),
        *doubtful(source),
        *(words for it in others for words in of_one_category(source, it)),
        *(
            words
            for it in tops
            if it.code == MISSION
            for words in of_the_mission(source, it, also=bool(others))
        ),
    ]


def in_all(source: Source) -> list[str]:
    """Return how many persons were trained, how many of them women and girls, and where."""
    whole = source.whole(TRAINED)
    if whole.total.value == 0:
        return [
            _(
                "During the reporting period, no one was trained in child rights and child"
                " protection."
            )
        ]
    held = (
        it
        for it in source.lines(TRAINED, Dimension.REGION)
        if it.kind is LineKind.ROW and not it.is_empty
    )
    found = people(whole, persons())
    return [verbs.trained(found, _in_places(source, (it.code for it in held)))] if found else []


def doubtful(source: Source) -> list[str]:
    """Return how many of those trained are to be checked; nothing when there are none (R14)."""
    found = source.ranges(TRAINED, str(LineKind.TOTAL))
    if found is None:
        return []
    return [
        ngettext(
            "One of these persons is to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            "%(count)s of these persons are to be checked: the number lies between %(lowest)s and"
            " %(highest)s.",
            found.doubtful,
            count=numbers.spelled(found.doubtful).capitalize(),
            lowest=number(found.lowest),
            highest=number(found.highest),
        )
    ]


def of_one_category(source: Source, line: ReleasedLine) -> list[str]:
    """Return how many of a category were trained and where; nothing where that is withheld."""
    found = told(source, TRAINED, line, group_of(source, TRAINED, line))
    if found is None:
        return []
    return [verbs.trained(found, _in_places(source, source.places.get(line.code, ())))]


def of_the_mission(source: Source, line: ReleasedLine, *, also: bool) -> list[str]:
    """Return how many of its own personnel the Mission trained, part by part.

    ``also`` tells that others were trained as well. Somebody known by two parts stands in both:
    then it is said that they add up to more than the whole (R7).
    """
    whole = line.total
    if whole.kind is CellKind.WITHHELD:
        return []
    said = {"who": _own(source, line)}
    clause = (
        _("The Mission also trained %(who)s", **said)
        if also
        else _("The Mission trained %(who)s", **said)
    )
    below = source.parts(TRAINED, line)
    parts = [it for it in below if it.kind is not LineKind.OVERLAP]
    named = labels.listed(filter(None, (_part(source, it) for it in parts)))
    if not named or all(it.kind is LineKind.UNSPECIFIED for it in parts):
        return [f"{clause}."]
    if any(it.total.kind is CellKind.WITHHELD for it in parts):
        return [_("%(clause)s, including %(parts)s.", clause=clause, parts=named)]
    if len(below) > len(parts):
        return [
            _(
                "%(clause)s: %(parts)s; some of them count in more than one of these groups.",
                clause=clause,
                parts=named,
            )
        ]
    return [_("%(clause)s: %(parts)s.", clause=clause, parts=named)]


def _own(source: Source, line: ReleasedLine) -> str:
    """Return how many of its own personnel, men and women apart where none is withheld."""
    whole = line.total
    masked = whole.value is None
    count = numbers.threshold(whole.below) if masked else numbers.spelled(whole.value or 0)
    who = ngettext(
        "one of its own personnel",
        "%(count)s of its own personnel",
        whole.below if masked else whole.value or 0,
        count=_("fewer than %(count)s", count=count) if masked else count,
    )
    notes = [] if masked else [_sexes(line)]
    if (doubt := source.ranges(TRAINED, line.key)) is not None:
        notes.append(labels.to_check(doubt))
    said = ", ".join(filter(None, notes))
    return f"{who} ({said})" if said else who


def _sexes(line: ReleasedLine) -> str:
    """Return how many men, women and others stand in a line; nothing where one is withheld."""
    words = {
        Column.MEN: numbers.of_men,
        Column.WOMEN: numbers.of_women,
        Column.ADULTS_UNSPECIFIED: numbers.unspecified,
        Column.BOYS: numbers.of_boys,
        Column.GIRLS: numbers.of_girls,
        Column.MINORS_UNSPECIFIED: numbers.unspecified,
    }
    held: dict[Column, Cell] = {it: cell for it, cell in line.cells.items() if cell.value != 0}
    if any(it.kind is CellKind.WITHHELD for it in held.values()):
        return ""
    return labels.listed(words[it](cell) for it, cell in held.items())


def _part(source: Source, line: ReleasedLine) -> str:
    if line.kind is LineKind.UNSPECIFIED:
        return numbers.unspecified(line.total)
    found = people(line, of_category(line.code, source.names))
    return found.who if found else ""


def _in_places(source: Source, codes: Iterable[str]) -> str:
    """Return the regions in the order of their codes, as “ in Gao and Bamako”."""
    names = [source.names.row(it, Dimension.REGION) for it in sorted(codes)]
    words = [
        # L10N: where people were trained, the first of a list of places: in Gao
        _("in %(place)s", place=name)
        if at == 0
        # L10N: a further place of a list, after “in Gao and”; in French with its preposition
        else pgettext("further place", "%(place)s", place=name)
        for at, name in enumerate(names)
    ]
    return f" {labels.listed(words)}" if words else ""
