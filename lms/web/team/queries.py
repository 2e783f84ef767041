"""The accounts as a list to search, and the regions an account can be scoped to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lms.accounts import queries as accounts
from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.figures.queries import Region, every_region
from lms.people.names import fold

PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """One page of the accounts; ``found`` counts all that match, ``total`` all there are."""

    users: Sequence[User]
    found: int
    total: int
    page: int
    pages: int


def team(*, words: str, role: Role | None, page: int, actor: Actor) -> TeamPage:
    """Return the accounts whose name or address holds each of the words, disabled ones last.

    A team is tens of people, so all are read and narrowed here, accents and case apart.
    """
    everyone = accounts.users(actor)
    wanted = fold(words).split()
    found = [
        it
        for it in everyone
        if (role is None or it.role is role)
        and all(word in f"{fold(it.name)} {fold(it.email)}" for word in wanted)
    ]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, page), pages)
    return TeamPage(
        users=found[(page - 1) * PAGE : page * PAGE],
        found=len(found),
        total=len(everyone),
        page=page,
        pages=pages,
    )


def regions() -> Mapping[str, Region]:
    """Return every region there was or is, by its code in figures, in the order of the list."""
    return every_region()
