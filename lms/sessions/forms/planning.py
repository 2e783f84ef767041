"""Planning a session and changing its plan."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectChoice,
    SelectField,
)
from wtforms.validators import InputRequired, Optional, ValidationError

from lms.lib.whole_numbers import WholeNumberField
from lms.sessions import labels
from lms.sessions.forms.fields import TickField, first_error, nothing_chosen, text, whole
from lms.sessions.kinds import Delivery, Division, Half, Phase
from lms.sessions.models import TrainingSession
from lms.sessions.rules.timetable import MOST_DAYS, SlotPlan, propose
from lms.sessions.values import Plan

Choices = Iterable[SelectChoice]
WHOLE_NUMBER = _l("Write a whole number, 1 or more.")
NO_DATE = _l("Write the date as day, month and year.")


class PlanForm(FlaskForm):
    """What planning and changing a session have in common."""

    place_id = SelectField(_l("Place"), [InputRequired(_l("Choose a place."))], coerce=whole)
    venue = text(_l("Venue"), 160)
    lead_id = SelectField(_l("Led by"), [InputRequired(_l("Choose who leads."))], coerce=whole)
    others = TickField(_l("Together with"), coerce=int)
    lead_organisation_id = SelectField(_l("Lead organisation"), coerce=whole)
    joint_organisation_ids = TickField(_l("Other organisations taking part"), coerce=int)
    phase = SelectField(
        _l("Phase"), choices=labels.choices(labels.PHASES), default=Phase.ONGOING.value
    )
    delivery = SelectField(
        _l("How it is given"),
        choices=labels.choices(labels.DELIVERIES),
        default=Delivery.CLASSROOM.value,
    )
    languages = TickField(
        _l("Languages spoken"),
        [InputRequired(_l("Tick at least one language."))],
        choices=labels.choices(labels.LANGUAGES),
        default=["fr"],
    )
    capacity = WholeNumberField(
        _l("Seats"), 1, 2000, WHOLE_NUMBER, optional=True, render_kw={"min": 1}
    )

    def offer(self, *, places: Choices, facilitators: Choices, organisations: Choices) -> None:
        """Fill in what can be chosen."""
        self.place_id.choices = [nothing_chosen(_l("Choose…")), *places]
        people = list(facilitators)
        self.lead_id.choices = [nothing_chosen(_l("Choose…")), *people]
        self.others.choices = people
        bodies = list(organisations)
        self.lead_organisation_id.choices = [nothing_chosen(_l("The unit alone")), *bodies]
        self.joint_organisation_ids.choices = bodies

    def _plan(self, course_id: int, slots: Sequence[SlotPlan]) -> Plan:
        others = [it for it in self.others.data or [] if it != self.lead_id.data]
        return Plan(
            course_id=course_id,
            place_id=self.place_id.data,
            slots=tuple(slots),
            facilitator_ids=(self.lead_id.data, *others),
            venue=self.venue.data,
            lead_organisation_id=self.lead_organisation_id.data,
            joint_organisation_ids=tuple(self.joint_organisation_ids.data or ()),
            phase=Phase(self.phase.data),
            delivery=Delivery(self.delivery.data),
            languages=tuple(self.languages.data),
            capacity=self.capacity.data,
        )


class ScheduleForm(PlanForm):
    """A new session: the slots are proposed from its days and changed afterwards."""

    course_id = SelectField(_l("Course"), [InputRequired(_l("Choose a course."))], coerce=whole)
    first_day = DateField(_l("First day"), [InputRequired(NO_DATE)])
    last_day = DateField(_l("Last day"), [InputRequired(NO_DATE)])
    division = RadioField(
        _l("Roll call"),
        choices=labels.choices(labels.DIVISIONS),
        default=Division.HALF_DAYS.value,
    )

    def offer_courses(self, courses: Choices) -> None:
        """Fill in the courses that can be given."""
        self.course_id.choices = [nothing_chosen(_l("Choose…")), *courses]

    def validate_last_day(self, field: DateField) -> None:
        """Refuse days in the wrong order, and a span nobody can have meant."""
        first = self.first_day.data
        if not first or not field.data:
            return
        if field.data < first:
            raise ValidationError(
                _("The session ends before it begins. Choose a last day on or after the first.")
            )
        if (field.data - first).days >= MOST_DAYS:
            raise ValidationError(
                _("The session would last more than %(num)s days. Check both days.", num=MOST_DAYS)
            )

    def plan(self, course_minutes: int) -> Plan:
        """Return the plan, with slots that share out the minutes of the course."""
        division = Division(self.division.data)
        slots = propose(self.first_day.data, self.last_day.data, division, course_minutes)
        return self._plan(self.course_id.data, slots)


class SlotForm(Form):
    """One slot as a line of the table; a line without a day is passed over."""

    slot_id = HiddenField(filters=[whole])
    day = DateField(_l("Day"), [Optional()])
    half = SelectField(_l("Part of the day"), choices=labels.choices(labels.HALVES))
    minutes = WholeNumberField(
        _l("Minutes without breaks"),
        1,
        900,
        _l("Write the minutes, from 1 to 900."),
        optional=True,
        render_kw={"min": 1, "max": 900},
    )
    remove = BooleanField(_l("Remove"))

    def validate(self, extra_validators: Mapping[str, Sequence[object]] | None = None) -> bool:
        """Ask for the length of every slot that is to be, besides the shape of each field."""
        if not super().validate(extra_validators):
            return False
        if self.kept and not self.minutes.data:
            sentence = _("Write how many minutes the slot lasts without breaks.")
            first_error(self.minutes, sentence)
            return False
        return True

    @property
    def kept(self) -> bool:
        """Whether the line stands for a slot that is to be."""
        return bool(self.day.data) and not self.remove.data


class RevisionForm(PlanForm):
    """The plan of a session as it stands, slot by slot."""

    revision = HiddenField()
    slots = FieldList(FormField(SlotForm), max_entries=2 * MOST_DAYS)

    def fill(self, training_session: TrainingSession) -> None:
        """Show the plan as stored, with two empty lines for slots to add."""
        self.process(obj=training_session)
        self.revision.data = str(training_session.revision)
        leading = sorted(training_session.facilitators, key=attrgetter("lead"), reverse=True)
        self.lead_id.data = leading[0].user_id if leading else None
        self.others.data = [it.user_id for it in leading[1:]]
        self.joint_organisation_ids.data = [it.organisation_id for it in training_session.partners]
        for entry, slot in zip(self.slots.entries, training_session.slots, strict=True):
            entry.form.slot_id.data = str(slot.id)
        for _spare in range(2):
            self.slots.append_entry({"half": Half.MORNING.value})

    def plan(self, course_id: int) -> Plan:
        """Return the plan with the slots that are to be."""
        lines = [entry.form for entry in self.slots.entries]
        slots = [
            SlotPlan(it.day.data, Half(it.half.data), it.minutes.data, it.slot_id.data)
            for it in lines
            if it.kept
        ]
        return self._plan(course_id, slots)
