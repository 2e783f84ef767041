"""Figures published earlier: declared once, the indicator apart."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import services
from lms.figures.models import DeclaredFigure, Indicator
from lms.people import reference
from lms.sessions.outcome import Outcome

pytestmark = pytest.mark.usefixtures("database")
PARTICIPANT = Actor(kind=ActorKind.PARTICIPANT, id=1, role=Role.PARTICIPANT)


def test_the_published_figures_are_declared_and_the_indicator_stands_apart() -> None:
    reference.load()
    assert services.declare_from(actor=SYSTEM) == 7
    declared = {
        it.category.code: (it.outcome, it.count, it.at_least)
        for it in db.session.scalars(select(DeclaredFigure))
    }
    assert declared == {
        "mission": (Outcome.TRAINED, 3191, False),
        "partners": (Outcome.TRAINED, 358, False),
        "childrens-parliament": (Outcome.TRAINED, 35, False),
        "cp-subgroup": (Outcome.TRAINED, 28, False),
        "malian-forces": (Outcome.TRAINED, 1637, False),
        "civil-society": (Outcome.SENSITIZED, 3000, True),
    }
    indicator = db.session.scalars(select(Indicator)).one()
    assert (indicator.code, indicator.count) == ("children-released", 28)
    assert indicator.period_end == date(2015, 7, 31)


def test_declaring_twice_equals_once() -> None:
    reference.load()
    services.declare_from(actor=SYSTEM)
    assert services.declare_from(actor=SYSTEM) == 0


def test_a_published_figure_of_an_unknown_category_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "published.csv"
    source.write_text(
        "category,kind,count,at_least,period_start,period_end,places,label_fr,label_en\n"
        "nowhere,trained,3,no,2014-01-01,2014-12-31,,Nulle part,Nowhere\n",
        encoding="utf-8",
    )
    with pytest.raises(services.UnknownCategory):
        services.declare_from(source=source, actor=SYSTEM)


def test_a_participant_declares_nothing() -> None:
    with pytest.raises(NotAllowed):
        services.declare_from(actor=PARTICIPANT)


def test_declaring_leaves_a_trace_that_tells_how_many_lines_were_new() -> None:
    reference.load()
    services.declare_from(actor=SYSTEM)
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "figures:declare")
    ).one()
    assert entry.changes == {"lines": 7}
