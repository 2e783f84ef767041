"""What may be asked for outside at all (R13): beside another answer, some would tell too much."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from lms.errors import RuleBroken
from lms.figures.counting.questions import Scope


class Part(StrEnum):
    """A part of a question, as forms and programs call it."""

    REGION = "region"
    AS_OF = "as_of"


SENTENCES = {
    Part.REGION: _l("For outside, ask for one region or for the whole country."),
    Part.AS_OF: _l("For outside, figures as known on a day stand in published reports."),
}


class TwoWouldTell(RuleBroken):
    """Two answers for outside to such questions would tell what one hides; says which part."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self.part = part

    @property
    def sentence(self) -> str:
        """What can be asked instead."""
        return str(SENTENCES[self.part])


def refuse_two(scope: Scope) -> None:
    """Raise ``TwoWouldTell`` for what no mask covers; ``scope`` is what the reader would see.

    Each answer masks what the whole, single regions and other periods tell, as known now. What
    was known before, or several regions together, would differ from those by a small number.
    """
    if scope.regions is not None and len(scope.regions) > 1:
        raise TwoWouldTell(Part.REGION)
    if scope.as_of is not None:
        raise TwoWouldTell(Part.AS_OF)
