"""Two unit heads at once: nothing is said twice, no unit has two rotations on one day."""

import pytest
from flask import Flask

from lms.errors import NotFound, StaleEdit
from lms.extensions import db
from lms.figures.targets import queries, services
from lms.figures.targets.errors import InTheWay
from lms.figures.targets.values import Kind
from tests.figures.targets.given import HEAD, LATER, NOW, aim
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def test_the_second_of_two_who_enter_the_same_is_told(app: Flask) -> None:
    services.enter(given=aim(), now=NOW, actor=HEAD)
    late = second_after(
        app, lambda: services.enter(given=aim(count=50), now=NOW, actor=HEAD).count
    )
    with pytest.raises(InTheWay):
        late.result()
    assert [it.count for it in queries.standing(Kind.TARGETS)] == [40]


def test_the_second_of_two_who_change_the_same_is_told(app: Flask) -> None:
    number = services.enter(given=aim(), now=NOW, actor=HEAD).id
    db.session.commit()

    def change(count: int) -> int | None:
        entry = queries.get(Kind.TARGETS, number, HEAD)
        return services.change(entry=entry, given=aim(count=count), now=LATER, actor=HEAD).count

    change(50)
    late = second_after(app, lambda: change(60))
    # Whoever waited for the row sees it go; whoever comes after no longer finds it.
    with pytest.raises((StaleEdit, NotFound)):
        late.result()
    assert [it.count for it in queries.standing(Kind.TARGETS)] == [50]
