"""Words for what the register keeps as codes, in the reader's language."""

from flask_babel import gettext as _, lazy_gettext as _l, lazy_pgettext as _lp

from lms.i18n import localised
from lms.people.kinds import AgeGroup, Sex
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
