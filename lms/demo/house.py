"""What the builder looks up again and again: rows by the codes of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from lms.courses.models import Course
from lms.demo.plan.values import PlannedPerson
from lms.extensions import db
from lms.people.models import Category, Organisation, Person
from lms.sessions.models import Place
from lms.sessions.rules.releases import release_on

# Whose people they are; the sheets name no other.
ORGANISATIONS = {
    "mission-military": "mission-military",
    "mission-police": "mission-police",
    "mission-civilian": "mission-civilian",
    "malian-army": "fama",
    "malian-gendarmerie": "gendarmerie",
    "malian-guard": "guard",
    "malian-police": "police",
    "partners-un": "un-other",
    "partners-ingo": "ingo-other",
    "partners-other": "io-other",
    "cp-subgroup": "cp-subgroup",
    "childrens-parliament": "childrens-parliament",
}
LEAD = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Ids by code, accounts by the trainer's name in the plan, persons by their plan number."""

    planned: dict[int, PlannedPerson]
    trainers: dict[str, int]
    categories: dict[str, int]
    organisations: dict[str, int]
    courses: dict[str, int]
    places: dict[tuple[str, str], int]
    persons: dict[int, Person] = field(default_factory=dict)

    def place_id(self, code: str, on: date) -> int:
        """Return the place with that code in the release of the day."""
        return self.places[release_on(on), code]

    def organisation_id(self, category: str) -> int | None:
        """Return the organisation that people of a category belong to."""
        code = ORGANISATIONS.get(category)
        return self.organisations[code] if code else None

    @property
    def lead_id(self) -> int:
        """The unit, which leads every sample session."""
        return self.organisations[LEAD]


def look_up(persons: Iterable[PlannedPerson], trainers: dict[str, int]) -> House:
    """Read the ids of what the reference data and the sample courses hold."""
    return House(
        planned={person.key: person for person in persons},
        trainers=trainers,
        categories={it.code: it.id for it in db.session.scalars(select(Category))},
        organisations={it.code: it.id for it in db.session.scalars(select(Organisation))},
        courses={it.code: it.id for it in db.session.scalars(select(Course))},
        places={(it.release, it.code): it.id for it in db.session.scalars(select(Place))},
    )
