from dataclasses import replace

import pytest

from lms.lists.outcomes import (
    Candidate,
    Decision,
    Outcome,
    Remark,
    compatible,
    decide,
    same_words,
)
from lms.lists.reading.person import Doubt, ReadRow, Refusal
from lms.people.kinds import Sex
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
AWA = Candidate(person_id=7, surname="Maiga", given_names="Hawa")


def outcome(*candidates: Candidate, row: ReadRow = ROW) -> Outcome:
    return decide([row], {"446386": candidates})[0]


def test_a_number_in_nobody_s_record_makes_a_new_person() -> None:
    assert outcome().decision is Decision.NEW


def test_an_identical_number_and_a_compatible_name_make_a_known_one() -> None:
    found = outcome(AWA)
    assert (found.decision, found.person_id, found.remarks) == (Decision.KNOWN, 7, ())


def test_the_second_row_of_one_person_is_refused() -> None:
    again = replace(ROW, number=7, surname="Maiga", service_number="44-6386")
    found = decide([ROW, again], {})
    assert [it.refusal for it in found] == [None, Refusal.REPEATED_NUMBER]


def test_a_second_row_with_the_number_under_another_name_is_somebody_else() -> None:
    """A number is easily copied wrong, and nobody who came may be lost for it."""
    first, second = decide([ROW, OTHER], {"446386": [AWA]})
    assert (first.decision, second.decision) == (Decision.KNOWN, Decision.NEW)
    assert second.remarks == (Remark.NUMBER_OF_ANOTHER,)


def test_two_rows_are_never_one_person_of_the_register() -> None:
    both = Candidate(person_id=7, surname="Maïga Diallo", given_names="Awa Moussa")
    found = decide([ROW, OTHER], {"446386": [both]})
    assert [it.refusal for it in found] == [None, Refusal.REPEATED_NUMBER]


def test_a_new_person_of_a_name_in_the_session_is_doubted() -> None:
    """A corrected list handed in again would count twice whoever has no number."""
    row = replace(ROW, service_number=None)
    (found,) = decide([row], {}, {same_words("Awa Maiga")})
    assert (found.decision, found.remarks, found.doubtful) == (
        Decision.NEW,
        (Remark.NAMESAKE,),
        True,
    )


def test_a_number_under_another_name_is_doubted() -> None:
    found = outcome(Candidate(person_id=8, surname="Traoré", given_names="Moussa"))
    assert (found.decision, found.person_id) == (Decision.NEW, None)
    assert found.remarks == (Remark.NUMBER_OF_ANOTHER,)
    assert found.doubtful


def test_somebody_in_the_session_already_gets_no_second_place() -> None:
    here = Candidate(
        person_id=9, surname="Maïga", given_names="Awa", role=ParticipationRole.PARTICIPANT
    )
    found = outcome(AWA, here)
    assert (found.person_id, found.remarks) == (9, (Remark.ENROLLED,))


def test_a_trainer_of_the_session_is_no_participant_of_it() -> None:
    trainer = Candidate(
        person_id=9, surname="Maïga", given_names="Awa", role=ParticipationRole.TRAINER
    )
    found = outcome(trainer)
    assert (found.decision, found.refusal) == (Decision.REFUSED, Refusal.OTHER_ROLE)


def test_a_row_without_a_number_is_compared_with_nobody() -> None:
    row = ReadRow(number=7, surname="A", given_names="B", sex=Sex.MALE, category="c", marks=())
    assert decide([row], {"": [AWA]})[0].decision is Decision.NEW


def test_a_refused_row_stays_refused() -> None:
    row = ReadRow(
        number=7,
        surname="",
        given_names="",
        sex=Sex.MALE,
        category="c",
        marks=(),
        doubts=(Doubt.SEX,),
        refusal=Refusal.NO_NAME,
    )
    found = outcome(AWA, row=row)
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
