from flask import Flask
from wtforms import SelectChoice

from lms.people.kinds import AgeGroup, Sex
from lms.sessions.forms.headcounts import HeadcountForm
from lms.sessions.models import Headcount
from lms.sessions.outcome import Outcome

ONE = [SelectChoice("1", "One")]


def test_every_cell_is_handed_over_and_an_empty_one_counts_nobody(app: Flask) -> None:
    data = {"category_id": "1", "outcome": "trained", "women": "12", "at_least": "y"}
    with app.test_request_context(method="POST", data=data):
        form = HeadcountForm()
        form.offer(ONE, trains=True)
        assert form.validate(), form.errors
        heads = {(it.age_group, it.sex): it for it in form.heads}
        assert form.nobody().startswith("Écrivez")
    assert len(heads) == 6
    women = heads[AgeGroup.ADULT, Sex.FEMALE]
    assert (women.count, women.at_least, women.outcome) == (12, True, Outcome.TRAINED)
    assert sum(it.count for it in heads.values()) == 12


def test_a_sensitization_cannot_count_people_trained(app: Flask) -> None:
    data = {"category_id": "1", "outcome": "trained", "women": "12"}
    with app.test_request_context(method="POST", data=data):
        form = HeadcountForm()
        form.offer(ONE, trains=False)
        assert not form.validate()


def test_stored_cells_fill_the_form(app: Flask) -> None:
    stored = Headcount(sex=Sex.MALE, age_group=AgeGroup.MINOR, count=7, at_least=True)
    with app.test_request_context():
        form = HeadcountForm()
        form.fill([stored])
        assert [it.data for it in form.counts] == [None, None, None, 7, None, None]
        assert form.at_least.data is True
