"""Cancelling a session."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from lms.sessions.forms.fields import trimmed


class CancelForm(FlaskForm):
    """Why the session will not take place."""

    reason = TextAreaField(
        _l("Reason"),
        [
            DataRequired(_l("Write why the session is cancelled.")),
            Length(max=300, message=_l("The reason is longer than 300 letters. Shorten it.")),
        ],
        filters=[trimmed],
        render_kw={"rows": 3},
    )
