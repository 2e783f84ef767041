"""What tests of exports made by a worker start from."""

from datetime import date

from lms.accounts.models import User
from lms.figures.background.wanted import Content, Wanted
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Question, Scope
from lms.figures.release.cells import Audience
from lms.jobs.makers import Order

MARCH = Window(date(2014, 3, 1), date(2014, 3, 31))


def wanted(
    content: Content = Content.CSV,
    audience: Audience = Audience.OUTSIDE,
    across: Dimension | None = None,
    scope: Scope | None = None,
) -> Wanted:
    asked = Question(scope=scope or Scope(window=MARCH), across=across)
    return Wanted(content=content, audience=audience, question=asked)


def order(user: User, it: Wanted) -> Order:
    return Order(asked=it.row, actor=user.actor, by=user.name)


def advance(_share: float) -> None:
    """Hear how far it is."""
