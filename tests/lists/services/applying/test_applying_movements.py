"""Members of armed movements are counted, not named (DOMAIN 7)."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.lists import labels, services
from lms.people.models import Person
from lms.sessions.errors import MovementsUnnamed
from lms.sessions.models import Participation
from tests.lists.given import NOW, csv, session_of, uploaded

ROW = "Zyxibé-Exemple;Awa;F;;1980;P"


def test_a_list_of_an_armed_movement_is_refused_with_the_way_out(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        imported_list = uploaded(session_of(slots=1), csv(ROW), category="armed-movements")
        db.session.commit()
        with pytest.raises(MovementsUnnamed) as caught:
            services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
        db.session.rollback()
        assert "“Headcount”" in labels.error(caught.value)
        assert db.session.scalar(select(func.count()).select_from(Person)) == 0


def test_once_a_unit_head_lets_them_be_named_no_organisation_is_kept(app: Flask) -> None:
    with app.app_context():
        training_session = session_of(slots=1)
        training_session.names_movements = True
        header = "Nom;Prénom;Sexe;Matricule;Né(e) en;J1;Unité"
        content = csv(f"{ROW};CMA", header=header)
        imported_list = uploaded(training_session, content, category="armed-movements")
        services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
        person = db.session.scalars(select(Person)).one()
        there = db.session.scalars(select(Participation)).one()
        for it in (person, there):
            assert (it.unit, it.organisation_id) == (None, None)
