"""The words of a report in the reader's language."""

from collections.abc import Mapping
from datetime import datetime

from flask_babel import gettext as _, lazy_gettext as _l, ngettext

from lms.figures import labels
from lms.figures.counting.questions import Measure
from lms.figures.labels import Names
from lms.figures.release.asking import TwoWouldTell
from lms.figures.reports import services
from lms.figures.reports.changes.causes import SESSION_CAUSES, Cause, CauseKind
from lms.figures.reports.freezing import Content
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.proving.decisions import DecisionKind
from lms.figures.reports.proving.verifying import Found
from lms.figures.reports.rules import Finding, FindingKind
from lms.i18n import days, language, moment, number

STATES = {
    ReportState.PREPARED: _l("being prepared"),
    ReportState.PUBLISHED: _l("published"),
    ReportState.SUPERSEDED: _l("corrected by a later report"),
}
FOUND = {
    Found.GENUINE: _l("The report is as it was signed."),
    Found.FALSE_SIGNATURE: _l("The signature is false: the report is not as it was signed."),
    Found.OTHER_KEY: _l("The report is as it was signed, but with a key that is not ours."),
    Found.FACTS_CHANGED: _l("The facts counted are no longer what they were."),
    Found.UNREADABLE: _l("This file is not a report."),
    Found.NOT_PUBLISHED: _l("This report is not published: nobody has signed it."),
}


def names(content: Content) -> Names:
    """Return what the rows of a frozen report are called."""
    found = content["names"]
    spoken = language()
    return Names(
        categories={code: it[spoken] or it["fr"] for code, it in found["category"].items()},
        regions={code: it[spoken] or it["fr"] for code, it in found["region"].items()},
    )


def title(report: Report) -> str:
    """Return what the report is about: its code and its days."""
    return _(
        "Report %(code)s: %(days)s",
        code=report.code,
        days=days(report.period_start, report.period_end),
    )


def finding(found: Finding, spoken: Names) -> str:
    """Return what was found, in a sentence."""
    match found.kind:
        case FindingKind.TIE_OUT:
            return _(
                "%(measure)s: the lines do not add up to the total. Tell the administrator.",
                measure=labels.MEASURES[Measure(found.line)],
            )
        case FindingKind.UNDECIDED:
            return ngettext(
                "%(num)s person counted may be somebody known already. Decide, or print the"
                " range.",
                "%(num)s persons counted may be somebody known already. Decide, or print the"
                " range.",
                found.count,
            )
        case FindingKind.OPEN_SESSION:
            return ngettext(
                "%(num)s session of the period is not closed and does not count.",
                "%(num)s sessions of the period are not closed and do not count.",
                found.count,
            )
        case FindingKind.NOBODY:
            return _("Nobody is counted in this period.")
        case FindingKind.OUTLIER:
            return _outlier(found, spoken)


def _outlier(found: Finding, spoken: Names) -> str:
    line = _("All persons trained") if found.line == "total" else spoken.row(found.line)
    return _(
        "%(line)s: %(count)s, where the periods before had between %(lowest)s and %(highest)s.",
        line=line,
        count=number(found.count),
        lowest=number(found.lowest),
        highest=number(found.highest),
    )


DECISIONS = {
    DecisionKind.MERGE: _l("Merge no. %(number)s: two records are one person."),
    DecisionKind.UNMERGE: _l("Merge no. %(number)s undone: they are two persons again."),
    DecisionKind.APART: _l(
        "Decision no. %(number)s: two records that look alike are two persons."
    ),
    DecisionKind.MARKS: _l("Merge no. %(number)s: which of contrary marks holds was settled."),
    DecisionKind.TAKEN_BACK: _l("List no. %(number)s taken back."),
    DecisionKind.NOT_HELD: _l("Slot no. %(number)s: not held, and out of the dose."),
    DecisionKind.UNDECIDED: _l(
        "Undecided, question no. %(number)s: a person counted may be somebody known already."
    ),
}


def decision(said: Content) -> str:
    """Return a decision attached to a report, in sentences; records by their numbers alone."""
    told = [str(DECISIONS[DecisionKind(said["kind"])]) % {"number": said["number"]}]
    if persons := said.get("persons"):
        told.append(_("Records no. %(numbers)s.", numbers=", ".join(map(str, persons))))
    if said.get("session"):
        told.append(_("In session %(reference)s.", reference=said["session"]))
    if said.get("sheet"):
        told.append(
            _("List no. %(list)s, row %(row)s.", list=said["sheet"][0], row=said["sheet"][1])
        )
    what = " ".join(told)
    if said["at"] is None:
        return what
    return f"{moment(datetime.fromisoformat(said['at']))} – {what}"


CAUSES = {
    CauseKind.LATE_SESSION: _l("Session %(called)s closed after the report"),
    CauseKind.MERGE: _l("Two records said to be one person (merge %(called)s)"),
    CauseKind.UNMERGE: _l("A merge undone (merge %(called)s)"),
    CauseKind.LIST_TAKEN_BACK: _l("A list taken back (list %(called)s)"),
    CauseKind.RULE: _l("Counting rules no. %(called)s"),
    CauseKind.CORRECTION: _l("Session %(called)s corrected"),
    CauseKind.REARRANGED: _l("Categories or regions arranged otherwise"),
}


def cause(it: Cause, references: Mapping[int, str]) -> str:
    """Return why something changed; ``references`` are those of training sessions."""
    of_session = it.kind in SESSION_CAUSES
    called = references.get(it.number, str(it.number)) if of_session else str(it.number)
    return str(CAUSES[it.kind]) % {"called": called}


ERRORS: dict[type[Exception], str] = {
    services.SamePerson: _l("Whoever prepared a report cannot publish it: ask a second person."),
    services.AlreadyPublished: _l(
        "This report is published already. To change it, prepare a correction."
    ),
    services.NotPublished: _l("This report is corrected already, or not yet published."),
    services.NoReason: _l("Say what was wrong and why."),
    services.NotReady: _l("Not published: settle first what is listed below."),
    services.UnknownRegion: _l(
        "There is no region with this code. Write one that the list of places has."
    ),
}


def error(broken: Exception) -> str:
    """Return why a report cannot be prepared, corrected or published."""
    if isinstance(broken, TwoWouldTell):
        return broken.sentence
    if type(broken) not in ERRORS:
        raise broken
    return str(ERRORS[type(broken)])


def signed(value: int) -> str:
    """Return a change with its sign."""
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}" if value else "0"
