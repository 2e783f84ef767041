"""Whom each row is compared with, and whom nothing in the row could tell from the others."""

from datetime import date

from lms.people.kinds import BirthPrecision, Sex
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.finding import candidates, most_bearers, near_names
from lms.people.matching.records import Birth, Traits
from tests.people.matching.rows import COMPARER, known, name, row

BORN = Birth.of(date(1980, 5, 4), BirthPrecision.DAY)


def test_each_row_is_near_the_spellings_of_its_own_name() -> None:
    vocabulary = Vocabulary({name("Koné|Awa"): 1, name("Traoré|Issa"): 1})
    found = near_names([row("Kone|Aoua"), row("Traoré|Issa", at=2)], vocabulary, COMPARER)
    assert found == {1: {name("Koné|Awa")}, 2: {name("Traoré|Issa")}}


def test_a_name_that_very_many_bear_is_near_only_a_row_that_says_more() -> None:
    vocabulary = Vocabulary({name("Koné|Awa"): 500})
    rows = [row("Koné|Awa"), row("Koné|Awa", at=2, birth=BORN)]
    assert near_names(rows, vocabulary, COMPARER) == {1: set(), 2: {name("Koné|Awa")}}


def test_the_more_a_row_says_the_more_may_bear_its_name() -> None:
    vocabulary = Vocabulary()
    vocabulary.add_kind("partners", 9)
    vocabulary.add_kind("malian-forces", 90)
    told = [
        Traits(),
        Traits(sex=Sex.FEMALE),
        Traits(sex=Sex.FEMALE, kind="malian-forces"),
        Traits(sex=Sex.FEMALE, kind="partners"),
        Traits(sex=Sex.FEMALE, kind="partners", rank=2, birth=BORN),
    ]
    most = [most_bearers(it, vocabulary) for it in told]
    assert most == sorted(set(most))


def test_somebody_is_found_by_a_name_a_number_or_a_phone_and_once() -> None:
    by_name = known("Koné|Awa", person=3)
    by_number = known("Diarra|Issa", person=2, number="12345")
    by_all = known("Koné|Awa", person=1, number="12345", phone="+22370000001")
    one = row("Koné|Awa", number="12345", phone="+22370000001")
    near = {1: {name("Koné|Awa")}}
    assert candidates([one], near, [by_name, by_number, by_all]) == {
        1: [by_all, by_number, by_name]
    }


def test_a_row_without_number_or_phone_meets_nobody_by_their_lack() -> None:
    assert candidates([row("Koné|Awa")], {1: set()}, [known("Diarra|Issa")]) == {1: []}


def test_all_that_was_ever_written_of_somebody_finds_them() -> None:
    them = known("Koné|Awa", "Diarra|Awa", phone="+22370000001")
    them.add(name("Koné|Awa"), Traits(phone="+22370000002"))
    old, latest = row("Keïta|Awa", phone="+22370000001"), row("Diarra|Awa", at=2)
    found = candidates([old, latest], {1: set(), 2: {name("Diarra|Awa")}}, [them])
    assert found == {1: [them], 2: [them]}
