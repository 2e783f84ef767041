from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.questions import Scope
from lms.figures.reports.pages import rehearsed, tables
from tests.factories.figures import FactFactory
from tests.figures.reports.given import WINDOW


def test_a_frozen_table_is_shown_with_the_names_it_had(app: Flask) -> None:
    with app.test_request_context(), force_locale("fr"):
        fact = FactFactory.create()
        copy = rehearsed(totals.read(scope=Scope(window=WINDOW), actor=SYSTEM))
        was, fact.category.label_fr = fact.category.label_fr, "Autrement"
        shown = tables(copy)
        labels = [row.label for it in shown for row in it.rows]
        assert was in labels
        assert "Autrement" not in labels
