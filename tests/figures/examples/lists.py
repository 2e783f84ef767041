"""The sample lists as facts: read by the product, judged by its rules, persons as they truly are.

Who is who comes from ``attendance-truth.csv``, their sex from ``attendance-people.csv``; the
persons are fictitious.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.persons import participations, persons, reckon
from lms.figures.counting.tables import Branch, Table
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.lib.sheets.reading import read_sheet
from lms.lists.reading import counts
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import PRESENT_FOR_ALL, Mapping
from lms.lists.reading.person import ReadRow, Terms
from lms.lists.reading.rows import read_rows
from lms.people.kinds import Sex
from lms.people.reference import DATA as OF_PEOPLE
from lms.people.rules import age_group
from lms.sessions.kinds import ParticipationRole
from lms.sessions.outcome import Demand, HeldSlot, Outcome, judge
from tests.lists.given import DATA

TRAINED, SENSITIZED = Outcome.TRAINED, Outcome.SENSITIZED
SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}


@dataclass(frozen=True)
class Sample:
    """A list and the session it is of; one that is not ``marked`` names those present."""

    file: str
    first_day: date
    last_day: date
    category: str
    slots: int = 1
    marked: bool = True


INDUCTION = Sample(
    "bamako-2013-10-mission-induction.xlsx", date(2013, 10, 14), date(2013, 10, 14), "mission"
)
GAO = Sample(
    "gao-2014-03-forces.csv", date(2014, 3, 12), date(2014, 3, 14), "malian-forces", slots=3
)
PARTNERS = Sample("mopti-2014-06-partenaires.ods", date(2014, 6, 3), date(2014, 6, 3), "partners")
REFRESHER = Sample(
    "bamako-2014-10-mission-refresher.csv", date(2014, 10, 9), date(2014, 10, 9), "mission"
)
SUBGROUP = Sample(
    "bamako-2014-11-sous-groupe.ods", date(2014, 11, 6), date(2014, 11, 6), "cp-subgroup"
)
RECYCLAGE = Sample(
    "bamako-2014-11-forces-recyclage.xlsx",
    date(2014, 11, 18),
    date(2014, 11, 19),
    "malian-forces",
    slots=4,
)
PARLIAMENT = Sample(
    "bamako-2014-11-parlement-enfants.xlsx",
    date(2014, 11, 20),
    date(2014, 11, 20),
    "childrens-parliament",
    marked=False,
)
ALL = (INDUCTION, GAO, PARTNERS, REFRESHER, SUBGROUP, RECYCLAGE, PARLIAMENT)
NORTH = "nord-2015-sensibilisation.csv"


@dataclass
class Category:
    """A category of the reference data."""

    id: int
    code: str
    parent_id: int | None
    minors: bool


@cache
def categories() -> dict[str, Category]:
    lines = list(
        csv.DictReader((OF_PEOPLE / "categories.csv").read_text("utf-8-sig").splitlines())
    )
    ids = {it["code"]: number for number, it in enumerate(lines)}
    return {
        it["code"]: Category(
            ids[it["code"]], it["code"], ids.get(it["parent"]), it["minors"] == "yes"
        )
        for it in lines
    }


def tree() -> Sequence[Branch]:
    return dimensions.tree(Dimension.CATEGORY, categories().values())


def tops() -> dict[str, str]:
    by_id = {it.id: it for it in categories().values()}
    return {
        it.code: it.code if it.parent_id is None else by_id[it.parent_id].code
        for it in categories().values()
    }


def terms(first_day: date, category: str) -> Terms:
    minors = frozenset(it.code for it in categories().values() if it.minors)
    return Terms(first_day=first_day, default=category, tops=tops(), minors=minors)


@cache
def rows(sample: Sample) -> tuple[ReadRow, ...]:
    """Return the rows of a list as the product reads them."""
    sheet = read_sheet((DATA / sample.file).read_bytes())
    mapping = Mapping.proposed(find_header(sheet), slots=sample.slots)
    if not sample.marked:
        mapping = mapping.changed({}, (PRESENT_FOR_ALL,))
    return read_rows(sheet, mapping, terms(sample.first_day, sample.category)).rows


@cache
def _truth() -> dict[tuple[str, int], int]:
    with (DATA / "attendance-truth.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    return {(it["file"], int(it["row"])): int(it["person"][1:]) for it in lines}


@cache
def _sexes() -> dict[int, Sex]:
    with (DATA / "attendance-people.csv").open(encoding="utf-8-sig", newline="") as file:
        return {int(it["id"][1:]): SEXES[it["sex"]] for it in csv.DictReader(file)}


def facts(*samples: Sample) -> list[CountedFact]:
    """Return what the rows come to once their session is closed; nothing of who never came."""
    return [it for sample in samples or ALL for it in _facts(sample)]


def _facts(sample: Sample) -> Iterator[CountedFact]:
    for row in rows(sample):
        slots = [HeldSlot(360, state) for state in row.marks]
        outcome = judge(role=ParticipationRole.PARTICIPANT, demand=Demand(), slots=slots).outcome
        if outcome is Outcome.NONE:
            continue
        person = _truth()[sample.file, row.number]
        yield CountedFact(
            id=ALL.index(sample) * 1000 + row.number,
            person=person,
            training_session=ALL.index(sample),
            category=row.category,
            region="ML",
            outcome=outcome,
            sex=_sexes()[person],
            age_group=age_group(
                birth_date=row.birth.day if row.birth else None,
                minors_category=categories()[row.category].minors,
                day=sample.first_day,
            ),
            last_day=sample.last_day,
        )


def headcounts() -> list[CountedHeadcount]:
    """Return the list of the north, cell by cell; its region is the third of a row's words."""
    sheet = read_sheet((DATA / NORTH).read_bytes())
    mapping = Mapping.proposed(find_header(sheet), slots=1)
    found = counts.read_counts(sheet, mapping, terms(date(2015, 2, 4), "civil-society"))
    return [
        CountedHeadcount(
            id=row.number * 10 + cell,
            training_session=0,
            category=row.category,
            region=row.words.split(" · ")[2],
            outcome=SENSITIZED,
            sex=sex,
            age_group=group,
            last_day=date(2015, 2, 4),
            count=number,
            at_least=row.at_least,
        )
        for row in found.rows
        for cell, ((sex, group), number) in enumerate(row.counts.items())
    ]


def of_persons(counted: Iterable[CountedFact], outcome: Outcome = TRAINED) -> Table:
    return persons(reckon(counted), tree(), outcome=outcome)


def of_participations(counted: Iterable[CountedFact], outcome: Outcome | None = TRAINED) -> Table:
    return participations(reckon(counted), tree(), outcome=outcome)


def total(table: Table) -> int:
    return table.total.total.value


def columns(table: Table) -> dict[str, int]:
    """Return the columns of the total in which anybody stands."""
    return {str(column): it.value for column, it in table.total.cells.items() if it.value}


def men_and_women(table: Table) -> tuple[int, int]:
    cells = table.total.cells
    return cells[Column.MEN].value, cells[Column.WOMEN].value
