"""Same, maybe or new: what the evidence comes to, whatever the order (R14)."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from lms.people.kinds import BirthPrecision, DoubtKind, Sex
from lms.people.matching.decision import Answer, Candidate, Match, decide, doubt
from lms.people.matching.levels import Field, Level
from lms.people.matching.records import Birth, Known, Row, Traits
from lms.people.matching.weights import Model, pattern
from tests.people.matching.rows import agreement, basis, known, name, row

BORN = Birth.of(date(1980, 5, 4), BirthPrecision.DAY)
NAMES = ["Koné|Awa", "Kone|Awa", "Koné|Hawa", "Koné|Issa", "Traoré|Awa", "Awa|Koné", "Koné|"]
traits = st.builds(
    Traits,
    number=st.sampled_from(["", "", "12345", "12354"]),
    phone=st.sampled_from(["", "+22370000001"]),
    birth=st.sampled_from([None, BORN, Birth(year=1980), Birth(year=1990)]),
    sex=st.sampled_from(Sex),
    rank=st.none() | st.integers(0, 4),
)
lists = st.lists(st.tuples(st.sampled_from(NAMES), traits), min_size=1, max_size=6).map(
    lambda them: [
        Row(number=at, name=name(written), traits=it) for at, (written, it) in enumerate(them, 6)
    ]
)
registers = st.lists(st.tuples(st.sampled_from(NAMES), traits), max_size=5).map(
    lambda them: [
        Known(person=at, names=[name(written)], seen=[it])
        for at, (written, it) in enumerate(them, 1)
    ]
)


def answer(one: Row, *others: Known, **options: object) -> Answer:
    """Return what becomes of a list of one row."""
    return decide([one], {one.number: others}, basis(*others, **options))[0]  # type: ignore[arg-type]


def shown(answers: list[Answer]) -> list[object]:
    """Return what can be compared of answers, likelihoods to nine places."""
    return [
        (
            it.number,
            it.match,
            it.doubt,
            [(c.person, round(c.likelihood, 9)) for c in it.candidates],
        )
        for it in answers
    ]


def test_a_number_that_agrees_joins_a_name_that_agrees() -> None:
    found = answer(row("Koné|Awa", number="12345"), known("Kone|Awa", number="12345"))
    assert found.match is Match.SAME


def test_a_rare_name_that_agrees_joins_in_a_register_that_can_tell() -> None:
    them = known("Kassogué|Tinalbaraka", sex=Sex.FEMALE)
    found = answer(row("Kassogué|Tinalbaraka", sex=Sex.FEMALE), them, persons=50_000)
    assert found.match is Match.SAME


def test_a_name_alone_joins_nobody_in_a_small_register() -> None:
    found = answer(row("Koné|Awa"), known("Koné|Awa"), persons=20)
    assert found.match is not Match.SAME


def test_a_name_alone_joins_neither_of_two_namesakes() -> None:
    found = answer(row("Koné|Awa"), known("Koné|Awa"), known("Koné|Awa", person=2))
    assert found.match is not Match.SAME


def test_no_decision_teaches_to_join_namesakes_by_the_name_alone() -> None:
    others = (known("Koné|Awa"), known("Koné|Awa", person=2, sex=Sex.MALE))
    one = row("Koné|Awa", sex=Sex.FEMALE)
    model = Model(taught={pattern(agreement(one, it)): 40.0 for it in others})
    assert answer(one, *others, model=model).match is Match.MAYBE


def test_namesakes_are_told_apart_by_a_phone() -> None:
    others = (known("Koné|Awa", phone="+22370000001"), known("Koné|Awa", person=2))
    found = answer(row("Koné|Awa", phone="+22370000001"), *others)
    assert found.best is not None
    assert (found.match, found.best.person) == (Match.SAME, 1)


def test_a_phone_alone_joins_nobody() -> None:
    shared = "+22370000001"
    found = answer(row("Traoré|Issa", phone=shared), known("Koné|Awa", phone=shared))
    assert found.match is Match.NEW


def test_a_number_under_another_name_joins_nobody() -> None:
    found = answer(row("Traoré|Issa", number="12345"), known("Koné|Awa", number="12345"))
    assert found.match is Match.NEW


def test_twins_who_share_phone_and_birth_stay_two() -> None:
    shared: dict[str, Any] = {"phone": "+22370000001", "birth": BORN}
    found = answer(row("Koné|Adama", **shared), known("Koné|Awa", **shared))
    assert found.match is Match.NEW


def test_another_number_speaks_against_a_name() -> None:
    found = answer(row("Koné|Awa", number="12345"), known("Koné|Awa", number="98765"))
    assert found.match is not Match.SAME


def test_a_name_with_another_sex_is_called_a_contradiction() -> None:
    one = row("Koné|Awa", sex=Sex.MALE)
    candidate = Candidate(
        person=1, agreement=agreement(one, known("Koné|Awa", sex=Sex.FEMALE)), likelihood=0.5
    )
    assert doubt([candidate]) is DoubtKind.CONTRADICTION


def test_somebody_expected_is_likelier() -> None:
    them = known("Koné|Awa")
    strangers, awaited = (
        answer(row("Koné|Awa"), them, expected=it) for it in (frozenset(), frozenset({1}))
    )
    assert awaited.best is not None
    assert strangers.best is None or awaited.best.likelihood > strangers.best.likelihood


def test_the_conventional_first_of_january_is_no_evidence_of_a_day() -> None:
    birth = Birth.of(date(1980, 1, 1), BirthPrecision.DAY)
    found = agreement(row("Koné|Awa", birth=birth), known("Koné|Awa", birth=birth))
    assert found.of(Field.BIRTH) is Level.SAME


@pytest.mark.parametrize("seed", range(3))
@given(lists, registers)
def test_the_order_of_rows_and_candidates_makes_no_difference(
    seed: int, rows: list[Row], others: list[Known]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    there = decide(rows, {it.number: others for it in rows}, basis(*others, persons=300))
    rows, others = chance.sample(rows, len(rows)), chance.sample(others, len(others))
    back = decide(rows, {it.number: others for it in rows}, basis(*others, persons=300))
    assert shown(there) == shown(sorted(back, key=lambda it: it.number))


@given(lists, registers)
def test_nobody_is_two_rows_of_one_list(rows: list[Row], others: list[Known]) -> None:
    found = decide(rows, {it.number: others for it in rows}, basis(*others, persons=300))
    same = [it.candidates[0].person for it in found if it.match is Match.SAME]
    assert len(same) == len(set(same))


@given(lists, registers)
def test_likelihoods_of_a_row_sum_to_no_more_than_one(
    rows: list[Row], others: list[Known]
) -> None:
    found = decide(rows, {it.number: others for it in rows}, basis(*others, persons=300))
    assert all(sum(c.likelihood for c in it.candidates) <= 1 + 1e-9 for it in found)
    assert all(0 <= c.likelihood <= 1 for it in found for c in it.candidates)


def test_a_shared_phone_joins_nobody_of_another_sex_and_age() -> None:
    """A phone is often shared: by an aunt and her namesake nephew, say (4.6)."""
    one = row("Koné|Awa", phone="+22370000001", sex=Sex.FEMALE, birth=Birth(year=1980))
    other = known("Koné|Awa", phone="+22370000001", sex=Sex.MALE, birth=Birth(year=1995))
    assert answer(one, other).match is not Match.SAME
