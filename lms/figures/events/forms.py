"""What a browser may ask of the list of pairs; everything stands in the address."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField
from wtforms.validators import Optional

from lms.figures.counting.periods import Window
from lms.figures.forms import DaysInOrder


class DaysForm(DaysInOrder, FlaskForm):
    """Of which last days; of all of them unless both ends are given."""

    class Meta:
        """The form only reads: no token in the address."""

        csrf = False

    first = DateField(_l("From"), [Optional()], name="from")
    last = DateField(_l("To (included)"), [Optional()], name="to")

    @property
    def window(self) -> Window | None:
        """The days asked for; none where they cannot be read."""
        if not self.validate() or self.first.data is None or self.last.data is None:
            return None
        return Window(self.first.data, self.last.data)
