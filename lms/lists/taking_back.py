"""What the page says before a list is taken back, and what holds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _, ngettext

from lms.lists.queries import Undoing
from lms.lists.values import Hold, HoldKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that holds a list, with where it is settled."""

    label: str
    href: str


def points(undoing: Undoing, *, closed: bool) -> list[str]:
    """Return what taking a list back will do, one sentence each."""
    said = [
        *_of_persons(undoing),
        *_of_marks(undoing),
        _("Nothing is deleted: the trail says who recorded the list and who took it back."),
    ]
    if closed:
        return [*said, _("The session is closed: the totals change with it.")]
    return [*said, _("The same file can be handed in again.")]


def holds(found: Sequence[Hold], training_session_id: int) -> list[Line]:
    """Return what holds a list, each with the page on which it is settled."""
    lines = [_certificate(it) for it in found if it.kind is HoldKind.CERTIFICATE]
    attempts = sum(it.kind is HoldKind.ATTEMPT for it in found)
    if attempts:
        label = ngettext(
            "%(num)s quiz handed in by somebody the list brought",
            "%(num)s quizzes handed in by people the list brought",
            attempts,
        )
        href = url_for("quizzes.of_session", training_session_id=training_session_id)
        lines.append(Line(label=label, href=href))
    return lines


def _certificate(hold: Hold) -> Line:
    return Line(
        label=_("Certificate %(number)s", number=hold.number),
        href=url_for("certificates.show", certificate_id=hold.target),
    )


def _of_persons(undoing: Undoing) -> list[str]:
    said = []
    if undoing.withdrawn:
        said.append(
            ngettext(
                "%(num)s person leaves the session.",
                "%(num)s people leave the session.",
                len(undoing.withdrawn),
            )
        )
    if undoing.persons:
        said.append(
            ngettext(
                "%(num)s person leaves the register too, for they stand nowhere else.",
                "%(num)s people leave the register too, for they stand nowhere else.",
                len(undoing.persons),
            )
        )
    if undoing.merged:
        said.append(
            ngettext(
                "%(num)s decision that two records are one person is undone.",
                "%(num)s decisions that two records are one person are undone.",
                undoing.merged,
            )
        )
    if undoing.kept:
        said.append(
            ngettext(
                "%(num)s person stays, because a mark by hand or another list has them too.",
                "%(num)s people stay, because a mark by hand or another list has them too.",
                len(undoing.kept),
            )
        )
    return said


def _of_marks(undoing: Undoing) -> list[str]:
    said = []
    if undoing.changed:
        said.append(
            ngettext(
                "%(num)s person who stays has the marks of before again.",
                "%(num)s people who stay have the marks of before again.",
                len(undoing.changed),
            )
        )
    heads = sum(undoing.heads.values())
    if heads:
        said.append(
            ngettext(
                "%(num)s person counted without a name leaves the headcounts.",
                "%(num)s people counted without a name leave the headcounts.",
                heads,
            )
        )
    return said
