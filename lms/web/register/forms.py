"""What a browser sends to decide who is who."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Form, RadioField, SearchField, SelectChoice, SelectField
from wtforms.validators import InputRequired, Length

from lms.lists.models import ImportedList
from lms.people.kinds import DoubtKind
from lms.sessions.kinds import MarkState
from lms.web.register.pages.doubts import list_label
from lms.web.register.queries.doubts import Wanted

EVERY = 0
LONGEST_SEARCH = 100
SETTLED = "settled-"
VERDICT = "verdict-"
HOLDS = frozenset({MarkState.PRESENT, MarkState.LATE, MarkState.ABSENT, MarkState.EXCUSED})


class Choice(StrEnum):
    """What somebody says of a doubt."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"


CHOICES = {
    Choice.SAME: _l("The same person"),
    Choice.DIFFERENT: _l("Two persons"),
    Choice.LATER: _l("Later"),
}


class BatchForm(Form):
    """Which doubts are gone through, asked by the address; what does not exist is passed over."""

    list = SelectField(_l("List"), coerce=int, default=EVERY, validate_choice=False)

    def offer(self, lists: Sequence[ImportedList]) -> None:
        """Fill in the lists to choose from."""
        self.list.choices = [
            SelectChoice(EVERY, _l("All lists")),
            *(SelectChoice(it.id, list_label(it)) for it in lists),
        ]


class DecisionForm(FlaskForm):
    """One of three equal buttons."""

    verdict = RadioField(
        _l("Decision"),
        [InputRequired(_l("Choose one of the three."))],
        choices=[SelectChoice(it.value, words) for it, words in CHOICES.items()],
    )

    @property
    def choice(self) -> Choice:
        """The validated choice."""
        return Choice(self.verdict.data)


class ConfirmForm(FlaskForm):
    """An act that only needs to be meant."""


class OtherForm(FlaskForm):
    """Names are posted, never written into an address."""

    words = SearchField(
        _l("Name, service number or record number of the other record"),
        [
            InputRequired(_l("Write a name, or a number.")),
            Length(max=LONGEST_SEARCH, message=_l("This is too long. Shorten it.")),
        ],
    )


def wanted(arguments: MultiDict[str, str]) -> Wanted:
    """Return which doubts an address asks for."""
    kind = arguments.get("kind", "")
    return Wanted(
        kind=DoubtKind(kind) if kind in set(DoubtKind) else None,
        list_id=arguments.get("list", type=int) or None,
    )


def settled(sent: Mapping[str, str]) -> dict[int, MarkState]:
    """Return which mark was said to hold, by the id of the slot."""
    return {
        int(slot): MarkState(state)
        for name, state in sent.items()
        if name.startswith(SETTLED)
        and (slot := name.removeprefix(SETTLED)).isdecimal()
        and state in HOLDS
    }


def verdicts(sent: Mapping[str, str]) -> dict[int, Choice]:
    """Return what was said of each doubt of a page, but for those left for later."""
    return {
        int(number): Choice(choice)
        for name, choice in sent.items()
        if name.startswith(VERDICT)
        and (number := name.removeprefix(VERDICT)).isdecimal()
        and choice in {Choice.SAME, Choice.DIFFERENT}
    }
