"""The accounts of the sample mission; passwords are printed for everybody to try."""

from dataclasses import dataclass

from lms.accounts.actors import Actor, Role
from lms.accounts.services import Profile, create_user
from lms.demo.plan.calendar import NORTH, SOUTH

PASSWORD = "exemple-2015"  # noqa: S105 - opens sample data only


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAccount:
    """An invented member of staff; ``key`` is what the plan calls a trainer."""

    key: str
    name: str
    role: Role
    regions: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@example.org"


ACCOUNTS = (
    SampleAccount(key="admin", name="Ramata Doucouré", role=Role.ADMINISTRATOR),
    SampleAccount(key="head", name="Salimata Berthé", role=Role.UNIT_HEAD),
    SampleAccount(
        key=NORTH, name="Yacouba Arby", role=Role.TRAINER, regions=("ML06", "ML07", "ML08")
    ),
    SampleAccount(
        key=SOUTH,
        name="Assitan Mounkoro",
        role=Role.TRAINER,
        regions=("ML01", "ML02", "ML03", "ML04", "ML05", "ML09"),
    ),
)


def add_accounts(*, actor: Actor) -> dict[str, int]:
    """Make the sample accounts and return the ids by what the plan calls them."""
    return {
        it.key: create_user(
            profile=Profile(name=it.name, email=it.email, role=it.role, regions=it.regions),
            password=PASSWORD,
            actor=actor,
        ).id
        for it in ACCOUNTS
    }
