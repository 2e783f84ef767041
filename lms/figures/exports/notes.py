"""How the figures of a file were made, said in the file."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.release.gate import Release
from lms.figures.release.thresholds import Limits
from lms.i18n import day, moment
from lms.unit.queries import rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who asked, when, and whether the figures are invented."""

    by: str
    now: datetime
    is_sample: bool


def notes(release: Release, origin: Origin) -> list[str]:
    """Return how the figures were made: period, regions, rules, moment, by whom, for whom."""
    scope, names = release.reading.scope, labels.names(release.reading)
    said = [mark_of_sample()] if origin.is_sample else []
    said.append(
        _(
            "From %(first)s to %(last)s, both included; a session counts on its last day.",
            first=day(scope.window.first),
            last=day(scope.window.last),
        )
    )
    if scope.regions is not None:
        said.append(
            _(
                "Regions: %(regions)s.",
                regions=labels.listed(sorted(map(names.row, scope.regions))),
            )
        )
    known = scope.as_of or origin.now
    said += [
        _("Counting rules no. %(version)s.", version=rules(scope.as_of).version),
        _("As known on %(moment)s (UTC).", moment=moment(known)),
        _("Extracted by %(who)s.", who=origin.by),
        *audience(release.limits if release.is_masked else None, widened=release.is_widened),
        _("Persons trained and persons sensitized are never added; headcounts are not persons."),
        _("“At least” means that the true number is not known and may be higher."),
    ]
    return [*said, *doubts(release)]


def audience(limits: Limits | None, *, widened: bool) -> list[str]:
    """Return for whom the file is, and what its marks mean; without limits it is for inside."""
    if limits is None:
        return [_("For inside the unit: full numbers, not to be passed on.")]
    said = [
        _(
            "For outside the unit: “<%(adults)s” and “<%(minors)s” stand for small numbers, “s”"
            " for a number that would give a small one away. A masked number is never zero; 0 is"
            " zero.",
            adults=limits.adults,
            minors=limits.minors,
        )
    ]
    if widened:
        said.append(
            _("The period was widened to whole months, so that no single session stands out.")
        )
    return said


def doubts(release: Release) -> list[str]:
    """Return which totals of persons have people to be checked, with their bounds (R14)."""
    names = labels.names(release.reading)
    return [
        _(
            "%(measure)s, %(line)s: %(range)s.",
            measure=str(labels.MEASURES[measure]),
            line=labels.line(release.table(measure)[key], names, measure, Dimension.CATEGORY),
            range=labels.to_check(found),
        )
        for measure, key, found in release.ranges()
    ]


def mark_of_sample() -> str:
    """Return what every file of the sample mission says."""
    return _("Sample data: names, numbers and places are invented.")
