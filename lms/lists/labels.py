"""Words for what becomes of a list and its rows, in the reader's language."""

from collections.abc import Sequence

from flask_babel import (
    gettext as _,
    lazy_gettext as _l,
    lazy_pgettext as _lp,
    ngettext,
)

from lms import i18n
from lms.errors import LmsError
from lms.lib.sheets.sheet import Reason, UnreadableSheet
from lms.lists.errors import AlreadyRecorded, NothingToRecord, TotalsDiffer
from lms.lists.models import ListState
from lms.lists.outcomes import Decision, Outcome, Remark
from lms.lists.queries import Preview, Unnamed
from lms.lists.reading.header import Missing, NotAList
from lms.lists.reading.headings import Meaning
from lms.lists.reading.person import Doubt, Refusal
from lms.people import labels as people_labels
from lms.people.kinds import DoubtKind
from lms.sessions import labels as session_labels
from lms.sessions.errors import MovementsUnnamed, SessionOver

UNREADABLE = {
    Reason.EMPTY: _l("The file is empty. Choose the one that holds the list."),
    Reason.TOO_LARGE: _l("The file is too large for a list. Keep only the sheet with the names."),
    Reason.ENCRYPTED: _l("The file is protected by a password. Save it without one."),
    Reason.MACROS: _l("The file holds macros. Save it as XLSX, ODS or CSV without them."),
    Reason.IMAGE: _l("This is a picture. Type the list into a spreadsheet, or mark the roll."),
    Reason.BOMB: _l("The file unpacks to far more than a list. It was not opened."),
    Reason.OTHER_FORMAT: _l("This kind of file is not read. Save the list as XLSX, ODS or CSV."),
    Reason.NOT_A_TABLE: _l("This file is no table. Save the list as XLSX, ODS or CSV."),
}
MISSING = {
    Missing.NAMES: _l(
        "No column of names was found. Give the columns a header, such as Surname, Given name."
    ),
}
DECISIONS = {
    Decision.KNOWN: _lp("one row of a list", "Known"),
    Decision.MAYBE: _lp("one row of a list", "To decide"),
    Decision.NEW: _lp("one row of a list", "New"),
    Decision.REFUSED: _lp("one row of a list", "Refused"),
    Decision.COUNTED: _lp("one row of a list", "Counted"),
}
REFUSALS = {
    Refusal.NO_NAME: _l("no name"),
    Refusal.FORMULA: _l("the name begins like a formula"),
    Refusal.TOO_LONG: _l("the name has more than 200 letters"),
    Refusal.IMPOSSIBLE_BIRTH: _l("the birth date does not exist or has not come yet"),
    Refusal.REPEATED_NUMBER: _l("an earlier row has the same service number"),
    Refusal.OTHER_ROLE: _l("stands in this session in another role"),
    Refusal.NOT_A_NUMBER: _l("a number of people was not understood"),
    Refusal.NOBODY: _l("counts nobody"),
}
DOUBTS = {
    Doubt.SEX: _l("sex not understood, kept as not specified"),
    Doubt.PHONE: _l("phone number not understood, left out"),
    Doubt.NUMBER: _l("service number not understood, left out"),
    Doubt.BIRTH: _l("birth date or age not understood, left out"),
    Doubt.MARK: _l("a mark was not understood, not recorded"),
    Doubt.NO_MARK: _l("a mark is missing, counts as absent"),
    Doubt.CATEGORY: _l("category not understood, that of the list is taken"),
    Doubt.TOTAL: _l("the total of the row is not the sum of its numbers"),
}
REMARKS = {
    Remark.ENROLLED: _l("already in this session"),
    Remark.NUMBER_OF_ANOTHER: _l("this service number belongs to somebody of another name"),
    Remark.NAMESAKE: _l("somebody of this name is already in this session"),
    Remark.TOO_YOUNG: _l("younger than the category’s own minimum age, to be checked"),
}
MEANINGS = {
    Meaning.SURNAME: _l("Surname"),
    Meaning.GIVEN_NAMES: _l("Given names"),
    Meaning.SURNAME_FIRST: _l("Surname, then given names"),
    Meaning.GIVEN_NAMES_FIRST: _l("Given names, then surname"),
    Meaning.RANK: _l("Rank"),
    Meaning.SERVICE_NUMBER: _l("Service number"),
    Meaning.SEX: _l("Sex"),
    Meaning.UNIT: _l("Unit or organisation"),
    Meaning.BIRTH: _l("Birth date or year"),
    Meaning.AGE: _l("Age"),
    Meaning.PHONE: _l("Phone number"),
    Meaning.MARK: _l("Attendance mark"),
    Meaning.SIGNATURE: _l("Signature"),
    Meaning.CATEGORY: _l("Category"),
    Meaning.MEN: _l("Men"),
    Meaning.WOMEN: _l("Women"),
    Meaning.BOYS: _l("Boys"),
    Meaning.GIRLS: _l("Girls"),
    Meaning.TOTAL: _l("Total"),
    Meaning.NUMBER: _l("Row number"),
    Meaning.OTHER: _l("Not read"),
}
STATES = {
    ListState.PREVIEW: _lp("a list", "Being checked"),
    ListState.APPLIED: _lp("a list", "Recorded"),
    ListState.UNDONE: _lp("a list", "Taken back"),
}


