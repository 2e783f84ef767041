import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.models import Fact
from lms.lists import services
from lms.lists.models import ImportedRow, ListState
from lms.lists.values import Picked
from lms.people.kinds import Verdict
from lms.people.models import Merge, Person, Suggestion
from lms.sessions import queries as sessions
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome
from lms.signals import merge_undone, participations_withdrawn
from tests.factories.people import MergeFactory, SuggestionFactory
from tests.factories.sessions import (
    HeadcountFactory,
    ParticipationFactory,
)
from tests.lists.given import NOW, csv, registered, uploaded
from tests.lists.services.taken_back import (
    ALI,
    AWA,
    LATER,
    applied,
    closed,
    head,
    heard,
    known,
    present,
    surnames,
    undo,
)

pytestmark = pytest.mark.usefixtures("database")


def test_somebody_in_another_session_stays_in_the_register(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA, ALI)
    (awa,) = db.session.scalars(select(Person).where(Person.surname == "Maïga"))
    ParticipationFactory.create(person=awa)
    undo(imported_list)
    assert surnames() == ["Maïga"]


def test_somebody_known_before_stays_in_the_register(training_session: TrainingSession) -> None:
    registered("Maïga", "Awa", service_number="446386")
    undo(applied(training_session, AWA))
    assert (present(), surnames()) == ([], ["Maïga"])


def test_questions_about_whoever_is_gone_are_void(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    (awa,) = db.session.scalars(select(Person))
    asked = [SuggestionFactory.create(person=awa).id, SuggestionFactory.create(candidate=awa).id]
    other = SuggestionFactory.create().id
    undo(imported_list)
    verdicts = {it.id: it.verdict for it in db.session.scalars(select(Suggestion))}
    assert [verdicts[it] for it in (*asked, other)] == [Verdict.VOID, Verdict.VOID, Verdict.OPEN]


def test_what_made_whoever_is_gone_one_with_somebody_is_undone(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    (awa,) = db.session.scalars(select(Person))
    merge = MergeFactory.create(merged=awa)
    awa.merged_into_id = merge.survivor_id
    SuggestionFactory.create(person=awa, candidate=merge.survivor, verdict=Verdict.SAME)
    db.session.commit()
    with heard(merge_undone) as told:
        undo(imported_list)
    assert told == [merge]
    assert (merge.undone_at, awa.merged_into_id) == (LATER, None)
    assert surnames() == [merge.survivor.surname]


def test_somebody_with_whom_another_record_is_one_stays_in_the_register(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    (awa,) = db.session.scalars(select(Person))
    MergeFactory.create(survivor=awa).merged.merged_into_id = awa.id
    db.session.commit()
    undo(imported_list)
    assert "Maïga" in surnames()
    assert db.session.scalars(select(Merge.undone_at)).all() == [None]


def test_people_counted_without_names_go_from_their_headcount(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    some = HeadcountFactory.create(training_session=training_session, count=5)
    only = HeadcountFactory.create(
        training_session=training_session, count=2, outcome=Outcome.TRAINED
    )
    imported_list.rows += [
        ImportedRow(number=10 + n, decision="refused", headcount_id=cell.id, counted=counted)
        for n, (cell, counted) in enumerate([(some, 1), (some, 2), (only, 2)])
    ]
    db.session.commit()
    undo(imported_list)
    counted = sessions.headcounts(training_session.id)
    assert [(it.id, it.count) for it in counted] == [(some.id, 2)]


def test_of_a_closed_session_the_ledger_hears_and_outcomes_are_judged_again(
    training_session: TrainingSession,
) -> None:
    somebody = known(training_session)
    imported_list = applied(training_session, AWA, ALI)
    closed(training_session)
    assert somebody.outcome is Outcome.TRAINED
    with heard(participations_withdrawn) as told:
        undo(imported_list, head())
    assert told == [training_session]
    assert (somebody.outcome, somebody.marks_obtained, somebody.minutes) == (Outcome.NONE, 0, 0)


def test_of_an_open_session_the_ledger_hears_nothing(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    with heard(participations_withdrawn) as told:
        undo(imported_list)
    assert told == []


def live() -> list[tuple[int | None, int | None]]:
    """Return person and count of every fact that holds."""
    facts = select(Fact.person_id, Fact.count).where(Fact.retracted_at.is_(None))
    return [(person, count) for person, count in db.session.execute(facts.order_by(Fact.id))]


def test_the_facts_of_a_closed_session_are_those_of_whoever_is_left(
    training_session: TrainingSession,
) -> None:
    stays = applied(training_session, "Keïta;Issa;M;61/0001;;P")
    imported_list = services.apply(
        imported_list=uploaded(training_session, csv(AWA, ALI, ";;F;;;P", ";;F;;;P")),
        accept_lines=False,
        unnamed=Picked(every=True),
        now=NOW,
        actor=SYSTEM,
    )
    closed(training_session)
    assert len(live()) == 4
    undo(imported_list, head())
    (issa,) = db.session.scalars(select(Participation.person_id))
    assert live() == [(issa, None)]
    assert stays.state is ListState.APPLIED
