"""What certificates are called on pages, in the reader's language."""

from flask_babel import LazyString, lazy_gettext as _l

from lms.certificates import queries
from lms.certificates.kinds import Kind, Obstacle, Reason, State
from lms.certificates.models import Certificate
from lms.certificates.rules import wording
from lms.certificates.values import Content, from_json
from lms.i18n import language, localised
from lms.people.names import pseudonym

KINDS: dict[Kind, LazyString] = {
    Kind.COMPLETION: _l("Certificate of completion"),
    Kind.PARTICIPATION: _l("Certificate of participation"),
}

STATES: dict[State, LazyString] = {
    # L10N: the state of a certificate, which is masculine in French
    State.ISSUED: _l("Valid"),
    State.REPLACED: _l("Replaced"),
    State.EXPIRED: _l("Expired"),
    State.REVOKED: _l("Revoked"),
}

LOOKS: dict[State, tuple[str, str]] = {
    State.ISSUED: ("done", "good"),
    State.REPLACED: ("undo", "now"),
    State.EXPIRED: ("clock", "now"),
    State.REVOKED: ("cancelled", "loss"),
}
"""Shape and tone of each state, as the component ``mark`` takes them."""

REASONS: dict[Reason, LazyString] = {
    Reason.MISTAKE: _l("Issued by mistake"),
    Reason.WRONG_PERSON: _l("Issued to the wrong person"),
    Reason.ATTENDANCE: _l("The attendance recorded was wrong"),
    Reason.MISUSE: _l("The paper was altered or misused"),
}

OBSTACLES: dict[Obstacle, LazyString] = {
    Obstacle.NOT_PARTICIPANT: _l("Not a participant"),
    Obstacle.NO_CERTIFICATE: _l("The course gives no certificate"),
    Obstacle.BELOW_DOSE: _l("Attendance below what the course asks for"),
    Obstacle.ABSENT: _l("Never present"),
    Obstacle.SENSITIZATION: _l("Sensitization gives no certificate"),
    Obstacle.MINOR: _l(
        "Minor: the agreement of the organiser and the guardian is not recorded here"
    ),
}


def title(content: Content) -> str:
    """Return the title of the course."""
    return localised(content, "title")


def unit(content: Content) -> str:
    """Return the name the unit had on the day of issue."""
    return localised(content, "unit")


def length(content: Content) -> str:
    """Return the length of the course in hours."""
    return wording.duration(content.minutes, "heure" if language() == "fr" else "hour")


def place_and_days(content: Content) -> str:
    """Return where and when, in the words of the paper."""
    in_words = wording.days_fr if language() == "fr" else wording.days_en
    return f"{localised(content, 'place')}, {in_words(content.first_day, content.last_day)}"


def holder(certificate: Certificate) -> str:
    """Return the name, or the number that stands for it outside the session's own page."""
    if queries.named(certificate):
        return name(from_json(certificate.content))
    return pseudonym(certificate.participation.person_id)


def name(content: Content) -> str:
    """Return the name with what stands before it on the paper."""
    before = wording.before_name_fr if language() == "fr" else wording.before_name_en
    return f"{before(content)} {wording.full_name(content)}".strip()
