"""Gathering what a certificate says, as it is on the day of issue."""

from dataclasses import dataclass
from datetime import date

from lms.certificates.kinds import Kind
from lms.certificates.rules.ranks import in_french, is_grade, known_rank
from lms.certificates.values import Content
from lms.people.kinds import Sex
from lms.people.models import Organisation
from lms.sessions.models import Participation, TrainingSession
from lms.unit.models import UnitProfile


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What makes one paper different from every other."""

    number: str
    code: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all certificates of one session share."""

    training_session: TrainingSession
    profile: UnitProfile
    made_on: date
    base_url: str
    """Where the verification page is reached, without a slash at the end."""

    @property
    def days(self) -> list[date]:
        """The days held, or those planned if nobody recorded a slot."""
        held = [slot.day for slot in self.training_session.slots if slot.held]
        return held or [self.training_session.first_day, self.training_session.last_day]

    @property
    def host(self) -> Organisation | None:
        """Who signs beside the head of unit: the partner that was named first."""
        partners = sorted(self.training_session.partners, key=lambda it: it.id)
        return partners[0].organisation if partners else None

    @property
    def year(self) -> int:
        """The year the numbers count in: that of the last day held."""
        return max(self.days).year


def content_of(
    occasion: Occasion, participation: Participation, kind: Kind, identifiers: Identifiers
) -> Content:
    """Return everything the paper will say; rank and sex as they were in the session."""
    training_session, profile = occasion.training_session, occasion.profile
    version, person = training_session.course_version, participation.person
    grade = (participation.rank or "").strip() if is_grade(participation.rank) else ""
    rank = known_rank(participation.rank)
    host = occasion.host
    return Content(
        kind=kind,
        number=identifiers.number,
        code=identifiers.code,
        link=f"{occasion.base_url}/verify/{identifiers.code}",
        given_names=person.given_names,
        surname=person.surname,
        sex=participation.sex,
        rank_fr="" if grade else _rank_fr(participation, profile),
        rank_en=rank.english if rank else "",
        grade=grade,
        course_code=version.course.code,
        version=version.number,
        title_fr=version.title_fr,
        title_en=version.title_en,
        minutes=sum(slot.minutes for slot in training_session.slots if slot.held),
        first_day=min(occasion.days),
        last_day=max(occasion.days),
        place_fr=training_session.place.name_fr,
        place_en=training_session.place.name_en,
        unit_fr=profile.name_fr,
        unit_en=profile.name_en,
        head_fr=profile.head_function_fr,
        head_en=profile.head_function_en,
        host_fr=host.label_fr if host else "",
        host_en=host.label_en if host else "",
        made_at=profile.place,
        made_on=occasion.made_on,
        sample=profile.is_sample,
    )


def _rank_fr(participation: Participation, profile: UnitProfile) -> str:
    agrees = profile.feminine_ranks and participation.sex is Sex.FEMALE
    return in_french(participation.rank, feminine=agrees)
