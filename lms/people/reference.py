"""Categories and organisations shipped with the package, loaded into the database."""

import csv
from collections.abc import Mapping
from importlib.resources import files

from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Category, Organisation

DATA = files("lms.people") / "data"
YES = "yes"


def load() -> None:
    """Add the categories and organisations that are missing; twice does as much as once.

    What a unit has renamed or switched off since stays as the unit left it.
    """
    _load_categories()
    _load_organisations()
    db.session.flush()  # whoever loads more looks them up


def _load_categories() -> None:
    known = {it.code: it for it in db.session.scalars(select(Category))}
    for position, row in enumerate(_rows("categories.csv"), start=1):
        if row["code"] in known:
            continue
        known[row["code"]] = category = Category(
            code=row["code"],
            parent=known[row["parent"]] if row["parent"] else None,
            label_fr=_typeset(row["label_fr"]),
            label_en=_typeset(row["label_en"]),
            minors=row["minors"] == YES,
            active=row["active"] == YES,
            position=position,
        )
        db.session.add(category)


def _load_organisations() -> None:
    known = set(db.session.scalars(select(Organisation.code)))
    db.session.add_all(
        Organisation(**row) for row in _rows("organisations.csv") if row["code"] not in known
    )


def _rows(name: str) -> list[Mapping[str, str]]:
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))


def _typeset(label: str) -> str:
    return label.replace("'", "’")
