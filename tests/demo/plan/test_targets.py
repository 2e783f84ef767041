from lms.demo.plan.targets import FORCES, MISSION, PARTNERS


def test_shares_are_parts_of_a_hundred() -> None:
    for audience in (MISSION, FORCES, PARTNERS):
        assert sum(audience.shares.values()) == 100


def test_no_more_move_than_come_again() -> None:
    for audience in (MISSION, FORCES, PARTNERS):
        assert sum(many for *_, many in audience.moved) <= audience.repeated
