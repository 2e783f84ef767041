"""Changing the unit's profile: flushed here, committed by the caller."""

from dataclasses import asdict

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.unit.models import UnitProfile
from lms.unit.queries import ONLY_ROW
from lms.unit.values import UnitIdentity


def describe(*, identity: UnitIdentity, sample: bool = False, actor: Actor) -> UnitProfile:
    """Write how the unit calls itself; the system may too.

    ``sample`` marks everything in the database as sample data, and nothing takes that back.
    """
    require(actor, "unit:describe", Role.ADMINISTRATOR, system=True)
    profile = db.session.get(UnitProfile, ONLY_ROW, with_for_update=True)
    if profile is None:
        profile = UnitProfile(id=ONLY_ROW, is_sample=False)
        db.session.add(profile)
    for name, value in asdict(identity).items():
        setattr(profile, name, value)
    profile.is_sample = profile.is_sample or sample
    db.session.flush()  # what the database itself refuses is refused here
    audit.record("unit:describe", "unit_profile:1", changes={"sample": sample}, actor=actor)
    return profile
