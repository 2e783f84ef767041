"""Words for what the register keeps as codes, in the reader's language."""

from collections.abc import Mapping

from flask_babel import gettext as _, lazy_gettext as _l, lazy_pgettext as _lp

from lms.i18n import localised
from lms.people.kinds import AgeGroup, Sex
from lms.people.matching.levels import Field, Level
from lms.people.models import Category, Organisation

# L10N: of one person, in a narrow column
SEXES = {
    Sex.MALE: _l("Man"),
    Sex.FEMALE: _l("Woman"),
    Sex.UNSPECIFIED: _lp("sex", "Not specified"),
}
# L10N: of one person under 18, in a narrow column
YOUNG = {
    Sex.MALE: _l("Boy"),
    Sex.FEMALE: _l("Girl"),
    Sex.UNSPECIFIED: _l("Minor, not specified"),
}

APART = frozenset({Level.DIFFERENT, Level.FORBIDDEN})
OTHERS = (Field.NUMBER, Field.PHONE, Field.BIRTH, Field.SEX, Field.RANK, Field.KIND)
EVIDENCE: dict[tuple[str, str], object] = {
    (Field.NUMBER, Level.SAME): _l("same service number"),
    (Field.NUMBER, Level.CLOSE): _l("a service number one digit apart"),
    (Field.NUMBER, Level.DIFFERENT): _l("another service number"),
    (Field.PHONE, Level.SAME): _l("same phone"),
    (Field.PHONE, Level.DIFFERENT): _l("another phone"),
    (Field.BIRTH, Level.DAY): _l("same birth date"),
    (Field.BIRTH, Level.SAME): _l("same year of birth"),
    (Field.BIRTH, Level.CLOSE): _l("birth dates close together"),
    (Field.BIRTH, Level.DIFFERENT): _l("another year of birth"),
    (Field.SEX, Level.DIFFERENT): _l("another sex"),
    (Field.RANK, Level.SAME): _l("same rank"),
    (Field.RANK, Level.RISE): _l("one rank higher"),
    (Field.RANK, Level.CLOSE): _l("two ranks higher"),
    (Field.RANK, Level.DIFFERENT): _l("a rank that does not follow"),
    (Field.KIND, Level.DIFFERENT): _l("another category"),
}


def sex(kind: Sex, age_group: AgeGroup) -> str:
    """Return the word for somebody of that sex and age group."""
    return str((YOUNG if age_group is AgeGroup.MINOR else SEXES)[kind])


def label(row: Category | Organisation) -> str:
    """Return the label of a category or organisation."""
    return localised(row, "label")


def category(row: Category) -> str:
    """Return the label of a category after that of its parent."""
    if row.parent is None:
        return label(row)
    return _("%(parent)s: %(child)s", parent=label(row.parent), child=label(row))


def evidence(levels: Mapping[str, str]) -> str:
    """Return what agrees between two records and what does not, as matching compared them.

    ``levels`` has the level of each field by its name; fields that nobody wrote are left out.
    """
    said = [_name(levels), *(EVIDENCE.get((it, levels.get(it, ""))) for it in OTHERS)]
    return ", ".join(str(it) for it in said if it)


def _name(levels: Mapping[str, str]) -> object:
    surname, given = levels.get(Field.SURNAME, ""), levels.get(Field.GIVEN, "")
    if {surname, given} <= {Level.SAME}:
        return _("same name")
    if surname in APART:
        return _("another surname")
    if given in APART:
        return _("another given name")
    if {surname, given} & {Level.PART, Level.UNKNOWN}:
        return _("a part of the name")
    return _("a name written a little differently")
