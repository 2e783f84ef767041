"""Doubts asked about, decided, and decided anew."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people import services
from lms.people.errors import AlreadyDecided
from lms.people.kinds import DoubtKind, Verdict
from lms.people.models import Distinction, Suggestion
from lms.people.queries import identity
from lms.people.values import NewSuggestion
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)


def decided(suggestion: Suggestion, verdict: Verdict) -> None:
    services.decide(suggestion=suggestion, verdict=verdict, now=NOW, actor=SYSTEM)


def test_a_doubt_is_kept_until_somebody_decides() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    asked = NewSuggestion(
        person_id=one.id,
        candidate_id=other.id,
        kind=DoubtKind.PHONE,
        likelihood=700,
        evidence={"phone": "same"},
    )
    (suggestion,) = services.suggest_many(suggestions=[asked], actor=SYSTEM)
    assert (suggestion.verdict, suggestion.evidence) == (Verdict.OPEN, {"phone": "same"})
    assert identity.open_pairs() == [(one.id, other.id)]
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.changes) == ("suggestion:made", {"ids": [suggestion.id]})


def test_asking_nothing_leaves_no_trace() -> None:
    assert services.suggest_many(suggestions=[], actor=SYSTEM) == []
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_the_same_merges_the_person_into_the_candidate() -> None:
    suggestion = SuggestionFactory.create()
    decided(suggestion, Verdict.SAME)
    assert suggestion.person.merged_into_id == suggestion.candidate_id
    assert (suggestion.verdict, suggestion.decided_at) == (Verdict.SAME, NOW)
    assert identity.open_pairs() == []


def test_the_same_answers_what_else_was_asked_of_the_person() -> None:
    suggestion = SuggestionFactory.create()
    other = SuggestionFactory.create(person=suggestion.person)
    decided(suggestion, Verdict.SAME)
    assert other.verdict is Verdict.VOID
    services.reopen(suggestion=suggestion, now=NOW, actor=SYSTEM)
    assert (suggestion.verdict, other.verdict) == (Verdict.OPEN, Verdict.OPEN)
    assert suggestion.person.merged_into_id is None


def test_not_the_same_is_remembered_and_the_others_stay_open() -> None:
    suggestion = SuggestionFactory.create()
    other = SuggestionFactory.create(person=suggestion.person)
    decided(suggestion, Verdict.DIFFERENT)
    assert identity.kept_apart(suggestion.person_id, suggestion.candidate_id)
    assert other.verdict is Verdict.OPEN


def test_not_the_same_can_be_taken_back_by_whoever_decided() -> None:
    suggestion = SuggestionFactory.create()
    decided(suggestion, Verdict.DIFFERENT)
    services.reopen(suggestion=suggestion, now=NOW, actor=SYSTEM)
    assert (suggestion.verdict, suggestion.decided_at) == (Verdict.OPEN, None)
    assert db.session.scalars(select(Distinction)).all() == []


def test_what_is_decided_is_not_decided_again() -> None:
    suggestion = SuggestionFactory.create()
    decided(suggestion, Verdict.DIFFERENT)
    with pytest.raises(AlreadyDecided):
        decided(suggestion, Verdict.SAME)


def test_what_is_open_cannot_be_reopened() -> None:
    with pytest.raises(AlreadyDecided):
        services.reopen(suggestion=SuggestionFactory.create(), now=NOW, actor=SYSTEM)


def test_leaving_it_open_is_no_decision() -> None:
    with pytest.raises(ValueError, match="no decision"):
        decided(SuggestionFactory.create(), Verdict.OPEN)


def test_a_trainer_asks_and_does_not_decide() -> None:
    suggestion = SuggestionFactory.create()
    actor = UserFactory.create(role=Role.TRAINER).actor
    with pytest.raises(NotAllowed):
        services.decide(suggestion=suggestion, verdict=Verdict.SAME, now=NOW, actor=actor)
    services.suggest_many(suggestions=[], actor=actor)


def test_of_two_who_decide_at_once_the_second_is_told(app: Flask) -> None:
    suggestion_id = SuggestionFactory.create().id
    db.session.commit()
    decided(identity.suggestion(suggestion_id), Verdict.SAME)

    def act() -> None:
        decided(identity.suggestion(suggestion_id), Verdict.DIFFERENT)

    late = second_after(app, act)
    assert isinstance(late.exception(), AlreadyDecided)


def test_taking_a_decision_back_undoes_its_own_merge_and_no_earlier_one() -> None:
    suggestion = SuggestionFactory.create()
    between = PersonFactory.create()
    services.merge(merged=suggestion.person, survivor=between, now=BEFORE, actor=SYSTEM)
    decided(suggestion, Verdict.SAME)
    assert between.merged_into_id == suggestion.candidate_id
    services.reopen(suggestion=suggestion, now=NOW, actor=SYSTEM)
    assert between.merged_into_id is None
    assert suggestion.person.merged_into_id == between.id


def test_taking_a_decision_back_leaves_a_merge_made_later_otherwise() -> None:
    suggestion = SuggestionFactory.create()
    decided(suggestion, Verdict.SAME)
    merge = identity.standing_merge(suggestion.person_id)
    assert merge is not None
    services.undo(merge=merge, now=AFTER, actor=SYSTEM)
    third = PersonFactory.create()
    services.merge(merged=suggestion.person, survivor=third, now=AFTER, actor=SYSTEM)
    services.reopen(suggestion=suggestion, now=AFTER, actor=SYSTEM)
    assert suggestion.person.merged_into_id == third.id


def test_asking_twice_of_the_same_two_is_asking_once() -> None:
    known = SuggestionFactory.create()
    asked = NewSuggestion(
        person_id=known.person_id,
        candidate_id=known.candidate_id,
        kind=DoubtKind.PHONE,
        likelihood=700,
        evidence={"phone": "same"},
    )
    assert services.suggest_many(suggestions=[asked, asked], actor=SYSTEM) == [known, known]
    assert len(db.session.scalars(select(Suggestion)).all()) == 1
