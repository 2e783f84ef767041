"""How well rows are told who they are, and how fast: the two sample sets, and a large register."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from flask import Flask
from sqlalchemy import insert

from bench.applications import application
from bench.scoring import Line, score
from lms.accounts.actors import Actor, ActorKind, Role
from lms.extensions import db
from lms.lists.cli import import_list
from lms.people import names, queries, spellings
from lms.people.kinds import Sex
from lms.people.matching.records import Row, Traits
from lms.people.models import Person, PersonName
from lms.people.queries import Search
from lms.people.queries.answers import answers

DATA = Path(__file__).parent / "data"
LISTS = Path(__file__).parents[1] / "tests" / "data"
SETS = {
    "attendance-waves": (sorted((DATA / "waves").glob("*-[0-9]*.csv")), DATA / "waves"),
    "attendance-lists": (
        [it for it in sorted(LISTS.iterdir()) if "truth" not in it.name and it.suffix != ".xls"],
        DATA / "lists",
    ),
}
PEOPLE, ROWS, AT_ONCE = 100_000, 500, 5_000
TODAY = date(2014, 3, 12)


def figures() -> Iterator[str]:
    """Yield one line a figure."""
    yield "set: precision, joined by itself, joined or proposed, rows asked about in 100, time"
    for name, (files, truth) in SETS.items():
        with application() as app:
            yield f"{name}: {_scored(app, files, truth / 'truth.csv')}"
    with application() as app, app.app_context():
        drawn = _fill(Random(1))  # noqa: S311 - sample names, no secret
        start = process_time()
        answers(drawn)
        took = process_time() - start
        yield f"a list of {ROWS} rows against {PEOPLE:,} people: {took:.2f} s of one core"
        for words in ("", "Kulibali Awa", "traor mous", "76 27 14 68", "12345"):
            yield f"search of the register for “{words}”: {_searched(words):.2f} s"


def _searched(words: str) -> float:
    head = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
    start = process_time()
    queries.register_page(search=Search(words=words), today=TODAY, actor=head)
    return process_time() - start


def _scored(app: Flask, files: list[Path], truth: Path) -> str:
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.csv"
        start = process_time()
        words = [*map(str, files), "--report", str(report)]
        told = app.test_cli_runner().invoke(import_list, words)
        took = process_time() - start
        if told.exception:
            raise told.exception
        found = score(_lines(report), _lines(truth))
    shares = f"{found.precision:.3f}, {found.automatic:.3f}, {found.suggested:.3f}"
    return f"{shares}, {found.questions:.1f}, {took:.1f} s"


def _lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _fill(chance: Random) -> list[Row]:
    """Fill the register with people named as those of the waves; return a list of some of them."""
    waves = [list(it.values()) for path in SETS["attendance-waves"][0] for it in _lines(path)]
    category = queries.category("malian-forces").id
    known = spellings.current()
    rows: list[Row] = []
    for start in range(1, PEOPLE, AT_ONCE):
        people, spelled = [], []
        for number in range(start, start + AT_ONCE):
            surname, given = chance.choice(waves)[1], chance.choice(waves)[2]
            phone = f"+2237{chance.randrange(10**7):07}" if chance.random() < 0.6 else None  # noqa: PLR2004 - a share
            key = known.name_key(surname, given)
            person = {
                "id": number,
                "surname": surname,
                "given_names": given,
                "folded_name": names.folded_name(surname, given),
                "sort_name": names.sort_name(surname, given),
                "sex": chance.choice((Sex.MALE, Sex.FEMALE)),
                "phone": phone,
                "service_number_key": str(chance.randrange(10**6)) if number % 2 else None,
                "category_id": category,
            }
            people.append(person)
            spelled.append(
                {"person_id": number, "name_key": key}
                | {field: person[field] for field in ("surname", "given_names", "folded_name")}
            )
            if number % (PEOPLE // ROWS) == 0:
                traits = Traits(sex=Sex.MALE, phone=phone or "" if number % 3 else "")
                rows.append(Row(number=len(rows), name=key, traits=traits))
        db.session.execute(insert(Person), people)
        db.session.execute(insert(PersonName), spelled)
    db.session.commit()
    return rows
