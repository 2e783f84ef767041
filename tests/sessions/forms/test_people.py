from datetime import date

from flask import Flask
from wtforms import SelectChoice

from lms.people.kinds import BirthPrecision, Sex
from lms.people.values import Identity
from lms.sessions.forms.people import PersonForm
from lms.sessions.kinds import ParticipationRole

TYPED = {
    "surname": " Diarra-Exemple ",
    "given_names": "Fanta",
    "sex": "f",
    "birth": "1984",
    "category_id": "1",
    "role": "observer",
    "phone": "76 27 14 68",
    "service_number": "00712",
}


def test_what_was_typed_becomes_a_person(app: Flask) -> None:
    with app.test_request_context(method="POST", data=TYPED):
        form = PersonForm()
        form.on = date(2014, 3, 12)
        form.offer([SelectChoice("1", "One")], [])
        assert form.validate(), form.errors
        assert form.chosen_role is ParticipationRole.OBSERVER
        assert form.identity == Identity(
            surname="Diarra-Exemple",
            given_names="Fanta",
            category_id=1,
            sex=Sex.FEMALE,
            birth_date=date(1984, 1, 1),
            birth_precision=BirthPrecision.YEAR,
            phone="+22376271468",
            service_number="00712",
        )
