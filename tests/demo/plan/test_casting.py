from random import Random

from lms.demo.plan.casting import Cast
from lms.demo.plan.targets import FORCES, PARTNERS
from lms.people.kinds import Sex


def test_no_two_persons_share_a_key_or_a_service_number() -> None:
    cast = Cast(Random(1))
    made = cast.adults(FORCES, 300)
    assert len({it.key for it in made}) == 300
    assert len({it.service_number for it in made}) == 300


def test_soldiers_have_rank_and_number_and_partners_neither() -> None:
    cast = Cast(Random(1))
    soldier = cast.person("malian-army", Sex.MALE, birth_year=1980)
    partner = cast.adults(PARTNERS, 1)[0]
    assert soldier.rank
    assert soldier.service_number
    assert soldier.service_number[2] == "/"
    assert (partner.rank, partner.service_number) == (None, None)


def test_forces_are_adults() -> None:
    assert all((it.birth_year or 0) <= 1992 for it in Cast(Random(1)).adults(FORCES, 50))
