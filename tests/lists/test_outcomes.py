from collections.abc import Mapping
from dataclasses import replace

import pytest

from lms.lists.outcomes import (
    Around,
    Decision,
    Outcome,
    Remark,
    Standing,
    compatible,
    decide,
    repeated,
    same_words,
)
from lms.lists.reading.person import Doubt, ReadRow, Refusal
from lms.people.kinds import DoubtKind, Sex
from lms.people.matching.decision import Answer, Candidate, Match
from lms.people.matching.levels import Agreement, Field, Level
from lms.sessions.kinds import MarkState, ParticipationRole

ROW = ReadRow(
    number=6,
    surname="MAÏGA",
    given_names="Awa",
    sex=Sex.FEMALE,
    category="civil-society",
    marks=(MarkState.PRESENT, MarkState.LATE, MarkState.ABSENT, MarkState.BLANK),
    service_number="044/6386",
)
OTHER = replace(ROW, number=7, surname="DIALLO", given_names="Moussa")
AGREEMENT = Agreement(tuple(Level.SAME for _field in Field), "maiga|aua")
AWA = Candidate(person=7, agreement=AGREEMENT, likelihood=0.9986)
NOBODY = Around(standings={})


def answer(match: Match = Match.NEW, *candidates: Candidate, number: int = 6) -> Answer:
    doubt = DoubtKind.NAME_ONLY if match is Match.MAYBE else None
    return Answer(number=number, match=match, candidates=candidates, doubt=doubt)


def outcome(
    match: Match = Match.NEW, *candidates: Candidate, row: ReadRow = ROW, around: Around = NOBODY
) -> Outcome:
    answers = {row.number: answer(match, *candidates, number=row.number)}
    return decide([row], answers, refused=repeated([row]), around=around)[0]


def around(standing: Standing) -> Around:
    return Around(standings={7: standing})


def answered(rows: list[ReadRow]) -> Mapping[int, Answer]:
    return {it.number: answer(number=it.number) for it in rows}


def test_nobody_like_it_makes_a_new_person() -> None:
    found = outcome()
    assert (found.decision, found.person_id) == (Decision.NEW, None)


def test_a_match_makes_a_known_one_with_its_evidence() -> None:
    found = outcome(Match.SAME, AWA)
    assert (found.decision, found.person_id, found.remarks) == (Decision.KNOWN, 7, ())
    assert found.candidates[0].evidence["number"] == "same"
    assert found.candidates[0].likelihood == 999


def test_a_doubt_makes_a_maybe_that_is_nobody_yet() -> None:
    found = outcome(Match.MAYBE, AWA)
    assert (found.decision, found.person_id) == (Decision.MAYBE, None)
    assert (found.doubt, found.candidates[0].person_id) == (DoubtKind.NAME_ONLY, 7)


def test_no_more_than_three_are_asked_about() -> None:
    many = [replace(AWA, person=it) for it in range(1, 6)]
    assert [it.person_id for it in outcome(Match.MAYBE, *many).candidates] == [1, 2, 3]


def test_the_second_row_of_one_number_and_name_is_refused() -> None:
    again = replace(ROW, number=7, surname="Maiga", service_number="44-6386")
    refused = repeated([ROW, again])
    assert refused == {7: Refusal.REPEATED_NUMBER}
    found = decide([ROW, again], answered([ROW]), refused=refused, around=NOBODY)
    assert [it.refusal for it in found] == [None, Refusal.REPEATED_NUMBER]


def test_a_second_row_with_the_number_under_another_name_is_somebody_else() -> None:
    """A number is easily copied wrong, and nobody who came may be lost for it."""
    rows = [ROW, OTHER]
    assert repeated(rows) == {}
    _, second = decide(rows, answered(rows), refused={}, around=NOBODY)
    assert (second.decision, second.remarks) == (Decision.NEW, (Remark.NUMBER_OF_ANOTHER,))


def test_a_new_person_of_a_name_in_the_session_is_doubted() -> None:
    """A corrected list handed in again would count twice whoever has no number."""
    row = replace(ROW, service_number=None)
    here = Around(standings={}, present={same_words("Awa Maiga")})
    found = outcome(row=row, around=here)
    assert (found.remarks, found.doubtful) == ((Remark.NAMESAKE,), True)


def test_a_number_under_another_name_is_doubted() -> None:
    found = outcome(around=Around(standings={}, numbers={"446386"}))
    assert (found.decision, found.remarks) == (Decision.NEW, (Remark.NUMBER_OF_ANOTHER,))
    assert found.doubtful


def test_somebody_in_the_session_already_is_told() -> None:
    here = Standing(role=ParticipationRole.PARTICIPANT)
    assert outcome(Match.SAME, AWA, around=around(here)).remarks == (Remark.ENROLLED,)


def test_a_trainer_of_the_session_is_no_participant_of_it() -> None:
    found = outcome(Match.SAME, AWA, around=around(Standing(role=ParticipationRole.TRAINER)))
    assert (found.decision, found.refusal) == (Decision.REFUSED, Refusal.OTHER_ROLE)


def test_a_refused_row_stays_refused() -> None:
    row = replace(ROW, surname="", doubts=(Doubt.SEX,), refusal=Refusal.NO_NAME)
    found = outcome(Match.SAME, AWA, row=row)
    assert (found.decision, found.refusal) == (Decision.REFUSED, Refusal.NO_NAME)
    assert found.doubts == (Doubt.SEX,)


def test_late_counts_as_present_on_the_page_too() -> None:
    assert outcome().present == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Cissé Drissa", "SISSE Dirssa", True),
        ("Ag Mohamed Amadou", "AG MOHAMED Amadou", True),
        ("Maïga Awa", "Awa Maiga", True),
        ("Ag Moussa", "Ag Alhassane", False),
        ("Traoré Moussa", "Keïta Fatoumata", False),
    ],
)
def test_names_are_compatible_when_they_can_be_spellings_of_one(
    one: str, other: str, expected: bool
) -> None:
    assert compatible(one, other) is expected
    assert compatible(other, one) is expected
