"""What tests of the rules start from: closed sessions on the edge, and a proposal."""

from lms.accounts.actors import Actor, Role
from lms.unit.models import RuleVersion
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.factories.unit import RuleVersionFactory
from tests.figures.given import session_with

MARKS = ("PPPP", "PPPA", "PPLA", "PPAA", "AAAA")
"""By the first rules three of them are trained, one is sensitized, one is nothing."""


def head() -> Actor:
    """Return a unit head of their own account."""
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def edge() -> int:
    """Close a session in which outcomes hang on the rules, and return its number."""
    return session_with({PersonFactory.create(): it for it in MARKS}).id


def stricter(**changes: object) -> RuleVersion:
    """Return a proposal to ask for four marks of four."""
    version: RuleVersion = RuleVersionFactory.create(**{"minimum_share": 80, **changes})
    return version
