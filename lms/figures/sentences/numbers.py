"""Numbers as a sentence has them: in words under ten, "fewer than" where they are masked."""

from flask_babel import gettext as _, lazy_gettext as _l, ngettext

from lms.figures.counting.values import Count
from lms.figures.release.cells import Cell, CellKind, shown
from lms.i18n import language, number

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


def spelled(value: int) -> str:
    """Return a number as a sentence has it: in words under ten."""
    return str(WORDS[value]) if value in WORDS else number(value)


def threshold(below: int) -> str:
    """Return the number that a masked one is below; French keeps its figure (DOMAIN 6)."""
    return number(below) if language() == "fr" else spelled(below)


def quantity(cell: Cell, one: str, many: str) -> str:
    """Return how many of a noun there are, whose words are given; a withheld number gives none.

    Recorded numbers are counted by us: what is open is "at least" so many. "More than" is the
    wording of the source of a published figure, and is kept for those (R10).
    """
    match cell.kind:
        case CellKind.WITHHELD:
            return ""
        case CellKind.BELOW:
            return _("fewer than %(count)s", count=f"{threshold(cell.below)} {many}")
    value = cell.value or 0
    words = one if value == 1 else f"{spelled(value)} {many}"
    return _("at least %(count)s", count=words) if cell.kind is CellKind.AT_LEAST else words


def of_men(cell: Cell) -> str:
    """Return how many men there are; nothing where that is withheld."""
    return quantity(cell, _("one man"), _("men"))


def of_women(cell: Cell) -> str:
    """Return how many women there are; nothing where that is withheld."""
    return quantity(cell, _("one woman"), _("women"))


def of_girls(cell: Cell) -> str:
    """Return how many girls there are; nothing where that is withheld."""
    return quantity(cell, _("one girl"), _("girls"))


def of_boys(cell: Cell) -> str:
    """Return how many boys there are; nothing where that is withheld."""
    return quantity(cell, _("one boy"), _("boys"))


def unspecified(cell: Cell) -> str:
    """Return how many are not specified; nothing where that is withheld."""
    # L10N: after a number, of people whose sex or component is not known
    return quantity(cell, _("one not specified"), _("not specified"))


def of_women_and_girls(women: int, girls: int) -> str:
    """Return how many women and girls there are, named as what they are."""
    if not girls:
        return of_women(shown(Count(women)))
    if not women:
        return of_girls(shown(Count(girls)))
    return women_and_girls(women + girls)


def women_and_girls(value: int) -> str:
    """Return how many women and girls there are, of both together."""
    return ngettext("one woman or girl", "%(count)s women and girls", value, count=spelled(value))


def children(value: int) -> str:
    """Return how many children there are."""
    return ngettext("one child", "%(count)s children", value, count=spelled(value))
