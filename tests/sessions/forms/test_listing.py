from datetime import date

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.sessions.forms.listing import SearchForm
from lms.sessions.kinds import Status
from lms.sessions.queries.listing import Order, Search

TODAY = date(2014, 3, 20)


@pytest.mark.parametrize(
    ("arguments", "search"),
    [
        ({}, Search()),
        (
            {"q": " gao ", "status": "held", "region": "Gao", "course": "7", "order": "place"},
            Search(words="gao", status=Status.HELD, region="Gao", course_id=7, order=Order.PLACE),
        ),
        ({"status": "late"}, Search(late_on=TODAY)),
        ({"status": "lost", "course": "x", "order": "sideways"}, Search()),
    ],
)
def test_what_is_not_offered_is_passed_over(
    app: Flask, arguments: dict[str, str], search: Search
) -> None:
    with app.test_request_context():
        form = SearchForm(MultiDict(arguments))
        form.offer([("Gao", "Gao")], [(7, "EX-1")])
        assert form.search(1, TODAY) == search
        assert len(list(form.region.iter_choices())) == 2
