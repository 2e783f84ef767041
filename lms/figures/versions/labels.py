"""The words of the rules in the reader's language."""

from fractions import Fraction

from flask_babel import gettext as _, lazy_gettext as _l

from lms.figures.versions import services
from lms.i18n import number, percent
from lms.unit.models import RuleVersion
from lms.unit.rules import Rules

SETTINGS = {
    "minimum_share": _l("Attendance that makes a person trained"),
    "minimum_minutes": _l("Shortest training that trains, in minutes"),
    "late_counts": _l("Late counts as present"),
    "excused_counts": _l("Excused counts as present"),
    "smallest_adults": _l("Fewest adults shown for outside"),
    "smallest_minors": _l("Fewest minors shown for outside"),
}
"""In the order in which they are shown."""


def setting(name: str, rules: Rules) -> str:
    """Return the value of a setting."""
    value = getattr(rules, name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return percent(Fraction(value, 100)) if name == "minimum_share" else number(value)


def called(version: RuleVersion) -> str:
    """Return what a version is called: by its number once it is adopted."""
    if version.number is None:
        return _("Proposal %(number)s", number=version.id)
    return _("Counting rules no. %(called)s", called=version.number)


def error(broken: Exception) -> str:
    """Return why rules cannot be proposed, adopted or deleted."""
    match broken:
        case services.Senseless():
            names = ", ".join(str(SETTINGS[it]) for it in SETTINGS if it in broken.faults)
            return _("These values cannot be: %(names)s.", names=names)
        case services.Unchanged():
            return _("These are the rules in force. Change at least one of them.")
        case services.NoReason():
            return _("Say why the unit should count otherwise.")
        case services.AlreadyAdopted():
            return _("This version is adopted already, and never changes again.")
    raise broken