def meaning(kind: Meaning) -> str:
    """Return what a column holds, in words."""
    return str(MEANINGS.get(kind, MEANINGS[Meaning.OTHER]))


PLAIN = {
    NothingToRecord: _l("No row of this list can be recorded."),
    SessionOver: _l("This session is closed or cancelled: no list can be recorded into it."),
    MovementsUnnamed: session_labels.MOVEMENTS_UNNAMED,
}


def error(raised: LmsError) -> str:
    """Return the sentence that says why a list was not taken, and what to do."""
    if isinstance(raised, UnreadableSheet):
        return str(UNREADABLE[raised.reason])
    if isinstance(raised, NotAList):
        return str(MISSING[raised.missing])
    if isinstance(raised, AlreadyRecorded) and raised.at is not None:
        return _(
            "This file was recorded into this session on %(day)s. Nothing was recorded again.",
            day=i18n.day(raised.at),
        )
    if isinstance(raised, TotalsDiffer):
        return totals_differ(raised.declared, raised.counted)
    for kind, sentence in PLAIN.items():
        if isinstance(raised, kind):
            return str(sentence)
    raise raised


def totals_differ(declared: int, counted: int) -> str:
    """Return the sentence that sets both numbers side by side (R11)."""
    return _(
        "The foot of the list declares %(declared)s people, its rows give %(counted)s.",
        declared=declared,
        counted=counted,
    )


def difference(preview: Preview) -> str:
    """Return that sentence for a list it holds of; empty for any other."""
    if preview.declared_total is None or not preview.totals_differ:
        return ""
    return totals_differ(preview.declared_total, len(preview.outcomes))


def notes(preview: Preview) -> list[str]:
    """Return what is said once for the whole list."""
    said = (withheld(preview.withheld), presumed_adults(preview.presumed_adults))
    return [it for it in said if it]


def withheld(numbers: Sequence[int]) -> str:
    """Return the neutral sentence on rows that must leave no trace (R16); empty without any."""
    if not numbers:
        return ""
    return ngettext(
        "Row %(rows)s not recorded: check the age outside this system.",
        "Rows %(rows)s not recorded: check the age outside this system.",
        len(numbers),
        rows=", ".join(_spans(numbers)),
    )


def presumed_adults(count: int) -> str:
    """Return the sentence that says once for the list who counts as an adult (R12)."""
    if not count:
        return ""
    return ngettext(
        "%(num)s person of no known age will be counted as an adult.",
        "%(num)s people of no known age will be counted as adults.",
        count,
    )


def why(outcome: Outcome) -> str:
    """Return why a row came to its outcome, and what else is worth knowing."""
    if outcome.refusal:
        return str(REFUSALS[outcome.refusal])
    return _listed([_reason(outcome), *said_of(outcome)])


def said_of(outcome: Outcome) -> list[str]:
    """Return what else is worth knowing of a row that will be recorded."""
    remarks = [REMARKS[it] for it in outcome.remarks]
    return [str(it) for it in (*remarks, *(DOUBTS[it] for it in outcome.doubts))]


def _reason(outcome: Outcome) -> str:
    if outcome.decision is Decision.KNOWN:
        evidence = people_labels.evidence(outcome.candidates[0].evidence)
        return _("somebody known: %(evidence)s", evidence=evidence)
    if outcome.decision is Decision.MAYBE:
        evidence = people_labels.evidence(outcome.candidates[0].evidence)
        if outcome.doubt is DoubtKind.SEVERAL:
            return _("perhaps one of several known: %(evidence)s", evidence=evidence)
        return _("perhaps somebody known: %(evidence)s", evidence=evidence)
    return _("nobody like this in the register")


def unnamed(row: Unnamed, slots: int) -> str:
    """Return which row could be counted without a name, and why it was refused."""
    refusal = row.outcome.refusal
    why = REFUSALS[refusal] if refusal else ""
    if not row.present:
        return _("Row %(number)s: %(why)s, marked or signed", number=row.number, why=why)
    return _(
        "Row %(number)s: %(why)s, present %(present)s of %(slots)s",
        number=row.number,
        why=why,
        present=row.present,
        slots=slots,
    )


def rows(count: int) -> str:
    """Return a number of rows in words."""
    return ngettext("%(num)s row", "%(num)s rows", count)


def _spans(numbers: Sequence[int]) -> list[str]:
    """Write numbers in order briefly: 3, 7–9. The browser's cookie must be able to hold them."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ["–".join(map(str, span)) for span in spans]


def _listed(parts: Sequence[object]) -> str:
    return ", ".join(map(str, parts))
