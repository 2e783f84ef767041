"""The codes to which the numbers of a fact lead; each dimension is read when it is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from lms.courses.models import Course, CourseVersion, Programme
from lms.extensions import db
from lms.figures.counting.dimensions import NONE, Dimension
from lms.figures.queries import Region, cercles_of_places
from lms.people.models import Category, Organisation


class Codes(Mapping[Dimension, Mapping[int, str]]):
    """Dimension by dimension; those told by a day or a column have no codes here."""

    def __init__(self, categories: Sequence[Category], regions: Mapping[int, Region]) -> None:
        self._known: dict[Dimension, Mapping[int, str]] = {
            Dimension.CATEGORY: {it.id: it.code for it in categories},
            Dimension.REGION: {place: it.code for place, it in regions.items()},
        }

    def __getitem__(self, dimension: Dimension) -> Mapping[int, str]:
        """Return the codes by number; one statement the first time."""
        if dimension not in self._known:
            read = READ[dimension]()
            self._known[dimension] = {0: NONE} | {number: it.code for number, it in read.items()}
        return self._known[dimension]

    def __iter__(self) -> Iterator[Dimension]:
        return iter(dict.fromkeys((*self._known, *READ)))

    def __len__(self) -> int:
        return len({*self._known, *READ})


@dataclass(frozen=True, slots=True)
class Named:
    """A row of a dimension: its code, and its name in both languages."""

    code: str
    name_fr: str
    name_en: str


def named(dimension: Dimension) -> Mapping[str, Named | Region]:
    """Return what the rows of a dimension are called, by code; in one statement."""
    return {it.code: it for it in READ[dimension]().values()}


def _programmes() -> Mapping[int, Named]:
    return {it.id: _labelled(it) for it in db.session.scalars(select(Programme))}


def _organisations() -> Mapping[int, Named]:
    return {it.id: _labelled(it) for it in db.session.scalars(select(Organisation))}


def _labelled(it: Programme | Organisation) -> Named:
    return Named(it.code, it.label_fr, it.label_en)


def _courses() -> Mapping[int, Named]:
    """Return the courses, each called as its newest version is."""
    rows = db.session.execute(
        select(Course.id, Course.code, CourseVersion.title_fr, CourseVersion.title_en)
        .outerjoin(CourseVersion, CourseVersion.course_id == Course.id)
        .order_by(CourseVersion.id)
    )
    return {it.id: Named(it.code, it.title_fr or it.code, it.title_en or it.code) for it in rows}


READ: Mapping[Dimension, Callable[[], Mapping[int, Named | Region]]] = {
    Dimension.CERCLE: cercles_of_places,
    Dimension.PROGRAMME: _programmes,
    Dimension.COURSE: _courses,
    Dimension.ORGANISATION: _organisations,
}
