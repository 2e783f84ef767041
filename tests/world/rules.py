"""The rules of the small mission: one version is adopted, one waits for somebody."""

from typing import NamedTuple

from lms import clock
from lms.accounts.actors import Role
from tests.factories.accounts import UserFactory
from tests.factories.unit import RuleVersionFactory


class Versions(NamedTuple):
    """Numbers of versions."""

    proposal: int
    adopted: int


def made() -> Versions:
    """Make both; the one adopted changes what is masked alone."""
    head = UserFactory.create(role=Role.UNIT_HEAD)
    adopted = RuleVersionFactory.create(
        number=2, smallest_minors=12, proposed_by=head, adopted_by=head, adopted_at=clock.now()
    )
    proposal = RuleVersionFactory.create(minimum_share=80, proposed_by=head)
    return Versions(proposal.id, adopted.id)
