"""Which file is wanted, and for whom."""

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectChoice
from wtforms.validators import ValidationError

from lms.figures.background.labels import AUDIENCES, CONTENTS
from lms.figures.background.wanted import ONLY_INSIDE, Content
from lms.figures.release.cells import Audience
from lms.i18n import language

OF_PIVOTS = (Content.PIVOT_XLSX, Content.PIVOT_CSV)


class ExportForm(FlaskForm):
    """One file of the figures that the address filters."""

    content = RadioField(_l("File"), default=Content.XLSX)
    audience = RadioField(
        _l("For whom"),
        choices=[SelectChoice(it, words) for it, words in AUDIENCES.items()],
        default=Audience.OUTSIDE,
    )

    def offer(self, *, pivot: bool, past: bool) -> None:
        """Say which files there are; ``pivot`` when two dimensions stand in the address.

        Figures as known on a past day are for inside alone (R13): that is chosen for them.
        """
        if past and not self.is_submitted():
            self.audience.data = Audience.INSIDE
        left_out = {*(() if pivot else OF_PIVOTS)}
        if language() != "fr":
            left_out.add(Content.SPREADSHEET)
        self.content.choices = [
            SelectChoice(it, words) for it, words in CONTENTS.items() if it not in left_out
        ]

    def validate_audience(self, field: Field) -> None:
        """Refuse to let out what nothing masks."""
        if field.data == Audience.OUTSIDE and self.content.data in ONLY_INSIDE:
            raise ValidationError(
                _("This file has full numbers, so it stays in the unit. Choose “For inside”.")
            )
