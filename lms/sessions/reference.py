"""Places shipped with the package, loaded into the database."""

import csv
from collections.abc import Mapping
from importlib.resources import files

from sqlalchemy import select

from lms.extensions import db
from lms.people.names import plain
from lms.sessions.models import Place, PlaceLevel

DATA = files("lms.sessions") / "data"

SENSITIVE = frozenset(
    {"Kidal", "Ménaka", "Taoudénit", "Gao", "Tombouctou", "Mopti", "Douentza", "Bandiagara"}
)
"""Regions whose places are told to no one outside more exactly than the region (DOMAIN 7)."""

Key = tuple[str, str]


def load() -> None:
    """Add the places that are missing; twice does as much as once.

    A place is what release and code say together. What has no official code gets one that
    begins with ``x-`` and cannot be taken for one.
    """
    known: dict[Key, Place] = {
        (it.release, it.code): it for it in db.session.scalars(select(Place))
    }
    for row in csv.DictReader((DATA / "places.csv").read_text("utf-8").splitlines()):
        key = (row["release"], row["code"] or _own_code(row["level"], row["name_fr"]))
        if key not in known:
            known[key] = place = _place(key, row, known)
            db.session.add(place)
    db.session.flush()  # whoever loads more looks them up


def _place(key: Key, row: Mapping[str, str], known: Mapping[Key, Place]) -> Place:
    release, code = key
    above = row["parent_code"] or _own_code(PlaceLevel.REGION, row["parent_name"])
    parent = known.get((release, above))
    return Place(
        release=release,
        code=code,
        level=PlaceLevel(row["level"]),
        name_fr=row["name_fr"],
        name_en=row["name_en"],
        parent=parent,
        sensitive=row["name_fr"] in SENSITIVE or (parent is not None and parent.sensitive),
    )


def _own_code(level: str, name: str) -> str:
    return f"x-{level[0]}-{plain(name).replace(' ', '-')}"
