import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.lists import queries, services
from lms.people.models import Person
from tests.factories.accounts import UserFactory
from tests.lists.given import NOW, csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
ROWS = ("Zyxibé-Exemple;Awa;F;44/6386;1984;P", "Diarra-Exemple;Issa;M;51/1111;1980;P")


def test_the_row_is_cut_out_and_the_others_keep_their_place() -> None:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    imported_list = uploaded(session_of(slots=1), csv(*ROWS))
    services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
    before = imported_list.stored_file
    assert before is not None
    until = before.keep_until
    person = db.session.scalars(select(Person).where(Person.surname == "Zyxibé-Exemple")).one()
    services.forget(person_id=person.id, actor=actor)
    db.session.commit()
    sheet = queries.sheet_of(imported_list)
    assert not any(sheet.rows[1])
    assert sheet.rows[2][0] == "Diarra-Exemple"
    assert imported_list.stored_file is not None
    assert imported_list.stored_file.keep_until == until
    assert imported_list.rows[0].evidence is None


def test_unit_heads_alone_make_lists_forget() -> None:
    with pytest.raises(NotAllowed):
        services.forget(person_id=1, actor=SYSTEM)
