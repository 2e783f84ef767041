import pytest
from sqlalchemy import func, select

from lms.accounts.models import AuditEntry
from lms.extensions import db
from lms.people import queries, reference
from lms.people.models import Category, Organisation

pytestmark = pytest.mark.usefixtures("database")


def test_the_shipped_categories_stand_under_their_parents() -> None:
    reference.load()
    army = queries.category("malian-army")
    assert army.parent is not None
    assert army.parent.code == "malian-forces"
    assert queries.category("childrens-parliament").minors
    assert not queries.category("malian-civil-protection").active


def test_every_label_stands_in_both_languages() -> None:
    reference.load()
    rows = [*db.session.scalars(select(Category)), *db.session.scalars(select(Organisation))]
    assert all(it.label_fr and it.label_en for it in rows)
    assert not any("'" in it.label_fr + it.label_en for it in rows)


def test_loading_twice_does_as_much_as_once() -> None:
    reference.load()
    counts = [db.session.scalar(select(func.count()).select_from(it)) for it in COUNTED]
    reference.load()
    assert [db.session.scalar(select(func.count()).select_from(it)) for it in COUNTED] == counts


def test_what_the_unit_renamed_stays_renamed() -> None:
    reference.load()
    queries.category("partners").label_fr = "Partenaires"
    reference.load()
    assert queries.category("partners").label_fr == "Partenaires"


COUNTED = (Category, Organisation, AuditEntry)
