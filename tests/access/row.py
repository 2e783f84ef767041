"""One line of the table that says who gets what."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from werkzeug.test import TestResponse

from tests.world.mission import World
from tests.world.visitors import Visitor

LED_IN = "in"
"""How a row writes that somebody is led to the way in; a status is written as its number."""


@dataclass(frozen=True, slots=True)
class Row:
    """What each visitor gets of one endpoint and method, about one object.

    ``path`` names ids of the world in braces. ``answers`` has a column a visitor, in their order.
    """

    endpoint: str
    method: str
    path: str
    answers: str
    data: Mapping[str, str] = field(default_factory=dict)
    """What is typed into the form of the page: ids of the world in braces, several apart."""
    file: str = ""
    """The text of a file to send as ``file``."""
    holds: str = "participation"
    """Whose pass code the holder of one has."""
    changes: bool = True
    """Whether what is sent changes a row, once it is let through."""

    def __str__(self) -> str:
        of = "" if self.holds == "participation" else f" {self.holds}"
        return f"{self.method} {self.path}{of}"

    @property
    def by_visitor(self) -> dict[Visitor, str]:
        """Return what each gets."""
        return dict(zip(Visitor, self.answers.split(), strict=True))

    def address(self, world: World) -> str:
        """Return the path in a world."""
        return self.path.format_map(asdict(world))

    def typed(self, world: World) -> dict[str, list[str]]:
        """Return what is typed, in a world."""
        known = asdict(world)
        return {
            name.format_map(known): [
                it.format_map(known) for it in (value.split() if "{" in value else [value])
            ]
            for name, value in self.data.items()
        }


def told(response: TestResponse) -> str:
    """Return what somebody got, as a row writes it."""
    led_in = response.status_code == 302 and response.location.startswith("/sign-in")
    return LED_IN if led_in else str(response.status_code)
