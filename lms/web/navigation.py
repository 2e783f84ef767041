"""The menu: which rooms stand in it, for whom, in which order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import url_for
from flask_babel import LazyString, lazy_gettext as _l

from lms.accounts.actors import Role

STAFF = frozenset({Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Room:
    """One line of the menu; it opens at ``endpoint`` and is current in all of its blueprint.

    ``also`` are further blueprints in which it is.
    """

    endpoint: str
    label: LazyString
    roles: frozenset[Role] = STAFF
    also: frozenset[str] = frozenset()

    @property
    def blueprint(self) -> str:
        """The part of the endpoint before the dot."""
        return self.endpoint.partition(".")[0]


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link of the menu as shown."""

    label: str
    href: str
    current: bool
    count: int = 0
    """How much waits there."""


DECIDERS = frozenset({Role.UNIT_HEAD, Role.ADMINISTRATOR})
NOTHING: Mapping[str, int] = MappingProxyType({})
# L10N: in the menu, "Sessions" are training sessions and "Lists" are attendance lists.
ROOMS = (
    Room(
        "figures.index",
        _l("Figures"),
        also=frozenset({"reports", "exports", "targets", "events", "rules"}),
    ),
    Room("sessions.index", _l("Sessions")),
    Room("courses.index", _l("Courses")),
    Room("people.index", _l("People"), DECIDERS, also=frozenset({"records", "matches"})),
    Room("lists.index", _l("Lists")),
    Room("certificates.index", _l("Certificates")),
    Room("team.index", _l("Accounts"), frozenset({Role.ADMINISTRATOR})),
)


def menu(
    role: Role | None,
    registered: Collection[str],
    blueprint: str | None,
    waiting: Mapping[str, int] = NOTHING,
) -> list[MenuItem]:
    """Return the rooms open to ``role`` among the ``registered`` endpoints, in order.

    ``waiting`` says how much waits in a room, by its endpoint.
    """
    return [
        MenuItem(
            label=str(room.label),
            href=url_for(room.endpoint),
            current=blueprint in {room.blueprint, *room.also},
            count=waiting.get(room.endpoint, 0),
        )
        for room in ROOMS
        if role in room.roles and room.endpoint in registered
    ]
