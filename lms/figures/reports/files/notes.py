"""How a report was made, who answers for it and what proves it: at the foot of every file."""

from flask_babel import gettext as _

from lms.figures.exports.notes import audience, mark_of_sample
from lms.figures.reports import freezing, labels, pages
from lms.figures.reports.copies import Copy
from lms.figures.reports.models import Report
from lms.i18n import day, moment, number


def mark(copy: Copy) -> str:
    """Return what every file of the sample mission says; empty for any other."""
    return mark_of_sample() if copy.content["sample_data"] else ""


def notes(report: Report, copy: Copy) -> list[str]:
    """Return everything a file says besides its numbers."""
    said = [labels.title(report), *made(report, copy), *pages.ranges(copy), *attached(copy)]
    return [mark(copy), *said] if mark(copy) else said


def made(report: Report, copy: Copy) -> list[str]:
    """Return how the numbers were made, for whom, by whom, and what proves them."""
    since = copy.content["since_last_report"]
    return [
        _("Persons trained and persons sensitized are never added; headcounts are not persons."),
        *audience(copy.limits, widened=copy.is_widened),
        *([_days(copy)] if copy.is_widened else []),
        _("Counting rules no. %(version)s.", version=report.rule_version),
        _("As known on %(moment)s (UTC).", moment=moment(freezing.as_of(report))),
        _(
            "Prepared by %(one)s, approved by %(other)s.",
            one=copy.content["prepared_by"],
            other=copy.content["approved_by"],
        ),
        *_succession(report),
        _(
            "Since the last report: merges made %(made)s, merges undone %(undone)s.",
            made=number(len(since["merges"])),
            undone=number(len(since["merges_undone"])),
        ),
        f"{_('Digest of the facts (SHA-256):')} {report.digest}",
        f"{_('Signature (Ed25519):')} {freezing.signed(report, copy.audience)['signature']}",
    ]


def attached(copy: Copy) -> list[str]:
    """Return what was decided since the report before, line by line, under a heading."""
    if not copy.decisions:
        return []
    heading = _("Decided by hand since the last report, and still undecided")
    return [heading, *map(labels.decision, copy.decisions)]


def _days(copy: Copy) -> str:
    window = copy.window
    return _(
        "From %(first)s to %(last)s, both included; a session counts on its last day.",
        first=day(window.first),
        last=day(window.last),
    )


def _succession(report: Report) -> list[str]:
    if report.succeeds is None:
        return []
    reason, code = report.reason, report.succeeds.code
    return [_("Corrects report %(code)s: %(reason)s", code=code, reason=reason)]
