"""Who was sensitized without being named: in all, by category, and by figures published."""

from flask_babel import gettext as _, ngettext

from lms.figures import labels
from lms.figures.counting.questions import Measure
from lms.figures.counting.values import Column, Count
from lms.figures.release.cells import CellKind, ReleasedLine
from lms.figures.sentences import numbers, verbs
from lms.figures.sentences.groups import of_category
from lms.figures.sentences.told import Source, Told, group_of, told

SENSITIZED = Measure.HEADCOUNT_SENSITIZED
OF_WOMEN = (Column.WOMEN, Column.GIRLS)
OF_CHILDREN = (Column.BOYS, Column.GIRLS, Column.MINORS_UNSPECIFIED)


def sentences(source: Source) -> list[str]:
    """Return everything that can be said of headcounts; nothing when there are none."""
    found = [
        told(source, SENSITIZED, it, group_of(source, SENSITIZED, it))
        for it in source.tops(SENSITIZED)
    ]
    return [
        *in_all(source.whole(SENSITIZED)),
        *(verbs.sensitized(it) for it in found if it),
        *(published(source, code, count) for code, count in source.published if count.value),
    ]


def in_all(whole: ReleasedLine) -> list[str]:
    """Return how many people were counted at awareness-raising; nothing when there were none."""
    total = whole.total
    if total.value == 0 or total.kind is CellKind.WITHHELD:
        return []
    if total.kind is CellKind.BELOW:
        return [_gathered(_("fewer than %(count)s", count=numbers.threshold(total.below)))]
    value = total.value or 0
    if total.kind is CellKind.AT_LEAST:
        # No part of an open figure can be stated beside it (R10).
        return [
            _(
                "Awareness-raising sessions gathered at least %(count)s participants in all;"
                " one person may have been counted at several sessions.",
                count=numbers.spelled(value),
            )
        ]
    women, minors = _sum(whole, OF_WOMEN), _sum(whole, OF_CHILDREN)
    if women > 1 and minors > 1:
        return [
            _(
                "Awareness-raising sessions gathered %(count)s participants in all, of whom"
                " %(women)s were women and girls and %(minors)s were children; one person may"
                " have been counted at several sessions.",
                count=numbers.spelled(value),
                women=numbers.spelled(women),
                minors=numbers.spelled(minors),
            )
        ]
    parts = [numbers.women_and_girls(women)] if women else []
    parts += [numbers.children(minors)] if minors else []
    if not parts or value == 1:
        return [_gathered(numbers.spelled(value), value)]
    return [
        _(
            "Awareness-raising sessions gathered %(count)s participants in all, including"
            " %(parts)s; one person may have been counted at several sessions.",
            count=numbers.spelled(value),
            parts=labels.listed(parts),
        )
    ]


def published(source: Source, code: str, count: Count) -> str:
    """Return how many of a category were sensitized by what was published (R10).

    "More than" is what such a figure says where it is open; ours say "at least".
    """
    group = of_category(code, source.names)
    who = group.one if count == Count(1) else f"{labels.published(count)} {group.many}"
    return verbs.published_sensitized(Told(who, count.value + count.at_least, group.agreement))


def _gathered(count: str, value: int = 2) -> str:
    return ngettext(
        "Awareness-raising sessions gathered one participant in all.",
        "Awareness-raising sessions gathered %(count)s participants in all; one person may have"
        " been counted at several sessions.",
        value,
        count=count,
    )


def _sum(line: ReleasedLine, columns: tuple[Column, ...]) -> int:
    """Return the sum of some columns; zero, of which nothing is said, where one is masked."""
    values = [line.cells[it].value for it in columns]
    return 0 if None in values else sum(it or 0 for it in values)
